import type { Paper } from '../../src/paper/paper.ts';
import { Query, type QueryOptions } from '../../src/query/query.ts';

/** A paper with the given keys. */
export function paper(values: Partial<Paper> = {}): Paper {
  return { title: 'A title', abstract: 'An abstract', authorCount: 1, date: '2024-01-01', upvotes: 0, ...values };
}

/** The papers that a query selects. */
export function select(options: QueryOptions, papers: readonly Paper[]): Paper[] {
  const found: Paper[] = [];
  const query = new Query(options, (selected) => found.push(selected));
  for (const one of papers) query.push(one);
  query.end();
  return found;
}

export function titles(options: QueryOptions, papers: readonly Paper[]): string[] {
  return select(options, papers).map(({ title }) => title);
}
