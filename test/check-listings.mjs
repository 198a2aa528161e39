// Runs the shared listings' own check where that folder is there; a plain clone has none and passes.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const check = fileURLToPath(new URL('../../shared/listings/check.mjs', import.meta.url));
if (existsSync(check)) {
  process.exitCode = spawnSync(process.execPath, [check], { stdio: 'inherit' }).status ?? 1;
} else {
  process.stdout.write('skipped: no shared listings beside this clone\n');
}
