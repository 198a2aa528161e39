// Stages of the program in one process: `npm run bench:stages`. bench.mjs measures whole processes.
import { bench, describe } from 'vitest';
import { Tokenizer } from '../../src/formats/daily-papers/tokenizer.ts';
import { ListingParser } from '../../src/formats/listing-parser.ts';
import { preloadReaders } from '../../src/formats/preload.ts';
import type { Line } from '../../src/input/line.ts';
import { LineSplitter } from '../../src/input/line-splitter.ts';
import { outputFormats } from '../../src/output/index.ts';
import { plainStyle } from '../../src/output/writer.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { arxivListing, plainListing } from './listings.mjs';

const SIZE = 1_000_000;
const plain = Buffer.from([...plainListing(SIZE)].join(''));
const monthly = Buffer.from([...arxivListing(SIZE)].join(''));
preloadReaders();

function splitLines(listing: Buffer, onLine: (line: Line) => void): void {
  const splitter = new LineSplitter(onLine);
  splitter.push(listing);
  splitter.end();
}

function parse(listing: Buffer): Paper[] {
  const papers: Paper[] = [];
  const output = { paper: (paper: Paper) => papers.push(paper), diagnostic: () => {} };
  const parser = new ListingParser({ modified: '2026-10-02', trailingCount: 'upvotes' }, output);
  parser.push(listing);
  parser.end();
  return papers;
}

describe('1 MB', () => {
  bench('lines', () => {
    splitLines(plain, () => {});
  });
  bench('tokens', () => {
    const tokenizer = new Tokenizer();
    splitLines(plain, (line) => tokenizer.read(line));
  });
});

describe('papers of 1 MB', () => {
  bench('plain layout of Daily Papers', () => {
    parse(plain);
  });
  bench('monthly arXiv listing', () => {
    parse(monthly);
  });
});

const papers = parse(plain);
const options = { columns: null, escapeFormulas: true, excel: false, width: 80, hasUnicode: true, style: plainStyle };
const writers = await Promise.all(outputFormats.map(async ({ name, open }) => ({ name, writer: await open(options) })));

describe(`${papers.length} papers written`, () => {
  for (const { name, writer } of writers) {
    bench(name, () => {
      writer.papers(papers);
    });
  }
});
