import { spawnSync } from 'node:child_process';

/** Whether npm reaches its registry, without which nothing can be installed. */
export const hasRegistry =
  spawnSync('npm', ['view', 'zod', 'version', '--fetch-retries=0', '--fetch-timeout=5000']).status === 0;
