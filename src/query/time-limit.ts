import { createContext, Script } from 'node:vm';
import { InvalidValueError } from '../diagnostics/errors.ts';

/** Time limit for one search in one text, in milliseconds. */
const LIMIT = 1000;

/** A search exceeded the time limit. */
export class TimeLimitError extends InvalidValueError {
  /** @param place the text or paper that was searched */
  constructor(place = 'one text') {
    super(`the search takes more than a second on ${place}: simplify the pattern`);
  }
}

let work: () => unknown = () => {};
let script: { runInContext(context: object, options: object): unknown } | null = null;
let context: object | null = null;

/**
 * Runs `search` for at most a second. Node handles no signals while JavaScript is busy, so Ctrl-C may take that long.
 * (`breakOnSigint` would end the search at once, but would lose a Ctrl-C just before it.)
 *
 * @throws TimeLimitError after a second
 */
export function withTimeLimit<Result>(search: () => Result): Result {
  context ??= createContext({ run: () => work() });
  script ??= new Script('run()');
  work = search;
  try {
    return script.runInContext(context, { timeout: LIMIT }) as Result;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new TimeLimitError();
    throw error;
  }
}

/** A longer text can take long even if the expression has only one unbounded repetition. */
const LONG_TEXT = 10_000;

/**
 * Length in characters up to which a text is searched without a time limit, because setting one takes longer than most
 * searches. It is -1 if the expression can take very long on any text, because parts of it can match in many ways: `(a|aa)+`,
 * `.*x.*y.*z`, `(a|a)(a|a)…`.
 */
export function longestUnlimited({ source }: RegExp): number {
  const operators = source.replace(/\\.|\[(?:\\.|[^\]\\])*\]?|\(\?/gs, '');
  const open = operators.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
  const all = operators.match(/[*+?|{]/g)?.length ?? 0;
  const repeatsGroup = /\)[*+{]/.test(operators);
  if (open > 1 || repeatsGroup || all > 9) return -1;
  return open > 0 ? LONG_TEXT : Number.POSITIVE_INFINITY;
}
