import { describe, expect, it } from 'vitest';
import { findOutputFormat, outputFormatOfFile, outputFormats } from '../../src/output/index.ts';

describe('the table of output formats', () => {
  it('contains no name and no extension twice', () => {
    const names = outputFormats.flatMap(({ name, extensions }) => [name, ...extensions]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('finds a format by its name', () => {
    expect(findOutputFormat('csv')?.name).toBe('csv');
    expect(findOutputFormat('CSV!')).toBeUndefined();
  });

  it('finds a format by a file name, compressed or not', () => {
    expect(outputFormatOfFile('out/papers.CSV')?.name).toBe('csv');
    expect(outputFormatOfFile('papers.json.gz')?.name).toBe('json');
    expect(outputFormatOfFile('papers.jsonl')?.name).toBe('ndjson');
    expect(outputFormatOfFile('papers')).toBeUndefined();
    expect(outputFormatOfFile('json')).toBeUndefined();
  });
});
