import type { FieldValue } from './entry.ts';
import { JsonParser } from './json-parser.ts';

//     {'ArXiv': '2405.01234', 'CorpusId': 7}     [{"name": "Ada Clay"}]     [['Clay', 'Ada', ''], ['Ek', 'Bo', '']]
const OBJECT = /^(?:\[?\{|\[\s*\[)\s*['"]/;

//     =HYPERLINK("https://arxiv.org/abs/2101.00001"; "Round Kites")
const HYPERLINK = /^=HYPERLINK\(\s?"([^"]*)"\s?(?:[,;]\s?"([^"]*)"\s?)?\)$/i;

/** The value of a cell, into which a program may have written an object of a service's answer, as JSON or as Python prints it. */
export function cellValue(cell: string): FieldValue {
  const [, url, text = ''] = cell.startsWith('=') ? (HYPERLINK.exec(cell.trim()) ?? []) : [];
  if (url !== undefined) return text === '' ? url : { text, urls: [url] };
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
