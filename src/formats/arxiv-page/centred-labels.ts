import type { PageLine } from './page-line.ts';

//     Journal reference: Journal of Lamps 12 (2024)
const LABEL = /^[A-Z][A-Za-z]+(?: [A-Za-z()]+)?:(?=\s|$)/;
/** Values stand behind the widest label of the table. */
const NARROWEST = 12;
/** What follows it has no label of its own. */
const OPEN_ENDED = /^Cite as:/;
const ADDRESS = /^https?:/;
const MAY_HOLD_ADDRESS = /^(?:Cite as|Related DOI|DOI):/;

/**
 * Puts each label in front of the first line of its value: w3m prints it beside the middle one.
 *
 *                        12 pages, 3 lanterns;
 *     Comments:          accepted at the Workshop
 *                        on Wicks
 *                        Computation and Language
 *     Subjects:          (cs.CL); Machine Learning
 *                        (cs.LG)
 *     MSC classes:       68T50
 */
export function withLabelsInFront(lines: readonly PageLine[]): PageLine[] {
  const result = [...lines];
  let start = 0;
  for (let at = 0; at <= lines.length; at += 1) {
    if (at < lines.length && lines[at]?.text !== '') continue;
    const rows = lines.slice(start, at);
    const cells = cellsOf(rows);
    if (cells !== null) result.splice(start, rows.length, ...moveLabels(rows, cells));
    start = at + 1;
  }
  return result;
}

/** A row of the table: its first line, and the line with the label. */
interface Cell {
  readonly start: number;
  readonly label: number;
}

/** null if the lines are not such a table, or if it is unclear which value a line is part of. */
function cellsOf(rows: readonly PageLine[]): Cell[] | null {
  const labels = rows.flatMap(({ text }, at) => (LABEL.test(text) ? [at] : []));
  const values = rows.filter((_, at) => !labels.includes(at));
  const column = values[0]?.indent ?? 0;
  if (labels.length < 2 || column < NARROWEST || values.some(({ indent }) => indent !== column)) return null;
  return labels.every((at) => rows[at]?.indent === 0) ? divide(rows, labels, 0) : null;
}

/** The cells from a line on, so that each label stands in the middle of its own. */
function divide(rows: readonly PageLine[], labels: readonly number[], start: number): Cell[] | null {
  const [label, ...others] = labels;
  if (label === undefined) return start === rows.length ? [] : null;
  const above = label - start;
  const isOpen = OPEN_ENDED.test(rows[label]?.text ?? '');
  const next = others[0] ?? rows.length;
  const shortest = start + 2 * above + 1;
  const longest = isOpen ? next : shortest + 1;
  for (let end = Math.min(longest, next); end >= shortest; end -= 1) {
    // Addresses stand beside a DOI alone.
    if (
      !MAY_HOLD_ADDRESS.test(rows[label]?.text ?? '') &&
      rows.slice(start, end).some(({ text }) => ADDRESS.test(text))
    )
      continue;
    const rest = divide(rows, others, end);
    if (rest !== null) return [{ start, label }, ...rest];
  }
  return null;
}

function moveLabels(rows: readonly PageLine[], cells: readonly Cell[]): PageLine[] {
  const moved = [...rows];
  for (const { start, label } of cells) {
    const first = rows[start];
    const middle = rows[label];
    if (start === label || first === undefined || middle === undefined) continue;
    const name = LABEL.exec(middle.text)?.[0] ?? '';
    moved[start] = { ...first, text: `${name} ${first.text}` };
    moved[label] = { ...middle, text: middle.text.slice(name.length).trim() };
  }
  return moved;
}
