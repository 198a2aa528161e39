import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { InvalidValueError } from '../errors.ts';
import { checkCommand } from './commands/check.ts';
import { completionCommand } from './commands/completion.ts';
import { grepCommand } from './commands/grep.ts';
import { parseCommand } from './commands/parse.ts';
import { schemaCommand } from './commands/schema.ts';
import { statsCommand } from './commands/stats.ts';
import { configureHelp } from './help.ts';
import { print, say } from './messages.ts';
import { endOnSignals } from './signals.ts';
import { ClosedPipeError, OutputError } from './sink.ts';

const FAILED = 2;

/** Runs the command line; sets the status with which the process ends and never throws. */
export async function run(args: readonly string[]): Promise<void> {
  endOnSignals();
  process.on('uncaughtException', (error) => process.exit(statusOf(error)));
  try {
    await createProgram().parseAsync(args, { from: 'user' });
  } catch (error) {
    process.exitCode = statusOf(error);
  }
}

export function createProgram(): Command {
  const program = new Command('offprint')
    .description('turn dumps of paper listings into records, query and export them')
    .optionsGroup('Other:')
    .version(version(), '-V, --version', 'the version')
    .exitOverride()
    .configureOutput({
      writeOut: print,
      outputError: (text) =>
        say(
          text
            .replace(/^error: /, '')
            .trim()
            .replace(/\n/g, ' '),
        ),
    })
    .addHelpText('after', '\nOptions of a command: offprint COMMAND --help. Without a command: parse.');
  configureHelp(program);
  const names = () => program.commands.map((command) => command.name());
  program.addCommand(parseCommand(names), { isDefault: true });
  for (const command of [grepCommand(), statsCommand(), checkCommand(), schemaCommand(), completionCommand()])
    program.addCommand(command);
  for (const command of program.commands) command.copyInheritedSettings(program);
  return program;
}

function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  return version;
}

/** Says what went wrong, where that is not said yet, and returns the status for it. */
function statusOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : FAILED;
  if (error instanceof ClosedPipeError || (error as NodeJS.ErrnoException).code === 'EPIPE') return 0;
  if (error instanceof InvalidValueError || error instanceof OutputError) {
    say(error.message);
    return FAILED;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  say(`internal error: ${process.env.OFFPRINT_DEBUG === undefined ? message : stack}; please report it`);
  return FAILED;
}
