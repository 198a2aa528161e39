import { Command } from 'commander';
import { suggestion } from '../../text/suggest.ts';

/** `offprint help grep` for those who type that; commander's own says nothing about a name that no command has. */
export function helpCommand(): Command {
  const command: Command = new Command('help')
    .description('show the help of a command')
    .argument('[command]', 'name of a command');
  return command.action((name: string | undefined) => {
    const program = command.parent ?? command;
    if (name === undefined) return program.outputHelp();
    const names = program.commands.map((known) => known.name());
    const found = program.commands.find((known) => known.name() === name);
    if (found === undefined) {
      command.error(`error: no command is called ${name}${suggestion(name, names)}; known are ${names.join(', ')}`);
    }
    found.outputHelp();
  });
}
