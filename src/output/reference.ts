import { splitName } from '../names/person.ts';
import type { Paper } from '../paper/paper.ts';
import { texToUnicode, unicodePaper } from '../tex/unicode.ts';

/** Words that say too little to stand in a key. */
const STOP_WORDS = new Set(
  'a an the on of in for to and or with from by at is are do does how what why when can via'.split(' '),
);

// Letters that Unicode does not take apart into a letter and a mark.
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

const ARXIV_ID = /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/;

/**
 * Whether the texts of the paper are TeX, as arXiv's are, or plain. Only arXiv listings have categories and kinds of
 * announcement, and every entry of theirs has one or the other.
 */
export function isTexSource(paper: Paper): boolean {
  return paper.categories !== undefined || paper.announceType !== undefined;
}

/** The paper with all its texts in Unicode, for formats that know no TeX. */
export function plainTextPaper(paper: Paper): Paper {
  return isTexSource(paper) ? unicodePaper(paper) : paper;
}

/** The identifier where it is one of arXiv's. */
export function arxivId({ id }: Paper): string | undefined {
  return id !== undefined && ARXIV_ID.test(id) ? id : undefined;
}

/** The paper's address where it is one that may be opened without harm. */
export function webAddress({ url }: Paper): string | undefined {
  return url !== undefined && /^https?:\/\/[^\s\p{Cc}]+$/iu.test(url) ? url : undefined;
}

/** The first DOI: arXiv prints several in one field, and some with the resolver before it. */
export function firstDoi({ doi }: Paper): string | undefined {
  return doi?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:)\s*/i, '').match(/^[^\s\p{Cc}]+/u)?.[0];
}

/** Year, month and day; empty where the date is not known. */
export function dateParts({ date }: Paper): number[] {
  return date === null ? [] : date.split('-').map(Number);
}

/** The text on one line without control characters. */
export function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}

/**
 * Gives out citation keys: family name, year, first telling word of the title, all in ASCII: `byron2024engines`. The second
 * paper that would have the same key gets an `a` after it, the third a `b`.
 */
export class CitationKeys {
  readonly #used = new Set<string>();
  readonly #repeats = new Map<string, number>();

  keyOf(paper: Paper): string {
    const wanted = wantedKey(paper);
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

function wantedKey(paper: Paper): string {
  const title = asciiWords(texToUnicode(paper.title.replace(/\$[^$]*\$/g, ' ')));
  const word = title.find((candidate) => candidate.length > 1 && !STOP_WORDS.has(candidate)) ?? title[0] ?? '';
  const year = paper.date?.slice(0, 4) ?? '';
  const author = familyWord(paper.authors?.[0]);
  return author === '' ? `${word || 'paper'}${year}` : `${author}${year}${word}`;
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
