import { Command } from 'commander';
import { didYouMean } from '../../text/suggest.ts';
import { commandFor } from '../habits.ts';
import { refuseMissingWords } from '../operands.ts';
import {
  addInputOptions,
  addOrderOptions,
  addOutputOptions,
  addSelectionOptions,
  type InputOptions,
  type OrderOptions,
  type OutputOptions,
  queryOptions,
  type SelectionOptions,
} from '../options.ts';
import { openPrinter } from '../printer.ts';
import { requireInput } from '../require-input.ts';
import { selectPapers } from '../select-papers.ts';

interface ParseOptions extends InputOptions, SelectionOptions, OrderOptions, OutputOptions {}

/** @param commandNames used to recognize a command that is misspelt or follows an option, and so looks like a file */
export function parseCommand(commandNames: () => string[]): Command {
  const command = new Command('parse')
    .description('print the papers of listings (the default)')
    .argument('[file...]', 'files, folders or patterns; - or none for standard input');
  addInputOptions(command);
  addSelectionOptions(command);
  addOrderOptions(command);
  addOutputOptions(command);
  return command.action(async (files: string[], options: ParseOptions) => {
    await requireInput(command, files);
    const query = queryOptions(options);
    const hint = (name: string) => commandHint(name, commandNames());
    refuseMissingWords(files.slice(0, 1), (word) => hint(word) || ' (commands: offprint --help)');
    const { hasFailed, papers } = await selectPapers(files, options, query, openPrinter(options, query), hint);
    process.exitCode = hasFailed ? 2 : papers === 0 && options.limit !== 0 ? 1 : 0;
  });
}

/** Suggests the command that was meant by a word that is not a file. */
function commandHint(word: string, names: readonly string[]): string {
  if (names.includes(word)) return commandComesFirst(word);
  return didYouMean(commandFor(word, names));
}

export function commandComesFirst(name: string): string {
  return ` (the command comes first: offprint ${name})`;
}
