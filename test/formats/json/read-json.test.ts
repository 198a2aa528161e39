import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../../src/formats/json/read-json.ts';

function read(text: string) {
  const objects: { text: string; depth: number; value: unknown }[] = [];
  const faults: { message: string; offset: number }[] = [];
  readJson(text, {
    object: (value, start, end, depth) => objects.push({ value, text: text.slice(start, end), depth }),
    fault: (message, offset) => faults.push({ message, offset }),
  });
  return { objects, faults };
}

const json = fc.jsonValue({ maxDepth: 4, noUnicodeString: false });

describe('JSON that is whole', () => {
  it('is read as JSON.parse reads it, with the place of each object', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), json), fc.constantFrom(0, 1, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        const { objects, faults } = read(text);
        expect(faults).toEqual([]);
        for (const object of objects) expect(object.value).toEqual(JSON.parse(object.text));
        expect(objects.at(-1)).toEqual({ value: JSON.parse(text), text, depth: 0 });
      }),
      { numRuns: 500 },
    );
  });

  it('may be several values, one after the other', () => {
    const { objects, faults } = read('{"a":1}\n[{"b":{"c":2}}] {"d":3},{"e":4}');
    expect(faults).toEqual([]);
    expect(objects.map(({ text, depth }) => [text, depth])).toEqual([
      ['{"a":1}', 0],
      ['{"c":2}', 1],
      ['{"b":{"c":2}}', 0],
      ['{"d":3}', 0],
      ['{"e":4}', 0],
    ]);
  });
});

describe('JSON that is cut off', () => {
  it('gives every object before the cut, and a fault at the cut', () => {
    const items = fc.array(fc.record({ a: fc.string(), b: fc.array(fc.string()) }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(items, fc.nat(), (values, seed) => {
        const pieces = values.map((value) => JSON.stringify(value));
        const text = `[${pieces.join(',')}]`;
        const cut = 1 + (seed % (text.length - 1));
        let end = 0;
        const whole = pieces.filter((piece) => {
          end += piece.length + 1;
          return end <= cut;
        });
        const { objects, faults } = read(text.slice(0, cut));
        expect(objects.map((object) => object.text)).toEqual(whole);
        expect(faults.length).toBeGreaterThan(0);
        // A word such as `nul` begins before the cut.
        expect(faults.map(({ offset }) => offset)).toContain(cut);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('JSON that is damaged', () => {
  it.each([
    ['a missing comma', '[{"a":1} {"b":2}]', 9, ['{"a":1}', '{"b":2}']],
    ['a missing value', '[{"a":},{"b":2}]', 6, ['{"b":2}']],
    ['a trailing comma', '[{"a":1,},{"b":2}]', 8, ['{"b":2}']],
    ['an unquoted key', '[{a:1},{"b":2}]', 2, ['{"b":2}']],
    ['a wrong escape', '[{"a":"x\\q"},{"b":2}]', 8, ['{"b":2}']],
    ['a control character', '[{"a":"x\ty"},{"b":2}]', 8, ['{"b":2}']],
    ['a word', '[{"a":undefined},{"b":2}]', 6, ['{"b":2}']],
    ['a number with a leading zero', '[{"a":01},{"b":2}]', 6, ['{"b":2}']],
    ['a string that goes on in the next line', '[{"a":"x\ny"},\n{"b":2}]', 8, ['{"b":2}']],
    ['an array that is not closed', '[{"a":[1},{"b":2}]', 8, ['{"b":2}']],
    ['an object closed by a bracket', '[{"a":1],{"b":2}]', 7, ['{"b":2}']],
    ['a quote inside a string', '[{"a":"x "y" z"},{"b":2}]', 10, ['{"b":2}']],
  ])('%s loses the object around it alone', (_name, text, offset, whole) => {
    const { objects, faults } = read(text);
    expect(faults[0]?.offset).toBe(offset);
    expect(objects.map((object) => object.text)).toEqual(whole);
  });

  it('that is nested without end takes little memory', () => {
    const before = process.memoryUsage().rss;
    const messages = new Set<string>();
    readJson('[{"a":'.repeat(2_000_000), { object: () => {}, fault: (message) => messages.add(message) });
    expect([...messages]).toContain('invalid JSON: nested too deeply');
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it('of any kind and a great length is read in one pass', () => {
    const patterns = ['[', '{', '{"a":[', '"', '\\', '"\\', ']', '}', '[{},', '[{"a":1]', '-', '{"a":"', '"\\\\" '];
    for (const pattern of patterns) {
      const text = `[${pattern.repeat(1_000_000 / pattern.length)}`;
      expect(read(text).faults.length, pattern).toBeGreaterThan(0);
    }
  });
});
