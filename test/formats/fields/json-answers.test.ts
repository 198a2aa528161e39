import { describe, expect, it } from 'vitest';
import { readListing } from '../../read-listing.ts';

const titles = async (answer: unknown) => (await readListing(JSON.stringify(answer))).papers.map(({ title }) => title);

describe('what is inside a paper is not a paper', () => {
  const topic = { display_name: 'Kites' };

  it('if the paper has a title that is null', async () => {
    const untitled = { id: 'https://openalex.org/W1', title: null, primary_topic: topic, keywords: [topic] };
    expect(await titles({ results: [untitled, { title: 'A kite', primary_topic: topic }] })).toEqual(['A kite']);
  });

  it('if the paper has no title and refers to others', async () => {
    const untitled = { DOI: '10.1000/1', reference: [{ 'article-title': 'An older kite' }] };
    expect(await titles({ message: { items: [untitled, { DOI: '10.1000/2', title: ['A kite'] }] } })).toEqual([
      'A kite',
    ]);
  });

  it('nor are reviews that stand among the papers', async () => {
    const note = { id: 'aKite12345', forum: 'aKite12345', content: { title: { value: 'A kite' } } };
    const review = {
      id: 'aReview123',
      forum: 'aKite12345',
      replyto: 'aKite12345',
      content: { title: 'Official Review' },
    };
    expect(await titles({ notes: [note, review] })).toEqual(['A kite']);
  });
});

it('takes the first of several DOIs', async () => {
  const { papers } = await readListing(JSON.stringify([{ title: 'A kite', doi: '10.1000/1 10.1000/2' }]));
  expect(papers[0]?.doi).toBe('10.1000/1');
});
