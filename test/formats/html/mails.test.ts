import { describe, expect, it } from 'vitest';
import { readListingNow } from '../../read-listing.ts';

const LISTING = `------------------------------------------------------------------------------
\\\\
arXiv:2403.00001
Date: Mon, 4 Mar 2024 10:00:00 GMT   (10kb)

Title: Moths &amp; lanterns: na\\"ive or
  not
Authors: A. Clay, B. Ek
Categories: xx.YY
\\\\
  We count
moths.
\\\\ ( <a href="https://arxiv.org/abs/2403.00001">https://arxiv.org/abs/2403.00001</a> ,  10kb)
------------------------------------------------------------------------------
\\\\
arXiv:2403.00002
Date: Mon, 4 Mar 2024 11:00:00 GMT   (10kb)

Title: Ponds
Authors: C. F\u00f6x
Categories: xx.YY
\\\\
  Round.
\\\\ ( https://arxiv.org/abs/2403.00002 ,  10kb)
`;
const PAGE = `<html><head><style>p { color: red }</style></head><body><p>Dear reader,</p><pre>\n${LISTING}</pre></body></html>\n`;
const HEADERS = 'From: a@example.org\nTo: b@example.org\nSubject: daily\nMIME-Version: 1.0\n';
const TYPE = 'Content-Type: text/html; charset=utf-8\n';

const base64 = `${Buffer.from(PAGE).toString('base64').replace(/.{76}/g, '$&\n')}\n`;
const quotedPrintable = PAGE.replace(/[=\u0080-\uffff]/g, (character) =>
  [...Buffer.from(character)].map((byte) => `=${byte.toString(16).toUpperCase()}`).join(''),
).replace(/^.{70}/gm, '$&=\n');
const alternative = `${HEADERS}Content-Type: multipart/alternative; boundary="=_x"\n\n--=_x\n${TYPE}\n${PAGE}\n--=_x--\n`;

const papers = [
  {
    title: 'Moths & lanterns: na\\"ive or not',
    abstract: 'We count moths.',
    id: '2403.00001',
    authors: ['A. Clay', 'B. Ek'],
    date: '2024-03-04',
  },
  { title: 'Ponds', abstract: 'Round.', id: '2403.00002', authors: ['C. F\u00f6x'] },
];

it('reads a page that shows a mail', () => {
  const reading = readListingNow(PAGE);
  expect(reading.format).toBe('html');
  expect(reading.papers).toMatchObject(papers);
});

describe('mails that contain only HTML', () => {
  it.each([
    ['without encoding', `${HEADERS}${TYPE}\n${PAGE}`],
    ['in base64', `${HEADERS}${TYPE}Content-Transfer-Encoding: base64\n\n${base64}`],
    ['in quoted-printable', `${HEADERS}${TYPE}Content-Transfer-Encoding: quoted-printable\n\n${quotedPrintable}`],
    ['as the only part of several', alternative],
    ['with line breaks for lines', `${HEADERS}${TYPE}\n<div>${LISTING.replaceAll('\n', '<br>\n')}</div>\n`],
  ])('reads a mail %s', (_, mail) => {
    const reading = readListingNow(mail);
    expect(reading.format).toBe('html');
    expect(reading.papers).toMatchObject(papers);
  });

  it('reads mails from a mailbox of several', () => {
    const envelope = 'From archive@example.org Mon Mar  4 01:29:12 2024\n';
    const mails = [`${HEADERS}${TYPE}\n${PAGE}`, alternative].map((mail) => `${envelope}${mail}\n`).join('');
    expect(readListingNow(mails).papers).toMatchObject([...papers, ...papers]);
  });

  it('reads the plain text of a mail that has both forms', () => {
    const text = LISTING.replace(/<[^>]*>/g, '').replace('&amp;', '&');
    const parts = `--=_x\nContent-Type: text/plain; charset=utf-8\n\n${text}\n--=_x\n${TYPE}\n${PAGE}\n--=_x--\n`;
    const reading = readListingNow(`${HEADERS}Content-Type: multipart/alternative; boundary="=_x"\n\n${parts}`);
    expect(reading.format).toBe('arxiv-listing');
    expect(reading.papers).toMatchObject(papers);
  });
});

it.each([
  ['arxiv-listing', 'Content-Type: text/plain\n'],
  ['html', ''],
])('reports a mail in one form among mails in the other (%s)', (format, type) => {
  const plain = `From a@example.org Mon Mar  4 10:00:00 2024\n${HEADERS}${type}\n${LISTING}\n`;
  const reading = readListingNow(`${plain}From a@example.org Tue Mar  5 10:00:00 2024\n${HEADERS}${TYPE}\n${PAGE}`);
  expect(reading.format).toBe(format);
  expect(reading.papers).toMatchObject(papers.map(({ id }) => ({ id })));
  expect(reading.diagnostics.map(({ message }) => message)).toContainEqual(expect.stringContaining('not read: a mail'));
  expect(reading.lines.unrecognized).toBeGreaterThan(10);
});

it('reads a mail in both forms once, and reports nothing about the other form', () => {
  const part = `--=_x\nContent-Type: text/plain\n\n${LISTING}\n--=_x\n${TYPE}\n${PAGE}\n--=_x--\n`;
  const reading = readListingNow(`${HEADERS}Content-Type: multipart/alternative; boundary="=_x"\n\n${part}`);
  expect(reading.papers).toMatchObject(papers.map(({ id }) => ({ id })));
  expect(reading.diagnostics).toEqual([]);
});
