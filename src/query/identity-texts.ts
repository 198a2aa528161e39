import { pairs } from '../tex/commands.ts';
import { fold } from '../text/folded.ts';

/** The parts of a title that are compared. */
export interface TitleFeatures {
  /** Letters and digits only, because spaces and punctuation differ between listings. */
  readonly letters: string;
  /** The longest words, in order of length: equal if titles differ only in a short word or in word order. */
  readonly longestWords: string;
  /** The words, separated by spaces. */
  readonly words: string;
  /** Numbers, Roman ones too, letters, and prefixes that make a word its opposite: `part II`, `hepatitis B`, `hypotension`. */
  readonly numbers: string;
  /** The relation to another paper of the same title: `erratum`, `reply`, `(vol 12, pg 3, 2004)`. */
  readonly kind: string;
  /** The number of letters before each sign that may begin a subtitle, separated by spaces. */
  readonly breaks: string;
  /** An ellipsis shows that the end is missing. */
  readonly isCut: boolean;
  /** Whether many papers have the same title, such as `Editorial`. */
  readonly isGeneric: boolean;
  /** Whether the title is so short that several papers may have it. */
  readonly isShort: boolean;
}

const LONG_WORDS = 3;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

const GREEK = pairs(
  'α β γ δ ε ζ η θ κ λ μ ν ξ π ρ σ τ φ χ ψ ω',
  'alpha beta gamma delta epsilon zeta eta theta kappa lambda mu nu xi pi rho sigma tau phi chi psi omega',
);

const NUMBER =
  /^\p{N}+$|^(?:[b-z]|i{1,3}|iv|vi{0,3}|ix)$|^(?:hyper|hypo|micro|macro|pre|post|intra|extra|wo(?=men)|fe(?=male))/u;

const KIND =
  /\b(?:erratum|errata|corrigend(?:um|a)|correction|retract(?:ion|ed)|withdrawn|repl(?:y|ies)|response|comments?|commentary|rejoinder|addendum|expression of concern)\b|\(vol \d[^()]{0,60}\)/g;

const GENERIC =
  /^(?:(?:guest )?editorials?|introduction|preface|foreword|(?:oral |poster )?(?:abstracts?|presentations?|sessions?|posters)|letters?|news|comments?|commentary|perspectives?|discussion|conclusions?|obituary|book reviews?|in memoriam|in (?:this issue|brief|reply)|(?:the )?authors? (?:reply|response)|reply|response|re|from the editors?|(?:editor|president|chair|guest editor)s? (?:note|message|letter|page|column|comments?|choice)|correspondence|announcements?|contents|(?:clinical|medical) (?:pictures?|images?)|images? in .*|case reports?|errat(?:um|a)|corrigend(?:um|a)|corrections?|retractions?|not available|untitled|notes?|reviews?|reports?)\b.{0,20}$/;
/** In letters. Shorter titles need further evidence. */
const SHORTEST_TITLE = 12;

/** British and American spelling: `behavioural`, `randomised`, `anaemia`, `centre`, `labelled`. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[ao]e/g, 'e'],
  [/our(?=$|s$|ed|ing|a[bl])/, 'or'],
  [/is(?=e[drs]?$|ing$|ation|able$)/, 'iz'],
  [/ys(?=e[drs]?$|ing$)/, 'yz'],
  [/tre(?=s?$)/, 'ter'],
  [/ll(?=ed$|ing$|er$)/, 'l'],
];

function inOneSpelling(word: string): string {
  if (word.length < 5) return word;
  return SPELLINGS.reduce((spelled, [pattern, replacement]) => spelled.replace(pattern, replacement), word);
}

const LANGUAGES =
  'arabic|bulgarian|chinese|croatian|czech|danish|dutch|english|finnish|french|german|greek|hebrew|hungarian|italian|japanese|korean|norwegian|persian|polish|portuguese|romanian|russian|serbian|slovak|slovenian|spanish|swedish|turkish|ukrainian';

//     Round kites. [5]     Round kites (Review) [35 refs]     Round kites [Article in French]     Round kites (author's transl)
//     Round kites [Erratum appears in Kites. 2004;12:3]     Round kites (Retraction in: Kites (2005) 13:4)
const NOTE = new RegExp(
  String.raw`(?<![\s.])[\s.]*(?:` +
    String.raw`\[(?:\d{1,3}(?: refs?)?|corrected|see comments?|abstract|(?:systematic )?review|poster|letter|editorial|letter; comment|(?:(?:article )?in )?(?:${LANGUAGES}))\]` +
    String.raw`|\((?:review|abstract|poster|author'?s'? transl(?:ation)?)\)` +
    String.raw`|[[(](?:published )?(?:erratum|corrigendum|correction|retraction|comment)s? (?:(?:appears?|published) )?in\b.{0,200}[\])]` +
    String.raw`)[\s.]*$`,
);
const MOST_NOTES = 3;

function withoutNotes(title: string): string {
  let text = title;
  for (let notes = 0; notes < MOST_NOTES && NOTE.test(text); notes += 1) text = text.replace(NOTE, '');
  return text;
}

export function titleFeatures(title: string): TitleFeatures {
  const text = withoutNotes(plainText(title).replace(/&/g, ' and '));
  const words = wordsOf(text).map(inOneSpelling);
  const letters = words.join('');
  const numbers = words.flatMap((word) => NUMBER.exec(word)?.[0] ?? []);
  return {
    letters,
    words: words.join(' '),
    longestWords: [...words]
      .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
      .slice(0, LONG_WORDS)
      .join(' '),
    numbers: numbers.join(' '),
    kind: (text.match(KIND) ?? []).map((word) => word.slice(0, 5)).join(' '),
    breaks: breaksIn(text),
    isCut: /(?:…|\.\.\.|\[truncated\])\s*$/.test(title),
    isGeneric: GENERIC.test(words.join(' ')),
    isShort: letters.length < SHORTEST_TITLE,
  };
}

//     Kites: a survey     Kites. A survey     Kites - a survey     Kites (a survey)     Kites? A survey
const BREAK = /[:;.?!([]|\s-+\s/g;

function breaksIn(text: string): string {
  const lengths: number[] = [];
  for (const { index } of text.matchAll(BREAK)) {
    lengths.push(wordsOf(text.slice(0, index)).map(inOneSpelling).join('').length);
  }
  return lengths.join(' ');
}

/** Headings and copyright notices that only some databases print before an abstract. */
const HEADING =
  /^(?:\s*(?:abstract|aims?|background(?: and (?:aims?|objectives?|purpose))?|context|importance|introduction|objectives?|purpose|summary|rationale|problem|©[^.]{0,80}\.)\s*[:.\-–—/]?\s+)+/;

const COMPARED_CHARACTERS = 500;
const COMPARED_WORDS = 40;

export function abstractWords(abstract: string): string[] {
  if (abstract === '') return [];
  const start = plainText(abstract.slice(0, COMPARED_CHARACTERS)).replace(HEADING, '');
  return wordsOf(start).slice(0, COMPARED_WORDS);
}

/** Stop words. */
export const SMALL_WORDS: ReadonlySet<string> = new Set(
  'the of and for in on upon de la le les des du der die das und et el y e a an to with from official journal j'.split(
    ' ',
  ),
);

/** The words that distinguish one journal from another; all words if there are none. */
export function venueWords(venue: string): string[] {
  const text = plainText(venue)
    .replace(/\([^)]{0,300}\)|\[[^\]]{0,300}\]/g, ' ')
    .replace(/(?<=\S\s?)(?:[:=;]|\s-\s|[.,]\s?\d).*/, '');
  const words = wordsOf(text);
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return telling.length === 0 ? words : telling;
}

/** Folded text without entities, markup and TeX commands, with Greek letters by name. */
function plainText(text: string): string {
  const decoded = text.includes('&') ? text.replace(/&(#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,8});/gi, entity) : text;
  const plain = decoded.includes('<') ? decoded.replace(/<\/?[a-z][^<>]{0,80}>/gi, '') : decoded;
  return fold(plain)
    .replace(/\\[a-z]+|[{}$]/g, (command) => (/^\\[a-z]{2,7}$/.test(command) ? command.slice(1) : ''))
    .replace(/[α-ω]/g, (letter) => GREEK[letter] ?? letter);
}

function entity(text: string, name: string): string {
  if (name.startsWith('#')) return String.fromCodePoint(Number(name.replace(/^#(?=x)/i, '0').replace('#', '')));
  const known = name.toLowerCase();
  const sign = ENTITIES[known];
  if (sign !== undefined) return sign;
  // `&beta;` is named as in GREEK; `&eacute;` begins with its letter.
  return Object.values(GREEK).includes(known)
    ? known
    : /^.(?:acute|grave|uml|circ|tilde|cedil|ring)$/.test(known)
      ? known.charAt(0)
      : text;
}

function wordsOf(text: string): string[] {
  return text.replace(/'/g, '').match(/\p{L}+|\p{N}+/gu) ?? [];
}
