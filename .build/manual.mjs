// Writes the manual page, made from the definitions of the command line.
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { pluginsForEsbuild } from './plugins.mjs';

const bundle = 'dist/man/program.cjs';

await build({
  stdin: {
    contents: "export { createProgram } from './src/cli/program.ts'; export { manual } from './src/cli/manual.ts';",
    resolveDir: '.',
  },
  bundle: true,
  platform: 'node',
  format: 'cjs',
  outfile: bundle,
  define: { 'import.meta.dirname': '__dirname' },
  logLevel: 'warning',
  plugins: pluginsForEsbuild,
});
const { createProgram, manual } = createRequire(import.meta.url)(`../${bundle}`);
rmSync(bundle);

// Whoever builds the same thing twice gets the same thing (reproducible-builds.org).
const { SOURCE_DATE_EPOCH } = process.env;
const day = (SOURCE_DATE_EPOCH ? new Date(SOURCE_DATE_EPOCH * 1000) : new Date()).toISOString().slice(0, 10);
writeFileSync('dist/man/offprint.1', manual(createProgram(), day));
