import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const readme = readFileSync('README.md', 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, 'gms'))].map(([, text = '']) => text);

let folder = '';
const run = (command: string) =>
  spawnSync('bash', ['-c', command], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` },
  });
const isInstalled = (program: string) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const hasPandas = () => spawnSync('python3', ['-c', 'import pandas']).status === 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'offprint-readme-'));
  mkdirSync(join(folder, 'bin'));
  mkdirSync(join(folder, 'dumps'));
  symlinkSync(resolve('bin/offprint.js'), join(folder, 'bin', 'offprint'));
  symlinkSync(resolve('fixtures'), join(folder, 'fixtures'));
  copyFileSync('fixtures/daily-papers/plain.txt', join(folder, 'page.txt'));
  copyFileSync('fixtures/arxiv-listing/daily.txt', join(folder, 'arxiv-mail.txt'));
  copyFileSync('fixtures/daily-papers/plain-two-cards.txt', join(folder, 'yesterday.txt'));
  for (const name of ['plain.txt', 'browser.txt', 'plain-two-cards.txt']) {
    copyFileSync(`fixtures/daily-papers/${name}`, join(folder, 'dumps', name));
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the README', () => {
  it('shows what its examples print', () => {
    const examples = blocks('console').flatMap((block) => block.split(/^(?=\$ )/m));
    expect(examples.length).toBeGreaterThan(2);
    for (const example of examples) {
      const [command = '', ...output] = example.split('\n');
      expect(run(command.replace(/^\$ /, '')).stdout).toBe(output.join('\n'));
    }
  });

  it('shows the first lines of the listing that its examples read', () => {
    const [shown = ''] = blocks('text');
    const listing = readFileSync('fixtures/daily-papers/plain-two-cards.txt', 'utf8');
    const visible = (text: string) => text.replace(/…$/gm, '').trim();
    for (const line of visible(shown).split('\n')) expect(listing).toContain(line.trimEnd());
  });

  it('is short', () => expect(readme.split('\n').length).toBeLessThanOrEqual(151));

  const recipes = blocks('sh')
    .flatMap((block) => block.trim().split('\n'))
    .filter((line) => !line.startsWith('npm '));

  it('has recipes', () => expect(recipes.length).toBeGreaterThan(9));

  for (const recipe of recipes) {
    const program = /^\w+/.exec(recipe)?.[0] ?? '';
    it.skipIf(!isInstalled(program) && program !== 'offprint')(`has a recipe that works: ${recipe}`, ({ skip }) => {
      if (program === 'python3' && !hasPandas()) skip('pandas is not installed');
      const { status, stderr } = run(recipe);
      // 1 is the status of a search that finds nothing in these few papers.
      expect([0, recipe.startsWith('offprint grep') ? 1 : 0]).toContain(status);
      expect(stderr).not.toMatch(/error|unknown|invalid|not recognized/i);
    });
  }
});
