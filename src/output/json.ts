import type { Paper } from '../paper/paper.ts';
import { JsonEncoder } from './json-encoder.ts';
import type { Writer, WriterOptions } from './writer.ts';

type Append = (encoder: JsonEncoder, paper: Paper) => void;

/** A JSON array with one record a line, so that line tools and diffs work on it. */
export function openJson(options: WriterOptions): Writer {
  return jsonArray(recordAppender(options));
}

/** One JSON record a line: NDJSON, also called JSON Lines. */
export function openNdjson(options: WriterOptions): Writer {
  const append = recordAppender(options);
  const encoder = new JsonEncoder();
  return {
    begin: () => '',
    papers: (papers) => {
      for (const paper of papers) {
        append(encoder, paper);
        encoder.raw('\n');
      }
      return encoder.take();
    },
    end: () => '',
  };
}

/** @param append adds what stands for a paper, JSON on one line */
export function jsonArray(append: Append): Writer {
  let isEmpty = true;
  const encoder = new JsonEncoder();
  return {
    begin: () => '[',
    papers: (papers) => {
      for (const paper of papers) {
        encoder.raw(isEmpty ? '\n' : ',\n');
        append(encoder, paper);
        isEmpty = false;
      }
      return encoder.take();
    },
    end: () => (isEmpty ? ']\n' : '\n]\n'),
  };
}

function recordAppender({ columns }: WriterOptions): Append {
  if (columns === null) return (encoder, paper) => encoder.record(paper);
  return (encoder, paper) => encoder.record(Object.fromEntries(columns.map((key) => [key, paper[key]])));
}
