import { describe, expect, it } from 'vitest';
import { readCitation } from '../../../src/formats/paper-list/citation.ts';
import type { Paper } from '../../../src/paper/paper.ts';
import { readListingNow } from '../../read-listing.ts';
import { growsLinearly } from '../../support/work.ts';

const three = ['A. Clay', 'B. Ek', 'C. Fox'];
const named = ['Ada Clay', 'Bo Ek', 'Cy Fox'];
const kites = { title: 'Round kites fly lower', venue: 'Journal of Kites', year: 2024, authorCount: 3 };

describe('a reference', () => {
  it.each<[string, string, Partial<Paper>]>([
    [
      'APA',
      'Clay, A., Ek, B., & Fox, C. (2024). Round kites fly lower. Journal of Kites, 12(3), 45–67. https://doi.org/10.1000/k.1',
      { ...kites, authors: three, doi: '10.1000/k.1' },
    ],
    [
      'APA, with a day',
      'Gill, D. (2023, May 4). Square kites. arXiv. https://doi.org/10.48550/arXiv.2305.10001',
      { title: 'Square kites', authors: ['D. Gill'], date: '2023-05-04', id: '2305.10001' },
    ],
    [
      'APA, of a book with editors',
      'Hart, E., & Ives, F. (2022). Flat kites. In G. Joy (Ed.), Handbook of Kites (pp. 12–24). Pond Press.',
      { title: 'Flat kites', authors: ['E. Hart', 'F. Ives'], year: 2022, venue: 'Handbook of Kites' },
    ],
    [
      'APA, in press',
      'Lund, K. (in press). Wind that waits. Journal of Kites. https://doi.org/10.1000/k.7',
      { title: 'Wind that waits', authors: ['K. Lund'], venue: 'Journal of Kites', doi: '10.1000/k.7' },
    ],
    [
      'APA, whose title ends with a question mark',
      'van der Berg, J.-P., & Ek, B. (2020). Tails, bars, and strings: What holds? Kite Science & Engineering, 9(1), Article 104.',
      {
        title: 'Tails, bars, and strings: What holds?',
        authors: ['J.-P. van der Berg', 'B. Ek'],
        venue: 'Kite Science & Engineering',
      },
    ],
    [
      'Harvard',
      "Clay, A., Ek, B. and Fox, C. (2024) 'Round kites fly lower', Journal of Kites, 12(3), pp. 45–67. doi: 10.1000/k.1.",
      { ...kites, authors: three, doi: '10.1000/k.1' },
    ],
    [
      'Harvard, with the year behind a comma',
      'Clay, A., Ek, B. and Fox, C., 2024. Round kites fly lower. Journal of Kites, 12(3), pp.45-67.',
      { ...kites, authors: three },
    ],
    [
      'Chicago',
      'Clay, Ada, Bo Ek, and Cy Fox. 2024. “Round kites fly lower.” Journal of Kites 12 (3): 45–67.',
      { ...kites, authors: named },
    ],
    [
      'MLA',
      'Clay, Ada, Bo Ek, and Cy Fox. "Round kites fly lower." Journal of Kites, vol. 12, no. 3, 2024, pp. 45-67.',
      { ...kites, authors: named },
    ],
    [
      'MLA, as Google Scholar prints it',
      'Clay, Ada, et al. "Round kites fly lower." Journal of Kites 12.3 (2024): 45-67.',
      { ...kites, authors: ['Ada Clay'], authorCount: null },
    ],
    [
      'MLA, with a day and an address without a scheme',
      'Gill, Dee. "Square Kites." arXiv, 4 May 2023, arxiv.org/abs/2305.10001.',
      { title: 'Square Kites', authors: ['Dee Gill'], date: '2023-05-04', id: '2305.10001' },
    ],
    [
      'IEEE',
      'A. Clay, B. Ek, and C. Fox, "Round kites fly lower," IEEE Trans. Kites, vol. 45, no. 3, pp. 1021–1035, Mar. 2024.',
      { ...kites, authors: three, venue: 'IEEE Trans. Kites' },
    ],
    [
      'IEEE, of a conference',
      'D. Gill et al., "Square kites," in Proc. IEEE Conf. Pond Pattern Recognit. (CPPR), 2022, pp. 12–24.',
      {
        title: 'Square kites',
        authors: ['D. Gill'],
        authorCount: null,
        year: 2022,
        venue: 'Proc. IEEE Conf. Pond Pattern Recognit.',
      },
    ],
    [
      'ACM',
      'Ada Clay, Bo Ek, and Cy Fox. 2024. Round kites fly lower. Journal of Kites 12, 3 (March 2024), 45–67.',
      { ...kites, authors: named },
    ],
    [
      'ACL',
      'Ada Clay, Bo Ek, and Cy Fox. 2024. Ponds? A survey. In Proceedings of the 62nd Pond Meeting (Volume 1), pages 1–9.',
      { title: 'Ponds? A survey', authors: named, year: 2024, venue: 'Proceedings of the 62nd Pond Meeting' },
    ],
    [
      'plain',
      'A. Clay, B. Ek, and C. Fox. Round kites fly lower. Journal of Kites, 12(3):45–67, 2024.',
      { ...kites, authors: three },
    ],
    [
      'Nature',
      'Clay, A., Ek, B. & Fox, C. Round kites fly lower. Nat. Kites 12, 45–67 (2024).',
      { ...kites, authors: three, venue: 'Nat. Kites' },
    ],
    [
      'Springer',
      'Hart, E., Ives, F.: Flat kites. In: Joy, G. (ed.) KITE 2022. LNCS, vol. 1234, pp. 12–24. Springer (2022)',
      { title: 'Flat kites', authors: ['E. Hart', 'F. Ives'], year: 2022, venue: 'KITE' },
    ],
    [
      'Elsevier',
      'A. Clay, B. Ek, C. Fox, Round kites fly lower, J. Kites 12 (2024) 45–67.',
      { ...kites, authors: three, venue: 'J. Kites' },
    ],
    [
      'GB/T 7714',
      'CLAY A, EK B, FOX C. Round kites fly lower[J]. Journal of Kites, 2024, 12(3): 45-67.',
      { ...kites, authors: ['A Clay', 'B Ek', 'C Fox'] },
    ],
  ])('in the style %s is read', (_style, reference, paper) => {
    expect(readListingNow(`References\n\n[1] ${reference}\n`, 'paper-list').papers).toMatchObject([paper]);
  });

  it.each([
    ['a sentence with a year', 'Ponds are round. In 2024 we saw 12, 45 and 67 of them (2024).'],
    ['authors without a title', 'A. Clay, B. Ek, Phys. Rev. Lett. 132, 345001 (2024).'],
    ['a sentence about a paper', 'Clay, A. (2024) argued that ponds are round. See page 3.'],
    [
      'an entry with named links',
      'Ada Clay, Bo Ek. 2024. Round kites. In KITE. [paper](https://arxiv.org/abs/2406.01234)',
    ],
  ])('is not %s', (_name, text) => {
    expect(readCitation(text)).toBeNull();
  });

  it('is an entry by itself in a list without numbers', () => {
    const text = [
      "Clay, A. (2024) 'Round kites', Journal of Kites, 12(3), pp. 45–67. doi: 10.1000/k.1.",
      "Gill, D. (2023) 'Square kites', arXiv [Preprint]. Available at: https://arxiv.org/abs/2305.10001 (Accessed: 3 June 2024).",
      "Joy, G. et al. (2021) 'Flat kites', Kite Letters, 3, pp. 1–9. Available at: https://doi.org/10.1000/k.3.",
    ].join('\n');
    expect(readListingNow(text).papers).toMatchObject([
      { title: 'Round kites', doi: '10.1000/k.1' },
      { title: 'Square kites', id: '2305.10001' },
      { title: 'Flat kites', doi: '10.1000/k.3' },
    ]);
  });

  it('begins with one author if the others do', () => {
    const text = [
      '[1] A. Clay and B. Ek. Round kites. Journal of Kites, 12(3):45–67, 2024.',
      '[2] Dee Gill. Square kites. arXiv preprint arXiv:2305.10001, 2023.',
    ].join('\n');
    expect(readListingNow(text).papers).toMatchObject([
      { title: 'Round kites' },
      { title: 'Square kites', authors: ['Dee Gill'] },
    ]);
  });

  it.each([
    ['a line that is joined with the next', ' Ek, B. (2022). Flat kites. Kite Letters, 3, 1–9.'],
    ['a line whose beginning is lost', '\ns that fly at night. Kite Letters, 3, 1–9.'],
    ['another identifier', ' Flat kites. https://doi.org/10.48550/arXiv.2305.10001'],
  ])('is reported if it holds %s', (_name, other) => {
    const { papers, diagnostics } = readListingNow(
      `Clay, A. (2024). Round kites. Journal of Kites, 12(3), 45–67. https://doi.org/10.1000/k.1${other}\n`,
    );
    expect(papers).toMatchObject([{ title: 'Round kites', doi: '10.1000/k.1' }]);
    expect(diagnostics.map(({ code }) => code)).toContain('damaged-field');
  });

  it.each(['Clay, A., ', 'A. Clay, ', 'A. ', 'clay ', '"Kites ', '(2024) ', ', 12 (2024) ', 'In A (Ed.) '])(
    'of repeated %j is read in little time',
    (part) => {
      expect(growsLinearly((times) => readCitation(`${part.repeat(400 * times)} 2024.`))).toBe(true);
    },
  );
});
