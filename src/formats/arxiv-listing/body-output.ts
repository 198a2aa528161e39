import type { LineKind, ReaderOutput } from '../format.ts';

/** What the readers of a body hand their results to. */
export interface BodyOutput extends Pick<ReaderOutput, 'paper' | 'report'> {
  /** Non-blank lines by their fate, which whoever reads a line counts up: one call for each would take a tenth of the time. */
  readonly lines: Record<LineKind, number>;
}
