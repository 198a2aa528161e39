import type { Paper } from '../paper.ts';
import type { Writer, WriterOptions } from './writer.ts';

/** A JSON array with one record a line, so that line tools and diffs work on it. */
export function openJson(options: WriterOptions): Writer {
  const stringify = recordStringifier(options);
  let isEmpty = true;
  return {
    begin: () => '[',
    papers(papers) {
      let text = '';
      for (const paper of papers) {
        text += isEmpty ? '\n' : ',\n';
        text += stringify(paper);
        isEmpty = false;
      }
      return text;
    },
    end: () => (isEmpty ? ']\n' : '\n]\n'),
  };
}

/** One JSON record a line: NDJSON, also called JSON Lines. */
export function openNdjson(options: WriterOptions): Writer {
  const stringify = recordStringifier(options);
  return {
    begin: () => '',
    papers(papers) {
      let text = '';
      for (const paper of papers) text += `${stringify(paper)}\n`;
      return text;
    },
    end: () => '',
  };
}

function recordStringifier({ columns }: WriterOptions): (paper: Paper) => string {
  if (columns === null) return JSON.stringify;
  return (paper) => JSON.stringify(Object.fromEntries(columns.map((key) => [key, paper[key]])));
}
