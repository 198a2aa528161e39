import type { Line } from '../../input/line.ts';
import type { PaperKey } from '../../paper/keys.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import type { FieldValue } from './entry.ts';
import {
  beginsField,
  isNestedIn,
  isPartOf,
  isTitleLabel,
  type Layout,
  layoutOf,
  meaningOf,
  startsBlock,
} from './labelled-layout.ts';
import { type LabelledLine, readLabelledLine } from './labelled-line.ts';
import { type Restyle, restyleOf } from './labelled-style.ts';
import { labelledValue } from './labelled-value.ts';
import { plainName } from './lookup.ts';
import { FieldsReader } from './reader.ts';

/** The number of characters of a listing that determine its layout. */
const ENOUGH = 200_000;

/** Keys that a block has once, or on consecutive lines. */
const ONCE: ReadonlySet<PaperKey> = new Set<PaperKey>(['authors', 'abstract']);

/** A field of a block. */
interface Field {
  readonly label: string;
  readonly line: number;
  /** Its lines, without the label. */
  readonly lines: string[];
  /** Every line but the first began with a bullet. */
  isList: boolean;
  readonly isText: boolean;
  readonly indent: number;
  readonly isBulleted: boolean;
  /** Objects below the label. */
  readonly nested: Record<string, FieldValue>[];
}

/** A paper while its block is read. */
interface Block {
  readonly fields: Map<string, [Field, ...Field[]]>;
  /** The heading above the first label. */
  heading: string | null;
  firstLine: number;
  lastLine: number;
  /** Lines of text between or below the fields. */
  readonly strayLines: number[];
}

/** A block ends after so many, so that any input is read in constant memory. */
const MOST_STRAY_LINES = 1000;

/** An item of a list with a link may be a paper. */
const LINK = /https?:\/\//;

export function open(output: ReaderOutput): Reader {
  return new LabelledReader(output);
}

/**
 * Reads blocks of labelled lines, with labels in any order.
 *
 *     Title: Counting Lanterns in
 *       Long Corridors                          - **Title:** Counting Lanterns
 *     Authors: Jo Doe, Ri Roe                   - **arXiv:** https://arxiv.org/abs/2609.20250
 *     Abstract: Lanterns are counted.
 *     ---                                       - **Title:** …
 */
class LabelledReader implements Reader {
  readonly #output: ReaderOutput;
  readonly #reader: FieldsReader;
  #waiting: Line[] = [];
  #waitingLength = 0;
  #restyle: Restyle = (raw) => raw;
  #layout: Layout | null = null;
  #block = emptyBlock();
  #field: Field | null = null;
  /** That of the last field, or of the field of which it is a part. */
  #mainLabel = '';
  #blanks = 0;

  constructor(output: ReaderOutput) {
    this.#output = output;
    this.#reader = new FieldsReader(output, 'labelled');
  }

  line(line: Line): void {
    if (this.#layout !== null) {
      this.#read(this.#labelled(line), this.#layout);
      return;
    }
    this.#waiting.push(line);
    this.#waitingLength += line.raw.length + 1;
    if (this.#waitingLength > ENOUGH) this.#settleLayout();
  }

  end(): void {
    if (this.#layout === null) this.#settleLayout();
    this.#closeBlock();
    this.#reader.end();
  }

  #settleLayout(): void {
    const head = this.#waiting.map(({ raw }) => raw).join('\n');
    this.#restyle = restyleOf(head) ?? this.#restyle;
    const lines = this.#waiting.map((line) => this.#labelled(line));
    const headers = mailHeaders(lines);
    const waiting = lines.slice(headers);
    for (const line of lines.slice(0, headers)) this.#count(line);
    this.#layout = layoutOf(waiting);
    this.#waiting = [];
    this.#waitingLength = 0;
    if (this.#layout === null) {
      for (const line of waiting) {
        this.#count(line);
        if (!line.isBlank) this.#reader.unrecognized(line.number);
      }
      return;
    }
    for (const line of waiting) this.#read(line, this.#layout);
  }

  #labelled({ raw, number }: Line): LabelledLine {
    return readLabelledLine(this.#restyle(raw), number);
  }

  #count({ number, isBlank, isQuoted }: LabelledLine): void {
    this.#reader.line({ number, isBlank: isBlank && !isQuoted });
  }

  #read(line: LabelledLine, layout: Layout): void {
    const { boundary } = layout;
    this.#count(line);
    if (line.isBlank) {
      this.#blanks += 1;
      if (boundary === 'blank' || (boundary === 'blanks' && this.#blanks > 1)) this.#field = null;
      return;
    }
    if (this.#addNested(line)) return;
    const isNew = this.#beginsField(line, layout);
    const label = isNew && line.label !== null ? line.label : null;
    const candidate = label === null ? { ...line, label: null } : line;
    if (
      startsBlock(candidate, boundary, this.#blanks, this.#block.fields)
        ? !this.#isRepeated(label)
        : this.#isSecondTitle(label)
    ) {
      // Paragraphs of an abstract may be separated as blocks are.
      if (boundary !== 'blank' || label !== null || line.heading !== null) this.#closeBlock();
    }
    if (label !== null) this.#addField(line, label);
    else if (line.divider === null || this.#isNumberInText(line)) this.#addText(line);
    this.#blanks = 0;
  }

  #beginsField(line: LabelledLine, layout: Layout): boolean {
    const field = this.#field;
    const isInText = field?.isText === true && this.#blanks === 0;
    const isInValue = field?.isText === false && this.#blanks === 0;
    //     lamps:     the name of the next paper
    if (isInValue && line.label !== null && line.value === '' && line.indent < field.indent) return true;
    return beginsField(line, layout, isInText, isInValue);
  }

  /** A number that is all of a line may be the last word of the line above. */
  #isNumberInText(line: LabelledLine): boolean {
    return line.divider !== null && line.divider !== 'rule' && this.#field !== null && this.#blanks === 0;
  }

  /** `Author: Jo Doe`, `Author: Ri Roe`: one field in two lines. */
  #isRepeated(label: string | null): boolean {
    return label !== null && this.#field !== null && plainName(this.#mainLabel) === plainName(label);
  }

  #isSecondTitle(label: string | null): boolean {
    return isTitleLabel(label) && [...this.#block.fields.values()].some(([field]) => isTitleLabel(field.label));
  }

  #addField(line: LabelledLine, label: string): void {
    const meaning = meaningOf(label);
    const isText = meaning?.keys.some((key) => key === 'abstract' || key === 'title') === true;
    const { value, indent, isBulleted } = line;
    const lines = value === '' ? [] : [value];
    const field = { label, line: line.number, lines, isList: true, isText, indent, isBulleted, nested: [] };
    const name = plainName(label);
    const same = this.#block.fields.get(name);
    if (same === undefined) this.#block.fields.set(name, [field]);
    else {
      if (meaning?.keys.some((key) => ONCE.has(key)) === true && !this.#isRepeated(label))
        this.#output.report('damaged-field', `a second ${label}: the beginning of a block was lost`, line.number);
      same.push(field);
    }
    this.#field = field;
    if (!isPartOf(label, this.#mainLabel)) this.#mainLabel = label;
    this.#take(line.number);
  }

  /** @returns whether the line belongs to an object below the label of the field */
  #addNested(line: LabelledLine): boolean {
    const field = this.#field;
    if (field === null || field.lines.length > 0 || this.#blanks > 0) return false;
    if (!isNestedIn(line, field)) return field.nested.length > 0 && line.label === null && line.indent > field.indent;
    if (line.isBulleted || field.nested.length === 0) field.nested.push({});
    const object = field.nested.at(-1);
    if (object !== undefined && line.label !== null)
      object[line.label] = labelledValue([line.value], false, false).value;
    this.#take(line.number);
    return true;
  }

  #addText(line: LabelledLine): void {
    const field = this.#field;
    const goesOn = field !== null && (this.#blanks === 0 || field.lines.length === 0 || field.isText);
    if (goesOn) {
      if (!line.isBulleted || field.isText) field.isList = false;
      field.lines.push(field.isList ? line.value : line.text);
      this.#take(line.number);
    } else if (this.#block.fields.size > 0) {
      this.#field = null;
      this.#block.strayLines.push(line.number);
      if (this.#block.strayLines.length >= MOST_STRAY_LINES) this.#closeBlock();
    } else if (line.heading !== null) {
      this.#block.heading = line.heading;
      this.#block.firstLine = line.number;
    } else if (line.isBulleted && LINK.test(line.text)) this.#stray(line.number);
  }

  #stray(line: number): void {
    this.#reader.stray(line, 'belongs to no block');
  }

  #take(line: number): void {
    if (this.#block.firstLine === 0) this.#block.firstLine = line;
    this.#block.lastLine = line;
  }

  #closeBlock(): void {
    const { strayLines } = this.#block;
    this.#emitBlock(this.#block);
    this.#block = emptyBlock();
    this.#field = null;
    for (const line of strayLines) this.#stray(line);
  }

  #emitBlock({ fields, heading, firstLine, lastLine }: Block): void {
    if (fields.size === 0) return;
    const values: Record<string, FieldValue> = {};
    const lines = new Map<string, number>();
    for (const same of fields.values()) {
      const { label, line } = same[0];
      const read = same
        .filter((field, index) => !isDoubled(field, same[index + 1]))
        .map((field) =>
          field.nested.length > 0
            ? { value: field.nested, link: null }
            : labelledValue(field.lines, field.isList && !field.isText, isTitleLabel(label)),
        );
      values[label] = read.length === 1 ? (read[0]?.value ?? null) : read.flatMap(({ value }) => value);
      const link = read.find((value) => value.link !== null)?.link;
      if (typeof link === 'string') values.link ??= link;
      lines.set(label, line);
    }
    const hasTitle = [...fields.values()].some(([field]) => isTitleLabel(field.label));
    if (!hasTitle && heading !== null) {
      const title = labelledValue([heading], false, true);
      values.title = title.value;
      if (title.link !== null) values.link ??= title.link;
    }
    const entry = { fields: values, line: firstLine, endLine: lastLine, lineOf: (name: string) => lines.get(name) };
    if (this.#reader.entry(entry) || fields.has('subject') || fields.has('from')) return;
    this.#output.report('missing-title', 'block without a title: not read', firstLine);
    this.#reader.unrecognized(firstLine, lastLine);
  }
}

/** Whether the line of a field stands there twice. */
function isDoubled({ lines }: Field, next: Field | undefined): boolean {
  return next !== undefined && lines.length < 2 && lines[0] === next.lines[0];
}

function emptyBlock(): Block {
  return { fields: new Map(), heading: null, firstLine: 0, lastLine: 0, strayLines: [] };
}

/**
 * The number of lines that are the headers of a mail:
 *
 *     From: Ada Clay <ada@example.org>     alone, it may name the author of a paper
 *     Subject: Fwd: papers
 */
function mailHeaders(lines: readonly LabelledLine[]): number {
  const start = lines.findIndex(({ isBlank }) => !isBlank);
  const end = lines.findIndex(({ isBlank }, index) => isBlank && index > start);
  const labels = lines.slice(0, Math.max(0, end)).map(({ label }) => label);
  const names = new Set(labels.map((label) => label?.toLowerCase()));
  return names.has('subject') && (names.has('from') || names.has('to')) && !labels.some(isTitleLabel) ? end : 0;
}
