import { MONTHS } from '../../calendar/day.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { isRemark } from './bibtex.ts';
import { type BibtexEntry, parseBibtexEntry } from './bibtex-entry.ts';
import { journalOf } from './bibtex-journals.ts';
import { bibtexNames } from './bibtex-names.ts';
import { type BibtexPiece, BibtexSplitter } from './bibtex-splitter.ts';
import { bibtexAddress, bibtexText } from './bibtex-text.ts';
import type { FieldEntry, FieldValue } from './entry.ts';
import { FieldsReader } from './reader.ts';
import { withDay } from './values-date.ts';

export function open(output: ReaderOutput): Reader {
  return new BibtexReader(output);
}

/** Entries that are not papers. */
const NO_PAPER =
  /^(?:comment|preamble|string|proceedings|mvproceedings|collection|mvcollection|periodical|set|xdata|control|ieeetranbstctl)$/;
const NAMES = /^(?:author|editor|translator)$/;
const ADDRESS =
  /^(?:url|doi|eprint|arxiv(?:id)?|pdf|ee|link|file|(?:ads|bib|bdsk-|howpublished)?url(?:-\d)?|howpublished|pmid|pmcid|isbn|issn)$/;
/** Notes of programs about the entry itself. */
const BOOKKEEPING =
  /^(?:timestamp|urldate|lastchecked|accessed|date-(?:added|modified)|(?:creation|modification)date|owner|bdsk-.*|__markedentry)$/;

class BibtexReader implements Reader {
  readonly #output: ReaderOutput;
  readonly #fields: FieldsReader;
  readonly #splitter: BibtexSplitter;
  readonly #macros = new Map<string, string>(MONTHS.map((month) => [month, month]));

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
    this.#fields.end();
  }

  #entry(piece: BibtexPiece): void {
    const parsed = parseBibtexEntry(piece.text, this.#macros, piece.isCut);
    if (parsed.type === 'string') this.#define(parsed);
    if (NO_PAPER.test(parsed.type)) {
      if (parsed.type !== 'comment') this.#reportFault(piece, parsed);
      return;
    }
    const isPaper = this.#fields.entry(fieldEntry(piece, parsed));
    this.#reportFault(piece, parsed);
    if (isPaper) return;
    this.#fields.unrecognized(piece.line, piece.endLine);
    if (parsed.fault === null) this.#output.report('missing-title', `the @${parsed.type} has no title`, piece.line);
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
    if (isRemark(text)) {
      this.#fields.settle(line);
      return;
    }
    this.#fields.stray(line, 'belongs to no BibTeX entry');
  }
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
