import { InvalidValueError } from '../diagnostics/errors.ts';
import { hasValue, type PaperKey, paperKeys } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import { type Highlighter, joinRanges } from './highlights.ts';
import { keyNamed } from './key-name.ts';
import type { Verdict } from './verdict.ts';
import type { WhereKey, WhereNode, WhereValue } from './where.peggy';
import * as syntax from './where.peggy';
import { type Term, termOf } from './where-terms.ts';

export interface WhereQuery extends Highlighter {
  /** The keys that it names. */
  readonly keys: ReadonlySet<PaperKey>;
  test(paper: Paper): Verdict;
}

/** Longer queries are mistakes, such as the content of a file. */
const LONGEST = 4000;

/**
 * Reads a query in the usual search syntax.
 *
 *     lora -vision upvotes:>=5 date:[2024-03 TO 2024-06] organization:"Google DeepMind"
 *
 * @param today `YYYY-MM-DD`, for dates such as `30d`
 * @throws InvalidValueError with the position in the query
 */
export function parseWhere(text: string, today: string): WhereQuery {
  const compiler = new Compiler(text, today);
  const wanted = compiler.compile(parse(text), null, false);
  return {
    keys: compiler.keys,
    test: (paper) => {
      if (wanted.test(paper)) return true;
      // Distinguishes papers that match whatever the unknown value is from those that may not.
      if (compiler.compared.size === 0 || !wanted.mayMatch(paper)) return false;
      for (const key of compiler.compared) if (isUnknown(paper, key)) return key;
      return false;
    },
    ranges: (text, field) =>
      joinRanges(compiler.searches.flatMap(({ keys, matcher }) => (keys.includes(field) ? matcher.ranges(text) : []))),
  };
}

/** Part of a query. */
interface Wanted {
  test(paper: Paper): boolean;
  /** The same, assuming that unknown values match. */
  mayMatch(paper: Paper): boolean;
}

class Compiler {
  readonly #text: string;
  readonly #today: string;
  readonly keys = new Set<PaperKey>();
  /** Keys whose values the query compares. */
  readonly compared = new Set<PaperKey>();
  /** The searches that are not negated. */
  readonly searches: NonNullable<Term['search']>[] = [];

  constructor(text: string, today: string) {
    this.#text = text;
    this.#today = today;
  }

  compile(node: WhereNode, within: WhereKey | null, isNegated: boolean): Wanted {
    switch (node.type) {
      case 'and': {
        const parts = node.nodes.map((part) => this.compile(part, within, isNegated));
        return {
          test: (paper) => parts.every((part) => part.test(paper)),
          mayMatch: (paper) => parts.every((part) => part.mayMatch(paper)),
        };
      }
      case 'or': {
        const parts = node.nodes.map((part) => this.compile(part, within, isNegated));
        return {
          test: (paper) => parts.some((part) => part.test(paper)),
          mayMatch: (paper) => parts.some((part) => part.mayMatch(paper)),
        };
      }
      case 'not': {
        const part = this.compile(node.node, within, !isNegated);
        return { test: (paper) => !part.test(paper), mayMatch: (paper) => !part.mayMatch(paper) };
      }
      case 'within':
        return this.compile(node.node, node.key, isNegated);
      case 'term':
        return this.#compileTerm(node.key ?? within, node.value, isNegated);
      case 'incomplete':
        return this.#at(node.key.offset, () => {
          throw new InvalidValueError(`${keyOf(node.key)} has no value`);
        });
    }
  }

  #compileTerm(name: WhereKey | null, value: WhereValue, isNegated: boolean): Wanted {
    const key = name === null ? null : this.#at(name.offset, () => keyOf(name));
    if (key !== null) this.keys.add(key);
    const term: Term = this.#at(value.offset, () => termOf(key, value, this.#today));
    const { compares, search } = term;
    if (search !== undefined && !isNegated) this.searches.push(search);
    if (compares === undefined) return { test: term.test, mayMatch: term.test };
    this.compared.add(compares);
    return { test: term.test, mayMatch: (paper) => (isUnknown(paper, compares) ? !isNegated : term.test(paper)) };
  }

  /** Runs `action`; its errors are replaced by ones with the position in the query. */
  #at<Result>(offset: number, action: () => Result): Result {
    try {
      return action();
    } catch (error) {
      if (error instanceof InvalidValueError)
        throw new InvalidValueError(`${place(this.#text, offset)}: ${error.message}`);
      throw error;
    }
  }
}

function isUnknown(paper: Paper, key: PaperKey): boolean {
  if (key === 'date' && paper.year !== undefined) return false;
  return !hasValue(paper, key);
}

function parse(text: string): WhereNode {
  if (text.trim() === '') throw new InvalidValueError('the query is empty');
  if (text.length > LONGEST) throw new InvalidValueError(`longer than ${LONGEST} characters`);
  try {
    return syntax.parse(text);
  } catch (error) {
    if (error instanceof RangeError) throw new InvalidValueError('parentheses are nested too deeply');
    if (!(error instanceof syntax.SyntaxError)) throw error;
    const { expected, location, message } = error;
    const { offset } = location.start;
    const reason = expected === null ? message : unexpected(text.slice(offset), expected);
    throw new InvalidValueError(`${place(text, offset)}: ${reason}`);
  }
}

/** @param rest of the query, from the place at which it breaks the syntax */
function unexpected(rest: string, expected: readonly { readonly type: string }[]): string {
  const found = /^(?:[()]|[^\s()]+)/.exec(rest)?.[0];
  // A query may end here, so a parenthesis closes none.
  if (found === ')' && expected.some(({ type }) => type === 'end')) return 'this parenthesis was not opened';
  return `expected a word, a phrase in quotes, a key or "(", found ${found === undefined ? 'the end' : JSON.stringify(found)}`;
}

function keyOf({ name }: WhereKey): PaperKey {
  try {
    return keyNamed(name, paperKeys);
  } catch (error) {
    // It may be the title of a paper: `Kites: a survey`.
    throw error instanceof InvalidValueError
      ? new InvalidValueError(`${error.message}; text with a colon needs quotes`)
      : error;
  }
}

function place(text: string, offset: number): string {
  return `column ${[...text.slice(0, offset)].length + 1}`;
}
