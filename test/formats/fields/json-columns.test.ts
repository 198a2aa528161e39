import { describe, expect, it } from 'vitest';
import { readListing } from '../../read-listing.ts';

async function read(columns: unknown, indent = 0) {
  const { papers } = await readListing(JSON.stringify(columns, null, indent));
  return papers.map(({ title, year }) => [title, year ?? null]);
}

describe('a table written column by column', () => {
  it.each([0, 2])('is read as rows if the columns are objects, with an indent of %i', async (indent) => {
    const columns = { title: { 0: 'Kites', 1: 'Strings' }, year: { 0: 2024, 1: 2025 } };
    expect(await read(columns, indent)).toEqual([
      ['Kites', 2024],
      ['Strings', 2025],
    ]);
  });

  it.each([0, 2])('is read as rows if the columns are lists, with an indent of %i', async (indent) => {
    const columns = { title: ['Kites', 'Strings'], year: [2024, null] };
    expect(await read(columns, indent)).toEqual([
      ['Kites', 2024],
      ['Strings', null],
    ]);
  });

  it('may be rows below the names of the columns', async () => {
    const rows = { columns: ['title', 'authors', 'year'], index: [0], data: [['Kites', ['Ada Clay'], 2024]] };
    const { papers } = await readListing(JSON.stringify(rows));
    expect(papers).toMatchObject([{ title: 'Kites', authors: ['Ada Clay'], year: 2024 }]);
  });

  it('is not assumed of a paper whose fields are lists of different lengths', async () => {
    expect(await read({ title: ['Kites', 'Des cerfs-volants'], year: [2024] })).toEqual([['Kites', 2024]]);
  });

  it('is not assumed of a paper whose fields are lists of one value', async () => {
    expect(await read({ title: ['Kites'], year: [2024] })).toEqual([['Kites', 2024]]);
  });
});
