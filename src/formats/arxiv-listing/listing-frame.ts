import type { Line } from '../../input/text.ts';
import type { BodyOutput } from './body-output.ts';
import { isBoilerplate } from './boilerplate.ts';
import type { Section, Token } from './tokens.ts';

/**
 * Reads what stands around the entries: heads, feet, rules, and the marks between the sections.
 *
 *     received from  Wed …  to  Thu …      a mail begins with its new papers
 *     %-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%      cross-listings follow
 */
export class ListingFrame {
  /** What the entries are that follow. */
  section: Section = 'new';
  readonly #output: BodyOutput;
  /** The names of subject classes follow, as in the mails of one class. */
  #inSubmissionsTo = false;

  constructor(output: BodyOutput) {
    this.#output = output;
  }

  line(line: Line, token: Token): void {
    switch (token.type) {
      case 'section':
        this.section = token.begins;
        this.#output.lines.boilerplate += 1;
        break;
      case 'rule':
      case 'day':
        this.#inSubmissionsTo = false;
        this.#output.lines.boilerplate += 1;
        break;
      default:
        this.#text(line);
    }
  }

  /** Ends a message or file. */
  end(): void {
    this.section = 'new';
    this.#inSubmissionsTo = false;
  }

  #text(line: Line): void {
    const text = line.latin1;
    if (/^received from\b/i.test(text)) this.end();
    if (this.#inSubmissionsTo || isBoilerplate(text)) {
      this.#output.lines.boilerplate += 1;
      if (/^submissions to:/i.test(text)) this.#inSubmissionsTo = true;
      return;
    }
    this.#output.lines.unrecognized += 1;
    this.#output.report('unrecognized-line', 'line is part of no entry', line.number, line.indent + 1);
  }
}
