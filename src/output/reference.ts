import { splitName } from '../names/person.ts';
import type { Paper } from '../paper/paper.ts';
import { renderTex, texToText } from '../tex/markup.ts';
import { texToUnicode } from '../tex/unicode.ts';
import { bareArxivId, yearOfArxivId } from '../text/arxiv-id.ts';
import { number, pluralize } from '../text/plural.ts';

/** Stop words, which citation keys leave out. */
const STOP_WORDS = new Set(
  'a an the on of in for to and or with from by at is are do does how what why when can via'.split(' '),
);

// Letters that Unicode does not decompose into a letter and a mark.
const ASCII_LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ŋ: 'ng',
};

const WORDS_WITHOUT_IDENTIFIER = 4;
const LONGEST_KEY_PART = 60;

/**
 * Whether the texts of the paper are TeX, as arXiv's are, or plain. Only arXiv listings have categories and kinds of
 * announcement, and every entry of theirs has one or the other.
 */
export function isTexSource(paper: Paper): boolean {
  return paper.categories !== undefined || paper.announceType !== undefined;
}

/** The paper with all texts in Unicode and without markup, for formats without TeX. */
export function plainTextPaper(paper: Paper): Paper {
  const plain = (text: string) => texToText(text, isTexSource(paper));
  const plainIfAny = (key: (typeof optionalTexts)[number]) => {
    const text = paper[key];
    return text === undefined ? {} : { [key]: plain(text) };
  };
  return {
    ...paper,
    title: plain(paper.title),
    abstract: paper.abstract === null ? null : plain(paper.abstract),
    ...(paper.authors && { authors: paper.authors.map(plain) }),
    ...Object.assign({}, ...optionalTexts.map(plainIfAny)),
  };
}

const optionalTexts = ['organization', 'venue', 'authorComment', 'journalRef', 'reportNumber'] as const;

/** The identifier if it is an arXiv identifier. */
export function arxivId({ id }: Paper): string | undefined {
  return id === undefined || bareArxivId(id) === null ? undefined : id;
}

/** The paper's address if it is a safe web address. */
export function webAddress({ url }: Paper): string | undefined {
  return safeAddress(url);
}

/** The address if it is a safe web address. */
export function safeAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/[^\s\p{Cc}]+$/iu.test(url) ? url : undefined;
}

/** The first DOI: arXiv prints several in one field, and some with the resolver before it. */
export function firstDoi({ doi }: Paper): string | undefined {
  return doi?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)\s*/i, '').match(/^[^\s\p{Cc}]+/u)?.[0];
}

/** Year, month and day; the year alone if no date is known, from the listing or from arXiv's identifier; else empty. */
export function dateParts(paper: Paper): number[] {
  if (paper.date !== null) return paper.date.split('-').map(Number);
  const id = arxivId(paper);
  const year = paper.year ?? (id === undefined ? undefined : yearOfArxivId(id));
  return year === undefined ? [] : [year];
}

/** Values without a field of their own in bibliographies, one sentence each. */
export function remarks(paper: Paper): string[] {
  const { authors = [], authorCount, githubUrl, githubStars, citationCount, announced } = paper;
  const stars = githubStars === undefined ? '' : ` (${pluralize(githubStars, 'star')})`;
  return [
    authorCount === null || authorCount <= authors.length ? '' : pluralize(authorCount, 'author'),
    githubUrl === undefined ? '' : `Code: ${githubUrl}${stars}`,
    citationCount === undefined ? '' : `Citations: ${number(citationCount)}`,
    announced === undefined || announced === paper.date ? '' : `Announced: ${announced}`,
  ].filter((remark) => remark !== '');
}

/** The text on one line without control characters. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/**
 * Generates citation keys from family name, year, first significant word of the title, and identifier, in ASCII. They
 * depend only on the paper, so that it keeps its key in every export:
 *
 *     byron2024engines-2403.01234      byron2024engines-10.1234-toys.1
 *
 * A paper without an identifier has more words of the title instead. A letter is added only if a key occurs again.
 */
export class CitationKeys {
  readonly #used = new Set<string>();
  readonly #repeats = new Map<string, number>();

  keyOf(paper: Paper): string {
    const wanted = citationKey(paper);
    let key = wanted;
    let repeats = this.#repeats.get(wanted) ?? 0;
    while (this.#used.has(key)) {
      key = wanted + letters(repeats);
      repeats += 1;
    }
    this.#repeats.set(wanted, repeats);
    this.#used.add(key);
    return key;
  }
}

function citationKey(paper: Paper): string {
  const identifier = keyPart(paper.id ?? firstDoi(paper) ?? '');
  const words = titleWords(paper).slice(0, identifier === '' ? WORDS_WITHOUT_IDENTIFIER : 1);
  const year = dateParts(paper)[0] ?? '';
  const author = familyWord(paper.authors?.[0]);
  const name = author === '' ? `${words.join('') || 'paper'}${year}` : `${author}${year}${words.join('')}`;
  return identifier === '' ? name : `${name}-${identifier}`;
}

/** The significant words of the title outside of mathematics, or all of these if none is significant. */
function titleWords({ title }: Paper): string[] {
  const words = asciiWords(renderTex(title, true, { text: (text) => text, math: () => ' ', marks: {} }));
  const significant = words.filter((word) => word.length > 1 && !STOP_WORDS.has(word));
  return significant.length > 0 ? significant : words;
}

/** An identifier in a form allowed in a key. */
function keyPart(identifier: string): string {
  return identifier
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '-')
    .replace(/^[-.]+|(?<![-.])[-.]+$/g, '')
    .slice(0, LONGEST_KEY_PART);
}

function familyWord(name: string | undefined): string {
  if (name === undefined) return '';
  const split = splitName(texToUnicode(name));
  const words = asciiWords('literal' in split ? split.literal : `${split.particle} ${split.family}`);
  if ('literal' in split) return words.find((word) => !STOP_WORDS.has(word)) ?? '';
  return words.join('');
}

function asciiWords(text: string): string[] {
  const ascii = text
    .toLowerCase()
    .replace(/[ßæœøłđðþıŋ]/g, (letter) => ASCII_LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '');
  return ascii.match(/[a-z0-9]+/g) ?? [];
}

/** 0 → `a`, 25 → `z`, 26 → `aa`. */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
