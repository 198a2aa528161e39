import { identityOf } from '../query/identity.ts';
import { PaperIndex } from '../query/paper-index.ts';
import { inputName, say } from './messages.ts';
import { type ReadingOptions, readInputs } from './reading.ts';
import type { Sink } from './sink.ts';

/**
 * The papers of the listings or exports that `--not-in` names, in any format.
 *
 * @param sink the output, which must not be among them
 * @returns null if one of them could not be read, with a message on standard error
 */
export async function readKnownPapers(
  files: readonly string[],
  { formatIn: _, ...options }: ReadingOptions,
  sink: Sink,
): Promise<PaperIndex<true> | null> {
  const index = new PaperIndex<true>();
  let isComplete = true;
  const { hasFailed } = await readInputs(
    files,
    options,
    {
      open: () => ({ paper: (paper) => index.add(identityOf(paper), true), diagnostic: () => {} }),
      close: ({ name, format, lines }) => {
        if (format !== null || lines.total === lines.blank) return;
        isComplete = false;
        say(`--not-in: no paper listing recognized in ${inputName(name)}`);
      },
    },
    sink,
  );
  return isComplete && !hasFailed ? index : null;
}
