import { Session } from 'node:inspector/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formats } from '../../src/formats/index.ts';
import { readListing } from '../read-listing.ts';

/** Made to blow up time: repeated, each keeps a careless reader looking for an end, a partner or a split. */
const PATTERNS = [
  '[',
  ']',
  '](',
  '[a](',
  '[[',
  '![',
  '[]()',
  '[1]',
  '[a][1]',
  '(',
  '\\',
  '\\\\\n',
  '"',
  '""',
  "'",
  '`',
  '*',
  '_',
  '#',
  '# \n',
  '- ',
  '· ',
  '•\n',
  '>',
  '{',
  '{"a":',
  '[{',
  '{"title":',
  '{"paper":{',
  '{}',
  '},{',
  '"\\',
  '\\u00',
  ',',
  ';',
  '\t',
  'title,',
  'title\n"',
  '"\n',
  '<',
  '<a ',
  '<a href="',
  '<div>',
  '</div>',
  '<!--',
  '-->',
  '&',
  '&#',
  '&amp',
  '<p>a</p>',
  '<dt><dd>',
  '<h3><a href="/papers/2601.00001">x</a></h3>',
  '<script>',
  ' ',
  '\n',
  '\r',
  '\n\n ',
  '\u00a0',
  '\u3000\n',
  'a',
  'A b. ',
  'a\n',
  'A Title\n\nText of it.\n\n',
  '1 author\n',
  '• 3 authors\n·\nMar 25 2\n',
  'Mar 25\n',
  'May 29, 2024 6\n',
  '12\n',
  '-\n',
  'Upvote 1\n',
  'Submitted by\n',
  'GitHub 1k\n',
  'Daily Papers\n',
  '[1]: https://huggingface.co/papers/2601.00001\n',
  'https://huggingface.co/papers/2601.00001\n',
  `${'-'.repeat(78)}\n`,
  '%-',
  '%%--%%--%%--\n',
  '\\\\\narXiv:2601.00001\n',
  'Title: a\n',
  '  a\nb\n',
  'Title: a\n  b\nc\nAuthors: d\n',
  'Authors: A, B and C (D), (E) ',
  'arXiv:2601.00001\n',
  'kDate: x\n',
  '\\\\ ( https://arxiv.org/abs/2601.00001 , 1kb)\n',
  'From a Fri Jan 2 10:00:00 2026\n',
  'Content-Type: multipart/mixed; boundary=a\n\n--a\n',
  'Content-Transfer-Encoding: base64\n\nAAAA\n',
  '=\n',
  '=3D',
  '> ',
  '>',
  '> > a\n',
  'From: a\n b\n',
];

/** Enough for whatever is kept back until the next lines tell what it is. */
const SIZE = 32 * 1024;

/** What may be done per byte, in blocks of code run and characters searched: about twice what the readers need. */
const MOST_PER_BYTE = 150;

const session = new Session();
let searched = 0;

/**
 * Counts the characters that searches pass, which no count of blocks shows: they are the engine's own code.
 *
 * @returns what undoes it
 */
function countSearches(): () => void {
  const { indexOf, includes } = String.prototype;
  const { exec } = RegExp.prototype;
  const { indexOf: indexOfBytes } = Buffer.prototype;
  const pass = (from: number, to: number) => {
    searched += Math.max(0, to - from);
  };
  String.prototype.indexOf = function (text, from = 0) {
    const at = indexOf.call(this, text, from);
    pass(from, at < 0 ? this.length : at);
    return at;
  };
  String.prototype.includes = function (text, from = 0) {
    return this.indexOf(text, from) >= 0;
  };
  // What matches, replaces and splits by regular expressions does so through this.
  RegExp.prototype.exec = function (text) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const found = exec.call(this, text);
    pass(from, found !== null ? found.index + found[0].length : this.sticky ? from : text.length);
    return found;
  };
  Buffer.prototype.indexOf = function (...args: Parameters<typeof indexOfBytes>) {
    const at = indexOfBytes.apply(this, args);
    pass(typeof args[1] === 'number' ? args[1] : 0, at < 0 ? this.length : at);
    return at;
  };
  return () => {
    Object.assign(String.prototype, { indexOf, includes });
    RegExp.prototype.exec = exec;
    Buffer.prototype.indexOf = indexOfBytes;
  };
}

let uncount = () => {};

beforeAll(async () => {
  uncount = countSearches();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
});
afterAll(() => {
  uncount();
  session.disconnect();
});

/** What is done in the program's own code: nearly the same number on every machine. */
async function workOf(action: () => Promise<unknown>): Promise<number> {
  await session.post('Profiler.takePreciseCoverage');
  searched = 0;
  await action();
  let work = searched;
  const { result } = await session.post('Profiler.takePreciseCoverage');
  for (const { url, functions } of result) {
    if (!url.includes('/src/')) continue;
    for (const { ranges } of functions) for (const { count } of ranges) work += count;
  }
  return work;
}

/** It counts every block of code that runs, which takes ten minutes for all formats: `WORK=1 npm test`. */
const isAsked = process.env.WORK !== undefined;

describe.skipIf(!isAsked).each([...formats.map(({ name }) => name), undefined])(
  'the work of reading %s',
  (formatIn) => {
    it('grows no faster than the input, however hostile that is', async () => {
      // What is done once is not counted.
      await readListing('', { formatIn });
      for (const pattern of PATTERNS) {
        const input = pattern.repeat(Math.ceil(SIZE / pattern.length));
        const once = await workOf(() => readListing(input, { formatIn }));
        const more = await workOf(() => readListing(input.repeat(4), { formatIn }));
        expect(more, `work for ${JSON.stringify(pattern)}`).toBeLessThan(MOST_PER_BYTE * 4 * SIZE);
        // Four times as much for a linear reader, sixteen times for a quadratic one.
        expect(more / Math.max(once, SIZE), `growth for ${JSON.stringify(pattern)}`).toBeLessThan(8);
      }
    });
  },
);

describe('work that grows with the square of the input is seen', () => {
  const growth = async (quadratic: (size: number) => Promise<unknown>) =>
    (await workOf(() => quadratic(16_384))) / (await workOf(() => quadratic(4096)));

  it('in code that reads all that came before again for each piece', async () => {
    const again = async (size: number) => {
      for (let at = 0; at < size; at += 64) await readListing('x'.repeat(at));
    };
    expect(await growth(again)).toBeGreaterThan(8);
  });

  it('in searches that start everywhere and go to the end', async () => {
    const search = async (size: number) => {
      const text = '['.repeat(size);
      for (let at = 0; at < size; at += 1) text.indexOf(']', at);
    };
    expect(await growth(search)).toBeGreaterThan(8);
  });
});
