import {
  type DateOrder,
  isImpossibleDate,
  numericDate,
  readPrintedDate,
  shownOrder,
  usualOrder,
} from '../../calendar/printed-date.ts';
import { type Authors, readAuthors } from '../../names/authors.ts';
import { isSuffix } from '../../names/name.ts';
import { bareArxivId, findArxivId } from '../../text/arxiv-id.ts';
import { bareDoi } from '../../text/doi.ts';
import { parseCount } from '../../text/printed-count.ts';
import { remembering } from '../../text/remember.ts';
import type { JournalPlace } from '../citations/journal-place.ts';

/** The meaning of a piece of an entry, if it is certain. */
export interface Meaning {
  readonly date?: string;
  readonly year?: number;
  /** A date that no paper can have, as printed. */
  readonly badDate?: string;
  readonly venue?: string;
  /** Of the venue. */
  readonly place?: JournalPlace;
  readonly id?: string;
  readonly doi?: string;
  readonly authors?: Authors;
  readonly organization?: string;
  /** If no names are printed. */
  readonly authorCount?: number;
  readonly upvotes?: number;
  readonly commentCount?: number;
  readonly citationCount?: number;
  readonly githubStars?: number;
}

const VENUES =
  'CVPR ICCV ECCV WACV BMVC ACCV 3DV NeurIPS NIPS ICML ICLR AAAI IJCAI ACL EMNLP NAACL EACL AACL COLING CoNLL TACL TMLR JMLR ' +
  'TPAMI PAMI IJCV TIP TNNLS TMM TCSVT KDD WWW SIGIR CIKM WSDM RecSys ICASSP Interspeech MICCAI ICRA IROS CoRL RSS RA-L RAL ' +
  'SIGGRAPH TOG ACMMM MM CHI UIST CSCW ICSE FSE ASE ISSTA OOPSLA PLDI POPL USENIX CCS NDSS OSDI SOSP NSDI ATC EuroSys ASPLOS ' +
  'ISCA MICRO HPCA SC SIGMOD VLDB PVLDB ICDE AISTATS UAI COLT COLM ISMIR LREC SemEval TheWebConf ICPR ICIP IJCNN ECAI AAMAS ' +
  'MLSys SIGCOMM IMC Nature Science PNAS Cell Findings Bioinformatics TKDE TOIS TASLP ToG SaTML ICDM SDM DAC ICCAD MLHC CHIL';
/** What the name of a journal or of proceedings holds. */
export const JOURNAL_WORD =
  /\b(?:journal|transactions|proceedings|proc|conference|symposium|workshop|annals|letters|reviews?|magazine|bulletin)\b/i;
const VENUE_WORDS = new Set(VENUES.toLowerCase().split(' '));
const BESIDE_VENUE =
  /^(?:findings|workshops?|w|oral|spotlight|highlight|poster|main|long|short|industry|demo|track|datasets?|benchmarks?|best|paper|awards?|asia|europe|conference|proceedings|proc|journal|of|the|in|on|and|at|to|by|accepted|published|preprint)$/i;
const PREPRINT = /^(?:arxiv|preprints?|corr|biorxiv|medrxiv|openreview|under review|technical report|tech report)$/i;
//     CVPR 2024     NeurIPS'23     ICLR, 2021     2024 ACL
const YEAR = /(?:^|[\s,'’(])((?:19|20)\d\d|(?<=['’])\d\d)(?=$|[\s,)])/;

/** A piece is looked at several times, and longer ones would fill the memory. */
const PIECES = { most: 1000, longest: 500 };

/** The meaning of a piece; null if it is uncertain. @param isSure authors are known to be here */
export function meaningOf(text: string, isSure = false): Meaning | null {
  return isSure ? meaningAmongAuthors(text) : meaningAlone(text);
}

const meaningAmongAuthors = remembering((text) => readMeaning(text, true), PIECES);
const meaningAlone = remembering((text) => readMeaning(text, false), PIECES);

function readMeaning(text: string, isSure: boolean): Meaning | null {
  return plainMeaning(text) ?? authorsAndMore(text, isSure);
}

/** The meaning of a piece that is a single value. */
function plainMeaning(text: string): Meaning | null {
  return idOf(text) ?? countOf(text) ?? dateOf(text) ?? venueOf(text);
}

//     41 upvotes     2 comments     12 citations     1,024 stars     7 authors     Cited by 12
const COUNT = /^(\d[\d.,]*[km]?)\s(upvote|vote|like|comment|citation|star|author)s?$|^cited by:?\s(\d[\d,]*)$/i;

function countOf(text: string): Meaning | null {
  const [, number = '', noun = 'citation', cited = number] =
    text.length > LONGEST_COUNT ? [] : (COUNT.exec(text) ?? []);
  const count = parseCount(cited);
  if (count === null) return null;
  switch (noun.toLowerCase()) {
    case 'comment':
      return { commentCount: count };
    case 'citation':
      return { citationCount: count };
    case 'star':
      return { githubStars: count };
    case 'author':
      return { authorCount: count };
    default:
      return { upvotes: count };
  }
}

/** In characters. */
const LONGEST_COUNT = 30;

function idOf(text: string): Meaning | null {
  const id = bareArxivId(
    text.replace(/^arxiv preprint /i, '').replace(/\s?\[[a-z]+(?:-[a-z]+)?(?:\.[a-z-]+)?\]$/i, ''),
  );
  if (id !== null) return { id };
  const doi = bareDoi(text);
  if (doi !== null) return { doi };
  const found = text.length < 40 ? findArxivId(text) : null;
  return found === null ? null : { id: found };
}

function dateOf(text: string): Meaning | null {
  const bare = text.replace(/^(?:date|published|submitted|updated|on)\s?:?\s/i, '');
  if (bare.length > 40 || !/\d/.test(bare)) return null;
  if (isImpossibleDate(bare)) return { badDate: bare };
  const printed = readPrintedDate(bare);
  if (printed === null || /^\d{9,}/.test(bare)) return null;
  if (printed.kind === 'day') return { date: printed.date };
  if (printed.kind === 'year') return isRecent(printed.year) ? { year: printed.year } : null;
  const order: DateOrder = shownOrder(printed) ?? usualOrder(printed);
  const date = numericDate(printed, order);
  return date === null ? null : { date };
}

function isRecent(year: number): boolean {
  return year >= 1900 && year < 2100;
}

/** `CVPR 2024`, `ACL 2023 Findings`, `NeurIPS'23 Workshop`, `arXiv 2022` */
function venueOf(text: string): Meaning | null {
  if (text.length > 60) return null;
  const printed = YEAR.exec(text);
  const digits = printed?.[1] ?? '';
  const year = digits === '' ? {} : { year: digits.length === 2 ? 2000 + Number(digits) : Number(digits) };
  const rest = (printed === null ? text : text.replace(printed[0], ' ')).replace(/[\s,.'’()/]+/g, ' ').trim();
  if (PREPRINT.test(rest)) return year;
  const words = rest.split(' ').filter((word) => word !== '');
  const isKnown = words.some((word) => VENUE_WORDS.has(word.toLowerCase().replace(/w$/, '')) && /\p{Lu}/u.test(word));
  const isPlain = words.every(
    (word) =>
      VENUE_WORDS.has(word.toLowerCase().replace(/w$/, '')) ||
      BESIDE_VENUE.test(word) ||
      /^[A-Z][A-Z\d&-]+$/.test(word),
  );
  const isAcronym =
    printed !== null && words.length < 3 && words.some((word) => /^[A-Z][a-z]*[A-Z][A-Za-z]*$/.test(word));
  if (!(isPlain && (isKnown || (printed !== null && words.length > 0))) && !isAcronym) return null;
  const venue = rest.replace(
    /^(?:(?:accepted|published)\s)?(?:(?:in|at|to|by)\s)?(?:proc(?:eedings)?\s(?:of\s(?:the\s)?)?)?/i,
    '',
  );
  return { venue, ...year };
}

/** Words that do not occur in names. */
const NO_NAME =
  /^(?:the|of|for|with|without|from|to|towards?|via|is|are|on|in|by|as|an?|under|over|between|beyond|through|into|across|against|about|at|how|what|why|when|where|can|do|does|not|using|based|all|you|your|we|our|its?|their|need|report|technical|challenge|results?|rest|learning|networks?|models?|language|vision|visual|deep|neural|survey|code|paper|data|datasets?|benchmarks?|videos?|images?|generation|reasoning|training|agents?|tuning|attention|transformers?|diffusion|university|institute|google|microsoft|project|page|website|new|supervised|reinforcement|official|pytorch|tensorflow)$/i;
const PARTICLE =
  /^(?:d[aeio]s?|del|della|du|d['’]\S+|van|von|der|den|ter|ten|la|le|el|al(?:-\S+)?|bin|ben|ibn|y|e|zu|'t|’t|af|av)$/i;

//     ?lan, whose first letter was lost with the encoding
const LOST_CAPITAL = /^[?\ufffd]{1,3}\p{L}/u;

function isPerson(name: string): boolean {
  const words = name.split(' ');
  if (words.length < 2 || words.length > 7 || words.every((word) => /^\P{Lu}/u.test(word) && PARTICLE.test(word)))
    return false;
  return words.every((word, index) => {
    if (NO_NAME.test(word) || /\d|[:!@#/]|\?(?![?\p{L}])/u.test(word)) return false;
    if (PARTICLE.test(word) || (index > 0 && isSuffix(word))) return true;
    return (
      (/^[^\p{L}]{0,2}(?:\p{Lu}|\p{Lo})/u.test(word) || LOST_CAPITAL.test(word)) &&
      !/^\p{Lu}{2,}$/u.test(word.replace(/[-.]/g, '').slice(0, 3).padEnd(3, 'a'))
    );
  });
}

/** Authors, perhaps with a year or venue after a comma: `Ada Clay, Bo Ek, CVPR 2024`. */
function authorsAndMore(text: string, isSure: boolean): Meaning | null {
  let rest = text.replace(/^(?:(?:by|authors?:?)\s)+/i, '');
  let more: Meaning = {};
  for (;;) {
    const comma = rest.lastIndexOf(',');
    const tail = rest.slice(comma + 1).trim();
    const meaning = comma < 0 ? null : (dateOf(tail) ?? venueOf(tail));
    if (meaning === null) break;
    more = { ...meaning, ...more };
    rest = rest.slice(0, comma).trim();
  }
  const year = /^(.*?\bet\.?\s?al\.?)\s?\(?((?:19|20)\d\d)\)?$/i.exec(rest);
  if (year !== null) {
    rest = year[1] ?? rest;
    more = { year: Number(year[2]), ...more };
  }
  const whole = rest === text ? null : plainMeaning(rest);
  if (whole !== null) return { ...more, ...whole };
  const authors = readAuthors(rest);
  if (areAuthors(rest, authors, isSure || rest.length < text.length - 60)) return { ...more, authors };
  return Object.keys(more).length > 0 && rest === '' ? more : null;
}

//     A. Clay     Clay, A.     J.-L. Clay
const INITIAL = /(?:^|[\s,-])\p{Lu}\.(?=$|[\s,-])/u;

//     B Ek, after which `A Clay` is a name too
const INITIALS_FIRST = /^(?!A\s)\p{Lu}{1,3} \p{Lu}\p{Ll}/u;

/** Whether these are names of people and nothing else. */
function areAuthors(text: string, { authors, authorCount }: Authors, isSure: boolean): boolean {
  if (authors.length === 0) return false;
  const isArticle = !authors.some((name) => INITIALS_FIRST.test(name));
  const people = authors.filter((name) => isPerson(name) || (!isArticle && /^A \p{Lu}\S+$/u.test(name))).length;
  const groups = authors.filter((name) => /\b(?:collaboration|consortium|team)s?\b/i.test(name)).length;
  const lone = authors.filter((name) => /^\p{Lu}[\p{L}'’-]*\p{Ll}$/u.test(name) && !NO_NAME.test(name)).length;
  if (people + groups + lone < authors.length) return false;
  if (authorCount === null || /\bet\.?\s?al\b/i.test(text)) return true;
  if (isSure || INITIAL.test(text)) return true;
  return people > 1 && people * 2 >= authors.length;
}
