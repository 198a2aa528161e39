import { describe, expect, it } from 'vitest';
import { formatsOf } from '../../read-listing.ts';
import { read } from './read.ts';

const KITE = '{"title": "A kite", "authors": ["Ada Clay"], "year": 2024}';
const BELL = '{"title": "A bell", "authors": ["Bo Ek"], "year": 2025}';

/** Reads a text in which these two papers are, and nothing else. */
async function readBoth(text: string) {
  expect(formatsOf(text)).toContain('json');
  const reading = await read(text);
  expect(reading.papers).toMatchObject([
    { title: 'A kite', authors: ['Ada Clay'], year: 2024 },
    { title: 'A bell', authors: ['Bo Ek'], year: 2025 },
  ]);
  return reading;
}

it('in the cells of a table is no reason to read the table as JSON', async () => {
  const text = 'title\tabstract\n"{""title"": ""A kite""}"\t\n{"title": "A bell"}\tWe ring.\n';
  expect(formatsOf(text)).toEqual(['table']);
});

describe('dictionaries of Python', () => {
  it('are read', async () => {
    const text = `[{'title': 'A kite', 'authors': ['Ada Clay'], 'doi': None, 'year': 2024},\n {'title': "A bell", 'authors': ['Bo Ek'], 'isOpen': True, 'year': 2025}]\n`;
    expect((await readBoth(text)).faults).toEqual([]);
    expect((await readBoth(text.replaceAll('\n', ''))).faults).toEqual([]);
  });

  it('are read with escapes and quotes of both sorts', async () => {
    const text = String.raw`[{'title': 'Kites\xe9 \'n\' \u03b1 "strings"', 'abstract': "Ada's\nkite: $\\alpha$"}]`;
    const { papers, faults } = await read(text);
    expect(papers).toMatchObject([{ title: `Kitesé 'n' α "strings"`, abstract: String.raw`Ada's kite: $\alpha$` }]);
    expect(faults).toEqual([]);
  });

  it('are read if long strings are printed on several lines', async () => {
    const text = `[{'abstract': 'We fly kites over '\n              "the hill's top.",\n  'authors': ['Ada Clay'],\n  'title': 'A kite'}]\n`;
    const { papers, faults, lines } = await read(text);
    expect(papers).toMatchObject([{ title: 'A kite', abstract: "We fly kites over the hill's top." }]);
    expect([faults, lines.paper]).toEqual([[], 4]);
  });
});

describe('calls that make objects', () => {
  it('are read as dates and other values in a dictionary of Python', async () => {
    const { papers, faults } = await read(
      "[{'title': 'A kite', 'authors': [Author('Ada Clay')], 'votes': np.int64(3),\n" +
        "  'published': datetime.datetime(2024, 5, 6, 10, 0, tzinfo=datetime.timezone.utc)},\n" +
        " {'title': 'A (small) bell', 'published': datetime.date(2024, 5, 7)}]\n",
    );
    expect(papers).toMatchObject([
      { title: 'A kite', authors: ['Ada Clay'], upvotes: 3, date: '2024-05-06' },
      { title: 'A (small) bell', date: '2024-05-07' },
    ]);
    expect(faults).toEqual([]);
  });

  it.each([
    "[Paper(title='A kite', authors=['Ada Clay'], date=datetime.date(2024, 5, 6)), Paper(title='A bell', authors=[])]",
    "Paper(title='A kite', authors=['Ada Clay'], date=datetime.date(2024, 5, 6))\nPaper(title='A bell', authors=[])\n",
  ])('are read as objects: %s', async (text) => {
    const { papers, format, faults } = await read(text);
    expect(format).toBe('json');
    expect(papers).toMatchObject([{ title: 'A kite', authors: ['Ada Clay'], date: '2024-05-06' }, { title: 'A bell' }]);
    expect(faults).toEqual([]);
  });

  it('are read from the client of MongoDB', async () => {
    const { papers } = await read(
      '{ "_id" : ObjectId("65f0"), "title" : "A kite", "published" : ISODate("2024-05-06T10:00:00Z"), "votes" : NumberInt(3) }\n',
    );
    expect(papers).toMatchObject([{ title: 'A kite', date: '2024-05-06', upvotes: 3 }]);
  });
});

describe('scripts', () => {
  it.each([
    ['a variable', `const papers = [\n  ${KITE},\n  ${BELL},\n];\n`],
    [
      'a variable of TypeScript, with remarks',
      `// The papers\nexport const papers: Paper[] = [\n  ${KITE}, // the first\n  ${BELL},\n];\nexport default papers;\n`,
    ],
    ['a variable on one line', `window.PAPERS = [${KITE}, ${BELL}];\n`],
    ['a call', `callback({"data": [${KITE}, ${BELL}]});\n`],
    ['a module', `module.exports = {\n  papers: [\n    ${KITE},\n    ${BELL}\n  ]\n};\n`],
    [
      'names without quotes',
      `export default [\n  { title: 'A kite', authors: ['Ada Clay'], year: 2024 },\n  {\n    title: "A bell",\n    authors: ["Bo Ek"],\n    year: 2025,\n  },\n];\n`,
    ],
    ['remarks in JSON', `/* all */\n{\n  // the list\n  "papers": [ /* both */\n    ${KITE},\n    ${BELL}\n  ]\n}\n`],
  ])('are read with %s', async (_, text) => {
    const { faults, lines } = await readBoth(text);
    expect([faults, lines.unrecognized]).toEqual([[], 0]);
  });
});

describe('text around JSON', () => {
  it('is reported in a log', async () => {
    const log = `2026-07-04 10:00:00 INFO fetching page 1\n${KITE}\n2026-07-04 10:00:01 INFO fetching page 2\n${BELL}\n`;
    const { faults, lines } = await readBoth(log);
    expect(faults).toEqual(['unrecognized-line 1', 'unrecognized-line 3']);
    expect(lines).toMatchObject({ paper: 2, unrecognized: 2 });
  });

  it('may be a time before each paper', async () => {
    const log = `2026-07-04T10:00:00Z [info] paper=${KITE}\n2026-07-04T10:00:01Z [info] paper=${BELL}\n`;
    expect((await readBoth(log)).faults).toEqual([]);
  });

  it('may be a fence of Markdown and what an assistant says', async () => {
    const fenced = `\`\`\`json\n[\n  ${KITE},\n  ${BELL}\n]\n\`\`\`\n`;
    expect((await readBoth(fenced)).faults).toEqual([]);
    const { faults } = await readBoth(`Here are the papers:\n\n${fenced}\nLet me know if you need more.\n`);
    expect(faults).toEqual(['unrecognized-line 1', 'unrecognized-line 10']);
  });

  it('is not taken for JSON if it mentions a little of it', () => {
    const text = `Read the guide first.\nThen write it.\nThen send it.\nThen wait.\n${KITE}\nThen rest.\nThat is all.\n`;
    expect(formatsOf(text)).toEqual([]);
  });
});

it('is not seen in the brackets of a page whose texts stand on lines of their own', () => {
  const texts = ['[1]', 'arXiv:2607.04411', '[', 'pdf', ',', 'other', ']', 'Title:', 'Round Kites', 'Ada Clay'];
  for (const between of ['\n', '\n\n', '\n  ']) expect(formatsOf(texts.join(between))).toEqual(['arxiv-page']);
});

it('takes an apostrophe in a damaged text for no quote', async () => {
  const text = `[{"title": "A kite", "abstract": We fly 'til dawn},\n{"title": "A lamp"},\n{"title": "A bell's sound"}]\n`;
  const { faults, titles } = await read(text);
  expect(titles).toEqual(['A lamp', "A bell's sound"]);
  expect(faults).toEqual(['invalid-json 1']);
});
