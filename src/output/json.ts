import { type PaperKey, paperKeys } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import { UNCLEAN } from '../text/white-space.ts';
import type { Writer, WriterOptions } from './writer.ts';

/** A JSON array with one record per line, so that line tools and diffs work on it. */
export function openJson(options: WriterOptions): Writer {
  return jsonArray(recordEncoder(options));
}

/** One JSON record per line: NDJSON, also called JSON Lines. */
export function openNdjson(options: WriterOptions): Writer {
  const encode = recordEncoder(options);
  return {
    begin: () => '',
    papers: (papers) => {
      let text = '';
      for (const paper of papers) text += `${encode(paper)}\n`;
      return text;
    },
    end: () => '',
  };
}

/** @param encode returns a paper as JSON on one line */
export function jsonArray(encode: (paper: Paper) => string): Writer {
  let isEmpty = true;
  return {
    begin: () => '[',
    papers: (papers) => {
      let text = '';
      for (const paper of papers) {
        text += isEmpty ? '\n' : ',\n';
        text += encode(paper);
        isEmpty = false;
      }
      return text;
    },
    end: () => (isEmpty ? ']\n' : '\n]\n'),
  };
}

/** The record with its keys in the order of the columns, whatever the order in which its reader has set them. */
function recordEncoder({ columns }: WriterOptions): (paper: Paper) => string {
  const keys = columns ?? paperKeys;
  return (paper) => {
    let members = '';
    for (const key of keys) {
      const value = paper[key];
      if (value === undefined) continue;
      members += `${members === '' ? '' : ','}"${key}":${encoded(value)}`;
    }
    return `{${members}}`;
  };
}

const NEEDS_ESCAPE = /[^ !#-[\]-~]/;
const ALL_UNCLEAN = new RegExp(UNCLEAN.source, 'g');

/** Like `JSON.stringify(value)`, which takes longer on short values, but records that are read again are the same to the letter. */
function encoded(value: Paper[PaperKey]): string {
  if (typeof value === 'string' && !NEEDS_ESCAPE.test(value)) return `"${value}"`;
  return Array.isArray(value) ? `[${value.map(encoded).join()}]` : JSON.stringify(value).replace(ALL_UNCLEAN, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
