import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listing, papers, withoutVotes } from './listing.ts';
import { folderWith, offprint } from './run.ts';

const input = listing();

describe('wrong usage', () => {
  it.each<[string[], string]>([
    [['--limt', '3'], "unknown option '--limt' (did you mean --limit?)"],
    [['-f', 'cvs'], '--format cvs: expected one of '],
    [['-f', 'cvs'], '(did you mean csv?)'],
    [['-f', 'bibtx'], '(did you mean bibtex?)'],
    [['--full', '-f', 'csv'], '--full needs the format list, html or markdown; this is csv'],
    [
      ['--source', '-f', 'ris'],
      '--source needs the format list, table, json, ndjson, csv, tsv, xlsx, parquet, html or markdown; this is ris',
    ],
    [['--no-escape-formulas', '-f', 'json'], '--no-escape-formulas needs the format csv or tsv; this is json'],
    [['--delimiter', ';', '-f', 'tsv'], '--delimiter needs the format csv; this is tsv'],
    [['--delimiter', 'ab'], '--delimiter ab: expected a single character such as ; or | or tab'],
    [['--delimiter', '"'], '--delimiter ":'],
    [['-o', 'x.cvs'], '-o x.cvs: no format has the extension .cvs (did you mean .csv?); extensions are .txt '],
    [['-o', 'x.cvs.gz'], '-o x.cvs.gz: no format has the extension .cvs (did you mean .csv?); extensions are .txt '],
    [['--sort', 'stars'], 'unknown key "stars" (did you mean githubStars?)'],
    [['completion'], "missing required argument 'shell' (see offprint completion --help)"],
    [['--format-in', 'daily-paper'], '(did you mean daily-papers?)'],
    [
      ['stats', '--limit', '3'],
      "unknown option '--limit' (an option of parse, not of stats; options: offprint stats --help)",
    ],
    [['check', '--since', '2024'], "unknown option '--since' (an option of parse, not of check"],
    [['stats', '-o', 'x.xlsx'], '-o x.xlsx: no format has the extension .xlsx; extensions are .txt .json .csv'],
    [['check', '-o', 'x.csv'], '-o x.csv: no format has the extension .csv; extensions are .txt .json'],
    [['--sort', 'citations'], '(did you mean citationCount?)'],
    [['--sort', 'upvote'], 'unknown key "upvote" (did you mean upvotes?)'],
    [['--has', 'foo'], '--has foo: unknown key "foo"; keys are title, abstract, '],
    [['grep', 'kite', '--in', 'titel'], '--in titel: unknown key "titel" (did you mean title?)'],
    [['--announce', 'crss'], '(did you mean cross?)'],
    [['--has', 'githubUrll'], '(did you mean githubUrl?)'],
    [['--since', '2024-02-30'], '--since 2024-02-30: there is no such day'],
    [['--until', 'soon'], '--until soon: expected 2024'],
    [['--since', '2024-06', '--until', '2024-05'], '--since 2024-06-01 is after --until 2024-05-31'],
    [['--as-of', '2024'], '--as-of 2024: expected a day'],
    [['--limit', '-3'], '--limit -3: expected a whole number, 0 or greater'],
    [['--min-upvotes', '3.5'], '--min-upvotes 3.5:'],
    [['--limit', '99999999999999999'], '--limit 99999999999999999:'],
    [['--encoding', 'klingon'], '--encoding klingon: unknown encoding'],
    [['--color', 'blue'], '--color blue: expected one of auto, always, never'],
    [['--output'], '--output needs a value'],
    [['--excel', '-f', 'json'], '--excel needs the format csv or tsv; this is json'],
    [['--excel', '-o', 'x.bib'], '--excel needs the format csv or tsv; this is bibtex'],
    [
      ['--columns', 'id', '-f', 'ris'],
      '--columns needs the format table, json, ndjson, csv, tsv, xlsx or parquet; this is ris',
    ],
    [['--category', 'cs,,math'], '--category cs,,math:'],
  ])('exits with 2 and says what is meant for %j', (args, message) => {
    const { status, stdout, stderr } = offprint(args, { input });
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^offprint: [^\n]+\n$/);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('suggests a command for a misspelt one, which looks like a file', () => {
    expect(offprint(['grpe', 'kite'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('offprint: grpe: no such file or directory (did you mean grep?)\n'),
    });
  });

  it.each([
    ['search', 'grep'],
    ['count', 'stats'],
    ['export', 'parse'],
    ['validate', 'check'],
    ['serch', 'grep'],
    ['Count', 'stats'],
  ])('suggests a command for one that another program has: %s', (word, command) => {
    const cwd = folderWith({ 'page.txt': input });
    expect(offprint([word, 'page.txt'], { cwd })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `offprint: ${word}: no such file or directory (did you mean ${command}?)\n`,
    });
  });

  it('lists the commands for a word that resembles none', () => {
    expect(offprint(['zeppelin'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'offprint: zeppelin: no such file or directory (commands: offprint --help)\n',
    });
  });

  it.each([
    [['--json'], '-f json'],
    [['--from', '2024'], '--since DATE, or --format-in NAME'],
    [['--ojson'], '-f json'],
    [['-csv'], '-f csv'],
    [['--bib'], '-f bibtex'],
    [['-n', '5'], '--limit N'],
    [['-5'], '--limit 5'],
    [['--doi', '10.1000/182'], '--where doi:VALUE, or --columns doi'],
    [['--stats'], 'offprint stats'],
    [['stats', '--top', '10'], 'offprint parse --sort upvotes --limit N'],
    [['stats', '--html'], 'offprint parse -f html'],
    [['stats', '--csv'], '-f csv'],
    [['check', '--csv'], 'offprint parse -f csv'],
    [['grep', '--not', 'kite'], '-v'],
    [['--before=2024'], '--until DATE'],
    [['--fields', 'title'], '--columns KEYS'],
    [['--uniq'], '--dedupe'],
    [['--reverse'], '--sort -KEY for descending or +KEY for ascending order'],
    [['--no-color'], '--color never'],
    [['grep', '-n', 'kite'], '--source to print file and line'],
    [['grep', 'kite', '-A3'], '--full to print whole abstracts; whole papers are always printed'],
    [['grep', 'kite', '-A', '3'], '--full to print whole abstracts; whole papers are always printed'],
  ])('suggests an option for one that another program has: %j', (args, option) => {
    const { status, stdout, stderr } = offprint(args, { input });
    expect(stderr).toMatch(/^offprint: unknown option '[^\n]+\n$/);
    expect(stderr).toContain(`(use ${option})`);
    expect([status, stdout]).toEqual([2, '']);
  });

  it.each([
    [['-r'], 'not needed: folders are always read recursively'],
    [['--force'], 'not needed: -o replaces an existing file'],
    [['grep', '-rn', 'kite'], 'not needed: folders are always read recursively'],
    [['grep', '-F', 'kite'], 'not needed: patterns are literal unless -E is given'],
    [['-c'], 'an option of grep, not of parse; options: offprint parse --help'],
    [['--on-zeppelins'], 'options: offprint parse --help'],
    [['grep', 'kite', '-z'], 'options: offprint grep --help'],
  ])('explains an option that is not needed, or belongs to another command or to none: %j', (args, reason) => {
    const { status, stdout, stderr } = offprint(args, { input });
    expect(stderr).toMatch(/^offprint: unknown option '[^']+' /);
    expect(stderr).toContain(` (${reason})\n`);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('does not take the name of a file for a format', () => {
    const cwd = folderWith({ 'page.txt': input });
    expect(offprint(['page.txt', '-f', 'found.csv'], { cwd })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'offprint: --format found.csv: this names a format; to write a file: -o found.csv\n',
    });
  });

  it('rejects an argument that a command does not take', () => {
    expect(offprint(['schema', 'page.txt'])).toMatchObject({
      status: 2,
      stderr: 'offprint: offprint schema takes no argument (see offprint schema --help)\n',
    });
    expect(offprint(['completion', 'bash', 'zsh']).stderr).toBe(
      'offprint: offprint completion takes one argument (see offprint completion --help)\n',
    );
  });

  it('rejects a word after the pattern that is not a file before anything is read', () => {
    const cwd = folderWith({ 'page.txt': input });
    expect(offprint(['grep', '-e', 'kite', '-v', 'soil', 'page.txt'], { cwd })).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        'offprint: soil: no such file or directory (with -e, all operands are files; for another pattern: -e soil)\n',
    });
    expect(offprint(['grep', 'kite', 'strings', 'page.txt'], { cwd })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'offprint: strings: no such file or directory (a pattern of several words needs quotes)\n',
    });
  });

  it('rejects -o of grep if it would write a file named like the pattern', () => {
    const cwd = folderWith({ 'page.txt': input });
    for (const flags of [['-o'], ['-io'], ['-co']]) {
      const { status, stderr } = offprint(['grep', ...flags, 'kite', 'page.txt'], { cwd });
      expect([status, stderr]).toEqual([2, expect.stringContaining('-o kite: -o names the file to write')]);
    }
    expect(readdirSync(cwd)).toEqual(['page.txt']);
  });

  it('rejects -o of grep if it would overwrite a listing that was collected', () => {
    const cwd = folderWith({ 'a.txt': input, 'b.txt': input, 'found.txt': 'Kites\n2024-03-05 · 2 authors\n' });
    expect(offprint(['grep', 'kite', '-o', 'a.txt', 'b.txt'], { cwd })).toMatchObject({
      status: 2,
      stdout: '',
      stderr: 'offprint: -o a.txt: this listing would be overwritten; -o names the file to write\n',
    });
    expect(readFileSync(`${cwd}/a.txt`, 'utf8')).toBe(input);
    expect(offprint(['grep', '-q', '-v', 'zeppelin', '-o', 'found.txt', 'b.txt'], { cwd }).status).toBe(0);
  });

  it('explains that a command after an option looks like a file', () => {
    expect(offprint(['-q', 'check'])).toMatchObject({
      status: 2,
      stderr: 'offprint: check: no such file or directory (the command comes first: offprint check)\n',
    });
  });

  it('explains an option of a command that follows another option', () => {
    expect(offprint(['-q', 'grep', '-c', 'kite'])).toMatchObject({
      status: 2,
      stderr: "offprint: unknown option '-c' (the command comes first: offprint grep)\n",
    });
    expect(offprint(['stats', 'grep', '--zeppelin']).stderr).not.toContain('comes first');
    expect(offprint(['grep', '--cuont', 'stats']).stderr).toBe(
      "offprint: unknown option '--cuont' (did you mean --count?)\n",
    );
  });

  it('refers to the help for an option that resembles none', () => {
    expect(offprint(['stats', '--zeppelin']).stderr).toBe(
      "offprint: unknown option '--zeppelin' (options: offprint stats --help)\n",
    );
    expect(offprint(['check', '--sort', 'date']).stderr).toContain('; options: offprint check --help)');
    expect(offprint(['--zeppelin']).stderr).toContain('(options: offprint parse --help)');
    expect(offprint(['grep', '-rank', 'a.txt']).stderr).toBe(
      "offprint: unknown option '-rank' (to search for it: offprint grep -- -rank; options: offprint grep --help)\n",
    );
  });

  it('suggests a command if help for a misspelt one is requested', () => {
    expect(offprint(['help', 'grpe'])).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        'offprint: no command or guide is called grpe (did you mean grep?); expected one of parse, grep, stats, check, ' +
        'schema, completion, help, listings, record, queries, exports, dates, diagnostics, library, speed, glossary\n',
    });
  });

  it('checks options before anything is read or written', () => {
    const cwd = folderWith({ 'x.json': 'old' });
    offprint(['-o', 'x.json', '--limit', 'all'], { cwd, input });
    expect(readFileSync(`${cwd}/x.json`, 'utf8')).toBe('old');
  });
});

describe('options', () => {
  it('accepts an extension as the name of a format', () => {
    for (const [extension, name] of [
      ['md', 'markdown'],
      ['bib', 'bibtex'],
      ['jsonl', 'ndjson'],
      ['csl', 'csl-json'],
    ]) {
      expect(offprint(['-f', extension ?? ''], { input })).toEqual(offprint(['-f', name ?? ''], { input }));
    }
  });

  it('accepts options before and after the files, and parse is optional', () => {
    const cwd = folderWith({ 'a.txt': input });
    const expected = offprint(['parse', 'a.txt', '-f', 'csv', '--limit', '1'], { cwd });
    expect(expected.stdout).toContain(papers[0]?.title);
    expect(offprint(['-f', 'csv', '--limit=1', 'a.txt'], { cwd })).toEqual(expected);
    expect(offprint(['a.txt', '--limit', '1', '-fcsv'], { cwd })).toEqual(expected);
  });

  it('accepts repeated options for several values', () => {
    const records = papers.map((paper, index) => ({
      ...paper,
      categories: [['cs.CL'], ['math.AG'], ['hep-th']][index],
    }));
    const count = (...args: string[]) => JSON.parse(offprint(args, { input: JSON.stringify(records) }).stdout).length;
    expect(count('--category', 'cs,math')).toBe(2);
    expect(count('--category', 'cs', '--category', 'hep-th')).toBe(2);
    expect(count('--category', 'cs')).toBe(1);
  });

  it('selects papers that have all requested keys', () => {
    const records = papers.map((paper, index) =>
      index === 1 ? { ...paper, githubUrl: 'https://example.org/soil' } : paper,
    );
    const { stdout } = offprint(['--has', 'github-url,upvotes', '--columns', 'title'], {
      input: JSON.stringify(records),
    });
    expect(JSON.parse(stdout)).toEqual([{ title: papers[1]?.title }]);
  });

  it('converts TeX to Unicode before searching', () => {
    const record = JSON.stringify([{ ...papers[0], title: "The Poincar\\'e Kite", authors: ['J. M\\"uller'] }]);
    const { stdout } = offprint(['grep', 'poincaré', '--unicode', '--columns', 'title,authors'], { input: record });
    expect(JSON.parse(stdout)).toEqual([{ title: 'The Poincaré Kite', authors: ['J. Müller'] }]);
  });

  it('reads the input as the options say', () => {
    expect(
      JSON.parse(offprint(['--trailing-count', 'comments'], { input: withoutVotes(input) }).stdout)[0],
    ).toMatchObject({
      commentCount: 12,
      upvotes: null,
    });
    const latin = Buffer.from(input.replaceAll('•', '-').replace('Soil', 'S\u00f6il'), 'latin1');
    expect(offprint(['--encoding', 'latin1'], { input: latin }).stdout).toContain('S\u00f6il');
    expect(offprint(['--format-in', 'arxiv-listing'], { input })).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^offprint: no paper found in standard input, read as arxiv-listing\n/),
    });
  });
});

describe('help and version', () => {
  it('prints a guide by its name', () => {
    const { status, stdout } = offprint(['help', 'dates']);
    expect([status, stdout]).toEqual([0, readFileSync('src/guide/dates.md', 'utf8')]);
  });

  it('prints the same help however it is requested', () => {
    expect(offprint(['help', 'grep'])).toEqual(offprint(['grep', '--help']));
    expect(offprint(['help'])).toEqual(offprint(['--help']));
  });

  it('prints help and version on standard output', () => {
    expect(offprint(['--version']).stdout).toMatch(/^offprint \d+\.\d+\.\d+\n$/);
    for (const args of [['--help'], ['parse', '--help'], ['grep', '--help'], ['check', '--help'], ['help', 'grep']]) {
      expect(offprint(args)).toMatchObject({
        status: 0,
        stderr: '',
        stdout: expect.stringContaining('Usage: offprint'),
      });
    }
  });
});

it('describes every key of a record in the schema', () => {
  const { stdout, status } = offprint(['schema']);
  const schema = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(schema.required).toEqual(['title', 'abstract', 'authorCount', 'date', 'upvotes']);
  expect(Object.keys(schema.properties)).toContain('githubStars');
});

describe('exit status', () => {
  it('exits with 0 if papers were read but none was selected', () => {
    expect(offprint(['--min-upvotes', '9999'], { input })).toMatchObject({ status: 0, stdout: '[]\n' });
    expect(offprint(['--limit', '0'], { input })).toMatchObject({ status: 0, stdout: '[]\n' });
  });

  it('exits with 1 if there was no paper in any input', () => {
    expect(offprint([], { input: 'Daily Papers\n\nbyAK and the research community\n\nNov 20\n' }).status).toBe(1);
    expect(offprint([], { input: '[]' }).status).toBe(1);
  });
});

it.each(['upvotes', 'authors', 'citations'])('rejects more than 5 and less than 3 %s', (name) => {
  const { status, stderr } = offprint([`--min-${name}`, '5', `--max-${name}`, '3'], { input: '[]' });
  expect([status, stderr]).toEqual([2, `offprint: --min-${name} 5 is more than --max-${name} 3\n`]);
});
