import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { guideTopics, readGuide } from '../src/cli/guides.ts';
import { createProgram } from '../src/cli/program.ts';
import { diagnosticSeverities } from '../src/diagnostics/diagnostic.ts';
import { formats } from '../src/formats/index.ts';
import { outputFormats } from '../src/output/index.ts';
import { paperKeys } from '../src/paper/keys.ts';

/** The terms that a guide explains, as `term` on a line of its own. */
const explains = (topic: Parameters<typeof readGuide>[0], term: string) =>
  expect(readGuide(topic), term).toMatch(new RegExp(`^(?:.*, )?\`${term}\`.*$`, 'm'));

describe('guides', () => {
  it('explain every key of the record', () => {
    for (const key of paperKeys) explains('record', key);
  });

  it('explain every input format', () => {
    for (const { name } of formats) explains('listings', name);
  });

  it('explain every output format', () => {
    for (const { name } of outputFormats) explains('exports', name);
  });

  it('explain every diagnostic code with its severity', () => {
    for (const [code, severity] of Object.entries(diagnosticSeverities)) {
      expect(readGuide('diagnostics')).toMatch(new RegExp(`^\`${code}\` \\(${severity}\\)$`, 'm'));
    }
  });

  it('explain every option of searches and selections', () => {
    const guide = guideTopics.map(({ name }) => readGuide(name)).join('');
    const options = createProgram().commands.flatMap((command) => command.options);
    const isExplained = (flag: string | undefined) => flag !== undefined && new RegExp(`[ \`]${flag}\\b`).test(guide);
    const unknown = options.filter(({ long, short, hidden }) => !hidden && !isExplained(long) && !isExplained(short));
    expect(unknown.map(({ long }) => long)).toEqual([]);
  });

  it('fit a terminal of 80 columns, except for programs', () => {
    for (const { name } of guideTopics) {
      const long = readGuide(name)
        .replace(/^```js\n.*?^```/gms, '')
        .split('\n')
        .filter((line) => line.length > 80);
      expect([name, long]).toEqual([name, []]);
    }
  });

  it('name only options that exist', () => {
    const flags = new Set(createProgram().commands.flatMap((command) => command.options.map(({ long }) => long)));
    for (const { name } of guideTopics) {
      const named = readGuide(name).match(/(?<=[\s`])--[a-z][a-z-]+/g) ?? [];
      expect([name, named.filter((flag) => !flags.has(flag) && flag !== '--version')]).toEqual([name, []]);
    }
  });
});

it('gives a reason for every package in the architecture page', () => {
  const text = readFileSync('src/README.md', 'utf8');
  // Related packages share a row: `istanbul-*`, `@citation-js/*`.
  const forms = (name: string) => [name, name.replace(/^istanbul-.*/, 'istanbul-*').replace(/(?<=^@.*\/).*/, '*')];
  const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  const names = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !name.startsWith('@types/'));
  const isExplained = (name: string) => forms(name).some((form) => text.includes(`\`${form}\``));
  expect(names.filter((name) => !isExplained(name))).toEqual([]);
});

it('has a licence and a change log', () => {
  expect(readFileSync('LICENSE', 'utf8')).toContain('MIT');
  expect(readFileSync('CHANGELOG.md', 'utf8')).toContain('## 0.2.0');
});
