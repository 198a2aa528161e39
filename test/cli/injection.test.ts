import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { hasTerminal, inTerminal } from './in-terminal.ts';
import { listing, papers } from './listing.ts';
import { folderWith, offprint } from './run.ts';

const CONTROLS = /[^\P{Cc}\t\n\r]|\p{Bidi_Control}/u;

function runInTerminal(args: readonly string[], cwd: string): string {
  return inTerminal(`offprint ${args.map((word) => `'${word}'`).join(' ')}`, { cwd }).stdout;
}

describe('file names with terminal control sequences', () => {
  const name = 'a\u001b]0;owned\u0007\u009b31m\u202ecsv.txt';
  const files = { [name]: listing(), 'b.txt': listing() };

  it('prints file names without control sequences in messages and accounts of lines', () => {
    const cwd = folderWith({ [name]: 'Buy string.\n' });
    for (const args of [['.'], [name], [`${name}x`], ['grep', 'x', '.'], ['stats', '.'], ['check', '.']]) {
      const { stdout, stderr } = offprint(args, { cwd });
      expect(stdout + stderr).toContain('owned');
      expect(CONTROLS.exec(stdout + stderr)).toBeNull();
    }
  });

  it('prints the file name of a failed output without control sequences', () => {
    const cwd = folderWith({ 'b.txt': listing() });
    const { stderr, status } = offprint(['b.txt', '-o', `none/${name}`], { cwd });
    expect([status, CONTROLS.exec(stderr)]).toEqual([2, null]);
    expect(stderr).toContain('owned');
  });

  it.skipIf(!hasTerminal)('removes control sequences from file names on a terminal, but not in a pipe', () => {
    const cwd = folderWith(files);
    for (const option of ['-c', '-l']) {
      const shown = runInTerminal(['grep', 'kite', option, '.'], cwd);
      expect(shown).toContain('owned');
      expect(CONTROLS.exec(shown)).toBeNull();
      expect(offprint(['grep', 'kite', option, '.'], { cwd }).stdout).toContain(name);
    }
    for (const args of [
      ['--source', '.'],
      ['--source', '-f', 'ndjson', '.'],
      ['check', '.'],
      ['stats', '.'],
    ]) {
      expect(CONTROLS.exec(runInTerminal([...args, '--color', 'never'], cwd))).toBeNull();
    }
  });
});

describe('listings with terminal control sequences', () => {
  const sequence = '\u001b]8;;http://evil.example\u0007\u001b[2J\u009b1m\u202eKite';
  const dumps: Record<string, string> = {
    'plain.txt': listing([{ ...(papers[0] as (typeof papers)[number]), title: `${sequence} Strings for the Coast` }]),
    'records.ndjson': `${JSON.stringify({ title: `${sequence} Strings` })}\n{"title":"x","bad\\u001b[31mkey\\u202e":1}\n`,
    'records.csv': `title,abstract\n"${sequence} Strings","one\u0085two"\n`,
    'api.json': JSON.stringify([{ paper: { id: '2601.00001', title: `${sequence} Strings`, summary: sequence } }]),
    'page.html':
      '<!doctype html><title>Daily Papers - Hugging Face</title><body><p>and the research community</p>' +
      '<h3><a href="/papers/2601.00001">&#27;]0;x&#7;&#x9b;1m&#x202e;Kite Strings</a></h3></body>',
    'mail.txt': `\\\\\narXiv:2601.00001\nDate: Fri, 2 Jan 2026 10:00:00 GMT   (1kb)\n\nTitle: ${sequence} Strings\nAuthors: A${sequence}\nCategories: cs.CL\nkDate\u202e: x\n\\\\\n  ${sequence}\n\\\\\n`,
  };

  it.skipIf(!hasTerminal).each(Object.keys(dumps))(
    'removes the control sequences of %s from terminal output',
    (file) => {
      const cwd = folderWith({ [file]: dumps[file] ?? '' });
      const runs = [
        ...['list', 'table', 'json', 'csv', 'tsv', 'markdown', 'bibtex', 'ris'].map((format) => ['-f', format]),
        ['check'],
        ['stats'],
      ];
      for (const args of runs) {
        const shown = runInTerminal(
          [...args, file, '--color', 'never'].filter((word) => args[0] !== 'check' || !/color|never/.test(word)),
          cwd,
        );
        expect(shown.length).toBeGreaterThan(10);
        expect([args, CONTROLS.exec(shown)]).toEqual([args, null]);
      }
      expect(runInTerminal(['-f', 'list', file, '--color', 'never'], cwd)).toContain('Kite');
    },
  );
});

describe('cells with formulas', () => {
  const formulas = ['=HYPERLINK("http://x","y")', '+1', '-1+cmd|x', '@SUM(1)', '\t=1', '\r=1', '＝1'];
  // With all core keys, so that this is recognized as a record of offprint and its names are not rearranged.
  const ownRecord = (text: string) => ({
    title: text,
    abstract: text,
    authorCount: 2,
    date: null,
    upvotes: null,
    authors: [text, text],
  });
  const input = formulas.map((title) => `${JSON.stringify(ownRecord(title))}\n`).join('');

  it.each([
    ['csv', [], ','],
    ['csv', ['--excel'], ','],
    ['tsv', [], '\t'],
  ] as const)('escapes formulas in %s %j', (format, options, delimiter) => {
    const { stdout } = offprint(['-f', format, '--columns', 'title,authors', ...options], { input });
    const rows: string[][] = parse(stdout, { delimiter, bom: true, from: 2 });
    expect(rows).toHaveLength(formulas.length);
    for (const cell of rows.flat()) expect(cell).toMatch(/^['[]/);
  });
});
