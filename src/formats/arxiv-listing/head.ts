import { singleSpaced } from '../../text/white-space.ts';
import type { EntryFault } from '../format.ts';
import type { EntryEnd, HeadLine, ListingEntry } from './listing-entry.ts';
import { type FieldKey, type Section, tokenOf } from './tokens.ts';

export interface Head {
  /** The texts of the fields that are not empty, each on one line. */
  readonly fields: ReadonlyMap<FieldKey, string>;
  readonly abstract: string | null;
  /** `replaced with` is printed in place of the date. */
  readonly isReplaced: boolean;
  readonly faults: EntryFault[];
}

/** Reads the fields of an entry, and the abstract among them if the fence between them is lost. */
export function readHead(entry: ListingEntry, section: Section, end: EntryEnd): Head {
  const { head } = entry;
  const reader = new HeadReader();
  let abstract: readonly string[] = entry.abstract;
  for (let index = 0; index < head.length; ) {
    const line = head[index];
    if (line === undefined) break;
    if (line.token.type === 'text' && section !== 'replace' && reader.mayBeginAbstract) {
      const run = textLines(head, index);
      if (index + run.length === head.length && end === 'link') {
        abstract = [reader.takeLastLine(), ...run];
        reader.faults.push({ code: 'damaged-field', message: 'no \\\\ before the abstract', line: entry.line });
      } else for (const text of run) reader.append(text);
      index += run.length;
    } else {
      reader.line(line);
      index += 1;
    }
  }
  const fields = new Map<FieldKey, string>();
  for (const [key, lines] of reader.fields) {
    const text = oneLine(lines);
    if (text !== null) fields.set(key, text);
  }
  return { fields, abstract: oneLine(abstract), isReplaced: reader.isReplaced, faults: reader.faults };
}

/** Reads one line of the fields after the other. */
class HeadReader {
  readonly fields = new Map<FieldKey, string[]>();
  readonly faults: EntryFault[] = [];
  isReplaced = false;
  /** Lines of the current field; null for a field that is not in the record. */
  #current: string[] | null = null;
  /** The line before was a continuation line. */
  #isContinued = false;

  /**
   * Whether text without indent may belong to the abstract, as the line before it.
   *
   *     Comments: 12 pages               Comments: 12 pages, two
   *       We show that this abstract       figures and one
   *     lost the line before it.         table
   *     \\ ( https://…                   \\
   *
   * On the left, the abstract began one line earlier; on the right, a line lost its indent. The end of the entry decides.
   */
  get mayBeginAbstract(): boolean {
    // Replacements are listed without abstract.
    return this.#current !== null && this.#isContinued && this.fields.has('title') && !this.isReplaced;
  }

  line({ text, line, token }: HeadLine): void {
    switch (token.type) {
      case 'field':
        this.#begin(token.key, token.value, line);
        break;
      case 'unknown':
        this.faults.push({ code: 'damaged-field', message: `unknown field ${token.name}`, line });
        this.#begin(null, '', line);
        break;
      case 'replaced':
        this.isReplaced = true;
        this.fields.delete('date');
        this.#begin('date', text, line);
        break;
      case 'continuation':
        this.append(text);
        this.#isContinued = true;
        break;
      case 'text':
        this.append(text);
    }
  }

  append(text: string): void {
    this.#current?.push(text);
  }

  takeLastLine(): string {
    return this.#current?.pop() ?? '';
  }

  #begin(key: FieldKey | null, value: string, line: number): void {
    this.#isContinued = false;
    this.#current = null;
    if (key === null) return;
    // Each further version has a date of its own.
    if (this.fields.has(key) && key !== 'revisedDate') {
      this.faults.push({ code: 'damaged-field', message: 'field occurs twice: the last one counts', line });
    }
    this.#current = [value];
    this.fields.set(key, this.#current);
  }
}

/** The texts from `index` up to a line that looks like something else. */
function textLines(head: readonly HeadLine[], index: number): string[] {
  let end = index;
  while (end < head.length && tokenOf(head[end]?.text ?? '').type === 'text') end += 1;
  return head.slice(index, end).map(({ text }) => text);
}

function oneLine(lines: readonly string[]): string | null {
  return singleSpaced(lines.join(' ')) || null;
}
