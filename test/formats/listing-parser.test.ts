import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readListing } from '../read-listing.ts';

describe('repairs of the input', () => {
  it('are reported in line order, however the bytes arrive', async () => {
    const input = Buffer.from('{"title":"One"}\n{"title":\n{"title":"Tw\x07o"}\n{"title":"Thr\xe9e"}\n', 'latin1');
    for (const chunks of [[], [16, 10], [20, 20, 1, 1, 1], Array(100).fill(1)]) {
      const { diagnostics } = await readListing(input, {}, chunks);
      expect(diagnostics.map(({ code, line, column }) => [code, line, column])).toEqual([
        ['control-characters', 3, 13],
        ['invalid-utf8', 4, 14],
        ['invalid-json', 4, 1],
      ]);
    }
  });

  it('are reported in columns counted in characters', async () => {
    const input = Buffer.concat([Buffer.from('{"title":"日本'), Buffer.from([0xe9]), Buffer.from('"}\n')]);
    expect((await readListing(input)).diagnostics).toMatchObject([{ code: 'invalid-utf8', line: 1, column: 13 }]);
  });
});

it('keeps a message that quotes the input on one line without control sequences', async () => {
  const key = `"a\\n\\u001b[31m\\u009b1m\\u202e${'x'.repeat(1000)}"`;
  const { diagnostics } = await readListing(`{"title":"One"}\n{"title":"Two",${key}:1}\n`);
  expect(diagnostics).toHaveLength(1);
  expect(diagnostics[0]?.message).toContain('a \ufffd[31m\ufffd1m\ufffdxxx');
  expect(diagnostics[0]?.message.length).toBeLessThan(600);
});

it('tries the next format if an input only looks like the first one, even if readers are not loaded yet', async () => {
  const cards = 'Title: a card that begins like a field\n\nAn abstract.\n\n  • 3 authors\n\n·\n\nMar 25, 2024 2\n';
  const { format, papers } = await readListing(cards);
  expect([format, papers.map(({ title }) => title)]).toEqual([
    'daily-papers',
    ['Title: a card that begins like a field'],
  ]);
  expect((await readListing('Title: none\n\nSee arXiv:2403.00001.\n')).format).toBeNull();
});

describe('entries of a long listing', () => {
  const header = 'Daily Papers\n\nby AK and the research community\n\nNov 20\n\n';
  const sentence =
    'We measure how lanterns sort recursive harbours and what that costs in winter, without supervision.';

  it('are read unchanged wherever a chunk ends', async () => {
    const card = fc.record({
      sentences: fc.integer({ min: 4, max: 30 }),
      gap: fc.constantFrom('\n\n', '\n\n\n'),
      bullet: fc.constantFrom('  • ', ...Array<string>(9).fill('  • '), '  '),
      count: fc.nat(99),
    });
    const cards = fc.array(card, { minLength: 100, maxLength: 150, size: 'max' });
    const lengths = fc.array(fc.integer({ min: 1, max: 150_000 }), { minLength: 5, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(cards, lengths, async (entries, chunkLengths) => {
        let text = header;
        const starts: number[] = [];
        const papers = entries.map(({ sentences, gap, bullet, count }, index) => {
          const title = `Lantern ${index} and its Harbour`;
          const abstract = `${sentence} `.repeat(sentences).trim();
          starts.push(text.split('\n').length);
          text += `${title}\n\n${abstract}\n\n${bullet}3 authors\n·\nMar 25, 2024 ${count}${gap}`;
          return { title, abstract, authorCount: 3, date: '2024-03-25', upvotes: count };
        });
        const reading = await readListing(text, {}, chunkLengths);
        expect(reading.papers).toEqual(papers);
        expect(reading.starts).toEqual(starts);
        expect(reading.lines.total).toBe(text.split('\n').length - 1);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });
});
