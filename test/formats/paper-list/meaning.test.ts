import { describe, expect, it } from 'vitest';
import { plainText, readDetail } from '../../../src/formats/paper-list/details.ts';
import { type Meaning, meaningOf } from '../../../src/formats/paper-list/meaning.ts';

describe('a piece of a list', () => {
  const ada = { authors: ['Ada Clay'], authorCount: null };

  it.each<[string, Meaning | null]>([
    ['2601.00007', { id: '2601.00007' }],
    ['doi:10.1000/182', { doi: '10.1000/182' }],
    ['Published: 2026-01-05', { date: '2026-01-05' }],
    ['25/12/2025', { date: '2025-12-25' }],
    ['12/25/2025', { date: '2025-12-25' }],
    ['1/2/2026', { date: '2026-01-02' }],
    ['1.2.2026', { date: '2026-02-01' }],
    ['31/2/2026', null],
    ['2026', { year: 2026 }],
    ['1500', null],
    ["CVPR'26", { venue: 'CVPR', year: 2026 }],
    ['A Clay, B Ek', { authors: { authors: ['A Clay', 'B Ek'], authorCount: 2 } }],
    ['A Survey, Ponds', null],
    ['Ada Clay et al. 2023', { year: 2023, authors: ada }],
    ['Ada Clay et al. (2023), NeurIPS', { venue: 'NeurIPS', year: 2023, authors: ada }],
    ['NeurIPS, 2023', { venue: 'NeurIPS', year: 2023 }],
  ])('such as %j is understood as %j', (text, meaning) => {
    expect(meaningOf(text)).toEqual(meaning);
  });
});

describe('a line with a label', () => {
  it.each([
    ['**Abstract:** We *fly* kites.', { kind: 'abstract', text: 'We fly kites.', isSummary: false }],
    ['**TL;DR:** Kites fly.', { kind: 'abstract', text: 'Kites fly.', isSummary: true }],
    ['**Authors:** Ada Clay, Bo Ek', { kind: 'authors', authors: { authors: ['Ada Clay', 'Bo Ek'], authorCount: 2 } }],
    ['**Venue:** CVPR 2026', { kind: 'text', text: 'CVPR 2026' }],
    ['**Conference:** CVPR 2026', { kind: 'text', text: 'CVPR 2026' }],
    ['**Journal:** Kites 12', { kind: 'text', text: 'Kites 12' }],
    ['**Rating:** high', null],
    ['Kites without a label', null],
  ])('is read by its label: %s', (line, detail) => {
    expect(readDetail(line)).toEqual(detail);
  });
});

it('reads text without its pictures', () => {
  expect(plainText('A ![badge](https://example.org/badge.svg) kite')).toBe('A kite');
});
