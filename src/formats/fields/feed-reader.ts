import type { DiagnosticCode } from '../../diagnostics/diagnostic.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { type FieldEntry, type FieldValue, isFields } from './entry.ts';
import { arxivFields } from './feed-arxiv.ts';
import { type FeedEntry, Namespaces, readFeedEntry } from './feed-entry.ts';
import { ENTRY_NAMES, entryNamesIn, knownEntryNames } from './feed-names.ts';
import { publisherFields } from './feed-publishers.ts';
import { recordFields } from './feed-records.ts';
import { type FeedPiece, FeedSplitter } from './feed-splitter.ts';
import { Surroundings } from './feed-surroundings.ts';
import { FieldsReader } from './reader.ts';

/** Entries that wait for what is between them. */
const MOST_HELD = 1000;
/** Characters in which the first entry is looked for. */
const LONGEST_HEAD = 64 * 1024;

export function open(output: ReaderOutput): Reader {
  return new FeedReader(output);
}

class FeedReader implements Reader {
  readonly #output: ReaderOutput;
  readonly #fields: FieldsReader;
  readonly #surroundings = new Surroundings();
  /** Entries that wait for the description of what they are part of, and those behind them. */
  #held: FeedPiece[] = [];
  /** null until the first lines have shown what the entries are called. */
  #splitter: FeedSplitter | null = null;
  #waiting: { readonly raw: string; readonly number: number }[] = [];
  #waitingLength = 0;
  #namespaces = new Namespaces();
  /** The day that the feed itself gives. */
  #announced: FieldValue | undefined;
  #lastLine = 1;

  constructor(output: ReaderOutput) {
    this.#output = output;
    this.#fields = new FieldsReader(output, 'feed');
  }

  line(line: { readonly number: number; readonly isBlank: boolean; readonly raw: string }): void {
    this.#fields.line(line);
    if (!line.isBlank) this.#lastLine = line.number;
    if (this.#splitter !== null) {
      this.#splitter.line(line.raw, line.number);
      return;
    }
    this.#waiting.push({ raw: line.raw, number: line.number });
    this.#waitingLength += line.raw.length;
    if (this.#waitingLength > LONGEST_HEAD || knownEntryNames(line.raw) !== null) this.#start();
  }

  /** Splits the lines that waited. */
  #start(): FeedSplitter {
    if (this.#splitter !== null) return this.#splitter;
    const head = this.#waiting.map(({ raw }) => raw).join('\n');
    const splitter = new FeedSplitter(
      {
        head: (text) => this.#head(text),
        entry: (piece) => this.#hold(piece),
        between: (text) => {
          this.#surroundings.add(text, this.#namespaces);
          this.#release(false);
        },
        skipped: (line) => this.#fields.unrecognized(line),
      },
      entryNamesIn(head.slice(0, LONGEST_HEAD)) ?? ENTRY_NAMES,
    );
    this.#splitter = splitter;
    for (const { raw, number } of this.#waiting) splitter.line(raw, number);
    this.#waiting = [];
    return splitter;
  }

  end(): void {
    const missing = this.#start().end();
    this.#release(true);
    if (missing !== null) this.#output.report('truncated-entry', missing, this.#lastLine);
    this.#fields.end();
  }

  #head(text: string): void {
    this.#namespaces = new Namespaces();
    const { fields } = readFeedEntry(`${text}</channel></feed>`, this.#namespaces);
    const channel = isFields(fields.channel) ? fields.channel : fields;
    this.#announced = channel['dc:date'] ?? channel.pubDate ?? channel.lastBuildDate;
  }

  #hold(piece: FeedPiece): void {
    this.#held.push(piece);
    this.#release(this.#held.length > MOST_HELD);
  }

  /** @param isAll also those whose surroundings are not known */
  #release(isAll: boolean): void {
    while (this.#held[0] !== undefined) {
      const [piece] = this.#held;
      const entry = readFeedEntry(piece.text, this.#namespaces);
      if (!isAll && this.#surroundings.missingFor(entry.fields) !== null) return;
      this.#held.shift();
      this.#entry(piece, entry);
    }
  }

  #entry(piece: FeedPiece, entry: FeedEntry): void {
    const { line, endLine, state } = piece;
    const problem = serviceError(entry);
    if (problem !== null) {
      this.#output.report('service-error', problem, line);
      return;
    }
    const damage = damageOf(entry, state);
    if (damage === null && isDeleted(entry)) return;
    const isPaper = state !== 'mixed' && this.#fields.entry(this.#fieldEntry(piece, entry));
    if (!isPaper) this.#fields.unrecognized(line, endLine);
    if (damage !== null) this.#output.report(...damage, line);
    else if (!isPaper) this.#output.report('missing-title', 'entry without a title: not read', line);
  }

  #fieldEntry({ text, line, endLine }: FeedPiece, { fields, offsets }: FeedEntry): FieldEntry {
    const record = this.#surroundings.addTo(arxivFields(publisherFields(recordFields(fields)), this.#announced));
    return {
      fields: record,
      // RefWorks calls its elements like the tags of its files.
      ...(record.rt !== undefined && record.t1 !== undefined && { syntax: 'ris' }),
      line,
      endLine,
      lineOf: (name) => {
        const offset = offsets.get(name);
        return offset === undefined ? undefined : line + text.slice(0, offset).split('\n').length - 1;
      },
    };
  }
}

/** The response of arXiv's API to an error. */
function serviceError({ fields }: FeedEntry): string | null {
  const isError = typeof fields.id === 'string' && fields.id.includes('/api/errors');
  return isError ? `the service answered with an error: ${fields.summary}` : null;
}

/** Whether it is a record of OAI-PMH that says no more than that it was deleted. */
function isDeleted({ fields }: FeedEntry): boolean {
  const { header, ...others } = fields;
  return isFields(header) && header.datestamp !== undefined && Object.keys(others).length === 0;
}

function damageOf(entry: FeedEntry, state: FeedPiece['state']): [DiagnosticCode, string] | null {
  if (state === 'too long') return ['truncated-entry', 'unterminated entry'];
  if (state !== 'usual') return ['truncated-entry', 'the beginning of an entry is missing'];
  if (!entry.isWhole) return ['truncated-entry', 'the entry or one of its elements does not end'];
  return entry.hasSecondTitle ? ['damaged-field', 'a second title: the end of an entry was lost'] : null;
}
