import fc from 'fast-check';
import type { Paper } from '../../src/paper/paper.ts';
import { ADJECTIVES, capitalized, twoDigits } from './words.ts';

/** A paper on arXiv; each kind of page shows a part of it. */
export interface ArxivPaper {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly comments: { readonly text: string; readonly url: string | null } | null;
  readonly journalRef: string | null;
  readonly doi: string | null;
  readonly reportNumber: string | null;
  readonly mscClass: string | null;
  readonly subjects: readonly (readonly [name: string, code: string])[];
  readonly abstract: string;
  readonly announceType: 'new' | 'cross' | 'replace' | 'replace-cross';
  /** `YYYY-MM-DD` */
  readonly submitted: string;
  readonly revised: string | null;
}

/*
 * Papers that look like papers: if only a line break separates title and authors, they are distinguished by what names look
 * like, so random words would test nothing.
 */

const GIVEN = [
  'Tilda', 'Okon', 'Rui', 'Jia', 'J. D.', 'Ana Paula', 'Jean-Luc', 'Ş.', 'Ömer T.', 'Łucja', 'Bjørn', 'X.', 'Minh Anh', 'Yu. N.', 'Íñigo',
  'María José', 'K.', 'Hye-Jin', 'Dag',
]; // biome-ignore format: a list of words
const FAMILY = [
  'Moss', 'Bassey', 'Álvares', 'Li', 'van der Wiel', 'de la Torre', "O'Hare", 'Ő', 'Žák', 'al-Rashid', 'Brandt Jr.', 'Okafor', 'Xu', 'E',
  'Hartwig III', "'t Hooft", 'Saint-Clair', 'Wójcik', "D'Amico",
]; // biome-ignore format: a list of words
const NOUNS = [
  'lantern', 'harbour', 'orchard', 'kettle', 'ladder', 'meadow', 'compass', 'glacier', 'violin', 'beehive', 'archive', 'pulley',
]; // biome-ignore format: a list of words
const VERBS = ['sorts', 'predicts', 'repairs', 'compares', 'explains', 'measures', 'rewrites', 'follows', 'folds'];
const EXTRAS = [
  '$\\alpha$', '$O(n \\log n)$', '$M_{\\rm leaf}/M_\\odot$', '\\emph{dry}', 'x_i', '*starred*', '12%', '(see below)', '"quoted"', '[12]', 'e.g.',
  '$[0, 1)$', 'A/B', '&', '< 3', 'f(x)[0]', '—', 'Title: none', 'https://example.org/a_b', '1,204', 'Schr\\"odinger',
]; // biome-ignore format: a list of words
const SUBJECTS = [
  ['Machine Learning', 'cs.LG'],
  ['Computation and Language', 'cs.CL'],
  ['Computer Vision and Pattern Recognition', 'cs.CV'],
  ['High Energy Physics - Theory', 'hep-th'],
  ['Quantum Physics', 'quant-ph'],
  ['Fluid Dynamics', 'physics.flu-dyn'],
  ['Cosmology and Nongalactic Astrophysics', 'astro-ph.CO'],
  ['Applications', 'stat.AP'],
  ['Systems and Control', 'eess.SY'],
  ['Geometric Topology', 'math.GT'],
] as const;

const noun = fc.constantFrom(...NOUNS);
const adjective = fc.constantFrom(...ADJECTIVES);

const author = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.tuple(fc.constantFrom(...GIVEN), fc.constantFrom(...FAMILY)).map((parts) => parts.join(' ')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Widodo', 'H0-Lantern Collaboration', 'KETTLE Consortium', 'The Orchard Team'),
  },
);

const phrase = fc
  .tuple(adjective, noun, fc.constantFrom('for', 'with', 'beyond', 'of the'), adjective, noun)
  .map(([a, b, joint, c, d]) => `${capitalized(a)} ${capitalized(b)}s ${joint} ${capitalized(c)} ${capitalized(d)}s`);

const title = fc.oneof(
  phrase,
  fc.tuple(noun, phrase).map(([name, text]) => `${capitalized(name)}Net: ${text}`),
  fc.tuple(phrase, phrase).map(([first, second]) => `${first}: A Survey of ${second}`),
  phrase.map((text) => `Can ${text} Be Trusted?`),
  fc
    .tuple(
      phrase,
      fc.constantFrom('$k$', '$\\lambda$-Calculus', '(Extended)', 'Q&A', '“Good” Tokens', 'Li Xu, and Others'),
    )
    .map(([text, extra]) => `${text} and ${extra} Reconsidered`),
  fc.tuple(adjective, noun).map(([first, second]) => `On ${first} ${second}s`),
  phrase.map((text) => `Title: Authors: ${text}`),
);

const sentence = fc
  .tuple(
    fc.constantFrom('', 'We show that ', 'In this paper, ', 'However, '),
    fc.array(
      fc.tuple(
        adjective,
        noun,
        fc.constantFrom(...VERBS),
        fc.option(fc.constantFrom(...EXTRAS), { freq: 3, nil: undefined }),
        adjective,
        noun,
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    fc.constantFrom('.', '.', '.', '?'),
  )
  .map(([start, clauses, end]) => {
    const texts = clauses.map(([a, b, verb, extra, c, d]) =>
      ['the', a, b, verb, extra, 'the', c, d].filter((word) => word !== undefined).join(' '),
    );
    return `${capitalized(start + texts.join(', and '))}${end}`;
  });
const abstract = fc.array(sentence, { minLength: 2, maxLength: 9 }).map((sentences) => sentences.join(' '));

const day = fc
  .tuple(fc.integer({ min: 2008, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${twoDigits(month)}-${twoDigits(date)}`);
const id = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(fc.integer({ min: 15, max: 26 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 99999 }))
      .map(([year, month, number]) => `${year}${twoDigits(month)}.${String(number).padStart(5, '0')}`),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 999 }).map((number) => `hep-th/0411${String(number).padStart(3, '0')}`),
  },
);

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 1, nil: null });

const paper: fc.Arbitrary<ArxivPaper> = fc.record({
  id,
  title,
  authors: fc.oneof(
    fc.array(author, { minLength: 1, maxLength: 5 }),
    fc.array(author, { minLength: 20, maxLength: 40 }),
  ),
  comments: optional(
    fc.constantFrom(
      { text: '12 pages, 3 figures', url: null },
      { text: 'v2: kettles recounted; to appear in Proc. Ponds', url: null },
      { text: 'Withdrawn by the authors: the lantern was off', url: null },
      { text: '8 pages. Code at', url: 'https://github.com/example/lantern_router' },
      {
        text: '17 pages, 4 figures, 2 tables; this version corrects the proof of Lemma 3, adds a new section and an appendix',
        url: null,
      },
    ),
  ),
  journalRef: optional(
    fc.constantFrom(
      'Proc. Ponds 12, 1 (2025)',
      'J. Small Vessels 3 (2026) 14-21, with an erratum in J. Small Vessels 4 (2026) 7',
    ),
  ),
  doi: optional(fc.integer({ min: 1, max: 999 }).map((number) => `10.1000/jsv.${number}`)),
  reportNumber: optional(fc.constantFrom('LTN-2026-07', 'POND-TH/12-3')),
  mscClass: optional(fc.constantFrom('68T50', '57M25 (Primary) 20F36 (Secondary)')),
  subjects: fc.uniqueArray(fc.constantFrom(...SUBJECTS), { minLength: 1, maxLength: 4 }),
  abstract,
  announceType: fc.constantFrom('new', 'cross', 'replace', 'replace-cross'),
  submitted: day,
  revised: optional(day),
});

const order = ['new', 'cross', 'replace', 'replace-cross'] as const;

/** Pages of papers in the order in which arXiv lists them. */
export function arxivPapers(minLength: number, maxLength: number): fc.Arbitrary<ArxivPaper[]> {
  return fc
    .uniqueArray(paper, { minLength, maxLength, selector: (item) => item.id })
    .map((papers) => papers.sort((a, b) => order.indexOf(a.announceType) - order.indexOf(b.announceType)));
}

/** The record of a paper on a list page. */
export function listedRecord(item: ArxivPaper, announced: string, hasAbstract: boolean): Paper {
  return {
    ...commonRecord(item, hasAbstract ? item.abstract : null, announced),
    announced,
    announceType: item.announceType,
    ...(item.comments && { authorComment: commentOf(item, 'this https URL') }),
    ...(item.journalRef && { journalRef: item.journalRef }),
  };
}

/** The record of a search result. */
export function foundRecord(item: ArxivPaper): Paper {
  const shown = shownAuthors(item);
  return {
    ...commonRecord(item, item.abstract, item.submitted),
    authors: [...shown],
    ...(item.comments && { authorComment: commentOf(item, item.comments.url ?? '') }),
    ...(item.journalRef && { journalRef: item.journalRef }),
    ...(item.doi && { doi: item.doi }),
    ...(item.reportNumber && { reportNumber: item.reportNumber }),
  };
}

/** A search page shows at most 25 authors. */
export function shownAuthors({ authors }: ArxivPaper): readonly string[] {
  return authors.slice(0, 25);
}

export function commentOf({ comments }: ArxivPaper, url: string): string {
  return comments === null ? '' : comments.url === null ? comments.text : `${comments.text} ${url}`;
}

function commonRecord(item: ArxivPaper, text: string | null, date: string): Paper {
  return {
    title: item.title,
    abstract: text,
    authorCount: item.authors.length,
    date,
    upvotes: null,
    id: item.id,
    url: `https://arxiv.org/abs/${item.id}`,
    authors: [...item.authors],
    categories: item.subjects.map(([, code]) => code),
  };
}
