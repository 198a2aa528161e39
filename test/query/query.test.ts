import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidValueError } from '../../src/diagnostics/errors.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { parseOrder } from '../../src/query/order.ts';
import { Query } from '../../src/query/query.ts';
import { paper, select, titles } from './paper.ts';

describe('a range of dates', () => {
  const papers = ['2024-01-31', '2024-02-01', '2024-02-29', '2024-03-01'].map((date) => paper({ title: date, date }));

  it('includes both ends', () => {
    expect(titles({ since: '2024-02-01', until: '2024-02-29' }, papers)).toEqual(['2024-02-01', '2024-02-29']);
  });

  it('may be open at either end', () => {
    expect(titles({ since: '2024-02-29' }, papers)).toEqual(['2024-02-29', '2024-03-01']);
    expect(titles({ until: '2024-01-31' }, papers)).toEqual(['2024-01-31']);
  });

  it('leaves out and counts undated papers unless something else leaves them out', () => {
    let emitted = 0;
    const query = new Query({ since: '2024', minUpvotes: 5 }, () => {
      emitted += 1;
    });
    for (const upvotes of [3, 5, 7]) query.push(paper({ date: null, upvotes }));
    query.end();
    expect([emitted, query.unknown.get('date')]).toEqual([0, 2]);
  });

  it('keeps undated papers if it is not requested', () => {
    expect(titles({}, [paper({ title: 'Undated', date: null })])).toEqual(['Undated']);
  });
});

describe('a paper with only a year', () => {
  const papers = [
    paper({ title: 'spring', date: '2024-04-01' }),
    paper({ title: 'year', date: null, year: 2024 }),
    paper({ title: 'before', date: '2023-12-31' }),
    paper({ title: 'undated', date: null }),
  ];

  it('is in a range of dates if any day of the year is', () => {
    expect(titles({ since: '2024-11-01' }, papers)).toEqual(['year']);
    expect(titles({ until: '2024-02-01' }, papers)).toEqual(['year', 'before']);
    expect(titles({ since: '2025-01-01' }, papers)).toEqual([]);
  });

  it('is sorted after the others of its year', () => {
    expect(titles({ order: parseOrder('date') }, papers)).toEqual(['spring', 'year', 'before', 'undated']);
    expect(titles({ order: parseOrder('+date') }, papers)).toEqual(['before', 'spring', 'year', 'undated']);
  });
});

describe('bounds of counts', () => {
  it('are included, and leave out papers without the count', () => {
    const papers = [null, 0, 4, 5, 6].map((count) =>
      paper({ title: String(count), upvotes: count, authorCount: count }),
    );
    expect(titles({ minUpvotes: 5 }, papers)).toEqual(['5', '6']);
    expect(titles({ maxUpvotes: 4 }, papers)).toEqual(['0', '4']);
    expect(titles({ minAuthors: 4, maxAuthors: 5 }, papers)).toEqual(['4', '5']);
    expect(titles({ minUpvotes: 0 }, papers)).toEqual(['0', '4', '5', '6']);
  });
});

describe('unknown counts', () => {
  it('are reported unless something else leaves the paper out', () => {
    const query = new Query({ minCitations: 3, minUpvotes: 5, categories: ['cs'] }, () => {});
    query.push(paper({ upvotes: 7, categories: ['cs.CL'] }));
    query.push(paper({ upvotes: 7, categories: ['math.AG'] }));
    query.push(paper({ upvotes: 1, categories: ['cs.CL'] }));
    query.push(paper({ upvotes: null, citationCount: 9, categories: ['cs.CL'] }));
    query.end();
    expect([...query.unknown]).toEqual([
      ['citationCount', 1],
      ['upvotes', 1],
    ]);
  });
});

describe('categories', () => {
  const papers = [['cs.CL', 'stat.ML'], ['csx.AI'], ['math.AG', 'cs.LG'], ['hep-th'], undefined].map((categories) =>
    paper({ title: categories?.join() ?? 'none', ...(categories && { categories }) }),
  );

  it('select a category or a whole archive, wherever it is listed', () => {
    expect(titles({ categories: ['cs.CL'] }, papers)).toEqual(['cs.CL,stat.ML']);
    expect(titles({ categories: ['cs'] }, papers)).toEqual(['cs.CL,stat.ML', 'math.AG,cs.LG']);
    expect(titles({ categories: ['HEP-TH', 'csx'] }, papers)).toEqual(['csx.AI', 'hep-th']);
    expect(titles({ categories: ['cs.C'] }, papers)).toEqual([]);
  });
});

describe('required keys', () => {
  it('must all have a value, and 0 is a value but null is not', () => {
    const papers = [
      paper({ title: 'code', githubUrl: 'https://example.org/code', upvotes: 0 }),
      paper({ title: 'no votes', githubUrl: 'https://example.org/other', upvotes: null }),
      paper({ title: 'no code', upvotes: 9 }),
    ];
    expect(titles({ has: ['githubUrl'] }, papers)).toEqual(['code', 'no votes']);
    expect(titles({ has: ['upvotes'] }, papers)).toEqual(['code', 'no code']);
    expect(titles({ has: ['githubUrl', 'upvotes'] }, papers)).toEqual(['code']);
  });
});

describe('names and announcements', () => {
  it('finds whole words of a name in any order, ignoring accents and case', () => {
    const papers = [
      paper({ title: 'A', authors: ['Zoë Ångström', 'Li Wei'] }),
      paper({ title: 'B', authors: ['Zoe Stone'] }),
      paper({ title: 'C' }),
    ];
    expect(titles({ authors: ['zoe'] }, papers)).toEqual(['A', 'B']);
    expect(titles({ authors: ['ANGSTROM', 'stóne'] }, papers)).toEqual(['A', 'B']);
    expect(titles({ authors: ['li wei'] }, papers)).toEqual(['A']);
    expect(titles({ authors: ['Wei, Li'] }, papers)).toEqual(['A']);
    expect(titles({ authors: ['L. Wei'] }, papers)).toEqual(['A']);
    expect(titles({ authors: ['ston'] }, papers)).toEqual([]);
    expect(titles({ authors: ['harbour'] }, [paper({ title: 'E', organization: 'Harbour Lab' })])).toEqual(['E']);
    const printedAsTex = paper({ title: 'D', authors: ['Zo\\"e {\\AA}ngstr\\"om'] });
    expect(titles({ authors: ['zoë'] }, [printedAsTex])).toEqual(['D']);
  });

  it('selects papers by type of announcement', () => {
    const types = ['new', 'cross', 'replace', 'replace-cross'] as const;
    const papers = [...types.map((announceType) => paper({ title: announceType, announceType })), paper()];
    expect(titles({ announceTypes: ['new', 'replace-cross'] }, papers)).toEqual(['new', 'replace-cross']);
  });
});

describe('orders', () => {
  const papers = [
    paper({ title: 'banana', upvotes: 3, date: null }),
    paper({ title: 'Apple', upvotes: null, date: '2024-05-01' }),
    paper({ title: 'cherry', upvotes: 3, date: '2023-01-01' }),
    paper({ title: 'Éclair', upvotes: 10, date: '2025-01-01' }),
  ];
  const sorted = (keys: string) => titles({ order: parseOrder(keys) }, papers);

  it('sort numbers and dates in descending and texts in ascending order', () => {
    expect(sorted('upvotes')).toEqual(['Éclair', 'banana', 'cherry', 'Apple']);
    expect(sorted('date')).toEqual(['Éclair', 'Apple', 'cherry', 'banana']);
    expect(sorted('title')).toEqual(['Apple', 'banana', 'cherry', 'Éclair']);
  });

  it('sort in the requested direction, with missing values last', () => {
    expect(sorted('+upvotes')).toEqual(['banana', 'cherry', 'Éclair', 'Apple']);
    expect(sorted('-title')).toEqual(['Éclair', 'cherry', 'banana', 'Apple']);
    expect(sorted('+date')).toEqual(['cherry', 'Apple', 'Éclair', 'banana']);
  });

  it('compare by the next key if papers are equal', () => {
    expect(sorted('upvotes,-title')).toEqual(['Éclair', 'cherry', 'banana', 'Apple']);
  });

  it('accept any spelling of a key, and suggest the nearest one', () => {
    expect(() => parseOrder('author-count,COMMENTCOUNT')).not.toThrow();
    expect(() => parseOrder('upvote')).toThrow('unknown key "upvote" (did you mean upvotes?)');
    expect(() => parseOrder('')).toThrow(InvalidValueError);
  });

  it('print the beginning of the whole order with a limit', () => {
    const some = fc.record({
      upvotes: fc.option(fc.nat(5)),
      date: fc.option(fc.constantFrom('2024-01-01', '2024-01-02')),
      title: fc.constantFrom('a', 'B', 'c'),
    });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 40 }), fc.nat(12), (rows, limit) => {
        // Abstracts number the papers, to distinguish equal ones.
        const input = rows.map((row, index) => paper({ ...row, abstract: String(index) }));
        const order = parseOrder('upvotes,title,+date');
        expect(select({ order, limit }, input)).toEqual(select({ order }, input).slice(0, limit));
      }),
      { numRuns: 500 },
    );
  });

  it('agree with an explicit comparison, and are stable', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(4)), { maxLength: 30 }), (counts) => {
        const input = counts.map((upvotes, index) => paper({ upvotes, title: String(index) }));
        const expected = [4, 3, 2, 1, 0, null].flatMap((count) => input.filter(({ upvotes }) => upvotes === count));
        expect(select({ order: parseOrder('upvotes') }, input)).toEqual(expected);
      }),
    );
  });
});

describe('limits', () => {
  it('stop the reading without an order, but not with one', () => {
    const query = new Query({ limit: 1 }, () => {});
    expect(query.isDone).toBe(false);
    query.push(paper());
    expect(query.isDone).toBe(true);
    const sorting = new Query({ limit: 1, order: parseOrder('date') }, () => {});
    sorting.push(paper());
    expect(sorting.isDone).toBe(false);
    const merging = new Query({ limit: 1, dedupe: true }, () => {});
    merging.push(paper());
    expect(merging.isDone).toBe(false);
  });

  it('select nothing if they are 0', () => {
    expect(new Query({ limit: 0 }, () => {}).isDone).toBe(true);
    expect(select({ limit: 0, order: parseOrder('date') }, [paper()])).toEqual([]);
  });

  it('count selected papers', () => {
    const papers = [1, 9, 2, 8, 7].map((upvotes) => paper({ title: String(upvotes), upvotes }));
    expect(titles({ limit: 2, minUpvotes: 5 }, papers)).toEqual(['9', '8']);
  });
});

describe('deduplication', () => {
  const merged = (...papers: Paper[]) => select({ dedupe: true }, papers);

  it('merges records with the same id, whatever their titles', () => {
    const found = merged(paper({ id: '2401.00001', title: 'Old' }), paper({ id: '2401.00001', title: 'New' }));
    expect(found.map(({ title }) => title)).toEqual(['New']);
  });

  it('keeps records with different ids apart, whatever their titles', () => {
    expect(merged(paper({ id: '2401.00001' }), paper({ id: '2401.00002' }), paper({ id: '2401.00003' }))).toHaveLength(
      3,
    );
  });

  it('compares titles and the first words of abstracts as layouts print them if there are no ids', () => {
    const words = 'one two three four five six seven eight';
    const long = paper({ title: 'Kites: A “Survey”', abstract: `${words} nine ten eleven twelve` });
    const short = paper({ title: 'KITES - a survey', abstract: `One, two -- three four five six seven eight …` });
    const other = paper({ title: 'Kites: A “Survey”', abstract: 'Quite another beginning' });
    expect(merged(long, short, other)).toEqual([long, other]);
  });

  it('merges records without an abstract or id', () => {
    const bare = paper({ abstract: null, upvotes: 7 });
    const known = paper({ id: '2401.00001' });
    const result = [{ ...known, upvotes: 7 }];
    expect(merged(known, bare)).toEqual(result);
    expect(merged(bare, known)).toEqual([{ ...known, upvotes: 0 }]);
    expect(merged(bare, known, paper({ id: '2401.00002' }))).toHaveLength(2);
  });

  it('keeps the most complete record, the latest counts and the first position', () => {
    const old = paper({
      id: 'x',
      title: 'Old',
      upvotes: 3,
      commentCount: 1,
      source: { file: 'a', line: 1, format: 'f' },
    });
    const full = paper({
      id: 'x',
      title: 'Full',
      upvotes: 5,
      url: 'https://example.org',
      organization: 'Kite Club',
      source: { file: 'b', line: 2, format: 'f' },
    });
    const late = paper({ id: 'x', title: 'Late', upvotes: null, commentCount: 9, githubStars: 4 });
    const between = paper({ title: 'Between' });
    expect(merged(old, between, full, late)).toEqual([
      { ...full, upvotes: 5, commentCount: 9, githubStars: 4 },
      between,
    ]);
  });

  it('prefers a printed year, and fills in missing values', () => {
    const inferred = paper({ date: '2025-01-01', dateInferred: true });
    const printed = paper({ date: '2024-01-01' });
    expect(merged(inferred, printed)).toEqual([printed]);
    const undated = paper({ date: null, id: 'x', url: 'https://example.org' });
    expect(merged(undated, inferred)).toEqual([{ ...undated, date: '2025-01-01', dateInferred: true }]);
  });

  it('precedes the selection, so that the latest counts decide', () => {
    const papers = [paper({ id: 'x', upvotes: 3 }), paper({ id: 'x', upvotes: 8 })];
    expect(select({ dedupe: true, minUpvotes: 5 }, papers)).toEqual([papers[1]]);
    expect(select({ dedupe: true, maxUpvotes: 5 }, papers)).toEqual([]);
  });

  it('compares each record a bounded number of times, however many share a title', () => {
    const papers = Array.from({ length: 20_000 }, (_, index) => paper({ id: String(index) }));
    expect(merged(...papers)).toHaveLength(20_000);
  });
});
