import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { examples } from '../../src/cli/examples.ts';
import { createProgram } from '../../src/cli/program.ts';
import { paperKeys } from '../../src/paper/keys.ts';
import { listing } from './listing.ts';
import { executable, folderWith, offprint } from './run.ts';

const commands = Object.keys(examples).filter((name) => name !== 'offprint');

/** Papers that match the examples. */
const page = listing([
  {
    title: 'A Low-Rank Adapter for Knitting Patterns',
    abstract:
      'We fit a small adapter to a model that knits, and find that quantization of the yarn costs no warmth at all.',
    authorCount: 2,
    date: '2024-02-11',
    upvotes: 14,
  },
  {
    title: 'Reading Tide Tables Aloud to Ships That Cannot Sleep',
    abstract:
      'Ships at anchor listen to tables of the tide, and we count how many of them drift less on the next morning.',
    authorCount: 5,
    date: '2024-06-30',
    upvotes: 3,
  },
]);

function runExample(line: string) {
  const cwd = folderWith({
    'page.txt': page,
    'dumps/one.txt': page,
    'dumps/more/two.txt': page,
    'papers.ndjson': offprint(['-f', 'ndjson'], { input: page }).stdout,
    'bin/offprint': `#!/bin/sh\nexec '${process.execPath}' '${executable}' "$@"\n`,
  });
  chmodSync(`${cwd}/bin/offprint`, 0o755);
  for (const folder of ['.zfunc', '.config/fish/completions']) mkdirSync(`${cwd}/${folder}`, { recursive: true });
  const env = { ...process.env, HOME: cwd, PATH: `${cwd}/bin:${process.env.PATH}` };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', line], { cwd, env });
  const written = spawnSync('find', ['.', '-newer', 'bin/offprint', '-type', 'f', '-size', '+0'], { cwd }).stdout;
  return { status, stdout: stdout.toString(), stderr: stderr.toString(), written: written.toString() };
}

/** The help of a command, or of the program if the name is empty, in a terminal of this width. */
function helpAt(columns: number, name: string): string {
  const program = createProgram();
  const command = program.commands.find((command) => command.name() === name) ?? program;
  return command.configureOutput({ getOutHelpWidth: () => Math.min(columns, 80) }).helpInformation();
}

describe.skipIf(process.platform === 'win32')('examples in the help', () => {
  it.each(Object.values(examples).flat())('runs as printed: $line', ({ line }) => {
    const { status, stdout, stderr, written } = runExample(line);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^(?:offprint: \d+ duplicates? merged\n)?$/);
    const output = / (?:-o|>) (?:~\/)?(\S+)$/.exec(line)?.[1];
    if (output !== undefined) expect(written).toContain(output);
    else if (!line.startsWith('eval')) expect(stdout).not.toBe('');
  });
});

describe('help', () => {
  it.each(['', ...commands])('begins the help of %j with a one-line purpose and examples', (name) => {
    const { status, stdout } = offprint([...(name === '' ? [] : [name]), '--help']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^[A-Z][^\n]+\.\n\nExamples:\n {2}\S/);
    for (const { line, purpose } of examples[name || 'offprint'] ?? []) {
      expect(stdout).toContain(`  ${line}\n      ${purpose}\n`);
    }
  });

  describe.each([20, 40, 80, 140])('in a terminal of %i columns', (columns) => {
    it.each(['', ...commands, 'help'])('fits the help of %j, and leaves nothing out', (name) => {
      const lines = helpAt(columns, name).split('\n');
      const isExample = (line: string) =>
        Object.values(examples)
          .flat()
          .some((example) => line === `  ${example.line}`);
      // One word, such as the name of an option, cannot be broken.
      const isWord = (line: string) => /^ *\S+( <\S+>|, --\S+)*$/.test(line);
      const isTooWide = (line: string) => line.length > Math.min(columns, 80) && !isExample(line) && !isWord(line);
      expect(lines.filter(isTooWide)).toEqual([]);
      expect(lines.join(' ').split(/\s+/)).toEqual(helpAt(80, name).split(/\s+/));
    });
  });

  it.each(commands)('names every option of %s, in ASCII', (name) => {
    const text = helpAt(80, name);
    const options = createProgram().commands.find((command) => command.name() === name)?.options ?? [];
    for (const { flags } of options) expect(text).toContain(`\n  ${flags}  `);
    if (text.includes('--has')) for (const key of paperKeys) expect(text).toMatch(RegExp(`[ ,]${key}[,\n]`));
    expect(text).toMatch(/^[\n -~]*$/);
  });

  it('groups the options of a command', () => {
    expect(offprint(['grep', '-h']).stdout.match(/^[A-Z][a-z]+:$/gm)).toEqual([
      'Examples:',
      'Arguments:',
      'Matching:',
      'Input:',
      'Selection:',
      'Order:',
      'Output:',
      'Other:',
    ]);
  });

  it('has examples for every command', () => {
    const listed = offprint(['--help'])
      .stdout.split('Commands:\n')[1]
      ?.match(/^ {2}[a-z]+/gm);
    expect(listed?.map((name) => name.trim())).toEqual([...commands, 'help']);
  });
});
