import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { watTransform } from '../.build/wat.mjs';

export default defineConfig({
  plugins: [watTransform],
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    globalSetup: 'test/build.ts',
    include: ['test/**/*.test.ts'],
    exclude: ['test/package/**'],
    testTimeout: 60_000,
  },
});
