import type { Command, Help, Option } from 'commander';
import { type Example, examples } from './examples.ts';
import { guideTopics, readGuide } from './guides.ts';
import { asSentence, KEY_NAMES, KEYS } from './help.ts';
import { guideRoff, guideSection, withoutSections } from './manual-guide.ts';
import { bold, roff, tagged, verbatim } from './roff.ts';

/** Groups of options that several commands share; the manual explains them once. */
const SHARED_GROUPS = ['Input:', 'Selection:', 'Order:', 'Output:'];

/** Sections of guides that are sections of their own in a manual page. */
const HOISTED = { exit: 'Exit status', environment: 'Environment' };

const DESCRIPTION = [
  'offprint reads text that was copied, saved or extracted from a page or mail that lists papers, and prints one ' +
    'record per paper. The format of each input is detected. Inputs are files, folders, patterns and standard input, ' +
    'compressed or not. offprint can also read its own output.',
  'It prints a readable list to a terminal, and JSON to pipes and files. --format, or the extension of the --output ' +
    'file, selects another format. The default command is parse.',
];

/**
 * The manual page of the program, generated from the definitions that parse the command line, and from the guides.
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
    ...guideRoff(guideSection(readGuide('diagnostics'), HOISTED.exit)),
    '.SH ENVIRONMENT',
    ...guideRoff(guideSection(readGuide('exports'), HOISTED.environment)),
    '.SH EXAMPLES',
    ...allExamples().flatMap(exampleLines),
    ...guideTopics.flatMap(({ name }) => guideRoff(withoutSections(readGuide(name), Object.values(HOISTED)))),
  ];
  return `${lines.join('\n')}\n`;
}

/** The examples of all commands; those of the program itself repeat some of them. */
function allExamples(): Example[] {
  return Object.entries(examples).flatMap(([name, some]) => (name === 'offprint' ? [] : some));
}

function exampleLines({ line, purpose }: Example): string[] {
  return ['.PP', roff(asSentence(purpose).replace(/\.$/, ':')), ...verbatim(bold(line))];
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
  const [, flags = '', value] = /^([^<]*?)(?: <(.*)>)?$/.exec(option.flags) ?? [];
  const tag = value === undefined ? bold(flags) : `${bold(flags)} \\fI${roff(value)}\\fR`;
  return tagged(tag, roff(help.optionDescription(option)));
}
