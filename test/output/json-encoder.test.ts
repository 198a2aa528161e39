import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonEncoder } from '../../src/output/json-encoder.ts';
import { paper } from './papers.ts';

/** What the encoder makes of the abstract, behind so many other bytes. */
function encoded(abstract: string, before: number): string {
  const encoder = new JsonEncoder(0);
  encoder.raw(' '.repeat(before));
  encoder.record(paper({ title: 'T', abstract }));
  return encoder.finish().toString('utf8').slice(before);
}

describe('the fast way to JSON', () => {
  it('gives what JSON.stringify gives, for any text at any place', () => {
    const unit = fc.oneof(
      { weight: 20, arbitrary: fc.stringMatching(/^[ -~]{1,60}$/) },
      fc.constantFrom('"', '\\', '\n', '\u0000', '\u001f', '\u007f', 'é', '日', '😀', '\ud83d', '\ude00', '\u2028'),
    );
    const text = fc.array(unit, { maxLength: 12 }).map((units) => units.join(''));
    fc.assert(
      fc.property(text, fc.nat(7), (abstract, before) => {
        expect(encoded(abstract, before)).toBe(JSON.stringify(paper({ title: 'T', abstract })));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds a character to escape at every place of a long text', () => {
    const plain = 'x'.repeat(130);
    for (const character of ['"', '\\', '\t', '\u0001', '\u001f']) {
      for (let at = 0; at < plain.length; at += 1) {
        const abstract = plain.slice(0, at) + character + plain.slice(at + 1);
        expect(encoded(abstract, at % 4)).toBe(JSON.stringify(paper({ title: 'T', abstract })));
      }
    }
  });

  it('grows where a batch is larger than expected', () => {
    const encoder = new JsonEncoder(0);
    const long = paper({ title: 'T', abstract: 'y'.repeat(50_000) });
    for (let n = 0; n < 5; n += 1) encoder.record(long);
    expect(encoder.finish().toString()).toBe(JSON.stringify(long).repeat(5));
  });
});
