import { InvalidValueError } from '../../src/diagnostics/errors.ts';
import { paperKeys } from '../../src/paper/keys.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { TimeLimitError } from '../../src/query/time-limit.ts';
import { parseWhere, type WhereQuery } from '../../src/query/where.ts';
import type { Random } from './random.ts';

const TODAY = '2025-02-28';

/** What stands between the words of a query, right and wrong. */
const SIGNS = [
  ' ',
  ' OR ',
  ' AND ',
  ' NOT ',
  ' -',
  '(',
  ')',
  '"',
  '“',
  '*',
  '?',
  '\\',
  ':',
  ':>=',
  ':<',
  ':[',
  ' TO ',
  ']',
  '}',
  '..',
  '2024-03',
  '30d',
  '9999-W52',
  '0099-06-07',
  '11.3k',
  '-1',
  'cs.*',
  '\u202e',
] as const;

/** Any query: words of papers, keys and signs in any order. */
function anyQuery(papers: readonly Paper[], random: Random): string {
  const [first, ...others] = [...paperKeys, ...papers.flatMap(({ title }) => title.split(' ')), 'kites'];
  return Array.from({ length: 1 + random.length(12) }, () =>
    random.oneIn(2) ? random.of(SIGNS) : random.of([first ?? '', ...others]),
  ).join('');
}

/** Fails if a query is neither understood nor refused, or does not find a paper by a word of its title. */
export function checkQueries(papers: readonly Paper[], random: Random): void {
  const query = parsed(anyQuery(papers, random));
  for (const paper of papers) {
    for (const [start, end] of query === null ? [] : rangesIn(paper, query)) {
      if (!(start >= 0 && start <= end && end <= paper.title.length))
        throw new Error(`a range ${start}–${end} of a title`);
    }
    const word = /(?<![\p{L}\p{M}\p{N}_])[A-Za-z]{3,60}(?![\p{L}\p{M}\p{N}_])/u.exec(paper.title)?.[0];
    if (word !== undefined && parsed(`title:"${word}"`)?.test(paper) !== true) {
      throw new Error(`--where does not find ${word} in ${paper.title}`);
    }
  }
}

/** A search that takes more than a second is ended, and the message names the paper. */
function rangesIn(paper: Paper, query: WhereQuery) {
  try {
    query.test(paper);
    return query.ranges(paper.title, 'title');
  } catch (error) {
    if (error instanceof TimeLimitError) return [];
    throw error;
  }
}

/** @returns null if the query is refused */
function parsed(text: string): WhereQuery | null {
  try {
    return parseWhere(text, TODAY);
  } catch (error) {
    if (error instanceof InvalidValueError) return null;
    throw error;
  }
}
