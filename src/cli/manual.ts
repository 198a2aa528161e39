import type { Command, Help, Option } from 'commander';
import { type Example, examples } from './examples.ts';
import { asSentence, KEY_NAMES, KEYS } from './help.ts';

/** Groups of options that several commands share; the manual explains them once. */
const SHARED_GROUPS = ['Input:', 'Selection:', 'Order:', 'Output:'];

const EXIT_STATUS = [
  ['0', 'Success, even if the reader closed the pipe early.'],
  ['1', 'No paper was found. For grep: no paper matched. For check: a line was not recognized.'],
  ['2', 'Usage error, or an input or output failed. The other inputs are still read, and a message names what failed.'],
  ['130', 'Interrupted. A file that was being written keeps its previous content.'],
] as const;

const ENVIRONMENT = [
  ['FORCE_COLOR, NO_COLOR', 'Always or never use colours, unless --color is given.'],
  ['TERM', 'If set to dumb: no colours, no progress and no Unicode charts.'],
  [
    'LC_ALL, LC_CTYPE, LANG',
    'The first of these that is set determines whether charts, and lists on a terminal, may use Unicode.',
  ],
  ['COLUMNS', 'Width of lists and charts if the output is not a terminal; 80 if unset.'],
] as const;

const DESCRIPTION = [
  'offprint reads text that was copied, saved or extracted from a page or mail that lists papers, and prints one ' +
    'record per paper. The format of each input is detected. Inputs are files, folders, patterns and standard input, ' +
    'compressed or not. offprint can also read its own output.',
  'It prints a readable list to a terminal, and JSON to pipes and files. --format, or the extension of the --output ' +
    'file, selects another format. The default command is parse.',
];

/**
 * The manual page of the program, generated from the definitions that parse the command line.
 *
 * @param day `YYYY-MM-DD`
 * @returns source in the man macros of roff (man(7))
 */
export function manual(program: Command, day: string): string {
  const help = program.createHelp();
  const commands = help.visibleCommands(program);
  const name = program.name();
  const lines = [
    `.TH ${name.toUpperCase()} 1 ${day} "${program.version()}" "User Commands"`,
    // Do not hyphenate the names of keys and options.
    '.nh',
    '.ad l',
    '.SH NAME',
    `${name} \\- ${roff(program.description())}`,
    '.SH SYNOPSIS',
    commands.map((command) => usage(program, command)).join('\n.br\n'),
    '.SH DESCRIPTION',
    DESCRIPTION.map(roff).join('\n.PP\n'),
    '.SH COMMANDS',
    ...commands.flatMap((command) => commandLines(program, command, help)),
    '.SH OPTIONS',
    ...SHARED_GROUPS.flatMap((group) => groupLines(group, commands, help)),
    `.SS ${roff(KEYS.replace(/:$/, ''))}`,
    roff(KEY_NAMES),
    '.SS Other',
    ...help.visibleOptions(program).flatMap((option) => optionLines(option, help)),
    '.SH EXIT STATUS',
    ...EXIT_STATUS.flatMap(([status, meaning]) => tagged(bold(status), roff(meaning))),
    '.SH ENVIRONMENT',
    ...ENVIRONMENT.flatMap(([variable, meaning]) => tagged(bold(variable), roff(meaning))),
    '.SH EXAMPLES',
    allExamples().map(exampleText).join('\n.PP\n'),
  ];
  return `${lines.join('\n')}\n`;
}

/** The examples of all commands; those of the program itself repeat some of them. */
function allExamples(): Example[] {
  return Object.entries(examples).flatMap(([name, some]) => (name === 'offprint' ? [] : some));
}

function exampleText({ line, purpose }: Example): string {
  return [`${roff(asSentence(purpose).replace(/\.$/, ':'))}`, '.PP', '.nf', '.RS', bold(line), '.RE', '.fi'].join('\n');
}

/** `offprint grep [options] [pattern] [file...]` with the names in bold */
function usage(program: Command, command: Command): string {
  return `${bold(`${program.name()} ${command.name()}`)} ${roff(command.usage())}`;
}

/** The description of a command, and the options that only it has. */
function commandLines(program: Command, command: Command, help: Help): string[] {
  const own = help
    .visibleOptions(command)
    .filter(({ helpGroupHeading = '' }) => ![...SHARED_GROUPS, 'Other:'].includes(helpGroupHeading));
  return [
    ...tagged(usage(program, command), roff(asSentence(command.description()))),
    ...(own.length === 0 ? [] : ['.RS', ...own.flatMap((option) => optionLines(option, help)), '.RE']),
  ];
}

/** The options of a group, and the commands that take them. */
function groupLines(group: string, commands: readonly Command[], help: Help): string[] {
  const known = new Map<string, { option: Option; names: string[] }>();
  for (const command of commands) {
    for (const option of help.visibleOptions(command)) {
      if (option.helpGroupHeading !== group) continue;
      const entry = known.get(option.flags) ?? { option, names: [] };
      entry.names.push(command.name());
      known.set(option.flags, entry);
    }
  }
  const entries = [...known.values()];
  const names = [...new Set(entries.flatMap((entry) => entry.names))];
  return [
    `.SS ${roff(group.replace(/:$/, ''))}`,
    `For ${roff(names.join(', '))}.`,
    ...entries.flatMap(({ option }) => optionLines(option, help)),
  ];
}

/** The flags in bold, their value in italics. */
function optionLines(option: Option, help: Help): string[] {
  const [, flags = '', value] = /^(.*?)(?: <(.*)>)?$/.exec(option.flags) ?? [];
  const tag = value === undefined ? bold(flags) : `${bold(flags)} \\fI${roff(value)}\\fR`;
  return tagged(tag, roff(help.optionDescription(option)));
}

function tagged(tag: string, text: string): string[] {
  return ['.TP', tag, text];
}

function bold(text: string): string {
  return `\\fB${roff(text)}\\fR`;
}

const ROFF_NAMES: Readonly<Record<string, string>> = {
  '\\': '\\e',
  '-': '\\-',
  "'": '\\(aq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
};

/** Escapes text for roff: special characters by name, non-ASCII characters by number. */
function roff(text: string): string {
  return text
    .replace(/[\\'`^~-]/g, (character) => ROFF_NAMES[character] ?? character)
    .replace(
      /[^\x00-\x7f]/gu,
      (character) => `\\[u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/^\./gm, '\\&.');
}
