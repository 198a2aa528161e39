import { describe, expect, it } from 'vitest';
import { readListingNow } from '../../read-listing.ts';

/** Ways in which characters beyond ASCII are lost. */
const damages: Record<string, (text: string) => string> = {
  'read as windows-1252': (text) =>
    [...Buffer.from(text)].map((byte) => new TextDecoder('windows-1252').decode(Uint8Array.of(byte))).join(''),
  'replaced by question marks': (text) => text.replace(/[^\0-\x7f]/g, '?'),
  'replaced by U+FFFD': (text) => text.replace(/[^\0-\x7f]/g, '\ufffd'),
};

const ABSTRACT = 'Kites are flown in all sorts of wind, over ponds and over towns.';

describe.each(Object.entries(damages))('pages of arXiv whose characters are %s', (_, damage) => {
  it('are read if they list results', () => {
    const entry = (id: string, title: string, abstract: string) =>
      `arXiv:${id}\u00a0 [pdf, ps, other]\u00a0\n\ncs.LG\n\n${title}\n\nAuthors: Ada Clay\n\nAbstract: ${abstract}\n\n` +
      'Submitted 2 January, 2026; originally announced January 2026.\n\n';
    const { papers } = readListingNow(
      damage(
        'Showing 1–50 of 812 results for all: kites\n\n' +
          entry('2601.00007', 'On Kites', `…flown in all sorts of wind… ▽ More ${ABSTRACT} △ Less`) +
          entry('2601.00008', 'On Ponds', `${ABSTRACT} ${ABSTRACT} △ Less`),
      ),
    );
    expect(papers).toMatchObject([
      { title: 'On Kites', id: '2601.00007', abstract: ABSTRACT, categories: ['cs.LG'], date: '2026-01-02' },
      { title: 'On Ponds', id: '2601.00008', abstract: ABSTRACT, categories: ['cs.LG'] },
    ]);
  });

  it('are read if they are older lists', () => {
    const entry = (number: number, id: string) =>
      `[${number}]\u00a0 arXiv:${id} [pdf, other]\nTitle: On Kites\nAuthors: Ada Clay\nSubjects: Machine Learning (cs.LG)\n`;
    const { format, papers } = readListingNow(
      damage(`New submissions for Fri, 5 Jun 26\n${entry(1, '2606.00007')}${entry(2, '2606.00008')}`),
    );
    expect(format).toBe('arxiv-page');
    expect(papers).toMatchObject([{ id: '2606.00007', announced: '2026-06-05' }, { id: '2606.00008' }]);
  });

  it('are read if they show one paper', () => {
    const { papers } = readListingNow(
      damage(
        'arXiv:2405.01234 (cs)\n[Submitted on 2 May 2024]\nTitle: On Kites\nAuthors: Ada Clay\nAbstract: Kites fly.\n' +
          'Subjects: Machine Learning (cs.LG); Quantum Physics (quant-ph)\nMSC\u00a0classes: 68T50\nReport\u00a0number: KITE-1\n' +
          'Journal\u00a0reference: J. Kites 1\nSubmission history\n',
      ),
    );
    expect(papers).toMatchObject([
      { categories: ['cs.LG', 'quant-ph'], reportNumber: 'KITE-1', journalRef: 'J. Kites 1' },
    ]);
  });
});
