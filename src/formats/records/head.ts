import { type PaperKey, paperKeys } from '../../paper/keys.ts';
import type { JsonHead } from '../json/head.ts';

const keys: ReadonlySet<string> = new Set(paperKeys);
/** What a JSON record may hold: the keys of a paper and of its `source`. */
const jsonKeys: ReadonlySet<string> = new Set([...paperKeys, 'file', 'line', 'format']);

function isPaperKey(text: string): text is PaperKey {
  return keys.has(text);
}

/** Whether the first JSON object is one of offprint's records; an empty array is the output of a run without papers. */
export function isRecordHead({ isEmptyArray, firstKeys }: JsonHead): boolean {
  return isEmptyArray || (firstKeys.has('title') && [...firstKeys].every((key) => jsonKeys.has(key)));
}

/** The first row of a table. */
export interface TableHeader {
  readonly delimiter: string;
  readonly columns: readonly PaperKey[];
}

/** @returns null unless the line holds names of keys, `title` among them, each once and nothing else */
export function readTableHeader(line: string): TableHeader | null {
  for (const delimiter of [',', ';', '\t']) {
    const columns = line
      .replace(/^\ufeff/, '')
      .split(delimiter)
      .map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    if (columns.includes('title') && columns.every(isPaperKey) && new Set(columns).size === columns.length) {
      return { delimiter, columns };
    }
  }
  return null;
}
