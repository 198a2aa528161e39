import { expect, it } from 'vitest';
import { readListingNow } from '../../read-listing.ts';

it('reads what is certain on a translated page, and reports what is missing', () => {
  const entry = (number: number, id: string, title: string, authors: string) =>
    `[${number}] arXiv:${id} [pdf, html, other]\n\n    Titel: ${title}\n    ${authors}\n` +
    `    Kommentare: 12 Seiten\n    Themen: Fluid Dynamics (physics.flu-dyn); Machine Learning (cs.LG)\n\n    Teiche sind rund.\n\n`;
  const { papers, diagnostics } = readListingNow(
    `Neue Einträge für Mittwoch, 8. Juli 2026\n\n${entry(1, '2607.20627', 'Die Form eines Teichs', 'Ada Clay, Bo Ek')}` +
      entry(2, '2607.20798', 'Drachen: ein Überblick', 'Cy Fox'),
  );
  const shared = { abstract: null, date: null, upvotes: null, categories: ['physics.flu-dyn', 'cs.LG'] };
  expect(papers).toEqual([
    {
      ...shared,
      title: 'Die Form eines Teichs',
      authorCount: 2,
      authors: ['Ada Clay', 'Bo Ek'],
      id: '2607.20627',
      url: 'https://arxiv.org/abs/2607.20627',
    },
    {
      ...shared,
      title: 'Drachen: ein Überblick',
      authorCount: 1,
      authors: ['Cy Fox'],
      id: '2607.20798',
      url: 'https://arxiv.org/abs/2607.20798',
    },
  ]);
  expect(diagnostics.map(({ code }) => code)).toContain('damaged-field');
});
