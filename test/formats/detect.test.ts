import { describe, expect, it } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { formatsOf, readListing, readListingNow } from '../read-listing.ts';
import { takesLessThan } from '../support/work.ts';

describe('format detection', () => {
  it.each([
    ['json', '[]\n'],
    ['json', '\n[\n{"title":"A","abstract":null}\n]'],
    ['json', '{\n  "title": "A",\n  "source": {"file": "-", "line": 1, "format": "json"}\n}'],
    ['json', '[{"paper":{"id":"2601.00001","title":"A"}}]'],
    ['json', '{"error":"Too many requests"}\n'],
    ['json', '[null,{"paperId":"a"}]'],
    ['table', 'title\nA\n'],
    ['table', '"date";"title"\r\n'],
    ['table', 'title\tid\n'],
    ['table', 'sep=;\nTitle;Note\nA;b\n'],
    ['table', 'Exported on 2 October\n"Title","Times cited"\n'],
    ['table', '# Papers\n\n| Date | Title |\n|---|:-:|\n| 2026-01-01 | A |'],
    ['html', '<!-- saved from url=(0029)https://huggingface.co/papers?q=goose -->\n<html>'],
    ['html', '<html><!--\n Page saved with SingleFile\n url: https://huggingface.co/papers/week/2026-W03\n-->'],
    ['html', '<!doctype html><meta property="og:url" content="https://huggingface.co/papers">'],
    ['html', '<?xml version="1.0"?><!-- a --><!-- b --><html><title>Daily Papers - Hugging Face</title>'],
    ['html', '<!doctype html><link rel="canonical" href="https://arxiv.org/list/cs.CL/recent">'],
    ['html', '<HTML><BODY><DL><DT><B>1.</B> <A HREF="/abs/hep-th/9901001">hep-th/9901001</A>'],
    ['html', '<html><dl id=articles>'],
  ])('recognizes %s in %j', (format, head) => {
    expect(formatsOf(head)).toEqual([format]);
  });

  it.each([
    ['an array of numbers', '[1, 2]'],
    ['a sentence about titles', 'Title, authors and all that\nA,1\n'],
    ['a table without titles', 'date,upvotes\n2026-01-01,1\n'],
    ['a table of other things', '| Name | Price |\n|---|---|\n| A | 1 |\n'],
    [
      'a page of another site',
      '<!doctype html><html><head><title>Daily News</title></head><body><h3><a href="/news/1">A</a></h3>',
    ],
    [
      'a page of a model',
      '<!doctype html><title>goose/large · Hugging Face</title><a href="/papers">Papers</a><a href="/papers/2601.00001">p</a>',
    ],
    ['text that mentions HTML', 'About <html> and <dl id="articles">'],
  ])('recognizes no format in %s', async (_name, text) => {
    expect(formatsOf(text)).toEqual([]);
    const { format, papers, lines } = await readListing(text);
    expect([format, papers]).toEqual([null, []]);
    expect(lines.unrecognized).toBe(lines.total);
  });

  it('recognizes no format in binary data, even if a line looks like the header of a table', async () => {
    const random = Array.from({ length: 20_000 }, (_, index) => (index * index * 31 + index * 7 + (index >> 3)) & 0xff);
    const bytes = Buffer.concat([Buffer.from(random.slice(0, 1000)), Buffer.from('\nti;$\n'), Buffer.from(random)]);
    const { format, papers, lines } = await readListing(bytes);
    expect([format, papers]).toEqual([null, []]);
    expect(lines.unrecognized).toBe(lines.total - lines.blank);
  });

  it('recognizes HTML in a page of one paper that shows nothing of it', async () => {
    const { format, papers } = await readListing(
      '<!doctype html><meta property="og:url" content="https://huggingface.co/papers/2601.00001"><title>Paper page - A</title>',
    );
    expect([format, papers]).toEqual(['html', []]);
  });

  it('takes little time for any beginning of a text', () => {
    const patterns = [
      '<',
      '<!--',
      '<!---->',
      '<h3 ',
      '<dt><b>',
      '<meta property=og:url ',
      '[',
      '{"',
      '{"a":',
      'title,',
      '"',
      '\\',
      ' ',
    ];
    for (const start of ['', '<html>']) {
      for (const pattern of patterns) {
        const text = start + pattern.repeat(65_536 / pattern.length);
        expect(
          takesLessThan(2000, () => formatsOf(text)),
          pattern,
        ).toBe(true);
      }
    }
  });
});

describe('hostile beginnings', () => {
  it.each([
    '\n',
    ' ',
    '\t\n ',
    '- ',
    '[\n',
    '1,',
    '1 ',
    '> ',
    '<dl ',
    '<dt>',
    '<dt><b>a',
    '<!--',
    '{"a":',
    'title,',
    'Title:\n',
    'content-transfer-encoding:\n',
    'GitHub 1',
    'Published on May 1',
    'submitted by \n',
    '<meta property=og:url ',
  ])('takes little time for a beginning of repeated %j', (piece) => {
    const head = piece.repeat(Math.ceil((64 * 1024) / piece.length));
    for (const text of [
      head,
      `<html>${head}`,
      `\\\\\narXiv:2601.00001\n${head}`,
      `and the research community\n${head}`,
    ]) {
      for (const format of formats) {
        // A pattern that scans to the end from every position would take seconds.
        expect([format.name, takesLessThan(1000, () => format.detect(text))]).toEqual([format.name, true]);
      }
    }
  });
});

it('loses only the first record if its end is cut', () => {
  const rest = '{"title":"Sheep","abstract":"B"}\n{"title":"Lanterns","abstract":"C"}\n';
  const { papers, diagnostics } = readListingNow(`{"title":"Kites","abstract":"What it li\n${rest}`);
  expect(papers.map(({ title }) => title)).toEqual(['Sheep', 'Lanterns']);
  expect(diagnostics.map(({ code }) => code)).toEqual(['invalid-json']);
});

it('recognizes records wherever the first of them is cut, and loses only that one', () => {
  const lines = ['Kites', 'Sheep', 'Lanterns'].map((title) =>
    JSON.stringify({ title, abstract: 'What it lifts: {1}', upvotes: 3 }),
  );
  const text = `${lines.join('\n')}\n`;
  const whole = lines[0]?.length ?? 0;
  for (let at = 1; at < whole - 1; at += 1) {
    const { papers, diagnostics } = readListingNow(text.slice(at));
    expect(papers.map(({ title }) => title)).toEqual(['Sheep', 'Lanterns']);
    expect(diagnostics.length).toBeGreaterThan(0);
  }
});
