import { daysOf } from '../../paper/days.ts';
import type { PaperKey } from '../../paper/keys.ts';
import type { Paper } from '../../paper/paper.ts';
import { type GroupKey, groupHeading, groupPapers } from '../../query/group.ts';
import { parseOrder } from '../../query/order.ts';
import { fold } from '../../text/folded.ts';

/** What a page holds; its writer makes it and its script reads it. */
export interface PageData {
  readonly by: GroupKey | null;
  /** Abstracts are shown, not folded. */
  readonly full: boolean;
  readonly papers: readonly Paper[];
}

/** What a reader has asked for. */
export interface View {
  readonly search: string;
  /** First and last day, `YYYY-MM-DD`, or ''. */
  readonly since: string;
  readonly until: string;
  /** null: the order of the file. */
  readonly sort: PaperKey | null;
  readonly isReversed: boolean;
  readonly by: GroupKey | null;
}

/** A line of the list: a heading above papers, or a paper. */
export type Item = { readonly heading: string; readonly size: number } | { readonly paper: Paper };

const searched = [
  'title',
  'abstract',
  'organization',
  'submittedBy',
  'venue',
  'id',
  'authorComment',
  'journalRef',
  'doi',
] as const;

/** Finds papers by their words. The folded texts are kept, so that only the first search makes them. */
export class SearchIndex {
  readonly #texts = new Map<Paper, string>();

  /** Makes the text of a paper ready before it is looked for. */
  add(paper: Paper): string {
    const known = this.#texts.get(paper);
    if (known !== undefined) return known;
    const texts = [...searched.map((key) => paper[key] ?? ''), ...(paper.authors ?? []), ...(paper.categories ?? [])];
    const text = fold(texts.join('\n'));
    this.#texts.set(paper, text);
    return text;
  }

  /** The papers that hold every word of the query, anywhere. */
  find(papers: readonly Paper[], query: string): readonly Paper[] {
    const words = fold(query)
      .split(/\s+/)
      .filter((word) => word !== '');
    if (words.length === 0) return papers;
    return papers.filter((paper) => {
      const text = this.add(paper);
      return words.every((word) => text.includes(word));
    });
  }
}

/** The papers that the view asks for, in its order. */
export function papersInView(papers: readonly Paper[], view: View, index: SearchIndex): readonly Paper[] {
  const found = index.find(papers, view.search).filter((paper) => isInRange(paper, view));
  if (view.sort === null) return view.isReversed ? found.toReversed() : found;
  const compare = parseOrder(view.sort).comparison('');
  if (!view.isReversed) return found.toSorted(compare);
  // Papers without a value stay at the end.
  const { sort } = view;
  const [known, unknown] = [
    found.filter((paper) => hasValue(paper, sort)),
    found.filter((paper) => !hasValue(paper, sort)),
  ];
  return [...known.toSorted((a, b) => compare(b, a)), ...unknown];
}

/** The papers with headings above those that belong together. */
export function itemsOf(papers: readonly Paper[], by: GroupKey | null): Item[] {
  if (by === null) return papers.map((paper) => ({ paper }));
  return groupPapers(papers, by).flatMap(({ name, papers: members }) => [
    { heading: groupHeading(name, by), size: members.length },
    ...members.map((paper) => ({ paper })),
  ]);
}

/** The keys that any of the papers has. */
export function knownKeys<Key extends PaperKey>(papers: readonly Paper[], keys: readonly Key[]): Key[] {
  return keys.filter((key) => papers.some((paper) => hasValue(paper, key)));
}

function hasValue(paper: Paper, key: PaperKey): boolean {
  return (paper[key] ?? null) !== null;
}

/** A paper of which only the year is known is in the range if any day of the year is. */
function isInRange(paper: Paper, { since, until }: View): boolean {
  if (since === '' && until === '') return true;
  const days = daysOf(paper);
  return days !== null && (since === '' || days.last >= since) && (until === '' || days.first <= until);
}
