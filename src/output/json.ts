import type { Paper } from '../paper.ts';
import type { PaperKey } from '../paper-keys.ts';
import { JsonEncoder } from './json-encoder.ts';
import type { Writer, WriterOptions } from './writer.ts';

/** A JSON array with one record a line, so that line tools and diffs work on it. */
export function openJson({ columns }: WriterOptions): Writer {
  let isEmpty = true;
  const encode = batchEncoder();
  return {
    begin: () => '[',
    papers: (papers) =>
      encode((encoder) => {
        for (const paper of papers) {
          encoder.raw(isEmpty ? '\n' : ',\n');
          encoder.record(columns === null ? paper : picked(paper, columns));
          isEmpty = false;
        }
      }),
    end: () => (isEmpty ? ']\n' : '\n]\n'),
  };
}

/** One JSON record a line: NDJSON, also called JSON Lines. */
export function openNdjson({ columns }: WriterOptions): Writer {
  const encode = batchEncoder();
  return {
    begin: () => '',
    papers: (papers) =>
      encode((encoder) => {
        for (const paper of papers) {
          encoder.record(columns === null ? paper : picked(paper, columns));
          encoder.raw('\n');
        }
      }),
    end: () => '',
  };
}

/** Makes the bytes of one batch after the other, each with the room that the last one took. */
function batchEncoder(): (write: (encoder: JsonEncoder) => void) => Buffer {
  let capacity = 0;
  return (write) => {
    const encoder = new JsonEncoder(capacity);
    write(encoder);
    const bytes = encoder.finish();
    capacity = Math.ceil(bytes.length * 1.25);
    return bytes;
  };
}

function picked(paper: Paper, columns: readonly PaperKey[]): Paper {
  return Object.fromEntries(columns.map((key) => [key, paper[key]])) as Paper;
}
