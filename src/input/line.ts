/** One line of an input: decoded, without its ending, its characters cleaned. It never changes and may be kept. */
export class Line {
  /** The whole line. */
  readonly raw: string;
  /** The line without the white space around it. */
  readonly text: string;
  /** Counted from 1 in the whole input. */
  readonly number: number;
  /** Whether a form feed stands before it. */
  readonly startsPage: boolean;

  constructor(raw: string, number: number, startsPage = false) {
    this.startsPage = startsPage;
    this.raw = raw;
    this.text = raw.trim();
    this.number = number;
  }

  get isBlank(): boolean {
    return this.text === '';
  }

  /** Width of the white space before the text, in characters. */
  get indent(): number {
    return this.raw.length - this.raw.trimStart().length;
  }
}
