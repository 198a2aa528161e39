import { LineBreaks } from './line-breaks.ts';
import type { PageLine } from './page-line.ts';
import type { PlacedToken } from './tokenizer.ts';
import type { FieldName } from './tokens.ts';

/** What all entries of a page have in common, so that no single line decides. */
export interface PageFacts {
  /** Fields whose names the page prints. */
  readonly labels: ReadonlySet<FieldName>;
  readonly breaks: LineBreaks;
}

export function factsOf(tokens: readonly PlacedToken[]): PageFacts {
  return { labels: labelsOf(tokens), breaks: new LineBreaks(linesBelowHeads(tokens)) };
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
 * A title may begin with `Authors:`, and a line of an abstract with `Title:`. Therefore, half of the entries must have the
 * labels of the required fields, in their positions. Search results, which end with the day of submission, have unlabelled
 * titles.
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
    if (place <= (places.get(token.field) ?? place)) counts.set(token.field, (counts.get(token.field) ?? 0) + 1);
    if (token.field !== 'submitted') place += 1;
    else if (place > 0) results += 1;
  }
  if (results > 0 && results * 2 >= entries) counts.delete('title');
  const labels = [...counts].filter(([name, count]) => !places.has(name) || count * 2 >= entries);
  return new Set(labels.map(([name]) => name));
}
