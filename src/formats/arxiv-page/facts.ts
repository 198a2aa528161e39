import { increment } from '../../text/count.ts';
import { LineBreaks } from './line-breaks.ts';
import type { PageLine } from './page-line.ts';
import type { PlacedToken } from './tokenizer.ts';
import type { FieldName } from './tokens.ts';

/** What all entries of a page have in common, so that no single line decides. */
export interface PageFacts {
  /** Fields whose names the page prints. */
  readonly labels: ReadonlySet<FieldName>;
  /** Whether no field follows the subjects, so that what looks like one is the abstract. */
  readonly endsWithSubjects: boolean;
  readonly breaks: LineBreaks;
  /** The name of the title on a page that was translated: `Titel`; null on others. */
  readonly foreignTitle: string | null;
}

export function factsOf(tokens: readonly PlacedToken[]): PageFacts {
  const labels = labelsOf(tokens);
  return {
    labels,
    endsWithSubjects: endsWithSubjects(tokens),
    breaks: new LineBreaks(linesBelowHeads(tokens)),
    foreignTitle: labels.has('title') || labels.has('authors') ? null : foreignTitleOf(tokens),
  };
}

//     Titel: Die Form eines Teichs
const FOREIGN_LABEL = /^(\p{L}[\p{L} '’-]{0,24}?)\s?[:：]/u;

/** A field that the lines of a translated page begin; null for other lines. */
export function foreignLabel(text: string): string | null {
  return FOREIGN_LABEL.exec(text)?.[1] ?? null;
}

/** The word with which most entries begin. */
function foreignTitleOf(tokens: readonly PlacedToken[]): string | null {
  const counts = new Map<string, number>();
  let entries = 0;
  let isBelowHead = false;
  for (const { token, lines } of tokens) {
    if (token.type === 'blank') continue;
    const label = isBelowHead && token.type === 'text' ? foreignLabel(lines[0]?.text ?? '') : null;
    if (label !== null) increment(counts, label);
    isBelowHead = token.type === 'entry';
    if (isBelowHead) entries += 1;
  }
  const [usual] = [...counts].sort((a, b) => b[1] - a[1]);
  return usual !== undefined && entries > 1 && usual[1] * 2 > entries ? usual[0] : null;
}

function linesBelowHeads(tokens: readonly PlacedToken[]): PageLine[] {
  let isInEntry = false;
  return tokens.flatMap(({ token, lines }) => {
    if (token.type === 'text' || token.type === 'label') return isInEntry ? lines : [];
    if (token.type !== 'blank' && token.type !== 'navigation') isInEntry = token.type === 'entry';
    return [];
  });
}

/** The position of these fields among the labels of an entry, counted from 0; other fields have no fixed position. */
const places: ReadonlyMap<FieldName, number> = new Map<FieldName, number>([
  ['title', 0],
  ['authors', 1],
  ['abstract', 2],
]);

/**
 * A title may begin with `Authors:`, and a line of an abstract with `Title:` or `Submitted 4 June`. Therefore, half of the
 * entries must have the labels of the required fields, in their positions. Search results, which end with the day of
 * submission, have unlabelled titles.
 */
function labelsOf(tokens: readonly PlacedToken[]): ReadonlySet<FieldName> {
  const counts = new Map<FieldName, number>();
  let entries = 0;
  let results = 0;
  let place = 0;
  for (const { token } of tokens) {
    if (token.type === 'entry' || (token.type === 'label' && token.field === 'submitted' && place === 0)) {
      entries += 1;
      place = 0;
    }
    if (token.type !== 'label') continue;
    if (place <= (places.get(token.field) ?? place)) increment(counts, token.field);
    if (token.field !== 'submitted') place += 1;
    else if (place > 0) results += 1;
  }
  if (results > 0 && results * 2 >= entries) counts.delete('title');
  const isRequired = (name: FieldName) => places.has(name) || name === 'submitted' || name === 'identifier';
  const labels = [...counts].filter(([name, count]) => !isRequired(name) || count * 2 >= entries);
  return new Set(labels.map(([name]) => name));
}

/** Whether the subjects are the last field of most entries; an abstract may begin with `Comments:`. */
function endsWithSubjects(tokens: readonly PlacedToken[]): boolean {
  const fields: (FieldName | null)[] = [];
  for (const { token } of tokens) {
    if (token.type === 'entry') fields.push(null);
    else if (token.type === 'label' && fields.at(-1) !== token.field) fields.push(token.field);
  }
  const last = fields.filter((name, at) => name === 'subjects' && (fields[at + 1] ?? null) === null);
  return last.length * 2 > fields.filter((name) => name === 'subjects').length;
}
