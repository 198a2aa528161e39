import { MONTHS } from '../../calendar/day.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { type BibtexEntry, parseBibtexEntry } from './bibtex-entry.ts';
import { journalOf } from './bibtex-journals.ts';
import { bibtexNames } from './bibtex-names.ts';
import { type BibtexPiece, BibtexSplitter, isRemark } from './bibtex-splitter.ts';
import { bibtexAddress, bibtexText } from './bibtex-text.ts';
import type { FieldEntry, FieldValue } from './entry.ts';
import { FieldsReader } from './reader.ts';
import { withDay } from './values-date.ts';

export function open(output: ReaderOutput): Reader {
  return new BibtexReader(output);
}

/** The types of entries for volumes, from which papers inherit. */
const VOLUME = /^(?:mv)?(?:proceedings|collection|book)$|^periodical$/;
/** What a paper inherits from its volume if it has neither a year nor a date. */
const DATES = ['date', 'year', 'month', 'day'];
/** Entries that wait for a volume, and volumes that are kept; more would fill the memory. */
const MOST_WAITING = 1000;
const MOST_VOLUMES = 5000;

/** Entries that are not papers. */
const NO_PAPER =
  /^(?:comment|preamble|string|proceedings|mvproceedings|collection|mvcollection|periodical|set|xdata|control|ieeetranbstctl)$/;
const NAMES = /^(?:author|editor|translator)$/;
const ADDRESS =
  /^(?:url|doi|eprint|arxiv(?:id)?|pdf|ee|link|file|(?:ads|bib|bdsk-|howpublished)?url(?:-\d)?|howpublished|pmid|pmcid|isbn|issn)$/;
/** Notes of programs about the entry itself. */
const BOOKKEEPING =
  /^(?:timestamp|urldate|lastchecked|accessed|date-(?:added|modified)|(?:creation|modification)date|owner|bdsk-.*|__markedentry)$/;

interface WaitingEntry {
  readonly piece: BibtexPiece;
  readonly parsed: BibtexEntry;
}

class BibtexReader implements Reader {
  readonly #output: ReaderOutput;
  readonly #fields: FieldsReader;
  readonly #splitter: BibtexSplitter;
  readonly #macros = new Map<string, string>(MONTHS.map((month) => [month, month]));
  readonly #volumes = new Map<string, BibtexEntry['fields']>();
  /** In their order, from the first one that needs a volume which may still follow. */
  #waiting: WaitingEntry[] = [];
  #hasEntries = false;

  constructor(output: ReaderOutput) {
    this.#output = output;
    this.#fields = new FieldsReader(output, 'bibtex');
    this.#splitter = new BibtexSplitter({
      entry: (piece) => this.#entry(piece),
      between: (text, line) => this.#between(text, line),
    });
  }

  line(line: { readonly number: number; readonly isBlank: boolean; readonly raw: string }): void {
    this.#fields.line(line);
    this.#splitter.line(line.raw, line.number);
  }

  end(): void {
    this.#splitter.end();
    this.#release(true);
    this.#fields.end();
  }

  #entry(piece: BibtexPiece): void {
    const parsed = parseBibtexEntry(piece.text, this.#macros, piece.isCut);
    this.#hasEntries = true;
    if (parsed.type === 'string') this.#define(parsed);
    if (VOLUME.test(parsed.type) && this.#volumes.size < MOST_VOLUMES)
      this.#volumes.set(parsed.key.toLowerCase(), parsed.fields);
    if (!NO_PAPER.test(parsed.type)) this.#waiting.push({ piece, parsed });
    else if (parsed.type !== 'comment') this.#reportFault(piece, parsed);
    this.#release(this.#waiting.length > MOST_WAITING);
  }

  /** Reads the entries that wait, as far as their volumes are known. */
  #release(isForced: boolean): void {
    const ready = isForced ? -1 : this.#waiting.findIndex(({ parsed }) => this.#needsVolume(parsed));
    for (const { piece, parsed } of this.#waiting.splice(0, ready < 0 ? this.#waiting.length : ready)) {
      const volume = this.#volumes.get(volumeOf(parsed));
      this.#paper(piece, volume === undefined ? parsed : { ...parsed, fields: inherited(parsed.fields, volume) });
    }
  }

  #needsVolume(entry: BibtexEntry): boolean {
    const volume = volumeOf(entry);
    return volume !== '' && !this.#volumes.has(volume) && !(entry.fields.has('booktitle') && hasDate(entry.fields));
  }

  #paper(piece: BibtexPiece, parsed: BibtexEntry): void {
    const isPaper = this.#fields.entry(fieldEntry(piece, parsed));
    this.#reportFault(piece, parsed);
    if (isPaper) return;
    this.#fields.unrecognized(piece.line, piece.endLine);
    if (parsed.fault === null)
      this.#output.report('missing-title', `@${parsed.type} without a title: not read`, piece.line);
  }

  #define({ fields }: BibtexEntry): void {
    for (const [name, { value }] of fields) this.#macros.set(name, value);
  }

  #reportFault({ text, line, isCut }: BibtexPiece, { type, key, fault }: BibtexEntry): void {
    if (fault === null) return;
    const before = text.slice(0, fault.offset);
    const message = `@${type}${key === '' ? '' : ` ${key}`}: ${fault.message}`;
    this.#output.report(
      isCut ? 'truncated-entry' : 'damaged-field',
      message,
      line + newlines(before),
      fault.offset - before.lastIndexOf('\n'),
    );
  }

  #between(text: string, line: number): void {
    if (isRemark(text) || (!this.#hasEntries && !MAY_BE_ENTRY.test(text))) {
      if (this.#waiting.length === 0) this.#fields.settle(line);
      return;
    }
    this.#fields.stray(line, 'belongs to no BibTeX entry');
  }
}

/** What programs write above the entries has none of the signs of one, and names no paper. */
const MAY_BE_ENTRY = /[@{}=]|https?:|\b10\.\d{4}|\d{4}\.\d{4}/;

function volumeOf({ fields }: BibtexEntry): string {
  return fields.get('crossref')?.value.trim().toLowerCase() ?? '';
}

function hasDate(fields: BibtexEntry['fields']): boolean {
  return fields.has('year') || fields.has('date');
}

/** The fields of a paper with the title and the date of its volume, unless it has its own. */
function inherited(fields: BibtexEntry['fields'], volume: BibtexEntry['fields']): BibtexEntry['fields'] {
  const title = volume.get('booktitle') ?? volume.get('title');
  const dates = hasDate(fields) ? [] : DATES.map((name) => [name, volume.get(name)] as const);
  const all = new Map(fields);
  for (const [name, field] of [['booktitle', title] as const, ...dates]) {
    if (field !== undefined && !all.has(name)) all.set(name, { value: field.value, offset: 0 });
  }
  return all;
}

function fieldEntry({ text, line, endLine }: BibtexPiece, { fields }: BibtexEntry): FieldEntry {
  const values: Record<string, FieldValue> = {};
  for (const [name, { value }] of fields) {
    if (BOOKKEEPING.test(name)) continue;
    if (NAMES.test(name)) values[name] = bibtexNames(value);
    else if (ADDRESS.test(name)) values[name] = bibtexAddress(value).trim();
    else values[name] = name === 'journal' ? journalOf(bibtexText(value)) : bibtexText(value);
  }
  // For proceedings, it is the organizer or publisher.
  if (values.booktitle !== undefined) delete values.organization;
  const { month, day, ...others } = withDay(values);
  return {
    fields: others,
    line,
    endLine,
    lineOf: (name) => {
      const field = fields.get(name);
      return field === undefined ? undefined : line + newlines(text.slice(0, field.offset));
    },
  };
}

function newlines(text: string): number {
  return text.split('\n').length - 1;
}
