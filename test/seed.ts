import fc from 'fast-check';

// Property tests try the same inputs in every run, so that a failure belongs to the change at hand. `SEED=7 npm test` tries
// others, and so does `npm run fuzz`.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.SEED ?? 20_261_129) });
