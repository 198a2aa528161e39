/*
 * Where JSON begins in a text that holds more than JSON: a log, a script, an answer of a chat.
 *
 *     2026-07-04 10:00:00 INFO found {"title": "Kites"}
 *     const papers = [
 *     window.PAPERS = [{"title": "Kites"}];
 *     callback({"data": [{"title": "Kites"}]});
 */

/** An object, perhaps in arrays, or a bracket at the end of the line; also the call that makes an object in Python. */
const START =
  /(?:^|[\s=(:>])(?=(?:\[\s{0,9}){0,9}\{\s{0,9}(?:["'}]|[A-Za-z_$][\w$]{0,60}\s{0,9}:)|[[{]\s{0,9}$|(?:\[\s{0,9}){0,9}[A-Za-z_][\w.]{0,80}\(\w{1,60}=['"[])/;

/** The offset at which JSON begins in a line outside of any object or array; -1 if it does not. */
export function jsonStart(text: string): number {
  const found = START.exec(text);
  if (found === null) return -1;
  const start = found.index + found[0].length;
  return /["{}]/.test(text.slice(0, start)) ? -1 : start;
}

//     // The papers     /* papers */     ```json     ```     ];     export default papers;
const AROUND = /^(?:\/\/|\/\*|\*\/|```|(?:export|module\.exports|return)\b|[\])};]+$)/;

/** Whether a line without JSON is what scripts and Markdown have around it. */
export function isAroundJson(text: string): boolean {
  return AROUND.test(text);
}

/** Whether a line outside of any object or array is text, not a piece of JSON whose beginning was lost. */
export function isProse(text: string): boolean {
  return /\s/.test(text) && /\p{L}/u.test(text) && !/["{}]/.test(text);
}

//     "title":     {title: 'Kites'     title: `Kites`
const TITLE = /["'](?:\w{0,30}[_ ])?title["']?\s{0,9}:|(?:[{,]\s{0,9}|^\s{1,40})title\s{0,9}:\s{0,9}["'`[]/im;
//     "title": "Kites",     title: 'Kites',     },     ],
const PIECE = /^["'{}[\],]|^[A-Za-z_$][\w$]{0,60}\s{0,9}:.*[,{[]$/;
const MOST_LINES = 400;

/** Whether a text that does not begin with JSON has objects with titles, and little else. */
export function isFramedJson(head: string): boolean {
  // XML, BibTeX
  if (/^\s*[<@]/.test(head) || !TITLE.test(head)) return false;
  const lines = head.split('\n', MOST_LINES).map((line) => line.trim());
  const starts = lines.filter((line) => jsonStart(line) >= 0).length;
  const pieces = lines.filter((line) => PIECE.test(line) || jsonStart(line) > 0).length;
  return starts > 0 && pieces * 4 >= lines.filter((line) => line !== '' && !isAroundJson(line)).length;
}
