import { decodeHTMLStrict } from 'entities';
import { firstOf } from '../../text/first.ts';
import { type FieldValue, isFields, isList } from './entry.ts';

/**
 * The value as text on one line, as the listing prints it; undefined if there is none. Values may be wrapped, or lists of which
 * the first counts:
 *
 *     {"value": "…"}     {"$t": "…"}     ["…"]     {"en": "…"}
 */
export function plainText(value: FieldValue | undefined): string | undefined {
  if (isFields(value)) return plainText(value[TEXT_NAMES.find((name) => value[name] !== undefined) ?? '']);
  if (isList(value)) return firstOf(value, plainText);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = oneLine(value);
  return text === '' ? undefined : text;
}

const TEXT_NAMES = 'value text #text $t $ _ __text content en name title p rendered plain_text'.split(' ');

//     null   N/A   [No abstract available]   Abstract not available   [No author name available]
const EMPTY = /^(?:null|none|nan|n\/?a|<na>|undefined|-+|—)$/i;
const NOT_AVAILABLE =
  /^\[?(?:no (?:abstract|title|summary|authors?|author name|author id)(?: (?:is |was )?(?:available|found|provided|given))?|abstract (?:is )?(?:not available|missing))[.\]]*$/i;

/** The same without markup; undefined also if it says that there is nothing: `null`, `N/A`, `[No abstract available]`. */
export function textOf(value: FieldValue | undefined): string | undefined {
  const text = withoutMarkup(plainText(value) ?? '');
  return text === '' || EMPTY.test(text) || NOT_AVAILABLE.test(text) ? undefined : text;
}

/** Without the identifiers that OpenCitations prints behind names: `Kite Letters [issn:1234-5678 omid:br/1]`. */
export function withoutIdentifiers(text: string): string {
  return text.includes('[') ? text.replace(/ ?\[[a-z]{3,10}:[^[\]]{1,200}\]/g, '') : text;
}

/** Text without control characters, on one line. */
export function oneLine(text: string): string {
  if (!UNTIDY.test(text)) return text;
  const clean = INVISIBLE.test(text) ? text.replace(INVISIBLE_RUNS, '') : text;
  return clean.replace(MORE_THAN_A_SPACE, ' ').trim().toWellFormed();
}

const UNTIDY = /[^ -~]| {2}|^ | $/;
const INVISIBLE = /[\0-\x08\x0e-\x1f\x7f-\x9f\u200b\ufeff\u00ad]/;
const INVISIBLE_RUNS = new RegExp(INVISIBLE, 'g');
/** White space other than one space. */
const MORE_THAN_A_SPACE = /\s\s+|[^\S ]/g;

/**
 * Takes tags and entities out of a text: HTML, JATS (`<jats:p>`), MathML, also if they are escaped once more.
 *
 *     <jats:title>Abstract</jats:title><jats:p>For 0 &lt; p &lt; 0.1 …     H<sub>2</sub>O     AT&amp;amp;T
 */
function withoutMarkup(text: string): string {
  if (!/[<&]/.test(text)) return text;
  let plain = text;
  for (let round = 0; round < 3; round += 1) {
    const stripped = withoutTags(plain);
    const decoded = stripped.includes('&') ? decodeHTMLStrict(stripped) : stripped;
    if (decoded === plain) break;
    plain = decoded;
  }
  return oneLine(plain);
}

//     <b>   </b>   <br/>   <jats:inline-formula>   <a href="…">
const TAG = /<(\/?)([a-z][\w:.-]*)((?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=`]+))?)*)\s*(\/?)>/gi;
/** Elements without content. */
const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'wbr', 'input']);
/** Elements between which words do not run together. */
const BLOCK =
  /^(?:p|br|hr|div|li|ul|ol|dl|dt|dd|title|sec|section|h[1-6]|t[rdh]|table|tbody|details|summary|article|blockquote|list|list-item|disp-formula|break|abstract)$/;
/** Elements that are left out with their content: `TeX` beside MathML says the same twice, `<summary>` is a label to click on. */
const HIDDEN: readonly (readonly [from: string, to: string, gap: string])[] = [
  ['<!--', '-->', ' '],
  ['<script', '</script>', ' '],
  ['<style', '</style>', ' '],
  ['<summary', '</summary>', ' '],
  ['<annotation', '</annotation>', ''],
  ['<mml:annotation', '</mml:annotation>', ''],
  ['\\documentclass', '\\begin{document}', ' '],
];
/** Spaces at the ends of a formula, with the tags beside them. */
const INSIDE_FORMULA =
  /<(?:jats:)?(?:inline-formula|alternatives)> {0,2}| {0,2}<\/(?:jats:)?(?:inline-formula|alternatives)>/g;
const HEADING = /<(?:\w+:)?(title|h[1-6]|strong|b|label)>\s*(?:abstract|summary)\s*(?:[.:]\s*)?<\/(?:\w+:)?\1>\s*:?/i;

/** A tag counts only if it is closed somewhere, so that `$<p>$` and `a <b and c> d` stay. */
function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  const closed = new Set<string>();
  for (const [, slash, name = '', , selfClosing] of text.matchAll(TAG)) {
    if (slash === '/' || selfClosing === '/') closed.add(name.toLowerCase());
  }
  // Paragraphs of old HTML are not closed.
  if (/<p>[^<]*<p>/i.test(text)) closed.add('p');
  let shown = text.replace(HEADING, ' ').replace(/<!\[CDATA\[|\]\]>/g, '');
  for (const [from, to, gap] of HIDDEN) shown = withoutParts(shown, from, to, gap);
  // The same formula twice: `<alternatives><tex-math>…</tex-math><mml:math>…</mml:math></alternatives>`
  if (/<(?:jats:)?tex-math/.test(shown)) {
    shown = withoutParts(shown, '<mml:math', '</mml:math>', '').replaceAll('\\end{document}', '');
    shown = shown.replace(INSIDE_FORMULA, '');
  }
  return shown.replace(TAG, (tag, _slash, name: string) => {
    const lower = name.toLowerCase();
    if (!closed.has(lower) && !VOID.has(lower)) return tag;
    return BLOCK.test(lower.replace(/^\w+:/, '')) ? ' ' : '';
  });
}

/** The text with `gap` in place of its parts between two marks, the marks included. */
function withoutParts(text: string, from: string, to: string, gap: string): string {
  let shown = '';
  let at = 0;
  for (let start = text.indexOf(from); start >= 0; start = text.indexOf(from, at)) {
    const end = text.indexOf(to, start + from.length);
    if (end < 0) break;
    shown += text.slice(at, start) + gap;
    at = end + to.length;
  }
  return at === 0 ? text : shown + text.slice(at);
}
