import { describe, expect, it } from 'vitest';
import { readListing } from '../../read-listing.ts';

const entry = (id: string) => ({
  paper: { id, title: `Paper <${id}>`, authors: [{ name: 'Ada "Bo" Clay' }] },
  numComments: 1,
});
const ids = ['2601.00001', '2601.00002', '2601.00003'];
const data = JSON.stringify({ dailyPapers: ids.map(entry) }, null, 1);
const encode = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
const start = '<!DOCTYPE html>\n<html><head><title>x</title></head>\n<body><div data-target="DailyPapers" data-props="';
const end = '"><h1>Daily Papers</h1></div>\n</body></html>\n';

describe('saved pages with embedded data', () => {
  it('reads each paper with its line in the page', async () => {
    const page = start + encode(data) + end;
    const { format, papers, starts, diagnostics } = await readListing(page);
    expect(format).toBe('html');
    expect(papers.map(({ title, authors }) => [title, authors])).toEqual(
      ids.map((id) => [`Paper <${id}>`, ['Ada "Bo" Clay']]),
    );
    const lines = page.split('\n');
    expect(starts.map((line) => lines.slice(line - 1, line + 2).join(''))).toEqual(
      ids.map((id) => expect.stringContaining(id)),
    );
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ['in single quotes', `${start.slice(0, -1)}'${data.replace(/'/g, '&#39;')}'><h1>`],
    [
      'under another name',
      start.replace('DailyPapers', 'TrendingPapers') + encode(data.replace('dailyPapers', 'results')) + end,
    ],
    [
      'next to other data',
      start.replace('<div', '<div data-props="{&quot;papers&quot;:[],&quot;summary&quot;:1}"></div><div') +
        encode(data) +
        end,
    ],
  ])('reads data %s', async (_name, page) => {
    expect((await readListing(page)).papers.map(({ id }) => id)).toEqual(ids);
  });

  it('takes the day of a daily page as the announcement of its papers', async () => {
    const [only] = ids.map(entry);
    const dated = async (values: object) => {
      const { papers } = await readListing(start + encode(JSON.stringify({ ...values, dailyPapers: [only] })) + end);
      return papers.map(({ announced }) => announced);
    };
    expect(await dated({ periodType: 'daily', dateString: '2026-01-05' })).toEqual(['2026-01-05']);
    expect(await dated({ periodType: 'weekly', dateString: '2026-W02' })).toEqual([undefined]);
    expect(await dated({ periodType: 'daily' })).toEqual([undefined]);
  });

  it('prefers the data with the most papers', async () => {
    const fewer = `<div data-props="${encode(JSON.stringify({ dailyPapers: [entry('2601.00009')] }))}"></div>`;
    expect((await readListing(start + encode(data) + end + fewer)).papers.map(({ id }) => id)).toEqual(ids);
  });

  it('reads what it can from damaged data, and reports the position', async () => {
    const at = data.indexOf('"id": "2601.00002"');
    const before = data.slice(0, at);
    const page = start + encode(`${before}?${data.slice(at)}`) + end;
    const { papers, diagnostics } = await readListing(page);
    expect(papers.map(({ id }) => id)).toEqual(['2601.00001', '2601.00003']);
    const lines = (start + encode(before)).split('\n');
    expect(diagnostics).toMatchObject([
      { code: 'invalid-json', line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 },
    ]);
  });

  it('reads every paper before the end of a truncated page', async () => {
    const page = start + encode(data);
    const { papers, diagnostics, lines } = await readListing(page.slice(0, page.indexOf('2601.00003')));
    expect(papers.map(({ id }) => id)).toEqual(['2601.00001', '2601.00002']);
    expect(diagnostics).toMatchObject([{ code: 'invalid-json', line: lines.total }]);
  });
});

describe('saved pages without their data', () => {
  const card = (id: string, votes: number) =>
    `<article><a href="/login?next=x"><div>${votes}</div></a><h3><a href="/papers/${id}">Paper of Many Words ${id}</a></h3>\n` +
    `<p>We tell a story about ${votes} geese, and it ends well for each of them in the end.</p>\n` +
    '<ul><li><div>2 authors</div></li></ul><div>·</div><div><time>Jan 5, 2026</time></div></article>\n';

  it('reads the visible text of a page, with the lines of the page', async () => {
    const page = `<!doctype html>\n<body>\n${ids.map((id, index) => card(id, index + 5)).join('')}</body>\n`;
    const { format, papers, starts, lines } = await readListing(page);
    expect(format).toBe('html');
    expect(papers.map(({ id, upvotes, date, authorCount }) => [id, upvotes, date, authorCount])).toEqual(
      ids.map((id, index) => [id, index + 5, '2026-01-05', 2]),
    );
    expect(starts).toEqual([3, 6, 9]);
    expect(lines.paper).toBeGreaterThan(0);
    expect(lines.unrecognized).toBe(0);
  });
});

describe('several saved pages in one file', () => {
  const page = (id: string) => start + encode(JSON.stringify({ dailyPapers: [entry(id)] })) + end;
  const pages = ids.map(page);

  it.each([
    ['one after the other', pages.join('')],
    ['without a line between them', pages.map((text) => text.trimEnd()).join('')],
    ['without a doctype', pages.map((text) => text.replace(/^.*\n/, '')).join('\n')],
  ])('reads all pages %s', async (_, text) => {
    const { papers, lines } = await readListing(text);
    expect(papers.map(({ id }) => id)).toEqual(ids);
    expect(lines.unrecognized).toBe(0);
  });

  it('reads the next page if one is cut off', async () => {
    const [first = '', second = ''] = pages;
    const { papers, starts, diagnostics } = await readListing(`${first.slice(0, -80)}\n${second}`);
    expect(papers.map(({ id }) => id)).toEqual([ids[1]]);
    expect(starts).toEqual([6]);
    expect(diagnostics).toMatchObject([{ code: 'invalid-json', line: 3 }]);
  });
});

it('reads a page that is too long to hold completely in parts, and reports that', async () => {
  const text = `${start}"><!--\n${'x\n'.repeat(2_100_000)}`;
  const { diagnostics, lines } = await readListing(text, { formatIn: 'html' });
  expect(diagnostics.map(({ code }) => code)).toContain('document-too-long');
  expect(lines.total).toBe(2_100_003);
});
