import fc from 'fast-check';

// Property tests try the same inputs in every run, so that a failure is caused by the current change. `SEED=7 npm test` tries
// others, and so does `npm run fuzz`.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.SEED ?? 20_261_129) });
