import { describe, expect, it } from 'vitest';
import { arxivIdOfUrl, bareArxivId, findArxivId, yearOfArxivId } from '../../src/text/arxiv-id.ts';

describe('an arXiv identifier', () => {
  it.each([
    ['2406.01234', '2406.01234'],
    ['2406.01234v2', '2406.01234'],
    ['arXiv:0704.0001', '0704.0001'],
    ['math.GT/0309136', 'math/0309136'],
    ['cond-mat.mtrl-sci/0309136v3', 'cond-mat/0309136'],
    ['astro-ph/9204001', 'astro-ph/9204001'],
    ['1412.0123', '1412.0123'],
    // Truncated: identifiers have had five digits since 2015.
    ['2406.0123', null],
    ['2413.01234', null],
    ['12406.01234', null],
    ['Kites 2406.01234', null],
  ])('is read alone: %s is %s', (text, id) => {
    expect(bareArxivId(text)).toBe(id);
  });

  it.each([
    ['https://arxiv.org/abs/2406.01234v2', '2406.01234'],
    ['http://export.arxiv.org/pdf/math.GT/0309136.pdf', 'math/0309136'],
    ['https://huggingface.co/papers/2406.01234#comments', '2406.01234'],
    ['https://doi.org/10.48550/arXiv.2406.01234', '2406.01234'],
    ['https://example.org/2406.01234', null],
    ['https://arxiv.org/abs/2406.012345678', null],
  ])('is read from an address: %s is %s', (url, id) => {
    expect(arxivIdOfUrl(url)).toBe(id);
  });

  it.each([
    ['oai:arXiv.org:2406.01234v1', '2406.01234'],
    ['10.48550/arXiv.2406.01234', '2406.01234'],
    ['arXiv preprint arXiv:2406.01234 [cs.CL]', '2406.01234'],
    ['see https://arxiv.org/abs/2406.01234.', '2406.01234'],
    ['version 2406.01234 of a program', null],
  ])('is found in a text: %s is %s', (text, id) => {
    expect(findArxivId(text)).toBe(id);
  });

  it('contains the year of submission', () => {
    expect(yearOfArxivId('2406.01234')).toBe(2024);
    expect(yearOfArxivId('astro-ph/9204001')).toBe(1992);
  });
});
