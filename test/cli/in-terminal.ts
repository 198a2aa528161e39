import { spawnSync } from 'node:child_process';
import { environment, executable, type RunOptions } from './run.ts';

/** Whether commands can be run in a terminal: the `script` of util-linux is installed. */
export const hasTerminal = spawnSync('script', ['--version']).stdout?.includes('util-linux') ?? false;

/**
 * Runs a shell command in a terminal.
 *
 * @param command the word `offprint` is the built executable
 * @returns `stdout` is everything that the terminal receives, including messages
 */
export function inTerminal(command: string, { cwd, env }: Pick<RunOptions, 'cwd' | 'env'> = {}) {
  const script = command.replaceAll(/(?<=^|[\s(])offprint(?=\s|$)/g, `'${process.execPath}' '${executable}'`);
  const { status, stdout } = spawnSync('script', ['-qec', script, '/dev/null'], {
    cwd,
    env: { ...environment, SHELL: '/bin/sh', TERM: 'xterm', ...env },
  });
  return { status, stdout: stdout.toString() };
}
