import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { pluginsForVite } from '../.build/plugins.mjs';

const coverage = process.env.OFFPRINT_COVERAGE === undefined ? null : await import('./coverage/instrument.mjs');

export default defineConfig({
  plugins: [...pluginsForVite, ...(coverage === null ? [] : [coverage.forVite])],
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    globalSetup: 'test/build.ts',
    include: ['test/**/*.test.ts'],
    exclude: ['test/package/**'],
    setupFiles: ['test/seed.ts', ...(coverage === null ? [] : ['test/coverage/setup.ts'])],
    // Most tests wait for processes that they start, so both cores of a small machine are used.
    maxWorkers: 2,
    testTimeout: 60_000,
  },
});
