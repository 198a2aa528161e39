/*
 * Runs the checks of the shared listings, kinds and cases on the built program. A plain clone does not have these folders next
 * to it: then each check is printed as skipped, and the result is success.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const shared = fileURLToPath(new URL('../../shared/', import.meta.url));
const checks = [
  { folder: 'listings', script: 'listings/check.mjs', args: [] },
  { folder: 'kinds', script: 'listings/check.mjs', args: ['--in', `${shared}kinds`, '--as-of', '2026-10-02'] },
  { folder: 'cases', script: 'cases/check.mjs', args: [] },
];

for (const { folder, script, args } of checks) {
  if (!existsSync(shared + script) || !existsSync(shared + folder)) {
    process.stdout.write(`skipped: no shared ${folder} beside this clone\n`);
    continue;
  }
  process.stdout.write(`shared ${folder}:\n`);
  const { status } = spawnSync(process.execPath, [shared + script, ...args], { stdio: 'inherit' });
  // Run all of them, so that one failure does not hide another.
  if (status !== 0) process.exitCode = 1;
}
