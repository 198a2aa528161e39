import { describe, expect, it } from 'vitest';
import { readListingNow } from '../../read-listing.ts';

const ENTRY = `\\\\
arXiv:2403.00001
Date: Mon, 4 Mar 2024 10:00:00 GMT   (10kb)

Title: A title
Authors: A. Clay
Categories: xx.YY
\\\\
  Text.
\\\\ ( https://arxiv.org/abs/2403.00001 ,  10kb)
`;

describe('listings that are recognized', () => {
  it.each([
    ['a single entry', ENTRY],
    ['an entry without its first fence', ENTRY.slice(3)],
    ['an entry without an identifier', ENTRY.replace('arXiv:2403.00001\n', '')],
    ['a truncated entry', ENTRY.slice(0, 90)],
    ['a quoted entry', ENTRY.replace(/^/gm, '>> ')],
    ['an entry after a greeting', `Hi,\nlook at this:\n\n${ENTRY}`],
    ['an entry after blank lines', '\n'.repeat(500) + ENTRY],
    ['a mail in base64', `Subject: x\nContent-Transfer-Encoding: base64\n\n${Buffer.from(ENTRY).toString('base64')}\n`],
  ])('recognizes %s', (_, text) => {
    const { format, papers } = readListingNow(text);
    expect(format).toBe('arxiv-listing');
    expect(papers).toMatchObject([{ title: expect.any(String) }]);
  });
});

describe('text that is not recognized', () => {
  it.each([
    ['nothing', ''],
    ['prose', 'Paper is made of wood.\n\nTitle: none\nSee arXiv:2403.00001 and arXiv:2403.00002.\n'],
    ['a list of identifiers', 'arXiv:2403.00001\narXiv:2403.00002\narXiv:2403.00003\n'],
    [
      'a mail without a listing',
      'From: a@example.org\nSubject: arXiv\nDate: Mon, 4 Mar 2024 10:00:00 GMT\n\nNo new papers.\n',
    ],
    ['another kind of record', 'Title: A title\nAuthors: A. Clay\nDate: 4 Mar 2024\n\nTitle: Another\nAuthor: B. Ek\n'],
    ['a page', '<!doctype html><title>arXiv</title>\n<p>\narXiv:2403.00001 [pdf]\nTitle: A title\n'],
    ['JSON', '[{"id": "arXiv:2403.00001",\n"title": "Title: x"}]\n'],
    ['cards', '12\n\nA title of a card\n\nAn abstract.\n\n  • 3 authors\n\n·\n\nMar 25\n'],
    ['TeX', '\\documentclass{article}\n\\title{x}\n\\\\\n\\\\ (http://example.org, 3kb)\n'],
    [
      'a mail whose base64 is not a listing',
      `Content-Transfer-Encoding: base64\n\n${Buffer.from('hello').toString('base64')}\n`,
    ],
  ])('does not recognize %s', (_, text) => {
    expect(readListingNow(text).format).not.toBe('arxiv-listing');
  });
});
