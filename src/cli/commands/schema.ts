import { Command } from 'commander';
import { openSink } from '../sink.ts';

export function schemaCommand(): Command {
  return new Command('schema').description('print the JSON Schema of a paper').action(async () => {
    const [{ z }, { paperSchema }] = await Promise.all([import('zod'), import('../../paper/paper.ts')]);
    const sink = await openSink(undefined);
    await sink.write(`${JSON.stringify(z.toJSONSchema(paperSchema), null, 2)}\n`);
    await sink.finish();
  });
}
