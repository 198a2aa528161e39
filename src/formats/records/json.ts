import type { Line } from '../../input/line.ts';
import { type Document, documentReader } from '../document.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { jsonParts, readEntries } from '../json/entries.ts';
import { type JsonObject, type JsonValue, readJson } from '../json/read-json.ts';
import { readRecord } from './validate.ts';

/** Longer lines hold many records, or brackets of which `JSON.parse` would make gigabytes: they are read piece by piece. */
const LONGEST_RECORD = 1_000_000;

/**
 * Reads JSON with one record a line, as offprint writes it, line by line, so that any number of records can be read; JSON
 * that is laid out in another way as a whole.
 */
export function jsonReader(output: ReaderOutput): Reader {
  const read = (document: Document) =>
    readEntries(document, isRecord, (record, line) => readRecord(record, line, output), output);
  const whole = documentReader(output, read, jsonParts());
  /** Until a line shows how the records are laid out, the lines are collected. */
  let isByLine: boolean | null = null;
  let brackets = 0;
  return {
    line(line) {
      if (isByLine === null && !line.isBlank) {
        isByLine = showsLayout(line);
        if (isByLine === null) brackets += 1;
        else if (isByLine) output.account('boilerplate', brackets);
      }
      if (isByLine) readLine(line, output);
      else whole.line(line);
    },
    end() {
      if (!isByLine) whole.end();
    },
  };
}

/** Whether there is one record on a line; null where the line holds nothing but an opening bracket. */
function showsLayout(line: Line): boolean | null {
  const text = line.text;
  return text === '[' ? null : parseObject(withoutArray(text)) !== null;
}

/**
 *     [                     ← or at the beginning of the first record
 *     {"title": … },
 *     {"title": … }
 *     ]                     ← or at the end of the last one
 */
function withoutArray(text: string): string {
  const start = text.startsWith('[') ? 1 : 0;
  const end = text.endsWith(',') || text.endsWith(']') ? text.length - 1 : text.length;
  return text.slice(start, end);
}

function readLine(line: Line, output: ReaderOutput): void {
  if (line.isBlank) return;
  const text = line.text;
  if (text === ']' || text === '[' || text === '],' || text === '[]') {
    output.account('boilerplate');
    return;
  }
  const record = parseObject(withoutArray(text));
  if (record === null) readUnusualLine(line, text, output);
  else {
    const paper = readRecord(record, line.number, output);
    output.account(paper === null ? 'unrecognized' : 'paper');
    if (paper !== null) output.paper(paper, line.number);
  }
}

/** A line with damage, or with several records. */
function readUnusualLine(line: Line, text: string, output: ReaderOutput): void {
  let papers = 0;
  let records = 0;
  let isFaultKnown = false;
  readJson(withoutArray(text), {
    object(value, _start, _end, depth) {
      if (!isRecord(value, depth)) return;
      records += 1;
      const paper = readRecord(value, line.number, output);
      if (paper === null) return;
      output.paper(paper, line.number);
      papers += 1;
    },
    fault(message, offset) {
      const column = line.indent + offset + (text.startsWith('[') ? 2 : 1);
      if (!isFaultKnown) output.report('invalid-json', message, line.number, column);
      isFaultKnown = true;
    },
  });
  if (records === 0 && !isFaultKnown) output.report('invalid-record', 'no record on this line', line.number);
  output.account(papers > 0 ? 'paper' : 'unrecognized');
}

/** Objects inside a record are none, but what stands in a damaged one may be. */
function isRecord(value: JsonObject, depth: number): boolean {
  return depth === 0 || 'title' in value;
}

function parseObject(text: string): JsonObject | null {
  if (text.length > LONGEST_RECORD) return null;
  try {
    const value: JsonValue = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
