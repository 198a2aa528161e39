import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../cli/run.ts';

const records = [
  { title: 'Kites in rain', abstract: 'They fly.', authorCount: 2, date: '2024-03-05', upvotes: 12, id: '2403.00001' },
  { title: 'Clocks', abstract: 'They tick.', authorCount: 1, date: '2023-01-02', upvotes: 3 },
  { title: 'Kites in rain', abstract: 'They fly.', authorCount: 2, date: '2024-03-05', upvotes: 13, id: '2403.00001' },
];

const root = resolve('.');

/** The programs in the guide, by name. */
const programs = new Map(
  [...readFileSync('src/guide/library.md', 'utf8').matchAll(/\(`([a-z]+\.mjs)`\)\n\n```js\n(.*?)^```/gms)].map(
    ([, name = '', text = '']) => [name, text],
  ),
);

function run(name: string, ...args: string[]): string {
  const folder = folderWith({
    'page.ndjson': records.map((record) => `${JSON.stringify(record)}\n`).join(''),
    'node_modules/.keep': '',
    [name]: programs.get(name) ?? '',
  });
  symlinkSync(root, join(folder, 'node_modules/offprint'), 'dir');
  const paths = args.map((arg) => (arg.includes('.') ? join(folder, arg) : arg));
  const printed = execFileSync(process.execPath, [join(folder, name), ...paths], { stdio: 'pipe' }).toString();
  for (const path of paths.slice(1)) if (path.startsWith(folder)) expect(existsSync(path)).toBe(true);
  return printed;
}

const examples: [file: string, args: string[], printed: string | RegExp][] = [
  ['read.mjs', ['page.ndjson'], 'Kites in rain\nClocks\nKites in rain\n'],
  ['select.mjs', ['page.ndjson', 'KITES', '2024'], '2024-03-05 Kites in rain\n2024-03-05 Kites in rain\n'],
  ['order.mjs', ['page.ndjson'], '13 Kites in rain\n3 Clocks\n'],
  ['group.mjs', ['page.ndjson'], '2024 2\n2023 1\n'],
  ['statistics.mjs', ['page.ndjson'], '12 2023-01-02 2024-03-05\n'],
  ['write.mjs', ['page.ndjson', 'papers.xlsx'], /^@misc\{kites2024-2403\.00001,/],
];

describe('example programs', () => {
  it.each(examples)('print what the guide says: %s', (file, args, printed) => {
    expect(run(file, ...args)).toMatch(printed instanceof RegExp ? printed : new RegExp(`^${printed}$`));
  });

  it('are all run by these tests', () => {
    expect([...programs.keys()].sort()).toEqual(examples.map(([file]) => file).sort());
  });
});
