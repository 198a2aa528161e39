import type { Format, Reader, ReaderOutput } from '../format.ts';
import { FieldsReader } from './reader.ts';
import { type Dialect, dialectOf, dialectOfLater } from './ris-dialects.ts';
import { RisRecord } from './ris-record.ts';

/** RIS, MEDLINE of PubMed (`.nbib`), EndNote's tags and those of the Web of Science. */
export const ris: Format = {
  name: 'ris',
  description: 'RIS, MEDLINE (.nbib), EndNote',
  detect: isRis,
  open: (output) => new RisReader(output),
};

/** Whether most lines are part of records. */
function isRis(head: string): boolean {
  let inside = 0;
  let outside = 0;
  let hasTitle = false;
  const splitter = new RisSplitter({
    record: (record) => {
      hasTitle ||= ['TI', 'T1', 'T'].some((tag) => record.has(tag));
    },
    between: () => {
      outside += 1;
    },
  });
  for (const line of head.split(/\r\n|[\r\n]/)) {
    if (line.trim() !== '') inside += 1;
    splitter.line(line, inside);
  }
  splitter.end();
  return hasTitle && splitter.hasFirstLines && outside <= inside / 2;
}

interface RisRecords {
  /** @param how `whole`, without the line that ends it, without the one that begins it, or too long */
  record(record: RisRecord, how: RecordEnd): void;
  /** A line outside of records. */
  between(raw: string, line: number): void;
}

type RecordEnd = 'whole' | 'no end' | 'no beginning' | 'too long';

/** Cuts tagged lines into records. */
class RisSplitter {
  /** Whether any record had the line that begins one. */
  hasFirstLines = false;
  readonly #records: RisRecords;
  #record: RisRecord | null = null;
  #hasBeginning = true;
  #dialect: Dialect | null = null;

  constructor(records: RisRecords) {
    this.#records = records;
  }

  line(raw: string, number: number): void {
    if (raw.trim() === '') return;
    const dialect = dialectOf(raw);
    if (dialect !== null) this.#open(dialect, number);
    else if (this.#record === null) this.#outside(raw, number);
    else this.#inside(this.#record, raw, number);
  }

  end(): void {
    this.#close(this.#record?.dialect.last === null ? 'whole' : 'no end');
  }

  #open(dialect: Dialect, number: number): void {
    // One whose end alone is missing has lost nothing.
    this.#close('whole');
    this.hasFirstLines = true;
    this.#dialect = dialect;
    this.#hasBeginning = true;
    this.#record = new RisRecord(dialect, number);
  }

  #outside(raw: string, number: number): void {
    // The Web of Science says the version of its form first.
    if (/^VR \d/.test(raw)) this.#dialect ??= dialectOfLater(raw, null);
    const dialect = dialectOfLater(raw, this.#dialect);
    if (dialect === null) {
      this.#records.between(raw, number);
      return;
    }
    this.#hasBeginning = false;
    this.#record = new RisRecord(dialect, number);
    this.#inside(this.#record, raw, number);
  }

  #inside(record: RisRecord, raw: string, number: number): void {
    const tagged = record.dialect.tagged(raw);
    if (tagged === null) record.continue(raw.trim(), number);
    else if (tagged.tag === record.dialect.last) {
      record.endLine = number;
      this.#close('whole');
    } else record.add(tagged.tag, tagged.value, number);
    if (record.isTooLong && this.#record === record) this.#close('too long');
  }

  #close(end: RecordEnd): void {
    const record = this.#record;
    this.#record = null;
    if (record !== null) this.#records.record(record, this.#hasBeginning || end === 'too long' ? end : 'no beginning');
  }
}

class RisReader implements Reader {
  readonly #output: ReaderOutput;
  readonly #fields: FieldsReader;
  readonly #splitter: RisSplitter;
  #hasRecords = false;
  #strayLine = -1;
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
    else if (!isPaper) this.#output.report('missing-title', 'the record has no title', line);
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
    // Programs write their name and the day first, the Web of Science an end of the file.
    if (!this.#hasRecords || /^EF\s*$/.test(raw)) return;
    this.#fields.unrecognized(line);
    if (line > this.#strayLine + 1) this.#output.report('unrecognized-line', 'belongs to no record', line);
    this.#strayLine = line;
  }
}
