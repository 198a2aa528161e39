import type { Reader, ReaderOutput } from '../format.ts';
import { FieldsReader } from './reader.ts';
import type { RisRecord } from './ris-record.ts';
import { type RecordEnd, RisSplitter } from './ris-splitter.ts';

export function open(output: ReaderOutput): Reader {
  return new RisReader(output);
}

class RisReader implements Reader {
  readonly #output: ReaderOutput;
  readonly #fields: FieldsReader;
  readonly #splitter: RisSplitter;
  #hasRecords = false;
  /** Whether a record had the tag that PubMed writes last. */
  #endsWithSource = false;

  constructor(output: ReaderOutput) {
    this.#output = output;
    this.#fields = new FieldsReader(output, 'ris');
    this.#splitter = new RisSplitter({
      record: (record, end) => this.#record(record, end),
      between: (raw, line) => this.#between(raw, line),
    });
  }

  line(line: { readonly number: number; readonly isBlank: boolean; readonly raw: string }): void {
    this.#fields.line(line);
    this.#splitter.line(line.raw, line.number);
  }

  end(): void {
    this.#splitter.end();
    this.#fields.end();
  }

  #record(record: RisRecord, end: RecordEnd): void {
    this.#hasRecords = true;
    const { line, endLine } = record;
    const isPaper = this.#fields.entry(record.entry());
    if (!isPaper) this.#fields.unrecognized(line, endLine);
    const damage = this.#damage(record, end);
    if (damage !== null) this.#output.report('truncated-entry', damage, end === 'no beginning' ? line : endLine);
    else if (record.secondTitle !== null)
      this.#output.report('damaged-field', 'a second title: the end of a record was lost', record.secondTitle);
    else if (!isPaper) this.#output.report('missing-title', 'record without a title: not read', line);
  }

  #damage(record: RisRecord, end: RecordEnd): string | null {
    const endsWithSource = record.dialect.syntax === 'nbib' && record.has('SO');
    this.#endsWithSource ||= endsWithSource;
    if (end === 'too long') return 'the record does not end';
    if (end === 'no beginning') return 'a record without its first line';
    if (end === 'no end') return `the last record has no end (${record.dialect.last})`;
    return record.dialect.syntax === 'nbib' && this.#endsWithSource && !endsWithSource
      ? 'the record has no end (SO)'
      : null;
  }

  #between(raw: string, line: number): void {
    // Programs write their name and the day first, the Web of Science an end of the file, Ovid the number of each record.
    if (!this.#hasRecords || /^(?:EF|\d+\.|<\d+>)\s*$/.test(raw)) return;
    this.#fields.stray(line, 'belongs to no record');
  }
}
