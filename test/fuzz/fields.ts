import { vocabulary } from '../../src/formats/fields/vocabulary.ts';
import type { Random } from './random.ts';

const [firstName = '', ...otherNames] = vocabulary.flatMap(({ fields }) =>
  fields.split(',').map((name) => name.trim().replace(/^\w+:/, '')),
);
const NAMES = [firstName, ...otherNames] as const;

/** Values as services print them, and wrong ones. */
const VALUES = [
  'Kites That Fold',
  'Clay, Ada; Ek, Bo',
  'Ada Clay and others',
  '',
  ' ',
  'null',
  '[]',
  'arXiv:2406.01234v2',
  '2406.0123',
  '1706.03762',
  'https://arxiv.org/abs/2406.01234',
  'https://doi.org/10.1000/kites.7',
  '10.1000/<kites>;7',
  'cs.CL; stat.ML',
  'replace-cross',
  '2024-06-05T18:30:00Z',
  '0099-06-07',
  '9999-12-31T23:59:59-12:00',
  '6/5/2024',
  '2024',
  'in press',
  '11.3k',
  '12 points',
  '-3',
  '1e400',
  '\\u0000',
  '=1+1',
  '<b>A &amp; B</b>',
  '$x^2$ {\\"o}',
] as const;

/** Values that only JSON has. */
const NESTED = [
  null,
  true,
  -1,
  1e300,
  1717612200000,
  [],
  [[2024, 6, 5]],
  { value: 'A' },
  { kites: [2], fold: [0, 1] },
] as const;

/** A listing of a few records with fields of the vocabulary, in one of the syntaxes. */
export function fieldsListing(random: Random): Buffer {
  const names = Array.from({ length: 1 + random.length(8) }, () => random.of(NAMES));
  const records = Array.from({ length: 1 + random.length(5) }, () =>
    ['title', ...names].map((name) => [name, random.of(VALUES)] as const),
  );
  const write = random.of([asJson, asCsv, asBibtex, asLabels]);
  return Buffer.from(write(['title', ...names], records, random));
}

type Records = readonly (readonly (readonly [name: string, value: string])[])[];

function asJson(_: readonly string[], records: Records, random: Random): string {
  const objects = records.map((fields) => {
    const object = {};
    for (const [name, value] of fields) setPath(object, name.split('.'), random.oneIn(4) ? random.of(NESTED) : value);
    return JSON.stringify(object, null, random.oneIn(3) ? 2 : 0);
  });
  return random.oneIn(2) ? `[${objects.join(',\n')}]` : `${objects.join('\n')}\n`;
}

function setPath(object: Record<string, unknown>, [name = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) object[name] = value;
  else {
    const inner = object[name];
    const next: Record<string, unknown> = typeof inner === 'object' && inner !== null ? { ...inner } : {};
    object[name] = next;
    setPath(next, rest, value);
  }
}

function asCsv(names: readonly string[], records: Records): string {
  const row = (cells: readonly string[]) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`;
  return row(names) + records.map((fields) => row(fields.map(([, value]) => value))).join('');
}

function asBibtex(_: readonly string[], records: Records): string {
  return records
    .map(
      (fields, index) =>
        `@article{k${index},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}\n`,
    )
    .join('');
}

function asLabels(_: readonly string[], records: Records): string {
  return records.map((fields) => fields.map(([name, value]) => `${name}: ${value}\n`).join('')).join('\n');
}
