import type { ReaderOptions, ReaderOutput } from '../format.ts';
import { pageFormats, readAs, type TextFormat, textFormats } from '../text-formats.ts';
import { type Fields, type FieldValue, isFields, isList } from './entry.ts';

/** Members in which page readers and crawlers put the text of a page. */
const TEXTS = ['markdown', 'raw_content', 'content', 'text', 'page_content', 'html', 'rawHtml'];

/** A text with as many lines, and as many links to papers, is a list of papers. */
const LEAST_LINES = 20;
const LEAST_LINKS = 3;
const LINK =
  /(?:(?:arxiv\.org\/(?:abs|pdf)|huggingface\.co\/papers|doi\.org)\/|["'(]\/(?:papers|abs)\/\d{4}\.)[^\s()<>"']+/g;

/** The text of a page in the answer of a page reader. */
export interface PageText {
  readonly member: string;
  readonly text: string;
}

/**
 * The page in a page reader's answer that lists papers; null for any other object, such as a paper.
 *
 *     {"data": {"markdown": "# Daily Papers\n\n…", "metadata": {"title": "Daily Papers", …}}}
 */
export function pageWithListing(fields: Fields): PageText | null {
  for (const member of TEXTS) {
    const text = fields[member];
    if (typeof text === 'string' && isListing(text)) return { member, text };
  }
  return isFields(fields.data) ? pageWithListing(fields.data) : null;
}

function isListing(text: string): boolean {
  if (!text.includes('\n')) return false;
  const isLong = text.split('\n', LEAST_LINES).length === LEAST_LINES;
  return (isLong && new Set(text.match(LINK)).size >= LEAST_LINKS) || pageFormats.some(({ detect }) => detect(text));
}

/**
 * Reads a text as the page, or JSON, that it is.
 *
 * @param json how to read JSON
 * @param line of the object that holds it
 * @returns the number of its papers
 */
export function readText(
  text: string,
  json: TextFormat,
  line: number,
  output: Pick<ReaderOutput, 'paper' | 'report'>,
  options: ReaderOptions,
): number {
  // HTML has to be extracted first.
  if (/^\s*</.test(text)) return 0;
  const lines = text.split(/\r?\n/);
  for (const format of [json, ...textFormats]) {
    const read = readAs(format, lines, () => line, output, options);
    if (read !== null) return read.papers;
  }
  return 0;
}

/** Whether a text is JSON that may hold papers. */
export function isJson(text: string): boolean {
  return /^\s*(?:\[\s*)*\{\s*"/.test(text);
}

/** JSON is not looked for deeper in an object. */
const DEEPEST = 6;

/**
 * The JSON texts that are members of an object, at any depth.
 *
 *     {"statusCode": 200, "body": "[{\"title\": …"}     {"response": {"content": {"text": "[{\"title\": …"}}}
 */
export function jsonWithin(value: FieldValue | undefined, depth = 0): string[] {
  if (typeof value === 'string') return isJson(value) ? [value] : [];
  if (typeof value !== 'object' || value === null || depth === DEEPEST) return [];
  return (isList(value) ? value : Object.values(value)).flatMap((inner) => jsonWithin(inner, depth + 1));
}

/** The text that a line is as a JSON string; null for any other line. */
export function stringOf(line: string): string | null {
  if (!line.startsWith('"')) return null;
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'string' ? value : null;
  } catch {
    return null;
  }
}
