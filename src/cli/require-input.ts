import type { Command } from 'commander';
import { say } from './messages.ts';
import { refuseCounts } from './operands.ts';
import { isTerminal } from './terminal.ts';

/** Rejects a number of papers, and exits with a usage message if no file is named and standard input is a terminal. */
export async function requireInput(command: Command, operands: readonly string[]): Promise<void> {
  if (command.options.some(({ long }) => long === '--limit')) refuseCounts(operands);
  if (operands.length > 0 || !(await isTerminal(0))) return;
  if (isBare(command)) command.parent?.help();
  say('nothing to read: name a file or folder, or pipe in a listing');
  command.error(`error: usage: offprint ${command.name()} ${command.usage()}`);
}

/** Whether the user typed `offprint` and nothing else. */
function isBare(command: Command): boolean {
  return command.parent?.args.length === 0 && Object.keys(command.opts()).every((name) => isDefault(command, name));
}

function isDefault(command: Command, name: string): boolean {
  return command.getOptionValueSource(name) === 'default';
}
