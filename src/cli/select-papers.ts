import type { Paper } from '../paper/paper.ts';
import { Query, type QueryOptions } from '../query/query.ts';
import { readKnownPapers } from './known-papers.ts';
import {
  type InputConsumer,
  type InputReport,
  type ReadingOptions,
  type ReadingResult,
  readInputs,
} from './reading.ts';
import { openSink, type Sink } from './sink.ts';
import { Summary } from './summary.ts';
import { UnrecognizedInputs } from './unrecognized.ts';

/** Receives the papers that a query selects. */
export interface PaperOutput {
  add(paper: Paper): void;
  /** Writes as much of what was added as possible. */
  flush(): Promise<void> | void;
  /** Called after each input. */
  closeInput?(report: InputReport): void;
  /**
   * Writes the rest.
   *
   * @param read papers in the inputs, selected or not
   */
  finish(read: number): Promise<void>;
  /** No further paper of this input is wanted. */
  readonly isInputDone?: boolean;
  /** No further paper is wanted. */
  readonly isDone?: boolean;
}

export interface SelectedResult extends ReadingResult {
  /** Papers that the query selected. */
  readonly selected: number;
}

/**
 * Reads the inputs and passes the selected papers to the output, for `parse`, `grep` and `stats`.
 *
 * @param hint suggests what may have been meant if a file does not exist
 */
export async function selectPapers(
  operands: readonly string[],
  options: ReadingOptions & { readonly output?: string; readonly notIn?: readonly string[] },
  queryOptions: QueryOptions,
  open: (sink: Sink) => Promise<PaperOutput>,
  hint?: (name: string) => string,
): Promise<SelectedResult> {
  const sink = await openSink(options.output);
  try {
    const notIn = options.notIn && (await readKnownPapers(options.notIn, options, sink));
    if (notIn === null) {
      sink.abandon();
      return { hasFailed: true, recognized: 0, papers: 0, selected: 0 };
    }
    const output = await open(sink);
    const query = new Query({ ...queryOptions, notIn, inTurns: true }, (paper) => output.add(paper));
    const summary = new Summary();
    const unrecognized = new UnrecognizedInputs();
    const result = await readInputs(operands, options, queryConsumer(query, output, summary, unrecognized), sink, hint);
    unrecognized.end();
    await query.end();
    // If nothing could be read, keep the file of an earlier run rather than write an empty one.
    if (result.recognized > 0 || query.isDone) {
      await output.finish(result.papers);
      await sink.finish();
    } else {
      sink.abandon();
    }
    if (options.quiet !== true) summary.print(query);
    return { ...result, selected: query.emitted };
  } catch (error) {
    sink.abandon();
    throw error;
  }
}

function queryConsumer(
  query: Query,
  output: PaperOutput,
  summary: Summary,
  unrecognized: UnrecognizedInputs,
): InputConsumer {
  return {
    open: () => ({
      paper: (paper) => query.push(paper),
      diagnostic: (diagnostic) => summary.add(diagnostic),
    }),
    flush: () => output.flush(),
    close: (report) => {
      unrecognized.add(report);
      output.closeInput?.(report);
    },
    get isInputDone() {
      return output.isInputDone === true;
    },
    get isDone() {
      return query.isDone || output.isDone === true;
    },
  };
}
