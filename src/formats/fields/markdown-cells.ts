import type { FieldValue } from './entry.ts';
import { isHeader } from './table-header.ts';

//     |---|:---:|     --- | ---     +-----+-----+ (databases print these)
const RULE = /^[|+]?\s*:?[-=]+:?\s*(?:[|+]\s*:?[-=]+:?\s*)*[|+]?$/;

/** Whether the line is the rule below the header of a Markdown table, or of a table that the client of a database prints. */
export function isTableRule(text: string): boolean {
  return /[|+]/.test(text) && text.length < 10_000 && RULE.test(text);
}

//     Title & Authors     Paper and authors
const TITLE_AND_MORE = /^(?:paper )?(?:title|paper)s?\s?(?:&|and|\/|,)\s?authors?$/i;

/** The names of the columns if the line can be the header of a table of papers; null otherwise. */
export function markdownHeader(text: string): string[] | null {
  if (!text.includes('|') || text.length > 10_000) return null;
  // A heading may have been joined with the line.
  const columns = markdownCells(text.replace(/^#[^|]*(?=\|)/, '')).map((cell) => {
    const { text: name } = markdownValue(cell);
    return TITLE_AND_MORE.test(name) ? 'title' : name;
  });
  return isHeader(columns) ? columns : null;
}

//     ├─────┼─────┤     ──────┼─────
const DRAWN_RULE = /^[\s\u2500-\u257f]+$/;

/** The line with `|`, `+` and `-` for the signs with which programs draw tables: `│ title │ year │`. */
export function plainSigns(line: string): string {
  const rows = line.replace(/[│┃║┆]/g, '|');
  return DRAWN_RULE.test(line) ? rows.replace(/[─━═]/g, '-').replace(/[\u2500-\u257f]/g, '+') : rows;
}

const TYPE =
  /^(?:-+|(?:var)?char(?:\[\])?|str(?:ing)?|text|json|(?:u|huge|big|small)?int(?:eger)?\d*|[iuf]\d{1,3}|float\d*|double|decimal.*|bool(?:ean)?|date(?:time)?.*|timestamp.*|list.*|struct.*|cat|object|uuid)$/i;
//     | varchar | date |, as DuckDB and Polars print it below the names     | · | · |, in place of rows     | 2 rows   4 columns |
const SIZE = /^\|? *\d+ rows?\b.*\d columns? *\|?$/;

/** Whether a line of a drawn table is not a row: it names the types of the columns, stands for rows that are left out, or counts them. */
export function isNoRow(text: string): boolean {
  if (!text.startsWith('|')) return false;
  if (SIZE.test(text)) return true;
  const cells = markdownCells(text);
  return cells.every((cell) => TYPE.test(cell)) || cells.every((cell) => /^[·…]$/.test(cell));
}

/** Whether a Markdown table of papers begins somewhere in the text. */
export function hasMarkdownTable(text: string): boolean {
  let before = '';
  for (const line of text.split('\n')) {
    const trimmed = plainSigns(line).trim();
    if (isTableRule(trimmed) && markdownHeader(before) !== null) return true;
    if (!isNoRow(trimmed)) before = trimmed;
  }
  return false;
}

/** Cells that are kept of a row. */
const MOST_CELLS = 500;

/**
 * Splits a row at its pipes, but for those that are escaped or inside mathematics:
 *
 *     |**2026-09-17**|**Is $p(x|y)$ Tea \| Coffee?**|[pdf](…)|
 */
export function markdownCells(row: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let at = row.startsWith('|') ? 1 : 0;
  const end = row.endsWith('|') && !row.endsWith('\\|') ? row.length - 1 : row.length;
  let dollars = 0;
  while (at <= end && cells.length < MOST_CELLS) {
    const next = row.indexOf('|', at);
    const to = next < 0 || next > end ? end : next;
    const part = row.slice(at, to);
    dollars += count(part, '$') - count(part, '\\$');
    cell += part;
    at = to + 1;
    const isEscaped = part.endsWith('\\');
    // A dollar without a partner in the rest of the row is money.
    if (to < end && (isEscaped || (dollars % 2 === 1 && closesMath(row, at, end)))) {
      cell = isEscaped ? `${cell.slice(0, -1)}|` : `${cell}|`;
      continue;
    }
    cells.push(cell.trim());
    cell = '';
    dollars = 0;
    if (to >= end) break;
  }
  return cells;
}

/** Whether mathematics that is open at a pipe is closed soon after it. */
function closesMath(row: string, from: number, end: number): boolean {
  const dollar = row.indexOf('$', from);
  return (
    dollar >= 0 && dollar < end && dollar - from < 80 && !/\s\|\s|\|\s*(?:\*\*|\[|<)/.test(row.slice(from - 2, dollar))
  );
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

interface MarkdownValue {
  readonly text: string;
  readonly urls: readonly string[];
}

//     [Title](https://…)     [[pdf]](https://… "…")     ![badge](https://…)     <https://…>
const LINK =
  /(!?)\[((?:[^[\]\\]|\\.|\[[^[\]]*\]){0,1000})\]\(\s*(?!\s)<?([^\s()<>]*(?:\([^\s()<>]*\)[^\s()<>]*)*)>?(?:\s+"[^"]*")?\s*\)/g;
//     [[https://arxiv.org/abs/2601.02112][Folding Kites]] of Org mode
const ORG_LINK = /\[\[(https?:[^\s[\]]{1,1000})\](?:\[([^[\]]{0,1000})\])?\]/g;
const PICTURE = /!\[[^[\]]{0,1000}\]\([^\s()]{0,1000}\)/g;
const ANCHOR = /<a\s[^<>]{0,500}?href\s*=\s*["']?([^"'\s<>]+)["']?[^<>]{0,500}>(.{0,500}?)<\/a>/gi;
const AUTOLINK = /<(https?:\/\/[^\s<>]+)>/g;
/** Texts of links to the paper or its code. */
const LABEL =
  /^\W*(?:pdf|code|paper|link|arxiv|abs|html|project(?: page)?|page|website|github|demo|video|hf|model|dataset|data|slides|poster|bib(?:tex)?|doi|openreview)\W*$/i;

/** The text of a cell without Markdown, and the addresses of its links. */
export function markdownValue(cell: string): MarkdownValue {
  // Folded text comes from the paper and is not Markdown.
  if (/^<details>/i.test(cell)) return { text: cell, urls: [] };
  const urls: string[] = [];
  const labels: string[] = [];
  const link = (text: string, url: string): string => {
    if (url !== '') urls.push(url);
    if (!LABEL.test(text)) return text.replace(PICTURE, ' ');
    labels.push(text);
    return ' ';
  };
  const text = cell
    .replace(LINK, (_, picture: string, inner: string, url: string) => (picture === '' ? link(inner, url) : ' '))
    .replace(ORG_LINK, (_, url: string, inner?: string) => link(inner ?? url, url))
    .replace(ANCHOR, (_, url: string, inner: string) => link(inner, url))
    .replace(AUTOLINK, (_, url: string) => link(url, url));
  const shown = text.trim() === '' ? labels.join(' ') : text;
  return { text: withoutEmphasis(shown).trim(), urls };
}

/** A cell as the value of a field. */
export function markdownField(cell: string): FieldValue {
  const { text, urls } = markdownValue(cell);
  return urls.length === 0 ? text : { text, urls };
}

/** Takes away `**`, `*`, `__`, `` ` ``, `:star:` and escapes; mathematics stays as it is. */
function withoutEmphasis(text: string): string {
  return text
    .split(/(\$[^$]*\$)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\*\*|__|~~/g, '')
            .replace(/(?<![\w*])\*(?=\S)([^*]*)(?<=\S)\*(?![\w*])/g, '$1')
            .replace(/(?<![\w_])_(?=\S)([^_]*)(?<=\S)_(?![\w_])/g, '$1')
            .replace(/`([^`]*)`/g, '$1')
            .replace(/(?<=^|\s):[a-z][\w+-]*:(?=\s|$)/g, '')
            .replace(/\\([\\`*_{}[\]()#+.!|<>~$-])(?![a-zA-Z])/g, '$1'),
    )
    .join('');
}
