import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { examples } from '../../src/cli/examples.ts';
import { guideTopics, readGuide } from '../../src/cli/guides.ts';
import { manual } from '../../src/cli/manual.ts';
import { createProgram } from '../../src/cli/program.ts';
import { paperKeys } from '../../src/paper/keys.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const {
  man: [man],
} = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { man: string[] };
const page = fileURLToPath(new URL(`../../${man}`, import.meta.url));

const mandoc = (...args: string[]) => spawnSync('mandoc', [...args, page]);
// Only man-db has `-l`; the man of macOS and BSD is mandoc.
const hasMan = spawnSync('man', ['-l', page]).status === 0;
const hasMandoc = spawnSync('mandoc', ['-h']).error === undefined;

describe('the manual page', () => {
  it('is built where the package says it is', () => {
    const built = readFileSync(page, 'utf8');
    expect(built).toMatch(/^\.TH OFFPRINT 1 \d{4}-\d\d-\d\d "offprint \d+\.\d+\.\d+" "User Commands"\n/);
    expect(built.slice(built.indexOf('\n'))).toBe(manual(createProgram(), '2024-01-01').replace(/^.*/, ''));
  });

  it('contains only ASCII, whatever the definitions contain', () => {
    expect(readFileSync(page).every((byte) => byte < 0x80)).toBe(true);
  });
});

describe.skipIf(!hasMan)('the manual page as man shows it', () => {
  const shown = (columns: number) => {
    const env = { ...process.env, MANWIDTH: String(columns), MAN_KEEP_FORMATTING: undefined, LC_ALL: 'C.UTF-8' };
    return spawnSync('man', ['--warnings', '-P', 'cat', '-l', page], { env });
  };

  it.each([40, 80, 140])('formats without faults on %i columns, and breaks no name in two', (columns) => {
    const { status, stdout, stderr } = shown(columns);
    expect([status, stderr.toString()]).toEqual([0, '']);
    const text = stdout.toString().replace(/.\u0008/g, '');
    for (const key of paperKeys) expect(text).toMatch(RegExp(`\\b${key}\\b`));
    for (const command of createProgram().commands) {
      for (const { long } of command.options) expect(text).toContain(long);
    }
  });
});

describe.skipIf(!hasMan)('guides in the manual page', () => {
  const letters = (text: string) => text.replace(/\s+/g, '');
  const env = { ...process.env, MANWIDTH: '100', LC_ALL: 'C.UTF-8' };
  const manualText = () => letters(spawnSync('man', ['-P', 'cat', '-l', page], { env }).stdout.toString());

  it.each(guideTopics)('contains the guide $name', ({ name }) => {
    const plain = readGuide(name).replace(/^```js\n[\s\S]*?^```|^#.*|^\|.*|^(?:\d+\.|-) .*(?:\n {2,}.*)*/gm, '');
    const paragraphs = plain.split(/\n\n|\n: /).map((text) => letters(text.replaceAll('`', '')));
    const manual = manualText();
    expect(paragraphs.length).toBeGreaterThan(5);
    expect(paragraphs.filter((text) => !manual.includes(text))).toEqual([]);
  });
});

describe.skipIf(!hasMandoc)('the manual page as mandoc reads it', () => {
  const shown = () =>
    mandoc('-Tutf8', '-O', 'width=80')
      .stdout.toString()
      .replace(/.\u0008/g, '');

  it('passes the checks of mandoc', () => {
    const { status, stdout } = mandoc('-Tlint', '-Wwarning');
    expect([status, stdout.toString()]).toEqual([0, '']);
  });

  it('has the usual sections of a manual page in their usual order', () => {
    expect(shown().match(/^[A-Z][A-Z ]+$/gm)).toEqual([
      'NAME',
      'SYNOPSIS',
      'DESCRIPTION',
      'COMMANDS',
      'OPTIONS',
      'EXIT STATUS',
      'ENVIRONMENT',
      'EXAMPLES',
      'LISTINGS',
      'THE RECORD',
      'QUERIES',
      'EXPORTS',
      'DATES AND COUNTS',
      'DIAGNOSTICS AND EXIT STATUS',
      'THE LIBRARY',
      'SPEED AND MEMORY USE',
      'GLOSSARY',
    ]);
    expect(shown()).toContain('\n       offprint - turn paper listings');
  });

  it('explains every command and option, and shows the examples as they are typed', () => {
    const text = shown();
    const program = createProgram();
    for (const command of program.commands) {
      expect(text).toContain(`\n       offprint ${command.name()} `);
      for (const { flags } of command.options) expect(text).toContain(`${flags.replace(/[<>]/g, '')}`);
    }
    for (const [name, some] of Object.entries(examples)) {
      for (const { line } of name === 'offprint' ? [] : some) expect(text).toContain(` ${line}\n`);
    }
  });
});
