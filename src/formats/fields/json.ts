import { lazyFormat } from '../lazy-format.ts';
import { isFramedJson } from './json-start.ts';
import { hasHeader } from './table.ts';

/** JSON of any service, NDJSON, offprint's own records. */
export const json = lazyFormat(
  {
    name: 'json',
    isData: true,
    detect: (head) =>
      JSON_HEAD.test(head) ||
      STRING.test(head) ||
      (CALLS.test(head) && /\btitle=['"]/.test(head)) ||
      isCutJson(head) ||
      (isFramedJson(head) && !hasHeader(head)),
  },
  () => import('./json-reader.ts'),
);

//     {"title": …          [{"title": …          [null, {"title": …          [[{"title": …          []          [{'title': …
const JSON_HEAD = /^\s*(?:\{\s*["'}]|(?:\[\s*)+(?:null\s*,\s*)*(?:\{\s*(?:["'}]|$)|\]))/;

// [Paper(title='…
const CALLS = /^\s*(?:\[\s*)?[A-Za-z_][\w.]{0,80}\(\w{1,60}=['"[]/;

// A page, or JSON, as one string:  "# Daily Papers\n\n…     "[{\"title\": …
const STRING = /^\s*"(?=[^\n]{0,2000}\\[n"])(?:[^"\\\n]|\\.)*\\?(?:"\s*)?$/;

// One object per line, below a line whose beginning was cut off:
//
//     ng","date":"2024-06-05"}
//     {"title": … }
const BELOW_A_CUT_LINE = /^[^\n]*\}\r?\n\{ ?"[^\n]*\}(?:\r?\n|$)/;

// The next object of an array on one line:  ng","date":"2024-06-05"},{"title": …
const NEXT_OBJECT = /^[^\n]*"\s{0,9}[\]}]*\s{0,9}\}\s{0,9},\s{0,9}\{\s{0,9}"[^"\n]{1,100}"\s{0,9}:/;

/** Number of lines in which to look for members of objects whose beginning was cut off. */
const MOST_LINES = 40;
const MEMBER = /^"[^"\\]{1,100}"\s{0,9}:/;
const BRACKETS = /^[\s,[\]{}]+$/;

/**
 * Whether this is the rest of a JSON text whose beginning is lost:
 *
 *     ches for sheep",
 *         "date": "2024-06-05"
 *       },
 */
function isCutJson(head: string): boolean {
  if (BELOW_A_CUT_LINE.test(head) || NEXT_OBJECT.test(head)) return true;
  const [, ...lines] = head
    .split('\n', MOST_LINES)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const members = lines.filter((line) => MEMBER.test(line)).length;
  const others = lines.filter((line) => BRACKETS.test(line) || /^".*",?$/.test(line)).length;
  return members >= 2 && (members + others) * 5 >= lines.length * 4;
}
