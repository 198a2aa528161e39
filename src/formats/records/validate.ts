import { corePaperKeys } from '../../paper/keys.ts';
import { type Paper, paperSchema } from '../../paper/paper.ts';
import type { ReaderOutput } from '../format.ts';
import { cleanStrings } from './clean-strings.ts';

/**
 * The paper that a record is; null, with a diagnostic, where it does not fit the schema.
 *
 * @param record changed: a core key that is not there, since it was not among the columns written, becomes null
 */
export function readRecord(record: { [key: string]: unknown }, line: number, output: ReaderOutput): Paper | null {
  cleanStrings(record, line, output);
  for (const key of corePaperKeys) record[key] ??= null;
  const { data, error } = paperSchema.safeParse(record);
  if (data !== undefined) return data;
  const problems = error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
  output.report('invalid-record', problems.join('; '), line);
  return null;
}
