import { Argument, Command } from 'commander';
import { findName, suggestion } from '../../text/suggest.ts';
import { guideTopics, readGuide } from '../guides.ts';
import { print } from '../messages.ts';

/** `offprint help grep` shows the help of a command, `offprint help dates` a guide. */
export function helpCommand(): Command {
  const topics = guideTopics.map(({ name }) => name);
  const command: Command = new Command('help')
    .description('show the help of a command, or a guide')
    .addArgument(new Argument('[topic]', `a command, or one of ${topics.join(', ')}`));
  return command.action((topic: string | undefined) => {
    const program = command.parent ?? command;
    if (topic === undefined) return program.outputHelp();
    const found = program.commands.find((known) => known.name() === topic);
    if (found !== undefined) return found.outputHelp();
    const guide = findName(topic, topics);
    if (guide !== undefined) return print(readGuide(guide));
    const names = [...program.commands.map((known) => known.name()), ...topics];
    command.error(
      `error: no command or guide is called ${topic}${suggestion(topic, names)}; expected one of ${names.join(', ')}`,
    );
  });
}
