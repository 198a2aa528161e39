import { daysOf } from '../../paper/days.ts';
import { hasValue, type PaperKey } from '../../paper/keys.ts';
import type { Paper } from '../../paper/paper.ts';
import { type GroupKey, groupHeading, groupPapers } from '../../query/group.ts';
import { parseOrder } from '../../query/order.ts';
import { fold } from '../../text/folded.ts';

/** The data of a page, as its writer embeds it. */
export interface PageData {
  readonly by: GroupKey | null;
  /** Abstracts are shown, not folded. */
  readonly full: boolean;
  readonly papers: readonly Paper[];
}

/** What the user has chosen. */
export interface View {
  readonly search: string;
  /** First and last day, `YYYY-MM-DD`, or ''. */
  readonly since: string;
  readonly until: string;
  /** Null for the order of the file. */
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

/** Finds papers by their words. Folded texts are kept for further searches. */
export class SearchIndex {
  readonly #texts = new Map<Paper, string>();

  /** Prepares the text of a paper for searches. */
  add(paper: Paper): string {
    const known = this.#texts.get(paper);
    if (known !== undefined) return known;
    const texts = [...searched.map((key) => paper[key] ?? ''), ...(paper.authors ?? []), ...(paper.categories ?? [])];
    const text = fold(texts.join('\n'));
    this.#texts.set(paper, text);
    return text;
  }

  /** The papers that contain every word of the query. */
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

/** The papers with headings above each group. */
export function itemsOf(papers: readonly Paper[], by: GroupKey | null): Item[] {
  if (by === null) return papers.map((paper) => ({ paper }));
  return groupPapers(papers, by).flatMap(({ name, papers: members }) => [
    { heading: groupHeading(name, by), size: members.length },
    ...members.map((paper) => ({ paper })),
  ]);
}

/** A paper for which only the year is known is in the range if any day of the year is. */
function isInRange(paper: Paper, { since, until }: View): boolean {
  if (since === '' && until === '') return true;
  const days = daysOf(paper);
  return days !== null && (since === '' || days.last >= since) && (until === '' || days.first <= until);
}
