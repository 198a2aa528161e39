import { type Dialect, dialectOf, dialectOfLater } from './ris-dialects.ts';
import { RisRecord } from './ris-record.ts';

export interface RisRecords {
  /** @param how `whole`, without the line that ends it, without the one that begins it, or too long */
  record(record: RisRecord, how: RecordEnd): void;
  /** A line outside of records. */
  between(raw: string, line: number): void;
}

export type RecordEnd = 'whole' | 'no end' | 'no beginning' | 'too long';

/** Cuts tagged lines into records. */
export class RisSplitter {
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
    for (const part of joinedLines(raw)) this.#line(part, number);
  }

  #line(raw: string, number: number): void {
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
    // Ovid's number before a record of PubMed's.
    if (this.#record?.isEmpty === true && this.#record.dialect !== dialect) this.#record = null;
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

/**
 * The lines in one from which line breaks were lost:
 *
 *     TY  - JOUR TI  - Moths by Ear
 */
function joinedLines(raw: string): readonly string[] {
  return raw.indexOf('  - ', 6) < 0 ? [raw] : raw.split(/(?<=\S\s{0,9})\s(?=[A-Z][A-Z0-9] {2}- )/);
}
