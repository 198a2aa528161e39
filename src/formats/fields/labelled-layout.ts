import type { PaperKey } from '../../paper/keys.ts';
import { endsWithSubject } from '../../text/arxiv-category.ts';
import { increment } from '../../text/count.ts';
import { remembering } from '../../text/remember.ts';
import type { LabelledLine } from './labelled-line.ts';
import { candidatesOf, plainName } from './lookup.ts';
import type { Reading } from './values.ts';

export interface LabelMeaning {
  readonly keys: readonly PaperKey[];
  readonly readings: readonly Reading[];
}

/**
 * What separates two blocks: a divider, two blank lines, one blank line, headings that are titles, or nothing but a label
 * that comes again.
 */
export type Boundary = { readonly divider: string } | 'blanks' | 'blank' | 'heading' | 'repeat';

/** The layout of the blocks of a listing, as most of the blocks at its beginning have it. */
export interface Layout {
  readonly boundary: Boundary;
  /** Blocks with a title, as far as was looked. */
  readonly blocks: number;
  /** Names of labels and how often each occurs. */
  readonly labels: ReadonlyMap<string, number>;
  /** Indents of labels. */
  readonly indents: ReadonlySet<number>;
  readonly isBold: boolean;
  /** How labels are written: `TITLE`, `Title`, `title`. */
  readonly letterCase: LetterCase;
}

/** `none` for Chinese and the like. */
type LetterCase = 'upper' | 'capital' | 'lower' | 'none';

/** Keys of which a paper has at least one in addition to its title. */
const TELLING: ReadonlySet<PaperKey> = new Set<PaperKey>([
  'authors',
  'abstract',
  'id',
  'url',
  'date',
  'doi',
  'venue',
  'year',
]);
/** Parts of an abstract. */
const SECTIONS = new Set(
  (
    'background method methods result results conclusion conclusions objective objectives purpose introduction aim aims ' +
    'design setting findings interpretation significance limitations discussion context data materialsandmethods ' +
    'trialregistration funding motivation contribution contributions approach problem question questions answer'
  ).split(' '),
);

/** null for a label that the vocabulary does not know. */
export const meaningOf = remembering(
  (label): LabelMeaning | null => {
    const rows = candidatesOf({ [label]: 'x' }, 'labelled').map(({ row }) => row);
    return rows.length === 0 ? null : { keys: rows.map(({ key }) => key), readings: rows.map(({ read }) => read) };
  },
  { most: 5000 },
);

export function isTitleLabel(label: string | null): boolean {
  return label !== null && meaningOf(label)?.keys.includes('title') === true;
}

/** Whether the label is a key of the record that papers are known by. */
function isTelling(label: string | null): boolean {
  return label !== null && !isTitleLabel(label) && meaningOf(label)?.keys.some((key) => TELLING.has(key)) === true;
}

/** The layout of the lines; null if there are no blocks of papers among them. */
export function layoutOf(printed: readonly LabelledLine[]): Layout | null {
  const lines = withoutNested(printed);
  const titles = lines.filter((line) => isTitleLabel(line.label));
  let best: { boundary: Boundary; score: number; blocks: number } | null = null;
  const dividers = counts(lines.flatMap(({ divider }) => divider ?? []));
  const numbers = [...dividers].filter(([divider]) => divider !== 'rule').sort((a, b) => b[1] - a[1]);
  const candidates: Boundary[] = [
    ...(dividers.has('rule') ? [{ divider: 'rule' }] : []),
    ...numbers.slice(0, 1).map(([divider]) => ({ divider })),
    ...(['blanks', 'blank', 'heading', 'repeat'] as const),
  ];
  for (const boundary of candidates) {
    if ((boundary === 'heading') !== (titles.length === 0)) continue;
    const { good, all } = countBlocks(lines, boundary);
    const score = all === 0 ? 0 : good / all;
    if (good > 0 && score > (best?.score ?? 0.3)) best = { boundary, score, blocks: good };
  }
  if (best === null || (best.blocks < 2 && (best.boundary === 'heading' || !isMostlyLabelled(lines)))) return null;
  const anchors = lines.filter((line) => isTitleLabel(line.label) || isTelling(line.label));
  return {
    boundary: best.boundary,
    blocks: best.blocks,
    labels: counts(lines.flatMap(({ label }) => (label === null ? [] : [plainName(label)]))),
    indents: usual(
      anchors.map(({ indent }) => indent),
      best.blocks,
    ),
    isBold: titles.filter(({ isBold }) => isBold).length * 2 > titles.length,
    letterCase: caseOf((titles[0] ?? anchors[0])?.label ?? ''),
  };
}

/** Whether a single block is the whole text: programs write labels above pages too. */
function isMostlyLabelled(lines: readonly LabelledLine[]): boolean {
  const keys = lines.flatMap(({ label }) => (label === null ? [] : (meaningOf(label)?.keys ?? [])));
  const printed = lines.filter(({ isBlank }) => !isBlank).length;
  const labels = lines.filter(({ label }) => label !== null && meaningOf(label) !== null).length;
  return (keys.includes('authors') || keys.includes('abstract')) && labels * 6 >= printed;
}

/**
 * How many blocks there would be with labels of papers, and how many of those have exactly one title and no label that comes
 * again, as in two blocks of which one has lost its title.
 */
function countBlocks(lines: readonly LabelledLine[], boundary: Boundary): { good: number; all: number } {
  let good = 0;
  let all = 0;
  let titles = 0;
  let telling = 0;
  let isTwice = false;
  let last = '';
  const labels = new Set<string>();
  let blanks = 0;
  const close = () => {
    if (titles + telling > 0) all += 1;
    if (titles === 1 && telling > 0 && !isTwice) good += 1;
    titles = 0;
    telling = 0;
    isTwice = false;
    last = '';
    labels.clear();
  };
  for (const line of lines) {
    if (line.isBlank) {
      blanks += 1;
      continue;
    }
    if (startsBlock(line, boundary, blanks, labels)) close();
    blanks = 0;
    if (boundary === 'heading' ? line.heading !== null : isTitleLabel(line.label)) titles += 1;
    else if (isTelling(line.label)) telling += 1;
    if (line.label === null) continue;
    const name = plainName(line.label);
    // `Author: Jo Doe`, `Author: Ri Roe`: one field in two lines.
    if (isTelling(line.label) && name !== last && labels.has(name)) isTwice = true;
    labels.add(name);
    if (!isPartOf(line.label, last)) last = name;
  }
  // The last block may be cut off; repeated labels do not show that there is one.
  if (titles > 0 || all === 0 || boundary === 'repeat') close();
  return { good, all };
}

/** Keys of which the value may be an object in YAML, or a list of them. */
const HOLDERS: ReadonlySet<PaperKey> = new Set<PaperKey>(['authors', 'date', 'announced', 'url', 'venue']);

/**
 * Whether a labelled line is part of the value of the label above, which has none of its own:
 *
 *     author:
 *       - name: Ada Clay
 *         affiliation: Kite Lab
 *       - name: Bo Ek
 */
export function isNestedIn(line: LabelledLine, outer: Pick<LabelledLine, 'label' | 'indent' | 'isBulleted'>): boolean {
  const isBelow = line.indent > outer.indent || (line.indent === outer.indent && line.isBulleted && !outer.isBulleted);
  if (!isBelow || line.label === null || outer.label === null) return false;
  return holdsObjects(outer.label);
}

//     parent:     in Hayagriva's files, the journal
function holdsObjects(label: string): boolean {
  return label === 'parent' || meaningOf(label)?.keys.some((key) => HOLDERS.has(key)) === true;
}

function withoutNested(lines: readonly LabelledLine[]): LabelledLine[] {
  let outer: LabelledLine | null = null;
  return lines.filter((line) => {
    if (line.isBlank || outer === null || !isNestedIn(line, outer)) {
      if (line.label !== null || line.isBlank) outer = line.value === '' && !line.isBlank ? line : null;
      return true;
    }
    return false;
  });
}

/** Whether a label names a part of the field above: `Author-Name`, then `Author-Workplace-Name`. */
export function isPartOf(label: string, field: string): boolean {
  const [first = '', ...others] = label.toLowerCase().split(/[-_ ]/);
  return others.length > 0 && meaningOf(label) === null && field.toLowerCase().startsWith(first);
}

/** Whether a block may begin with the line, which is not blank. @param blanks before it @param labels those of the block before */
export function startsBlock(
  line: LabelledLine,
  boundary: Boundary,
  blanks: number,
  labels: { has(label: string): boolean },
): boolean {
  const isRepeated = line.label !== null && meaningOf(line.label) !== null && labels.has(plainName(line.label));
  if (typeof boundary === 'object') {
    // If two files were joined, a blank line may be all that separates two blocks.
    return line.divider === boundary.divider || (boundary.divider === 'rule' && blanks > 0 && isRepeated);
  }
  switch (boundary) {
    case 'blanks':
      return blanks > 1;
    case 'blank':
      return blanks > 0;
    case 'heading':
      return line.heading !== null;
    case 'repeat':
      return isRepeated;
  }
}

function caseOf(label: string): LetterCase {
  if (/^\p{Ll}/u.test(label)) return 'lower';
  if (!/\p{Lu}/u.test(label)) return 'none';
  return /\p{Ll}/u.test(label) ? 'capital' : 'upper';
}

/** Whether a label is written like the others: `Title` and `Rating`, also `TL;DR`. */
function isWrittenAlike(label: string, { letterCase }: Layout): boolean {
  const own = caseOf(label);
  return (
    own === letterCase || letterCase === 'none' || (own === 'upper' && letterCase === 'capital' && label.length < 7)
  );
}

function counts<Value>(values: readonly Value[]): Map<Value, number> {
  const found = new Map<Value, number>();
  for (const value of values) increment(found, value);
  return found;
}

function usual(indents: readonly number[], blocks: number): Set<number> {
  return new Set([...counts(indents)].filter(([, count]) => count * 5 >= blocks).map(([indent]) => indent));
}

/**
 * Whether a line that looks labelled begins a field, though another one is open:
 *
 *     Abstract: Lanterns are counted.
 *     Results: 41 of 40.                       ← part of the abstract
 *     Code: will be published.                 ← part of the abstract: no address
 *     Comments: 12 pages
 */
export function beginsField(line: LabelledLine, layout: Layout, isInText: boolean, isInValue: boolean): boolean {
  if (line.label === null || (layout.isBold && !line.isBold)) return false;
  if (line.isSure) return true;
  if (!layout.indents.has(line.indent) && !line.isBulleted) return false;
  const name = plainName(line.label);
  const count = layout.labels.get(name) ?? 0;
  const meaning = meaningOf(line.label);
  if (meaning === null) {
    if (SECTIONS.has(name) || !isWrittenAlike(line.label, layout)) return false;
    if (BARE.test(line.value)) return true;
    // Names, days and numbers hold nothing that looks like a label.
    if (isInValue && (line.value !== '' || holdsObjects(line.label))) return true;
    return (count > 1 && count * (isInText ? 2 : 3) >= layout.blocks) || (layout.blocks === 1 && !isInText);
  }
  if (!isInText) return true;
  // Nothing but an address, a number, a day or a subject ends a text, however rare the label is.
  if (BARE.test(line.value)) return true;
  if (meaning.readings.includes('categories') && endsWithSubject(line.value)) return true;
  return count * 8 >= layout.blocks && meaning.readings.some((reading) => isPlausible(line.value, reading));
}

//     https://example.org/1     2024-06-05     1234-567X     170000001
const BARE = /^(?:https?:\/\/\S+|\d{4}-\d\d-\d\d|\d{4}-?\d{3}[\dX]|\d{6,20})$/;

function isPlausible(value: string, reading: Reading): boolean {
  if (value === '') return true;
  switch (reading) {
    case 'address':
    case 'repository':
      return /https?:\/\/|www\.|^[\w.-]+\/[\w.-]+$|^\S{1,6}$/.test(value);
    case 'count':
      return /^\d/.test(value);
    case 'date':
    case 'year':
    case 'identifier':
    case 'doi':
      return /\d/.test(value) && value.length < 120;
    default:
      return true;
  }
}
