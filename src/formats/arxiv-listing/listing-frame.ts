import type { Line } from '../../input/line.ts';
import type { ReaderOutput } from '../format.ts';
import { isBoilerplate } from './boilerplate.ts';
import type { Section, Token } from './tokens.ts';

/**
 * Reads the lines around the entries: headers, footers, rules, and the marks between sections.
 *
 *     received from  Wed …  to  Thu …      a mail begins with its new papers
 *     %-%-%-%-%-%-%-%-%-%-%-%-%-%-%-%      cross-listings follow
 */
export class ListingFrame {
  /** The kind of the entries that follow. */
  section: Section = 'new';
  readonly #output: ReaderOutput;
  /** The names of subject classes follow, as in the mails of one class. */
  #inSubmissionsTo = false;

  constructor(output: ReaderOutput) {
    this.#output = output;
  }

  line(line: Line, token: Token): void {
    switch (token.type) {
      case 'section':
        this.section = token.begins;
        this.#output.account('boilerplate');
        break;
      case 'rule':
      case 'day':
        this.#inSubmissionsTo = false;
        this.#output.account('boilerplate');
        break;
      default:
        this.#text(line);
    }
  }

  #text({ text, number, indent }: Line): void {
    if (/^received from\b/i.test(text)) {
      this.section = 'new';
      this.#inSubmissionsTo = false;
    }
    if (this.#inSubmissionsTo || isBoilerplate(text)) {
      this.#output.account('boilerplate');
      if (/^submissions to:/i.test(text)) this.#inSubmissionsTo = true;
      return;
    }
    this.#output.account('unrecognized');
    this.#output.report('unrecognized-line', 'line is part of no entry', number, indent + 1);
  }
}
