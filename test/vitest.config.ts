import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { grammarsForVite } from '../.build/grammar.mjs';
import { pageForVite } from '../.build/page.mjs';

const coverage = process.env.OFFPRINT_COVERAGE === undefined ? null : await import('./coverage/instrument.mjs');

export default defineConfig({
  plugins: [grammarsForVite, pageForVite, ...(coverage === null ? [] : [coverage.forVite])],
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    globalSetup: 'test/build.ts',
    include: ['test/**/*.test.ts'],
    exclude: ['test/package/**'],
    setupFiles: coverage === null ? [] : ['test/coverage/setup.ts'],
    testTimeout: 60_000,
  },
});
