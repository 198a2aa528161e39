import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { InvalidValueError } from '../diagnostics/errors.ts';
import { suggestion } from '../text/suggest.ts';
import { checkCommand } from './commands/check.ts';
import { completionCommand } from './commands/completion.ts';
import { grepCommand } from './commands/grep.ts';
import { helpCommand } from './commands/help.ts';
import { commandComesFirst, parseCommand } from './commands/parse.ts';
import { schemaCommand } from './commands/schema.ts';
import { statsCommand } from './commands/stats.ts';
import { optionFor } from './habits.ts';
import { configureHelp } from './help.ts';
import { isPrinting, print, reasonOf, say } from './messages.ts';
import { NamesOption } from './options.ts';
import { endOnSignals } from './signals.ts';
import { ClosedPipeError, OutputError } from './sink.ts';

const FAILED = 2;

/** Runs the command line; sets the exit status and never throws. */
export async function run(args: readonly string[]): Promise<void> {
  endOnSignals();
  process.on('uncaughtException', (error) => process.exit(statusOf(error)));
  try {
    await createProgram(args).parseAsync(args, { from: 'user' });
  } catch (error) {
    // Handle a signal that arrived while JavaScript was busy: the event loop looks for one between two immediates.
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    process.exitCode = statusOf(error);
  }
  // All output is written. Exit explicitly: Node 20 may otherwise deadlock at exit, waiting for a compiler thread that waits
  // for a garbage collection.
  if (!isPrinting()) process.exit();
}

/** @param args the arguments of a run: commands that it cannot call are created by name only; if omitted, all are complete */
export function createProgram(args?: readonly string[]): Command {
  const names = () => program.commands.map((command) => command.name());
  const program: Command = new Command('offprint')
    .description('turn paper listings into records, query them and export them')
    .optionsGroup('Other:')
    .version(`offprint ${version()}`, '-V, --version', 'print the version')
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: print,
      outputError: (text) => {
        const message = text
          .replace(/^error: /, '')
          .trim()
          .replace(/\n/g, ' ')
          .replace(/^option '(?:-\w, )?(--[\w-]+) <.*>' argument missing$/, '$1 needs a value')
          .replace(
            /^too many arguments for '(.*)'\. Expected (\d+) .*$/,
            (_, name: string, count: string) =>
              `offprint ${name} takes ${count === '0' ? 'no argument' : 'one argument'} (see offprint ${name} --help)`,
          );
        say(`${message}${optionHint(message, args ?? [], program.commands)}`);
      },
    })
    .usage('[command] [options] [file...]');
  configureHelp(program);
  const commands = {
    parse: () => parseCommand(names),
    grep: grepCommand,
    stats: statsCommand,
    check: checkCommand,
    schema: schemaCommand,
    completion: completionCommand,
    help: helpCommand,
  };
  for (const [name, create] of Object.entries(commands)) {
    const isDefault = name === 'parse';
    program.addCommand(isDefault || mayCall(args, name) ? create() : new Command(name), { isDefault });
  }
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

/** Whether a run may call the command or show its help. */
function mayCall(args: readonly string[] | undefined, name: string): boolean {
  return (
    args === undefined ||
    args.length === 0 ||
    [name, 'help', '--help', '-h', 'completion'].some((word) => args.includes(word))
  );
}

/** Suggests what an unknown option may have meant, or where a missing argument is explained. */
function optionHint(message: string, args: readonly string[], commands: readonly Command[]): string {
  const given = args.find((arg) => commands.some((command) => command.name() === arg));
  if (message.startsWith('missing required argument')) return ` (see offprint ${given} --help)`;
  const option = /^unknown option '(.*)'$/.exec(message)?.[1];
  if (option === undefined) return '';
  // Options before the command belong to parse, which does not take those of other commands: `offprint -q grep -c kite`.
  if (given !== undefined && given !== args[0]) return commandComesFirst(given);
  const name = given ?? 'parse';
  const all = createProgram().commands;
  const known = optionFor(
    option,
    name,
    all.map((command) => command.name()),
  );
  const command = all.find((one) => one.name() === name);
  if (known !== undefined) return ` (${equivalentIn(command, known)})`;
  const owner = all.find((other) => hasOption(other, option));
  const help = `options: offprint ${name} --help`;
  if (owner !== undefined) return ` (an option of ${owner.name()}, not of ${name}; ${help})`;
  const flags = command?.options.map(({ long }) => long ?? '') ?? [];
  const near = option.startsWith('--') ? suggestion(option, flags) : '';
  if (near !== '') return near;
  if (name === 'grep' && args[1] === option) return ` (to search for it: offprint grep -- ${option}; ${help})`;
  return ` (${help})`;
}

/** `use --limit N`, or `use offprint parse --limit N` for a command that does not have the option. */
function equivalentIn(command: Command | undefined, known: string): string {
  if (known.startsWith('not needed')) return known;
  const [, flag, value = ''] = /^(-[\w-]+)(?: ([\w-]+)$)?/.exec(known) ?? [];
  const option = command?.options.find(({ long, short }) => flag === long || flag === short);
  const takes = !(option instanceof NamesOption) || /[A-Z]|^$/.test(value) || option.names.includes(value);
  return `use ${flag === undefined || (option !== undefined && takes) ? '' : 'offprint parse '}${known}`;
}

function hasOption(command: Command, name: string): boolean {
  return command.options.some(({ long, short }) => name === long || name === short);
}

function version(): string {
  const text = readFileSync(`${import.meta.dirname}/../../package.json`, 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  return version;
}

/** Prints the error, unless it was printed already, and returns the exit status. */
function statusOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : FAILED;
  if (error instanceof ClosedPipeError || (error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
  if (error instanceof InvalidValueError || error instanceof OutputError) {
    say(error.message);
    return FAILED;
  }
  // Help and the version are not written through a sink.
  if ((error as NodeJS.ErrnoException).syscall === 'write') {
    say(`cannot write standard output: ${reasonOf(error)}`);
    return FAILED;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  say(`internal error: ${process.env.OFFPRINT_DEBUG === undefined ? message : stack}; please report it`);
  return FAILED;
}
