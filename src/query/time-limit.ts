import { createContext, Script } from 'node:vm';
import { InvalidValueError } from '../diagnostics/errors.ts';

/** Longest time for one search in one text, in milliseconds. */
const LIMIT = 1000;

/** A search took longer than it may. */
export class TimeLimitError extends InvalidValueError {
  /** @param place the text or paper on which it did */
  constructor(place = 'one text') {
    super(`the search takes more than a second on ${place}: simplify its regular expression`);
  }
}

let work: () => unknown = () => {};
let script: { runInContext(context: object, options: object): unknown } | null = null;
let context: object | null = null;

/**
 * Runs `search`, which ends after a second at the latest, or when the user presses Ctrl-C: while JavaScript is busy, Node hears
 * no signal.
 *
 * @throws TimeLimitError after a second
 */
export function withTimeLimit<Result>(search: () => Result): Result {
  context ??= createContext({ run: () => work() });
  script ??= new Script('run()');
  work = search;
  try {
    return script.runInContext(context, { timeout: LIMIT, breakOnSigint: true }) as Result;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw new TimeLimitError();
    throw error;
  }
}

/** A text of this length can keep an expression busy that has a single open repetition. */
const LONG_TEXT = 10_000;

/**
 * Whether a regular expression can take very long on the text, because parts of it can match in many ways: `(a|aa)+`,
 * `.*x.*y.*z`, `(a|a)(a|a)…`. Others are searched without a limit, since to set one takes longer than most searches.
 */
export function needsTimeLimit({ source }: RegExp, text: string): boolean {
  const operators = source.replace(/\\.|\[(?:\\.|[^\]\\])*\]|\(\?/gs, '');
  const open = operators.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
  const all = operators.match(/[*+?|{]/g)?.length ?? 0;
  const repeatsGroup = /\)[*+{]/.test(operators);
  return open > 1 || repeatsGroup || all > 9 || (open > 0 && text.length > LONG_TEXT);
}
