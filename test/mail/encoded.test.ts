import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readListing } from '../read-listing.ts';

const fixture = (name: string) => readFileSync(join(import.meta.dirname, '../../fixtures', name), 'utf8');

const HEADERS = 'From: Ada <ada@example.org>\nTo: bo@example.org\nSubject: Kites\nMIME-Version: 1.0\n';
const TYPE = 'Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding:';

const base64 = (text: string) =>
  (
    Buffer.from(text)
      .toString('base64')
      .match(/.{1,76}/g) ?? []
  ).join('\n');

const quotedPrintable = (text: string) =>
  [...Buffer.from(text)]
    .map((byte) => {
      const isPlain = byte === 0x0a || (byte >= 0x20 && byte < 0x7f && byte !== 0x3d);
      return isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('')
    .split('\n')
    .map((line) => line.replace(/(?:=..|[^=]){70}(?=.)/g, '$&=\n').replace(/ $/, '=20'))
    .join('\n');

const alternatives = (text: string, html: string) =>
  `${HEADERS}Content-Type: multipart/alternative; boundary="xyz"\n\n--xyz\n${TYPE} quoted-printable\n\n${quotedPrintable(text)}\n--xyz\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${base64(html)}\n--xyz--\n`;

const mails: readonly (readonly [string, (text: string) => string])[] = [
  ['quoted-printable', (text) => `${HEADERS}${TYPE} quoted-printable\n\n${quotedPrintable(text)}\n`],
  ['base64', (text) => `${HEADERS}${TYPE} base64\n\n${base64(text)}\n`],
  ['text and HTML', (text) => alternatives(text, `<p>${text.replace(/[&<]/g, ' ')}</p>`)],
];

describe.each(mails)('a mail in %s', (_, mail) => {
  it.each([
    'arxiv-page/new-browser.txt',
    'bibtex/preprints.bib',
    'daily-papers/bare-urls.md',
    'daily-papers/browser.txt',
    'labelled/printed.txt',
    'paper-list/styles.txt',
    'results-page/google-scholar-lynx.txt',
  ])('gives the papers of the listing in it: %s', async (name) => {
    const text = fixture(name);
    const whole = await readListing(text);
    const { papers, format, starts } = await readListing(mail(text));
    expect([format, papers]).toEqual([whole.format, whole.papers]);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });
});

it('reads the HTML of a mail whose text does not list the papers', async () => {
  const mail = alternatives('Read this mail on the web.\n', fixture('html/accepted-papers.html'));
  const { papers, format, diagnostics } = await readListing(mail);
  expect([format, papers]).toEqual(['html', JSON.parse(fixture('html/accepted-papers.json'))]);
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
});
