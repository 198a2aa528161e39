import { findArxivId } from '../../text/arxiv-id.ts';
import { readScholarByline, scholarByline, withoutScholarTags } from '../citations/scholar-result.ts';
import type { Head } from './heads.ts';
import { joinLines } from './join-lines.ts';
import { areScholarButtons, type Segment } from './segment.ts';
import type { PageLine } from './tokens.ts';

/** The parts of a head: one line each, but a damaged byline may have two. */
interface HeadLines {
  /** Null if there is no title above the byline. */
  readonly title: number | null;
  readonly byline: number;
  readonly last: number;
  readonly text: string;
}

/**
 * Finds the heads of results of Google Scholar. A segment has several if the buttons between them are lost.
 *
 *     Counting moths in dark barns
 *     A Clay, B Ek… - Journal of Barns, 2024 - Elsevier
 *     We count moths in dark barns with a lamp …
 */
export function findScholarHeads(segment: Segment): Head[] {
  const heads: Head[] = [];
  let from = 0;
  for (let index = 0; index < segment.lines.length; index += 1) {
    const found = headLinesAt(segment.lines, index, from);
    if (found === null) continue;
    heads.push(headOf(segment.lines, from === 0 ? withWrappedTitle(segment, found) : found));
    index = found.last;
    from = found.last + 1;
  }
  if (heads.length > 0) return heads;
  const lone = loneTitle(segment);
  return lone === null ? [] : [lone];
}

/** @param from behind the head above */
function headLinesAt(lines: readonly PageLine[], index: number, from: number): HeadLines | null {
  const text = textAt(lines, index);
  const certainty = text === null ? null : scholarByline(text);
  if (text === null || certainty === null) return null;
  const above = index > from ? titleLineAt(lines, index - 1) : null;
  //   A Clay, B Ek - Journal of Barns, 2024 -
  //   barns.example.org
  const end = /\s[-–]$/.test(text) ? textAt(lines, index + 1) : null;
  if (end !== null && scholarByline(end) === null && scholarByline(`${text} ${end}`) === 'certain')
    return { title: above === null ? null : index - 1, byline: index, last: index + 1, text: `${text} ${end}` };
  if (certainty === 'likely') {
    // A title that looks like a byline: Moths - Barns, 2024 - a review
    const next = textAt(lines, index + 1);
    if (above === null && next !== null && scholarByline(next) !== null) return null;
    // A snippet that looks like one
    if (from > 0) return null;
    const whole = ['', ' '].map((space) => `${above}${space}${text}`);
    const joined = above === null ? undefined : whole.find((byline) => scholarByline(byline) === 'certain');
    if (joined !== undefined) {
      const title = index - 1 > from && textAt(lines, index - 2) !== null ? index - 2 : null;
      return { title, byline: index - 1, last: index, text: joined };
    }
  }
  return { title: above === null ? null : index - 1, byline: index, last: index, text };
}

/**
 * A text browser breaks long titles. What precedes a title is known: the buttons of another result, or where to read this one.
 *
 *     [PDF] arxiv.org
 *     Counting moths in dark barns with lamps, notebooks and much
 *     patience
 *     A Clay, B Ek - Journal of Barns, 2024 - Elsevier
 */
function withWrappedTitle({ lines, above }: Segment, found: HeadLines): HeadLines {
  if (found.title === null) return found;
  let title = found.title;
  let length = titleLineAt(lines, title)?.length ?? 0;
  for (; title > 0; title -= 1) {
    const before = titleLineAt(lines, title - 1);
    if (before === null || (lines[title - 1]?.line.number ?? 0) + 1 !== lines[title]?.line.number) break;
    length += before.length + 1;
  }
  const isStart = title === 0 ? areScholarButtons(above) : lines[title - 1]?.type === 'access';
  return isStart && length <= LONGEST_TITLE ? { ...found, title } : found;
}

function headOf(lines: readonly PageLine[], { title, byline, last, text }: HeadLines): Head {
  const fields = readScholarByline(text);
  const id = findArxivId(text);
  return {
    site: 'scholar',
    first: title ?? byline,
    last,
    id: id === null ? null : `arXiv:${id}`,
    fields: title === null ? fields : { title: withoutScholarTags(textBetween(lines, title, byline)), ...fields },
    faults: [],
  };
}

/** A longer line is a snippet. */
const LONGEST_TITLE = 300;

/** A title whose byline is lost, if it is certain to be one: it stands directly behind a result or below `[PDF] arxiv.org`. */
function loneTitle({ lines, above, below }: Segment): Head | null {
  const first = lines.findIndex(({ type }) => type === 'text');
  const text = textAt(lines, first);
  if (text === null || !areScholarButtons(below)) return null;
  const title = withoutScholarTags(text);
  const isMarked = title !== text || areScholarButtons(above) || lines[first - 1]?.type === 'access';
  if (!isMarked || title.length > LONGEST_TITLE || /^[…\p{Ll}]|[….]$/u.test(title)) return null;
  const faults = [{ code: 'missing-metadata', message: `no authors below the title: ${title}` }] as const;
  return { site: 'scholar', first, last: first, id: null, fields: { title }, faults };
}

function textAt(lines: readonly PageLine[], index: number): string | null {
  const found = lines[index];
  return found?.type === 'text' ? found.line.text : null;
}

/** A word like `Review` is the end of a title here; only PubMed says so of an article. */
function titleLineAt(lines: readonly PageLine[], index: number): string | null {
  const found = lines[index];
  return found?.type === 'text' || found?.type === 'note' ? found.line.text : null;
}

function textBetween(lines: readonly PageLine[], from: number, to: number): string {
  return joinLines(lines.slice(from, to).map(({ line }) => line.text)).text;
}
