import { describe, expect, it } from 'vitest';
import { readListingNow } from '../../read-listing.ts';
import { takesLessThan } from '../../support/work.ts';

const page = (body: string) =>
  `<!doctype html>\n<html><head><title>Our pond</title></head><body>\n${body}\n</body></html>\n`;

describe('pages of proceedings and search services', () => {
  it.each([
    ['people', '<p><strong>Members of the Pond Group</strong> <a href="/people/ada">Ada Clay</a></p>'],
    [
      'a link to a preprint server',
      '<p>See <a href="https://www.medrxiv.org/search">medRxiv</a> for frogs of all sorts</p>',
    ],
  ])('are not taken for those of a service because they name %s', (_, body) => {
    expect(readListingNow(page(body))).toMatchObject({ format: null, papers: [] });
  });

  it('have a dash in the venue', () => {
    const text = `<!doctype html><title>a - Google Scholar</title><h3 class="gs_rt">[图书][B] Newts</h3>
      <div class="gs_a">JM Reed - Moths and Kites - Barns, 1987 - JSTOR</div>`;
    expect(readListingNow(text).papers).toMatchObject([
      { title: 'Newts', authors: ['JM Reed'], venue: 'Moths and Kites - Barns', year: 1987 },
    ]);
  });

  it('have authors with suffixes, and groups', () => {
    const text = `<!doctype html><title>a - PubMed</title><a class="docsum-title" href="/3012/">Newts at noon.</a>
      <span class="full-authors">van der Gold D, Fox C Jr; Pond Study Group.</span>`;
    expect(readListingNow(text).papers).toMatchObject([
      { authors: ['D van der Gold', 'C Fox Jr', 'Pond Study Group'] },
    ]);
  });

  it('reads a paper of many authors in little time', () => {
    const authors = '<a href="/people/ada">Ada Clay</a>\n'.repeat(40_000);
    const text = page(
      `<p class="align-items-stretch"><strong><a href="/2026.pond-1.1/">Kites</a></strong>\n${authors}</p>`,
    );
    const count = () => expect(readListingNow(text).papers[0]?.authorCount).toBe(40_000);
    expect(takesLessThan(3_000, count)).toBe(true);
  });
});
