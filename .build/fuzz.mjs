// Builds the long fuzzer, which runs what the sources are now in several processes.
import { build } from 'esbuild';
import { pluginsForEsbuild } from './plugins.mjs';

await build({
  entryPoints: ['test/fuzz/main.ts', 'test/fuzz/worker.ts'],
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  outdir: 'node_modules/.cache/fuzz',
  logLevel: 'warning',
  plugins: pluginsForEsbuild,
});
