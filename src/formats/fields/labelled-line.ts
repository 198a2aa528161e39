/** A line of a labelled listing, taken apart. */
export interface LabelledLine {
  readonly number: number;
  /** The line is empty, or has only quote marks. */
  readonly isBlank: boolean;
  readonly isQuoted: boolean;
  /** The line may separate two blocks: `rule`, or a number with `#` for its digits. */
  readonly divider: string | null;
  /** The name before a colon, without markup; null if there is none. */
  readonly label: string | null;
  readonly isBold: boolean;
  /** The label is written as text never is: `{Title}`, `Title-题名`. */
  readonly isSure: boolean;
  readonly indent: number;
  /** The text after the colon; without a label, the line without its bullet. */
  readonly value: string;
  /** The whole line. */
  readonly text: string;
  /** A bullet was in front of it. */
  readonly isBulleted: boolean;
  /** The text of a heading: `## Title`, `1. Title`, `**Title**`. */
  readonly heading: string | null;
}

//     ---     * * *     =====     ————     ...     ```text, around what was pasted as code     2 rows in set (0.00 sec)
const RULE = /^(?:([-*_=~#+—–•`.])(?:\s?\1){2,}|`{3,}\w{1,10}|\d+ rows? in set\b.*)$/;
//     3     3.     [3]     Paper 3:     --- Entry #3 ---     *** 3. row ***
const NUMBER =
  /^[-=*#\s]*[[(]?(?:(?:paper|entry|item|result|article|row|no\.)\s?)?#?\d{1,4}[.):\]]*(?: row)?[-=*\s]*$/i;
const LONGEST_RULE = 200;
const QUOTE = /^(?:>\s?)+/;
const BULLET = /^(?:[-*+•·▪◦‣–]|\(?\d{1,4}[.)]|\[\d{1,4}\]|#{1,6})\s+/;
// A picture in front of the label.
const SYMBOLS = /^[^\p{L}\p{N}\s"'`*_[({<\\$]+\s+/u;
const EMPHASIS = /^(?:[*_`]|<(?:b|strong)>)+/i;
// Only from the first of several marks, so that a long run of them that is not at the end is tried once.
const EMPHASIS_BEHIND = /(?<![*_`]|<\/(?:b|strong)>)(?:[*_`]|<\/(?:b|strong)>)+$/i;
const CLOSED_EMPHASIS = /^\s?(?:[*_`]|<\/(?:b|strong)>)+/i;
const LABEL = /^\p{L}[\p{L}\p{N} _/();#&'’-]*\.?$/u;
//     Title-题名, as CNKI prints it
const TRANSLATED = /^[A-Za-z]+-(?=\p{Script=Han})/u;
//     {Title}, as NoteExpress prints it
const IN_BRACES = /^\{([^{}]+)\}$/;
const LONGEST_LABEL = 32;
const MOST_WORDS = 4;

/**
 *     Title: …     - **Authors:** …     > arXiv : …     3. Title: …     📄 __Title__: …     Abstract：…
 */
export function readLabelledLine(raw: string, number: number): LabelledLine {
  const isQuoted = QUOTE.test(raw);
  const quoted = isQuoted ? raw.replace(QUOTE, '') : raw;
  const text = quoted.trim();
  const indent = quoted.length - quoted.trimStart().length;
  if (text === '') return plainLine(number, text, null, isQuoted);
  if (text.length < LONGEST_RULE) {
    if (RULE.test(text)) return plainLine(number, text, 'rule', isQuoted);
    if (NUMBER.test(text)) return plainLine(number, text, text.replace(/\d+/, '#'), isQuoted);
  }
  const bullet = BULLET.exec(text)?.[0] ?? '';
  const bare = text.slice(bullet.length).replace(SYMBOLS, '');
  const isBulleted = bullet !== '';
  const labelled = splitLabel(bare);
  return {
    number,
    isBlank: false,
    isQuoted,
    divider: null,
    label: labelled?.label ?? null,
    isBold: labelled?.isBold ?? false,
    isSure: labelled?.isSure ?? false,
    indent,
    value: labelled?.value ?? bare,
    text,
    isBulleted,
    heading: labelled === null ? headingOf(bullet, bare) : null,
  };
}

/** A line that is blank or a divider. */
function plainLine(number: number, text: string, divider: LabelledLine['divider'], isQuoted: boolean): LabelledLine {
  return {
    number,
    isBlank: divider === null,
    isQuoted,
    divider,
    label: null,
    isBold: false,
    isSure: false,
    indent: 0,
    value: text,
    text,
    isBulleted: false,
    heading: null,
  };
}

function splitLabel(text: string): { label: string; isBold: boolean; isSure: boolean; value: string } | null {
  const colon = /[:：]/.exec(text.slice(0, LONGEST_LABEL + 8))?.index ?? -1;
  if (colon < 1) return null;
  const before = text.slice(0, colon).trimEnd();
  //     title:: Kites, as Logseq and Obsidian have it
  let value = text.slice(colon + 1).replace(/^:(?=\s|$)/, '');
  if (value.startsWith('//')) return null;
  const opening = EMPHASIS.exec(before)?.[0] ?? '';
  const bare = before.slice(opening.length);
  const written = bare.replace(EMPHASIS_BEHIND, '').trim();
  const label = written.replace(TRANSLATED, '').replace(IN_BRACES, '$1');
  if (label.length > LONGEST_LABEL || !LABEL.test(label) || label.split(' ').length > MOST_WORDS) return null;
  if (opening !== '' && label === bare) {
    // `**Title:** …`, or all of the line is bold.
    const rest = value.replace(CLOSED_EMPHASIS, '');
    value = rest === value ? value.replace(EMPHASIS_BEHIND, '') : rest;
  }
  return { label, isBold: opening.length > 1, isSure: label !== written, value: value.trim() };
}

function headingOf(bullet: string, text: string): string | null {
  const isBold = EMPHASIS.test(text) && EMPHASIS_BEHIND.test(text);
  if (!isBold && !/^[#\d([]/.test(bullet)) return null;
  return text
    .replace(/^#+\s|\s#+$/g, '')
    .replace(EMPHASIS, '')
    .replace(EMPHASIS_BEHIND, '')
    .trim();
}
