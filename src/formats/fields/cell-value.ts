import type { FieldValue } from './entry.ts';
import { JsonParser } from './json-parser.ts';

//     {'ArXiv': '2405.01234', 'CorpusId': 7}     [{"name": "Ada Clay"}]
const OBJECT = /^\[?\{\s*['"]/;

/** The value of a cell, into which a program may have written an object of a service's answer, as JSON or as Python prints it. */
export function cellValue(cell: string): FieldValue {
  if (!OBJECT.test(cell)) return cell;
  let value: FieldValue = cell;
  let isDamaged = false;
  const parser = new JsonParser<null>({
    open: () => null,
    close: (frame) => {
      if (frame.parent === null) value = frame.container;
      return true;
    },
    fault: () => {
      isDamaged = true;
    },
    full: () => {},
  });
  parser.push(cell, 1, 1);
  parser.end();
  return isDamaged ? cell : value;
}
