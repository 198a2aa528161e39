import { damagesAt, withEntities } from '../damage.ts';
import type { Corpus } from './corpus.ts';
import { fieldsListing } from './fields.ts';
import type { Random } from './random.ts';

type Mutation = (input: Buffer, random: Random, corpus: Corpus) => Buffer;

/** What breaks parsers: the marks of every format, alone and out of place, and bytes that are no text. */
const TOKENS = [
  '\n',
  '\r',
  '\r\n',
  '\n\n',
  ' ',
  '  ',
  '\t',
  '\u00a0',
  '\ufeff',
  '\0',
  '\x1b[31m',
  '\x1b]8;;http://x\x07',
  '\u202e',
  '\u2028',
  '[',
  ']',
  '](',
  '][',
  '![',
  '(',
  ')',
  '\\',
  '\\\\',
  '\\\\\n',
  '\\ (',
  '"',
  "'",
  ',',
  ';',
  ':',
  '{',
  '}',
  '[]',
  '{}',
  '<',
  '>',
  '&',
  '&#x1b;',
  '&amp;',
  '<!--',
  '-->',
  '</div>',
  '<div data-target="DailyPapers" data-props="',
  '<dl id="articles">',
  '<dt>',
  '<dd>',
  '<script>',
  '</script>',
  '·',
  '•',
  '-',
  '*',
  '#',
  '### ',
  '1 author',
  '3 authors',
  '9,999,999 authors',
  '11.3k',
  'Feb 30',
  'Mar 25 2',
  'May 29, 2024 6',
  'Published on Oct 4, 2026',
  'Submitted by',
  'Upvote 117',
  'GitHub 11.3k',
  'Daily Papers',
  'Nov 20',
  'retrieved: 2026-10-02',
  '[32]: https://huggingface.co/papers/2406.01234',
  '-'.repeat(78),
  '%-%-'.repeat(20),
  '%%--'.repeat(20),
  '%%%---'.repeat(13),
  'arXiv:2303.01234',
  'Paper: astro-ph/9204001',
  'Paper (*cross-listing*): ',
  'Title: ',
  'Authors: ',
  'Categories: ',
  'Comments: ',
  'Date: ',
  'Date: Thu, 2 Mar 2023 18:56:47 GMT   (828kb,D)',
  'replaced with revised version Wed, 1 Mar 2023 22:27:44 GMT   (17996kb,D)',
  'From nobody Mon Sep 17 00:00:00 2001',
  'Content-Transfer-Encoding: base64',
  'Content-Transfer-Encoding: quoted-printable',
  '=\n',
  '=3D',
  '=E9',
  '> ',
  'null',
  'true',
  '1e999',
  '-1',
  '"title":',
  '"paper":',
  '\\u0000',
  '\\ud800',
  '__proto__',
  'constructor',
  '$',
  '<feed xmlns="http://www.w3.org/2005/Atom">',
  '<entry>',
  '</entry>',
  '<item>',
  '</item>',
  '<title>',
  '<![CDATA[',
  ']]>',
  '@article{',
  '@string{a = ',
  ' # ',
  'title = {',
  '},\n',
  '}\n',
  'TY  - JOUR\n',
  'ER  - \n',
  'TI  - ',
  'AU  - ',
  'PMID- 1\n',
  'Title: A\nAuthors: B, C\n',
  '---\n',
  'title,authors,date\n',
  '|',
  '| --- | --- |\n',
  '1. ',
  '- [A](https://arxiv.org/abs/2601.00001)',
  '[1] ',
  '[arXiv:2601.00001]',
  '△ Less',
  '▽ More',
  'Subjects: ',
  'Showing new listings for Friday, 2 January 2026',
  'Cross submissions (showing 1 of 1 entries)',
  'â€¢ ',
  'Â·',
  '\ufffd',
  '{\\',
  "\\'e",
].map((text) => Buffer.from(text)) as unknown as readonly [Buffer, ...Buffer[]];

const BYTES = [0x00, 0x0a, 0x0d, 0x1b, 0x20, 0x7f, 0x80, 0xa0, 0xc2, 0xc3, 0xe2, 0xed, 0xf0, 0xf5, 0xfe, 0xff] as const;

const cut: Mutation = (input, random) => input.subarray(0, random.below(input.length + 1));

const removeSpan: Mutation = (input, random) => {
  const from = random.below(input.length + 1);
  return replace(input, from, from + random.length(input.length - from), Buffer.alloc(0));
};

const repeatSpan: Mutation = (input, random) => {
  const from = random.below(input.length + 1);
  const to = from + random.length(Math.min(input.length - from, 500));
  return replace(input, to, to, repeated(input.subarray(from, to), random));
};

const moveSpan: Mutation = (input, random) => {
  const from = random.below(input.length + 1);
  const to = from + random.length(input.length - from);
  const at = random.below(input.length + 1);
  return replace(input, at, at, Buffer.from(input.subarray(from, to)));
};

const insertToken: Mutation = (input, random) => {
  const at = random.below(input.length + 1);
  return replace(
    input,
    at,
    at + random.length(4),
    random.oneIn(4) ? repeated(random.of(TOKENS), random) : random.of(TOKENS),
  );
};

/** A token as a line of its own. */
const insertLine: Mutation = (input, random) => {
  const at = input.indexOf(10, random.below(input.length)) + 1;
  return replace(input, at, at, Buffer.concat([random.of(TOKENS), Buffer.from('\n')]));
};

/** A line that is lost, doubled, cut, joined with the next, and the like. */
const damageLine: Mutation = (input, random) => {
  const lines = input.toString('latin1').split(/(?<=\n)/);
  const [first, ...others] = damagesAt(lines, random.below(lines.length));
  return first === undefined ? input : Buffer.from(random.of([first, ...others]).text, 'latin1');
};

const swapLines: Mutation = (input, random) => {
  const lines = input.toString('latin1').split('\n');
  const [a, b] = [random.below(lines.length), random.below(lines.length)];
  [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  return Buffer.from(lines.join('\n'), 'latin1');
};

export const setByte = (input: Buffer, random: Random): Buffer => {
  const result = Buffer.from(input);
  if (result.length > 0) result[random.below(result.length)] = random.oneIn(2) ? random.of(BYTES) : random.below(256);
  return result;
};

const changeLineEndings: Mutation = (input, random) =>
  Buffer.from(input.toString('latin1').replaceAll('\n', random.of(['\r\n', '\r', '\n\n', '\n  ', ' '])), 'latin1');

const toUtf16: Mutation = (input) => Buffer.from(`\ufeff${input.toString('utf8')}`, 'utf16le');

/** UTF-8 that was read as windows-1252 and saved again, `â€¢` for a bullet, or characters that were lost on the way. */
const damageEncoding: Mutation = (input, random) => {
  const text = input.toString('utf8');
  const lost = /[^\0-\x7f]/gu;
  if (random.oneIn(3)) return Buffer.from(text.replace(lost, random.oneIn(2) ? '?' : '\ufffd'));
  if (random.oneIn(4)) return Buffer.from(withEntities(text));
  return Buffer.from(new TextDecoder('windows-1252').decode(input));
};

const splice: Mutation = (input, random, corpus) => {
  const at = random.below(input.length + 1);
  return replace(input, at, random.oneIn(2) ? at : input.length, corpus.piece(random));
};

const MUTATIONS = [
  cut,
  removeSpan,
  repeatSpan,
  moveSpan,
  insertToken,
  insertToken,
  insertToken,
  insertLine,
  insertLine,
  damageLine,
  damageLine,
  swapLines,
  setByte,
  setByte,
  changeLineEndings,
  damageEncoding,
  splice,
] as const;

/** Longest input that is made from others, in bytes. */
const LONGEST = 64 * 1024;

/** A listing with one to a dozen things wrong in it. */
export function damagedListing(random: Random, corpus: Corpus): Buffer {
  let input = random.oneIn(8) ? fieldsListing(random) : corpus.piece(random);
  for (let left = random.length(12) + 1; left > 0; left -= 1) {
    input = random.of(MUTATIONS)(input, random, corpus).subarray(0, LONGEST);
  }
  if (random.oneIn(30)) return lengthened(input, random);
  return random.oneIn(50) ? toUtf16(input, random, corpus) : input;
}

/** Copies of the listing, more than are read before its format is known, as text or in an encoded mail. */
function lengthened(input: Buffer, random: Random): Buffer {
  const copies = Array.from({ length: Math.ceil((4 * LONGEST) / Math.max(input.length, 16)) }, () => input);
  const text = Buffer.concat(copies);
  if (!random.oneIn(4)) return text;
  const lines = text.toString('base64').replace(/.{76}/g, '$&\n');
  return Buffer.from(`Subject: copies\nContent-Transfer-Encoding: base64\n\n${lines}\n`);
}

function replace(input: Buffer, from: number, to: number, by: Buffer): Buffer {
  return Buffer.concat([input.subarray(0, from), by, input.subarray(to)]);
}

function repeated(piece: Buffer, random: Random): Buffer {
  const times = random.length(Math.floor(LONGEST / Math.max(piece.length, 1)));
  return Buffer.concat(Array.from({ length: Math.min(times, LONGEST) }, () => piece));
}
