import type { Command, Help, Option } from 'commander';
import { guideTopics } from '../guides.ts';
import { NamesOption } from '../options.ts';

/** What a shell needs to know about a command to complete its arguments. */
export interface CommandModel {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionModel[];
  readonly operands: Operands;
}

/** The operands: file names, one of some words, or nothing. */
type Operands = 'files' | 'none' | readonly string[];

export interface OptionModel {
  /** `-f`, `--format`; at least one of them */
  readonly short: string | null;
  readonly long: string | null;
  readonly description: string;
  readonly value: OptionValue;
}

/** The value of an option; `list` is any number of the names, separated by commas, each optionally with `+` or `-`. */
type OptionValue =
  | { readonly type: 'none' | 'file' | 'text' }
  | { readonly type: 'choice' | 'list'; readonly names: readonly string[] };

export interface ProgramModel {
  /** The first is the default command; its options include those of the program itself. */
  readonly commands: readonly CommandModel[];
}

/** Derives the model from the definitions that parse the command line. */
export function programModel(program: Command): ProgramModel {
  const help = program.createHelp();
  const commands = help.visibleCommands(program);
  const names = commands.map((command) => command.name());
  const models = commands.map((command) => commandModel(command, help, names));
  const [main, ...others] = models;
  if (main === undefined) throw new Error('a program has commands');
  const own = help.visibleOptions(program).map(optionModel);
  const added = own.filter(({ long }) => main.options.every((option) => option.long !== long));
  return { commands: [{ ...main, options: [...main.options, ...added] }, ...others] };
}

/** The flags of an option as they are typed. */
export function flagsOf({ short, long }: OptionModel): string[] {
  return [short, long].filter((flag) => flag !== null);
}

function commandModel(command: Command, help: Help, commandNames: readonly string[]): CommandModel {
  const operand = command.registeredArguments.at(-1);
  const topics = [...commandNames, ...guideTopics.map(({ name }) => name)];
  const operands = operand?.name() === 'topic' ? topics : operand?.argChoices;
  return {
    name: command.name(),
    description: command.description(),
    options: help.visibleOptions(command).map(optionModel),
    operands: operands ?? (operand === undefined ? 'none' : 'files'),
  };
}

function optionModel(option: Option): OptionModel {
  return {
    short: option.short ?? null,
    long: option.long ?? null,
    description: option.description,
    value: optionValue(option),
  };
}

function optionValue(option: Option): OptionValue {
  if (option instanceof NamesOption) return { type: option.isList ? 'list' : 'choice', names: option.names };
  if (!option.required && !option.optional) return { type: 'none' };
  return { type: option.flags.includes('<file>') ? 'file' : 'text' };
}
