import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll } from 'vitest';

const folder = process.env.OFFPRINT_COVERAGE;
const counts = globalThis as { __coverage__?: unknown };

afterAll(() => {
  if (folder === undefined || counts.__coverage__ === undefined) return;
  writeFileSync(join(folder, `tests-${process.pid}-${performance.now()}.json`), JSON.stringify(counts.__coverage__));
});
