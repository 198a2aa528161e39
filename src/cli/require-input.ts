import type { Command } from 'commander';
import { isTerminal } from './terminal.ts';

/** Shows the help where no file is named and nobody but a person could write the input. */
export async function requireInput(command: Command, operands: readonly string[]): Promise<void> {
  if (operands.length === 0 && (await isTerminal(0))) command.help({ error: true });
}
