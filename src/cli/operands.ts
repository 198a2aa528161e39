import { statSync } from 'node:fs';
import { InvalidValueError } from '../diagnostics/errors.ts';

/** A word that is more likely a command or a pattern than the name of a file. */
const WORD = /^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u;

/**
 * Rejects a word that is not a file before anything is read: `offprint search lanterns page.md` should not print all papers
 * of the page.
 *
 * @param hint suggests what may have been meant
 * @throws InvalidValueError
 */
export function refuseMissingWords(operands: readonly string[], hint: (word: string) => string): void {
  const word = operands.find((operand) => WORD.test(operand) && isMissing(operand));
  if (word !== undefined) throw new InvalidValueError(`${word}: no such file or directory${hint(word)}`);
}

/**
 * Rejects `-5`, which limits the output of `head` and `tail`.
 *
 * @throws InvalidValueError
 */
export function refuseCounts(operands: readonly string[]): void {
  const count = operands.find((operand) => /^-\d+$/.test(operand) && isMissing(operand));
  if (count !== undefined) throw new InvalidValueError(`unknown option '${count}' (use --limit ${count.slice(1)})`);
}

/** False for a circular link or a name that is too long: opening the file reports the reason. */
function isMissing(path: string): boolean {
  try {
    statSync(path);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}
