import { describe, expect, it } from 'vitest';
import { holdsRedirect, withoutRedirects } from '../../src/mail/redirects.ts';
import { readListing } from '../read-listing.ts';
import { growsLinearly } from '../support/work.ts';

const TARGET = 'https://arxiv.org/abs/2601.06661';

describe('an address that leads to another', () => {
  it.each([
    `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(TARGET)}&data=05%7C02%7C&sdata=a%3D&reserved=0`,
    `https://nam12.safelinks.protection.outlook.com/ap/t-59584e83/?url=${encodeURIComponent(TARGET)}&amp;data=05%7C02`,
    `https://urldefense.com/v3/__${TARGET}__;!!AbC_d-e!xYz$`,
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__arxiv.org_abs_2601.06661&d=DwMF&c=x&e=',
    `https://www.google.com/url?sa=t&source=web&url=${TARGET}&usg=AOv`,
    `https://scholar.google.co.uk/scholar_url?url=${TARGET}&hl=en&sa=X&ei=1`,
  ])('is replaced by it: %s', (redirect) => {
    expect(holdsRedirect(redirect)).toBe(true);
    expect(withoutRedirects(`[Round Kites](${redirect}), <${redirect}>.`)).toBe(
      `[Round Kites](${TARGET}), <${TARGET}>.`,
    );
  });

  it.each([
    'https://www.google.com/url?sa=t&q=round+kites',
    'https://nam12.safelinks.protection.outlook.com/?url=https%3A%2F%2Farxiv.org%ZZ&data=1',
    'https://urldefense.com/v3/__ftp://arxiv.org__;!!a$',
    TARGET,
  ])('stays if it leads nowhere: %s', (address) => {
    expect(withoutRedirects(`See ${address} for more`)).toBe(`See ${address} for more`);
  });

  it('takes no more time than a long text has characters', () => {
    const start = 'https://www.google.com/url?';
    for (const piece of [start, `${start}a=b&`, 'a=b&', 'https://urldefense.com/v3/__https://', 'a__']) {
      expect(growsLinearly((times) => withoutRedirects(start + piece.repeat(5_000 * times)))).toBe(true);
    }
  });
});

describe('a listing in a mail whose addresses were replaced', () => {
  const list = (address: (url: string) => string) =>
    ['2601.06661', '2601.06662']
      .map((id, index) => `- [Round Kites ${index}](${address(`https://arxiv.org/abs/${id}`)}) - Ada Clay\n`)
      .join('');
  const outlook = (url: string) =>
    `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(url)}&data=05%7C02&reserved=0`;

  it.each(['', '> '])('gives the same papers, with %j before its lines', async (mark) => {
    const quoted = list(outlook).replace(/^/gm, (_, at: number) => (at === list(outlook).length ? '' : mark));
    const [whole, mailed] = [await readListing(list((url) => url)), await readListing(quoted)];
    expect(whole.papers).toHaveLength(2);
    expect(mailed.papers).toEqual(whole.papers);
  });

  it('gives the same papers in a body that is encoded', async () => {
    const entry = (url: string) =>
      `\\\\\narXiv:2403.00001\nDate: Mon, 4 Mar 2024 10:00:00 GMT   (10kb)\n\nTitle: Round Kites\nAuthors: A. Clay\nCategories: cs.LG\n\\\\\n  See ${url}\n\\\\\n`;
    const body = Buffer.from(entry(outlook('https://kites.example.org/1'))).toString('base64');
    const mail = `From: a@example.org\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n${body}\n`;
    const { papers } = await readListing(mail);
    expect(papers).toMatchObject([{ title: 'Round Kites', abstract: 'See https://kites.example.org/1' }]);
  });
});
