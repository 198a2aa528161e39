// Invented listings of any size, the same for the same seed.

const SYLLABLES = 'ba ce di fo gu ha ji ke lo mu na pe qui ro sa te vu wi xo ya zen tor mil kan del'.split(' ');
const KEYWORDS = ['LoRA', 'quantization', 'retrieval', 'diffusion'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** mulberry32: a small seeded generator of numbers in [0, 1). */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Yields invented papers without end. */
function* papers(seed) {
  const next = random(seed);
  const integer = (below) => Math.floor(next() * below);
  const words = Array.from({ length: 4000 }, () =>
    Array.from({ length: 1 + integer(4) }, () => SYLLABLES[integer(SYLLABLES.length)]).join(''),
  );
  const word = () => words[integer(words.length)];
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const sentence = () => {
    const count = 8 + integer(16);
    const parts = Array.from({ length: count }, word);
    if (integer(25) === 0) parts[3] = KEYWORDS[integer(KEYWORDS.length)];
    return `${capital(parts.join(' '))}.`;
  };
  for (let number = 1; ; number += 1) {
    const title = Array.from({ length: 5 + integer(8) }, () => capital(word())).join(' ');
    const sentences = Array.from({ length: 6 + integer(6) }, sentence);
    const authors = Array.from({ length: 1 + integer(9) }, () => `${capital(word())} ${capital(word())}son`);
    const [year, month, day] = [2021 + integer(4), integer(12), 1 + integer(28)];
    yield { number, title, abstract: sentences.join(' '), authors, year, month, day, count: integer(4) };
  }
}

const HEADER =
  'new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\nNov 20\n\n';

/**
 * Daily Papers in the plain layout.
 *
 * @param size in bytes, reached by the last paper
 */
export function* plainListing(size, seed = 1) {
  let written = 0;
  yield HEADER;
  for (const paper of papers(seed)) {
    if (written >= size) return;
    const card = text(paper) + row(paper, `, ${paper.year}`);
    written += Buffer.byteLength(card);
    yield card;
  }
}

/** One page of search results, which like real ones has days without a year and papers without a row. */
function* searchPage(seed) {
  yield HEADER;
  for (const paper of papers(seed)) {
    if (paper.number > 75) return;
    yield text({ ...paper, abstract: `${paper.abstract} ${paper.abstract}` });
    if (paper.number % 15 > 0) yield row(paper, paper.number % 6 === 0 ? '' : `, ${paper.year}`);
  }
}

/**
 * Several such pages.
 *
 * @param size in bytes, reached by the last page
 */
export function* searchPages(size) {
  let written = 0;
  for (let seed = 3; written < size; seed += 1) {
    const page = [...searchPage(seed)].join('');
    written += Buffer.byteLength(page);
    yield page;
  }
}

/** Pages copied from a browser, with a dash in about every third abstract. */
export function* withDashes(pages) {
  for (const page of pages) yield page.replaceAll('. Ce', ' – Ce');
}

function text({ title, abstract }) {
  return `${title}\n\n${abstract}\n\n`;
}

function row({ authors, month, day, count }, year) {
  return `  • ${authors.length} authors\n·\n${MONTHS[month]} ${day}${year}${count > 0 ? ` ${count}` : ''}\n\n`;
}

/**
 * A monthly listing of arXiv.
 *
 * @param size in bytes, reached by the last paper
 */
export function* arxivListing(size, seed = 2) {
  const rule = `${'-'.repeat(78)}\n`;
  yield `${rule}${rule}`;
  let written = 0;
  for (const paper of papers(seed)) {
    if (written >= size) return;
    const date = `${paper.day} ${MONTHS[paper.month]} ${paper.year} 18:56:47 GMT`;
    const entry = [
      '\\\\',
      `arXiv:${String(paper.year).slice(2)}${String(paper.month + 1).padStart(2, '0')}.${String(paper.number % 100000).padStart(5, '0')}`,
      `From: ${paper.authors[0]} <example@example.com>`,
      `Date: ${date}   (${paper.number % 900}kb,D)`,
      '',
      wrap(`Title: ${paper.title}`),
      wrap(`Authors: ${paper.authors.join(', ')}`),
      'Categories: cs.CL cs.LG',
      wrap(`Comments: ${paper.count + 9} pages, 5 figures, ${paper.title}`),
      'License: http://arxiv.org/licenses/nonexclusive-distrib/1.0/',
      '\\\\',
    ].join('\n');
    const text = `${entry}\n${rule}`;
    written += text.length;
    yield text;
  }
}

/** Wraps like arXiv: 79 columns, continuation lines indented by two. */
function wrap(text) {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last.length + 1 + word.length > 79 && last !== '') lines.push(`  ${word}`);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}

/**
 * NDJSON in the form of the arXiv metadata snapshot.
 *
 * @param size in bytes, reached by the last paper
 */
export function* snapshot(size, seed = 4) {
  let written = 0;
  for (const { number, title, abstract, authors, year, month, day } of papers(seed)) {
    if (written >= size) return;
    const id = `${String(year).slice(2)}${String(month + 1).padStart(2, '0')}.${String(number % 100000).padStart(5, '0')}`;
    const record = {
      id,
      submitter: authors[0],
      authors: authors.join(', '),
      title,
      comments: null,
      'journal-ref': null,
      doi: null,
      'report-no': null,
      categories: 'cs.CL cs.LG',
      license: null,
      abstract: `  ${wrap(abstract)}\n`,
      versions: [{ version: 'v1', created: `Mon, ${day} ${MONTHS[month]} ${year} 18:56:47 GMT` }],
      update_date: `${year + 1}-01-0${1 + (day % 9)}`,
      authors_parsed: authors.map((name) => [...name.split(' ').reverse(), '']),
    };
    const line = `${JSON.stringify(record)}\n`;
    written += line.length;
    yield line;
  }
}
