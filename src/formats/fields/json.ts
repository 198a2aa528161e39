import { lazyFormat } from '../lazy-format.ts';

/** JSON of any service, NDJSON, offprint's own records. */
export const json = lazyFormat(
  {
    name: 'json',
    description: 'JSON or NDJSON: answers of APIs, dumps, scrapes, own records',
    detect: (head) => JSON_HEAD.test(head),
  },
  () => import('./json-reader.ts'),
);

//     {"title": …          [{"title": …          [null, {"title": …          [[{"title": …          []
const JSON_HEAD = /^\s*(?:\{\s*["}]|(?:\[\s*)+(?:null\s*,\s*)*(?:\{\s*(?:["}]|$)|\]))/;
