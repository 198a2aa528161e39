import { type Command, type Help, type HelpConfiguration, Option } from 'commander';
import { paperKeys } from '../paper/keys.ts';
import { examples } from './examples.ts';
import { guideTopics } from './guides.ts';

const WIDEST = 80;
/** A description is printed next to its term if it gets at least this many columns, otherwise below it. */
const NARROWEST_COLUMN = 30;
export const KEYS = 'Keys of a paper:';
export const KEY_NAMES = paperKeys.join(', ');
const CLOSING = `Options: offprint COMMAND --help. Guides: offprint help TOPIC, about ${guideTopics
  .map(({ name }) => name)
  .join(', ')}.`;

/**
 * Makes the help of the program and of its commands begin with what they do and with examples:
 *
 *     Print the papers whose title or abstract match a pattern.
 *
 *     Examples:
 *       offprint grep -c quantization papers.ndjson
 *           how many papers mention a word
 *
 *     Usage: offprint grep [options] [pattern] [file...]
 *     …
 */
export function configureHelp(program: Command): void {
  program
    .configureHelp(helpConfiguration)
    .configureOutput({
      getOutHelpWidth: () => helpWidth(process.stdout),
      getErrHelpWidth: () => helpWidth(process.stderr),
      // Help has no colours. Asking Node would print a warning if both NO_COLOR and FORCE_COLOR are set.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpOption(new Option('-h, --help', 'print this help').helpGroup('Other:'))
    .helpCommand(false);
}

const helpConfiguration: HelpConfiguration = {
  // Also wrap descriptions that are printed below their terms because the terminal is narrow.
  minWidthToWrap: 1,
  subcommandTerm: (command) => command.name(),
  formatHelp: (command, help) => {
    const width = help.helpWidth ?? WIDEST;
    const termWidth = help.padWidth(command, help);
    const parts = [
      help.boxWrap(asSentence(command.description()), width),
      exampleLines(command.name(), help, width).join('\n'),
      help.boxWrap(`Usage: ${help.commandUsage(command)}`, width),
      ...itemGroups(command, help).map(([heading, items]) => section(heading, items, termWidth, help, width)),
      command.options.some(({ long }) => long === '--has') ? `${KEYS}\n${indented(KEY_NAMES, 2, help, width)}` : '',
      command.parent === null ? help.boxWrap(CLOSING, width) : '',
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  },
};

type Item = readonly [term: string, description: string];

function itemGroups(command: Command, help: Help): [heading: string, items: Item[]][] {
  // The overview has no room for --help and --version.
  const visible = command.parent === null ? [] : help.visibleOptions(command);
  const options = help.groupItems([], visible, (option) => option.helpGroupHeading ?? 'Options:');
  return [
    ['Arguments:', help.visibleArguments(command).map((argument) => [argument.name(), argument.description])],
    ['Commands:', help.visibleCommands(command).map((subcommand) => [subcommand.name(), subcommand.description()])],
    ...[...options].map(([heading, group]): [string, Item[]] => [
      heading,
      group.map((option) => [help.optionTerm(option), help.optionDescription(option)]),
    ]),
  ];
}

/** A heading and its items; each description is next to its term, or below it if the terminal is narrow. */
function section(heading: string, items: readonly Item[], termWidth: number, help: Help, width: number): string {
  if (items.length === 0) return '';
  const isNarrow = width - termWidth < NARROWEST_COLUMN;
  const lines = items.map(([term, description]) =>
    isNarrow ? `  ${term}\n${below(description, help, width)}` : help.formatItem(term, termWidth, description, help),
  );
  return [heading, ...lines].join('\n');
}

/** Example commands are never wrapped, so that they can be copied. */
function exampleLines(name: string, help: Help, width: number): string[] {
  const lines = (examples[name] ?? []).flatMap(({ line, purpose }) => [`  ${line}`, below(purpose, help, width)]);
  return lines.length === 0 ? [] : ['Examples:', ...lines];
}

function below(text: string, help: Help, width: number): string {
  return indented(text, 6, help, width);
}

function indented(text: string, columns: number, help: Help, width: number): string {
  return help.boxWrap(text, width - columns).replace(/^/gm, ' '.repeat(columns));
}

export function asSentence(description: string): string {
  return `${description.charAt(0).toUpperCase()}${description.slice(1)}.`;
}

function helpWidth(stream: NodeJS.WriteStream): number {
  return stream.isTTY && stream.columns > 0 ? Math.min(stream.columns, WIDEST) : WIDEST;
}
