import { spawnSync } from 'node:child_process';

/** Whether npm can reach its registry; otherwise nothing can be installed. */
export const hasRegistry =
  spawnSync('npm', ['view', 'zod', 'version', '--fetch-retries=0', '--fetch-timeout=5000']).status === 0;
