import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests of the published package: they need the registry and are slow, so they run separately. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/package/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
