import type { Command, Help, Option } from 'commander';
import { type Example, examples } from './examples.ts';
import { asSentence, KEY_NAMES, KEYS } from './help.ts';

/** Groups of options that several commands share; the manual explains them once. */
const SHARED_GROUPS = ['Input:', 'Selection:', 'Order:', 'Output:'];

const EXIT_STATUS = [
  ['0', 'Done, also where whoever read the output did not want all of it.'],
  ['1', 'No paper was found; for grep, none that matches; for check, a line was not recognized.'],
  ['2', 'Wrong usage, or an input or output failed. The other inputs are read, and a message names what failed.'],
  ['130', 'Interrupted. A file that was being written is as it was before.'],
] as const;

const ENVIRONMENT = [
  ['FORCE_COLOR, NO_COLOR', 'Colours always or never, where --color does not say.'],
  ['TERM', 'With dumb, no colours, no progress and no Unicode drawing.'],
  [
    'LC_ALL, LC_CTYPE, LANG',
    'The first one that is set says whether charts, and lists on a terminal, may use Unicode.',
  ],
  ['COLUMNS', 'Width of the output for people where it goes to no terminal; 80 if unset.'],
] as const;

const DESCRIPTION = [
  'offprint reads text that somebody copied, saved or extracted from a page or a mail that lists papers, and prints one ' +
    'record a paper. The format of each input is detected. Inputs are files, folders, patterns and standard input, ' +
    'compressed or not. Its own output is input again.',
  'To a terminal it prints a list for reading, into pipes and files JSON; --format and the extension of the file that ' +
    '--output names choose another format. Without a command, parse is meant.',
];

/**
 * The manual page of the program, made from the definitions by which the command line is parsed.
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
    // Names of keys and options stay whole, as they are typed.
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

/** Those of the commands; what a whole program can do is among them. */
function allExamples(): Example[] {
  return Object.entries(examples).flatMap(([name, some]) => (name === 'offprint' ? [] : some));
}

function exampleText({ line, purpose }: Example): string {
  return [`${roff(asSentence(purpose).replace(/\.$/, ':'))}`, '.PP', '.nf', '.RS', bold(line), '.RE', '.fi'].join('\n');
}

/** `offprint grep [options] [pattern] [file...]`, the names bold */
function usage(program: Command, command: Command): string {
  return `${bold(`${program.name()} ${command.name()}`)} ${roff(command.usage())}`;
}

/** What the command does, and the options that it does not share with others. */
function commandLines(program: Command, command: Command, help: Help): string[] {
  const own = help
    .visibleOptions(command)
    .filter(({ helpGroupHeading = '' }) => ![...SHARED_GROUPS, 'Other:'].includes(helpGroupHeading));
  return [
    ...tagged(usage(program, command), roff(asSentence(command.description()))),
    ...(own.length === 0 ? [] : ['.RS', ...own.flatMap((option) => optionLines(option, help)), '.RE']),
  ];
}

/** The options of a group with the commands that know them. */
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
    `Of ${roff(names.join(', '))}.`,
    ...entries.flatMap(({ option }) => optionLines(option, help)),
  ];
}

/** The flags bold, what follows them in italics. */
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

/** Text as roff prints it unchanged: its special characters by name, and those outside ASCII by number. */
function roff(text: string): string {
  return text
    .replace(/[\\'`^~-]/g, (character) => ROFF_NAMES[character] ?? character)
    .replace(
      /[^\x00-\x7f]/gu,
      (character) => `\\[u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/^\./gm, '\\&.');
}
