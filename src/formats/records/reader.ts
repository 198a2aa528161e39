import type { Line } from '../../input/line.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { readTableHeader } from './head.ts';
import { jsonReader } from './json.ts';
import { tableReader } from './table.ts';

/** The first line that is not blank tells which kind of records the others are. */
export function open(output: ReaderOutput): Reader {
  let reader: Reader | null = null;
  const choose = (line: Line): Reader => {
    const header = readTableHeader(line.text);
    return header === null ? jsonReader(output) : tableReader(header, output);
  };
  return {
    line(line) {
      if (reader === null && line.isBlank) return;
      reader ??= choose(line);
      reader.line(line);
    },
    end: () => reader?.end(),
  };
}
