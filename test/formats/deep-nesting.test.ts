import { expect, it } from 'vitest';
import { readListing } from '../read-listing.ts';

const DEPTH = 100_000;
/** A longer line is not the header of a table. */
const COLUMNS = 5000;

it.each([
  ['arrays and objects', `[{"title":"Kites"},${'[{"a":'.repeat(DEPTH)}1${'}]'.repeat(DEPTH)},{"title":"Sheep"}]`],
  ['objects that never end', `{"title":"Kites"}\n${'{"a":'.repeat(DEPTH)}\n{"title":"Sheep"}\n`],
  [
    'elements of an entry',
    `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Kites</title>${'<a>'.repeat(DEPTH)}${'</a>'.repeat(DEPTH)}</entry><entry><title>Sheep</title></entry></feed>`,
  ],
  [
    'braces of a field',
    `@article{a,title={Kites},note={${'{'.repeat(DEPTH)}${'}'.repeat(DEPTH)}}}\n@article{b,title={Sheep}}\n`,
  ],
  [
    'columns of a table',
    `title,${'x,'.repeat(COLUMNS)}y\nKites,${'1,'.repeat(COLUMNS)}2\nSheep,${'1,'.repeat(COLUMNS)}2\n`,
  ],
  ['quotes of a mail', `${'>'.repeat(DEPTH)} x\n{"title":"Kites"}\n{"title":"Sheep"}\n`],
])('reads the papers around thousands of %s', async (_name, text) => {
  const formatIn = /^title/.test(text) ? 'table' : /^>/.test(text) ? 'json' : undefined;
  const { papers } = await readListing(text, { formatIn });
  expect(papers.map(({ title }) => title)).toEqual(['Kites', 'Sheep']);
});
