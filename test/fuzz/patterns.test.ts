import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import fastGlob from 'fast-glob';
import { describe, expect, it } from 'vitest';
import { parseAst } from 'vitest/node';
import { processorTime } from '../support/work.ts';

const ROOT = new URL('../../', import.meta.url);

/** The executable starts at once; the page runs in a browser. */
const NOT_IMPORTED = ['src/cli/main.ts', 'src/output/page/**'];

/** The regular expressions of `src` by their sources: literals, and those that modules make when they are evaluated. */
async function patternsOfSource(): Promise<Map<string, { pattern: RegExp; file: string }>> {
  const found = new Map<string, { pattern: RegExp; file: string }>();
  const add = (source: string, flags: string, file: string) =>
    found.set(`/${source}/${flags}`, { pattern: new Original(source, flags), file });
  const Original = RegExp;
  const files = await fastGlob('src/**/*.ts', { cwd: ROOT.pathname });
  for (const file of files) {
    const text = readFileSync(new URL(file, ROOT), 'utf8');
    visit(parseAst(text, { lang: 'ts' }), (source, flags) => add(source, flags, file));
  }
  try {
    globalThis.RegExp = new Proxy(Original, {
      construct(target, parameters) {
        const made: RegExp = Reflect.construct(target, parameters);
        const [, , maker = ''] = (new Error().stack ?? '').split('\n');
        if (!maker.includes('/node_modules/')) add(made.source, made.flags, 'made of parts');
        return made;
      },
    });
    for (const file of await fastGlob('src/**/*.ts', { cwd: ROOT.pathname, ignore: NOT_IMPORTED }))
      await import(new URL(file, ROOT).href);
  } finally {
    globalThis.RegExp = Original;
  }
  return found;
}

function visit(node: unknown, take: (source: string, flags: string) => void): void {
  if (typeof node !== 'object' || node === null) return;
  if ('regex' in node && typeof node.regex === 'object' && node.regex !== null) {
    const { pattern, flags } = node.regex as { pattern: string; flags: string };
    take(pattern, flags);
    return;
  }
  for (const child of Object.values(node)) visit(child, take);
}

/** Single characters of every class that patterns ask for. */
const CHARACTERS = [...(' \n\ta' + 'Aé0.,;:-_=*#"\'`|/\\()[]{}<>&@%$?~·+')];
const MOST_WORDS = 60;
/** How many of the words stand in front of what is repeated. */
const MOST_PREFIXES = 4;

/** The texts in the source of a pattern: what to repeat, and what to put in front of it, so that the pattern is busy. */
function wordsOf({ source }: RegExp): string[] {
  const plain = source.replace(/\\[pP]\{[^}]*\}|\\[bBdDsSwW]|\{\d*,?\d*\}|\(\?<?[:=!]/g, '|');
  const words = plain.split(/(?<!\\)[|()[\]*+?^$]/).map((word) => word.replaceAll('\\', ''));
  return [...new Set(words)].filter((word) => word.length > 1).slice(0, MOST_WORDS);
}

/** What may blow up: single characters and texts, alone and one after the other. */
function unitsOf(words: readonly string[]): string[] {
  const pairs = words.flatMap((word, index) => {
    const next = words[index + 1] ?? '';
    return [word, `${word} `, `${word}, `, word + next, `${word}${next} `, `${word} ${next} `];
  });
  return [...new Set([...CHARACTERS, ...pairs])];
}

/** A word and a character that hardly any pattern asks for. */
const END = 'Zq\0';
/** In characters. */
const LENGTH = 10_000;
/** In milliseconds. A pattern of linear time takes a few, one with a bound of a thousand ten times as long, and one of quadratic time two hundred. */
const LIMIT = 60;

function slowInputOf(pattern: RegExp): string | null {
  if (!/[*+]|,\}/.test(pattern.source)) return null;
  const words = wordsOf(pattern);
  const context = createContext({ pattern, text: '' });
  const script = new Script('pattern.lastIndex = 0; pattern.exec(text)');
  const prefixes = ['A', ...words.slice(0, MOST_PREFIXES)];
  const repeated = [
    ...unitsOf(words).map((unit) => ({ prefix: '', unit })),
    ...prefixes.flatMap((prefix) => unitsOf(prefixes).map((unit) => ({ prefix, unit }))),
  ];
  for (const { prefix, unit } of repeated) {
    const text = `${prefix}${unit.repeat(Math.ceil(LENGTH / unit.length))}${END}`;
    if (isSlow(script, context, text)) return `${prefix}${unit}${unit}…`;
  }
  return null;
}

function isSlow(script: Script, context: ReturnType<typeof createContext>, text: string): boolean {
  context.text = text;
  try {
    // A busy machine may disturb one measurement, but hardly every one.
    return [1, 2, 3].every(() => processorTime(() => script.runInContext(context, { timeout: 20 * LIMIT })) >= LIMIT);
  } catch {
    return true;
  }
}

describe('the regular expressions of src', async () => {
  const patterns = await patternsOfSource();

  it('are found', () => {
    expect(patterns.size).toBeGreaterThan(1000);
  });

  it('take linear time for any text', () => {
    const slow: string[] = [];
    for (const [source, { pattern, file }] of patterns) {
      const input = slowInputOf(pattern);
      if (input !== null) slow.push(`${file}: ${source.slice(0, 200)} for ${input.slice(0, 80)}`);
    }
    expect(slow).toEqual([]);
  }, 600_000);
});
