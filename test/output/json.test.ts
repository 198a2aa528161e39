import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyPaper, paper, write } from './papers.ts';

const two = [paper({ title: 'One', upvotes: 3 }), paper({ title: 'Two', id: '2503.02130' })];

describe('JSON', () => {
  it('is an array with one record per line', async () => {
    expect(await write('json', two)).toBe(
      '[\n' +
        '{"title":"One","abstract":null,"authorCount":null,"date":null,"upvotes":3},\n' +
        '{"title":"Two","abstract":null,"authorCount":null,"date":null,"upvotes":null,"id":"2503.02130"}\n' +
        ']\n',
    );
  });

  it('is an empty array if there are no papers', async () => {
    expect(await write('json', [])).toBe('[]\n');
  });

  it('contains the chosen keys in the chosen order, without missing values', async () => {
    expect(await write('json', two, { columns: ['id', 'upvotes'] })).toBe(
      '[\n{"upvotes":3},\n{"id":"2503.02130","upvotes":null}\n]\n',
    );
  });

  it('is read back as the same papers, however they are batched', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPaper, { maxLength: 5 }), fc.integer({ min: 1, max: 4 }), async (papers, batch) => {
        expect(JSON.parse(await write('json', papers, {}, batch))).toEqual(papers);
      }),
    );
  });
});

describe('NDJSON', () => {
  it('has one record per line, and is empty if there are no papers', async () => {
    expect(await write('ndjson', two, { columns: ['title'] })).toBe('{"title":"One"}\n{"title":"Two"}\n');
    expect(await write('ndjson', [])).toBe('');
  });

  it('is read back as the same papers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPaper, { maxLength: 5 }), async (papers) => {
        const lines = (await write('ndjson', papers)).split('\n');
        expect(lines.pop()).toBe('');
        expect(lines.map((line) => JSON.parse(line))).toEqual(papers);
      }),
    );
  });
});
