import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonEncoder } from '../../src/output/json-encoder.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { paper } from './papers.ts';

/** What the encoder makes of the abstract, behind so many other bytes. */
function encoded(abstract: string, before: number): string {
  const encoder = new JsonEncoder();
  encoder.raw(' '.repeat(before));
  encoder.record(paper({ title: 'T', abstract }));
  return encoder.take().toString('utf8').slice(before);
}

const unit = fc.oneof(
  { weight: 20, arbitrary: fc.stringMatching(/^[ -~]{1,60}$/) },
  fc.constantFrom('"', '\\', '\n', '\u0000', '\u001f', '\u007f', 'é', '日', '😀', '\ud83d', '\ude00', '\u2028'),
);
const text = fc.array(unit, { maxLength: 12 }).map((units) => units.join(''));

describe('the fast way to JSON', () => {
  it('gives what JSON.stringify gives, for any text at any place', () => {
    fc.assert(
      fc.property(text, fc.nat(7), (abstract, before) => {
        expect(encoded(abstract, before)).toBe(JSON.stringify(paper({ title: 'T', abstract })));
      }),
      { numRuns: 2000 },
    );
  });

  it('gives what JSON.stringify gives, for any keys in any order', () => {
    const entry = fc.oneof(
      fc.tuple(fc.constantFrom('title', 'abstract', 'journalRef'), fc.oneof(text, fc.constantFrom(null, undefined))),
      fc.tuple(fc.constantFrom('authorCount', 'upvotes'), fc.option(fc.nat())),
      fc.tuple(fc.constantFrom('authors', 'categories'), fc.array(text, { maxLength: 4 })),
      fc.tuple(fc.constant('source'), fc.record({ file: text, line: fc.nat() })),
    );
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        const record: Partial<Paper> = Object.fromEntries(entries);
        const encoder = new JsonEncoder();
        encoder.record(record);
        expect(encoder.take().toString()).toBe(JSON.stringify(record));
      }),
    );
  });

  it.each([130, 430])('finds a character to escape at every place of a text of %i', (length) => {
    const plain = 'x'.repeat(length);
    for (const character of ['"', '\\', '\t', '\u0001', '\u001f']) {
      for (let at = 0; at < plain.length; at += 1) {
        const abstract = plain.slice(0, at) + character + plain.slice(at + 1);
        expect(encoded(abstract, at % 4)).toBe(JSON.stringify(paper({ title: 'T', abstract })));
      }
    }
  });

  it('grows with what is written, and begins anew after it was taken', () => {
    const encoder = new JsonEncoder();
    const long = paper({ title: 'T', abstract: 'y'.repeat(50_000) });
    for (let n = 0; n < 5; n += 1) encoder.record(long);
    expect(encoder.take().toString()).toBe(JSON.stringify(long).repeat(5));
    const short = paper({ title: 'S' });
    encoder.record(short);
    expect(encoder.take().toString()).toBe(JSON.stringify(short));
  });
});
