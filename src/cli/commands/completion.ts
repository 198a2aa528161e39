import { Argument, Command } from 'commander';
import type { ProgramModel } from '../completion/model.ts';
import { naming, oneOf } from '../options.ts';
import { openSink } from '../sink.ts';

const shells = ['bash', 'zsh', 'fish'] as const;

type Shell = (typeof shells)[number];

export function completionCommand(): Command {
  const command = new Command('completion')
    .description('print a completion script for a shell')
    .addArgument(new Argument('<shell>', shells.join(', ')).choices(shells).argParser(naming('shell', oneOf(shells))));
  return command.action(async (shell: Shell) => {
    const { programModel } = await import('../completion/model.ts');
    const print = await printerFor(shell);
    const sink = await openSink(undefined);
    await sink.write(print(programModel(command.parent ?? command)));
    await sink.finish();
  });
}

async function printerFor(shell: Shell): Promise<(program: ProgramModel) => string> {
  switch (shell) {
    case 'bash':
      return (await import('../completion/bash.ts')).bashCompletion;
    case 'zsh':
      return (await import('../completion/zsh.ts')).zshCompletion;
    case 'fish':
      return (await import('../completion/fish.ts')).fishCompletion;
  }
}
