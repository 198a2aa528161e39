import { describe, expect, it } from 'vitest';
import type { PaperKey } from '../../../src/paper/keys.ts';
import { readListing } from '../../read-listing.ts';

/** What is read for a key of a paper with these fields, or the first fault. */
async function read(key: PaperKey, fields: object) {
  const { papers, diagnostics } = await readListing(JSON.stringify([{ title: 'A kite', ...fields }]));
  const fault = diagnostics.find(({ severity }) => severity !== 'info');
  return fault === undefined ? (papers[0]?.[key] ?? null) : fault.message;
}

it('holds no control characters, even if they are written as references', async () => {
  expect(await read('doi', { doi: '10.1000/&#x1;0&lt;1>' })).toBe('10.1000/0<1>');
  expect(await read('venue', { venue: 'Kites &#x1b;and Bells' })).toBe('Kites and Bells');
});

describe('an abstract', () => {
  it('keeps the TeX of a formula and drops its MathML', async () => {
    const formula =
      '<jats:alternatives><jats:tex-math>$x$</jats:tex-math><mml:math><mml:mi>x</mml:mi></mml:math></jats:alternatives>';
    expect(await read('abstract', { abstract: `<jats:p>We fly ${formula} kites.</jats:p>` })).toBe('We fly $x$ kites.');
  });

  it('has no space between a formula and the comma after it', async () => {
    const math = '<mml:math><mml:mi>x</mml:mi></mml:math>';
    const formula = `<jats:alternatives>\n <jats:tex-math>$x$</jats:tex-math>\n ${math}\n </jats:alternatives>`;
    const abstract = `<jats:p>For <jats:inline-formula>\n ${formula}\n </jats:inline-formula>, kites fly.</jats:p>`;
    expect(await read('abstract', { abstract })).toBe('For $x$, kites fly.');
    const annotated = '<math><mi>x</mi><annotation encoding="application/x-tex">x</annotation></math>';
    expect(await read('abstract', { abstract: `<p>For ${annotated}, kites fly.</p>` })).toBe('For x, kites fly.');
  });

  it.each<[string, unknown, string | null]>([
    ['a list of paragraphs', ['We fly kites.', null, 'They fall.'], 'We fly kites. They fall.'],
    ['a list of nothing', [null, ''], null],
    ['an object with a text', { text: 'We fly kites.' }, 'We fly kites.'],
  ])('is read from %s', async (_, abstract, expected) => {
    expect(await read('abstract', { abstract })).toBe(expected);
  });

  it.each([
    ['Abstract We fly kites.', 'We fly kites.'],
    ['ABSTRACT: we fly kites.', 'we fly kites.'],
    ['Abstract—We fly kites.', 'We fly kites.'],
    ['Abstract-We fly kites.', 'We fly kites.'],
    ['Abstract 我们放风筝。', '我们放风筝。'],
    ['Abstract © 2020 Kites Ltd. We fly.', '© 2020 Kites Ltd. We fly.'],
    ['Abstract «Kites» fly.', '«Kites» fly.'],
    ['Abstract kites fly.', 'Abstract kites fly.'],
    ['Abstract & concrete kites fly.', 'Abstract & concrete kites fly.'],
    ['Abstract-level kites fly.', 'Abstract-level kites fly.'],
  ])('has no heading: %s', async (abstract, expected) => {
    expect(await read('abstract', { abstract })).toBe(expected);
  });

  it('ends before the statement that bioRxiv adds', async () => {
    expect(await read('abstract', { abstract: 'We fly.Competing Interest StatementThe authors have none.' })).toBe(
      'We fly.',
    );
  });

  it('is put together from the places of its words', async () => {
    const index = { kites: [1, 4], fly: [2], Small: [0], over: [3] };
    expect(await read('abstract', { abstract_inverted_index: index })).toBe('Small kites fly over kites');
  });

  it.each([
    ['beyond any abstract', 9e9],
    ['below 0', -1],
    ['in words', 'first'],
  ])('is not put together from places that are %s', async (_, place) => {
    expect(await read('abstract', { abstract_inverted_index: { Kites: [place], fly: [1] } })).toBeNull();
  });
});

describe('a count', () => {
  it.each<[unknown, number | string | null]>([
    [7, 7],
    ['1,204', 1204],
    ['11.3k', 11300],
    ['1.2M', 1_200_000],
    ['+3', 3],
    ['12.0', 12],
    ['12,0', 12],
    ['11,3k', 11300],
    ['1.204', 1204],
    ['1 204', 1204],
    ['1’204', 1204],
    ['1,204,567', 1_204_567],
    ['1,204.567', 'not a count: 1,204.567'],
    ['1.5', 'not a count: 1.5'],
    ['n/a', null],
    ['—', null],
    ['', null],
    [null, null],
    [['a', 'b'], null],
    [{ total: 'many' }, null],
    ['many', 'not a count: many'],
    [true, 'not a count: true'],
  ])('is read from %j as %j', async (upvotes, expected) => {
    expect(await read('upvotes', { upvotes })).toBe(expected);
  });

  it('of citations is read from what Google Scholar prints', async () => {
    expect(await read('citationCount', { cited_by: 'Cited by 1,204' })).toBe(1204);
  });

  it.each<[unknown, number | null]>([
    [12, 12],
    ['12', 12],
    ['', null],
    [null, null],
    ['12 pages, 3 figures', null],
    [[12], null],
    [{ count: 12 }, null],
  ])('of comments is read from %j as %j', async (comments, expected) => {
    expect(await read('commentCount', { comments })).toBe(expected);
  });
});

describe('an address', () => {
  it.each<[unknown, string | null]>([
    ['aKite12345', 'https://openreview.net/forum?id=aKite12345'],
    ['no forum', null],
    [null, null],
    ['short', null],
  ])('is made of the forum %j on OpenReview: %j', async (forum, expected) => {
    expect(await read('url', { forum })).toBe(expected);
  });
});

it('looks for categories in lists that are not nested too deeply', async () => {
  expect(await read('categories', { categories: [[['cs.LG']], 'stat.ML'] })).toEqual(['cs.LG', 'stat.ML']);
  expect(await read('categories', { categories: [[[[[['cs.LG']]]]], 'stat.ML'] })).toEqual(['stat.ML']);
});

it('reads thousands of different lists of categories', async () => {
  const papers = Array.from({ length: 5100 }, (_, index) => ({ title: 'A kite', categories: `cs.LG ${index}` }));
  const reading = await readListing(JSON.stringify([...papers, { title: 'A kite', categories: 'cs.LG 1' }]));
  expect(new Set(reading.papers.map(({ categories }) => String(categories)))).toEqual(new Set(['cs.LG']));
});

describe('a date', () => {
  it.each<[unknown, string]>([
    [{ seconds: 1751500800, nanoseconds: 0 }, '2025-07-03'],
    [{ $date: { $numberLong: '1751500800000' } }, '2025-07-03'],
    [{ iso: '2025-07-03', shown: 'last summer' }, '2025-07-03'],
    ['Submitted 3 July, 2025; originally announced July 2025.', '2025-07-03'],
    ['2025-07-03 (v2)', '2025-07-03'],
  ])('is read from %j', async (date, expected) => {
    expect(await read('date', { date })).toBe(expected);
  });
});

describe('a creation date', () => {
  it.each<[string, unknown, string | null]>([
    ['a text', '2024-06-05', '2024-06-05'],
    ['nothing', '', null],
    ['another text', 'yesterday', 'not a date: yesterday'],
    ['an object, which says when the record was made', { 'date-parts': [[2024, 6, 5]] }, null],
  ])('is read from %s', async (_, created, expected) => {
    expect(await read('date', { created })).toBe(expected);
  });

  it('is that of the record if the paper says its month or its year', async () => {
    const dateOf = async (fields: object) => {
      const { papers } = await readListing(JSON.stringify([{ title: 'A kite', ...fields }]));
      return [papers[0]?.date, papers[0]?.year];
    };
    expect(await dateOf({ published: 'May 2024', updated: '2024-06-05' })).toEqual([null, 2024]);
    expect(await dateOf({ year: 2024, modified: '2024-06-05' })).toEqual([null, 2024]);
    expect(await dateOf({ year: 2024, updated: '2024-06-05' })).toEqual(['2024-06-05', undefined]);
  });
});

describe('an answer without papers', () => {
  const message = async (answer: unknown) => {
    const { diagnostics } = await readListing(JSON.stringify(answer));
    return diagnostics.find(({ code }) => code === 'no-titles')?.message;
  };

  it.each<[string, unknown, string]>([
    ['an error', { error: 'Too many kites' }, 'the answer is an error: Too many kites'],
    [
      'an object about it',
      { error: { code: 429, message: 'Too many kites' } },
      'the answer is an error: Too many kites',
    ],
    ['a message', { message: 'No kites', code: '404' }, 'the answer is an error: No kites'],
    ['other fields', { kites: 3, wind: 'west' }, 'no object has a title; the fields of the first are kites, wind'],
  ])('is described if it is %s', async (_, answer, expected) => {
    expect(await message(answer)).toBe(expected);
  });
});

it('takes the identifier from the name of the paper, unless it has one or the name is another', async () => {
  const answer = {
    '2406.01234': { title: 'A kite' },
    '2406.01235': { title: 'A bell', id: '2406.09999' },
    third: { title: 'A lantern' },
  };
  const { papers } = await readListing(JSON.stringify(answer));
  expect(papers.map(({ title, id }) => [title, id])).toEqual([
    ['A kite', '2406.01234'],
    ['A bell', '2406.09999'],
    ['A lantern', undefined],
  ]);
});

describe('a paper with very long fields', () => {
  const long = (letter: string) => Array.from({ length: 90 }, () => letter.repeat(100_000));
  const listing = (values: object[]) => JSON.stringify({ results: values }, null, 1);

  it('is read without them', async () => {
    const heavy = { id: '2406.01234', title: 'A heavy kite', log: long('x'), trace: { steps: long('y') }, year: 2024 };
    const { papers } = await readListing(listing([heavy, { title: 'A light kite', year: 2025 }]));
    expect(papers.map(({ title, year }) => [title, year])).toEqual([
      ['A heavy kite', 2024],
      ['A light kite', 2025],
    ]);
  });

  it('inside another object is read before the object ends', async () => {
    const group = { name: 'group', papers: [{ title: 'A kite' }], log: long('x'), more: [{ title: 'A bell' }] };
    const { papers } = await readListing(JSON.stringify({ days: [{ group }] }, null, 1));
    expect(papers.map(({ title }) => title)).toEqual(['A kite', 'A bell']);
  });
});

it.each([0, 1])('reads a field that is called like the prototype of objects, with an indent of %i', async (indent) => {
  const text = JSON.stringify([{ title: 'A kite', proto: { upvotes: 3 }, year: 2024 }], null, indent);
  const { papers } = await readListing(text.replace('proto', '__proto__'));
  expect(papers).toMatchObject([{ title: 'A kite', upvotes: null, year: 2024 }]);
});

it('has read a date that gives no more than the year', async () => {
  expect((await readListing(JSON.stringify([{ title: 'A kite', date: '2024-06' }]))).diagnostics).toEqual([]);
});

it('names a field of which only other members are known, or which is a text in place of a paper', async () => {
  const paper = { title: 'A kite', metrics: { visits: 12 }, content: 'It flies.' };
  const { diagnostics } = await readListing(JSON.stringify([paper]));
  expect(diagnostics.map(({ message }) => message)).toEqual(['2 fields not read: metrics, content']);
});
