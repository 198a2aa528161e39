import type { PaperKey } from '../../paper/keys.ts';
import type { Paper } from '../../paper/paper.ts';
import { pluralize } from '../../text/plural.ts';
import type { ReaderOutput } from '../format.ts';
import type { FieldEntry, Syntax } from './entry.ts';
import { LineLedger } from './line-ledger.ts';
import { plainName } from './lookup.ts';
import { OpenDates } from './open-dates.ts';
import { type FieldsContext, hasAny, hasTitle, newContext, type OwnValues, paperOf, type Report } from './paper.ts';

/** Makes papers of the entries that a syntax reader finds; see entry.ts. */
export class FieldsReader {
  readonly #output: ReaderOutput;
  readonly #ledger: LineLedger;
  readonly #context: FieldsContext;
  /** The last line that belongs to no entry. */
  #strayLine = -1;
  readonly #dates: OpenDates;
  #firstLine = 0;

  /** @param ownValues for a syntax that offprint writes; apart, because it needs the schema, which takes long to load */
  constructor(output: ReaderOutput, syntax: Syntax, ownValues: OwnValues | null = null) {
    this.#output = output;
    this.#ledger = new LineLedger(output);
    this.#dates = new OpenDates(output);
    this.#context = newContext(syntax, ownValues);
  }

  /** To be called for every line, before any entry that the line is part of. */
  line(line: { readonly number: number; readonly isBlank: boolean }): void {
    if (!line.isBlank) this.#ledger.add(line.number);
  }

  /** Whether the entry would be a paper. */
  isPaper(entry: FieldEntry): boolean {
    return hasTitle(entry, this.#context);
  }

  /** @returns whether the entry was a paper; if not, its lines are boilerplate unless they are accounted for otherwise */
  entry(entry: FieldEntry): boolean {
    const report: Report = (code, message, line) => this.#output.report(code, message, line);
    const read = paperOf(entry, this.#context, report);
    if (read === null) return false;
    if (this.#firstLine === 0) this.#firstLine = entry.line;
    this.#ledger.mark('paper', entry.line, entry.endLine);
    this.#dates.add(read, entry.line);
    return true;
  }

  hasAuthors(entry: FieldEntry): boolean {
    return hasAny(entry, ['authors'], this.#context);
  }

  /** A paper that was read in another way, and the lines that it comes from. */
  paper(paper: Paper, line: number, endLine: number): void {
    this.#ledger.mark('paper', line, endLine);
    this.#dates.add({ paper, isOwn: false, openDates: [] }, line);
  }

  /** Whether the entry says who wrote a paper and something else about it, but not what it is called. */
  lacksOnlyTitle(entry: FieldEntry): boolean {
    const has = (...keys: PaperKey[]) => hasAny(entry, keys, this.#context);
    return has('authors') && has('abstract', 'id', 'doi', 'url', 'date', 'year') && !has('title');
  }

  /** Reports an entry without a title if it has any other value of a paper. @returns whether it was reported */
  withoutTitle(entry: FieldEntry): boolean {
    if (!hasAny(entry, ['abstract', 'authors', 'authorCount', 'id', 'doi'], this.#context)) return false;
    this.#output.report('missing-title', 'entry without a title: not read', entry.line);
    this.#ledger.mark('unrecognized', entry.line, entry.endLine);
    return true;
  }

  /** The lines between two, both included, could not be read, which was reported. */
  unrecognized(from: number, to = from): void {
    this.#ledger.mark('unrecognized', from, to);
  }

  /** The line belongs to no entry. Of several such lines in a row, the first is reported. */
  stray(line: number, message: string): void {
    this.unrecognized(line);
    if (line > this.#strayLine + 1) this.#output.report('unrecognized-line', message, line);
    this.#strayLine = line;
  }

  /** Lines before this one belong to no entry that is still to come: for long listings. */
  settle(before: number): void {
    this.#ledger.settle(before);
  }

  end(): void {
    this.#dates.end();
    this.#ledger.settle();
    this.#reportFields();
  }

  #reportFields(): void {
    if (this.#firstLine === 0) return;
    const { read, notRead, used, syntax } = this.#context;
    const renamed = [...read].filter(([key, name]) => plainName(key) !== plainName(name));
    if (renamed.length > 0) {
      const message = renamed.map(([key, name]) => `${key} ← ${name}`).join(', ');
      this.#output.report('fields-read', message, this.#firstLine);
    }
    const names = [...notRead].filter((name) => !used.has(name));
    if (names.length > 0) {
      const shown = names.slice(0, MOST_NAMES).join(', ');
      const more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : '';
      const message = `${pluralize(names.length, syntax === 'table' ? 'column' : 'field')} not read: ${shown}${more}`;
      this.#output.report('fields-not-read', message, this.#firstLine);
    }
  }
}

const MOST_NAMES = 20;
