import { type Command, Help, type HelpConfiguration, Option } from 'commander';
import { examples } from './examples.ts';

const WIDEST = 80;

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
    })
    .addHelpOption(new Option('-h, --help', 'this help').helpGroup('Other:'))
    .helpCommand(false);
}

const helpConfiguration: HelpConfiguration = {
  commandDescription: () => '',
  argumentDescription: ({ description }) => description,
  subcommandTerm: (command) => command.name(),
  formatHelp: (command, help) => {
    const parts = [
      help.boxWrap(asSentence(command.description()), help.helpWidth ?? WIDEST),
      exampleLines(command.name()).join('\n'),
      Help.prototype.formatHelp.call(help, command, help),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
  },
};

function exampleLines(name: string): string[] {
  const lines = (examples[name] ?? []).flatMap(({ line, purpose }) => [`  ${line}`, `      ${purpose}`]);
  return lines.length === 0 ? [] : ['Examples:', ...lines];
}

export function asSentence(description: string): string {
  return `${description.charAt(0).toUpperCase()}${description.slice(1)}.`;
}

function helpWidth(stream: NodeJS.WriteStream): number {
  return stream.isTTY && stream.columns > 0 ? Math.min(stream.columns, WIDEST) : WIDEST;
}
