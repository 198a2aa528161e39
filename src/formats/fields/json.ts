import { lazyFormat } from '../lazy-format.ts';

/** JSON of any service, NDJSON, offprint's own records. */
export const json = lazyFormat(
  {
    name: 'json',
    description: 'JSON or NDJSON: answers of APIs, dumps, scrapes, own records',
    detect: (head) => JSON_HEAD.test(head) || BELOW_A_CUT_LINE.test(head),
  },
  () => import('./json-reader.ts'),
);

//     {"title": …          [{"title": …          [null, {"title": …          [[{"title": …          []
const JSON_HEAD = /^\s*(?:\{\s*["}]|(?:\[\s*)+(?:null\s*,\s*)*(?:\{\s*(?:["}]|$)|\]))/;

// One object a line, below a line of which the beginning was cut off:
//
//     ng","date":"2024-06-05"}
//     {"title": … }
const BELOW_A_CUT_LINE = /^[^\n]*\}\r?\n\{ ?"[^\n]*\}(?:\r?\n|$)/;
