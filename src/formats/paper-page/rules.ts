import { MONTHS } from '../../calendar/day.ts';

const MONTH = `(?:${MONTHS.join('|')})[a-z]*\\.? \\d`;

/** The part of a page that a line begins. */
export type Part = 'start' | 'title' | 'rows' | 'authors' | 'abstract' | 'below';

export interface Rule {
  readonly begins: Part;
  readonly pattern: RegExp;
}

const NAME = String.raw`(?:title: ["']?|(?:\*\*)?Page Title:(?:\*\*)? )?Paper page - `;
const ID = String.raw`(?:\[?Papers\b[^\s]{0,80}\s)?arxiv: ?\d{4}\.\d{4,5}\b\W{0,9}(?:Copy markdown)?\r?$`;

/** The name of the page or its first line, as they stand in the listing. */
export const PAGE_START = new RegExp(String.raw`^[\W\d]{0,20}(?:${NAME}|${ID})`, 'im');

/** The heading of the abstract, as it stands in the listing. */
export const ABSTRACT = /^[\W\d]{0,20}Abstract(?: \{[^{}\n]{0,200}\})?\W{0,20}$/im;

/** What begins a part of the page, in the order of the page. */
export const RULES: readonly Rule[] = [
  //   Paper page - Lantern Routers
  { begins: 'start', pattern: new RegExp(`^${NAME}`, 'i') },
  //   arxiv:2405.07960
  { begins: 'title', pattern: new RegExp(`^${ID}`, 'i') },
  //   Published on May 13, 2024        · Submitted by heron-watch on May 14        #2 Paper of the day        Upvote 94
  {
    begins: 'rows',
    pattern: new RegExp(
      String.raw`^(?:published on ${MONTH}|\W{0,3}submitted by\b|#\d+ paper of the \w|upvote(?: [-\d]\S*)?$)`,
      'i',
    ),
  },
  //   Authors:
  { begins: 'authors', pattern: /^Authors:(?: |$)/ },
  { begins: 'abstract', pattern: /^abstract:?$/i },
  //   View arXiv page   View PDF   Project page   GitHub 131   Add to collection
  {
    begins: 'below',
    pattern:
      /^(?:view (?:arxiv page|pdf)|project page|github(?: \d\S*)?(?:$| add to)|add to collection|community$|\W{0,3}(?:sign up|reply)\b|get this paper in your agent|(?:models|datasets|spaces) citing this paper|collections including this paper)/i,
  },
];
