import { readAuthors } from '../../names/authors.ts';
import type { Paper } from '../../paper/paper.ts';
import { findArxivId, huggingFaceUrl } from '../../text/arxiv-id.ts';
import { parseCount } from '../../text/printed-count.ts';
import { singleSpaced } from '../../text/white-space.ts';
import type { PageLine } from '../arxiv-page/page-line.ts';
import { DAY, type PrintedDay, printedDay } from '../daily-papers/values.ts';
import { type Part, RULES } from './rules.ts';

export interface PaperPage {
  /** `date` is still null. */
  readonly paper: Paper;
  /** The lines that tell something about the paper. */
  readonly lines: readonly PageLine[];
  readonly published: PrintedDay | null;
  readonly featured: PrintedDay | null;
  /** The line of the days. */
  readonly dayLine: number;
}

type Parts = { readonly [part in Part]: PageLine[] };

/** Decoration: the underline of a heading, and a button. */
const MARK = /^(?:[-=_*~]{3,}|(?:\(button\) )?copy markdown|·)$/i;
/** A picture in front of a name. */
const PICTURE = /!?\[[\w.%-]{0,40}\] ?/g;

/**
 * Divides a page at the words that begin its parts, and reads them:
 *
 *     page = … "arxiv:" id title rows? "Authors:" names "Abstract" (summary "AI-generated summary")? text …
 *     rows = "Published on" day | "· Submitted by" name "on" day | organization | "Upvote" count
 *
 * @returns null if the page has no title or no abstract
 */
export function readPaperPage(lines: readonly PageLine[], raw: string): PaperPage | null {
  const parts = partsOf(lines);
  const [name] = parts.start;
  const title = textOf(parts.title.slice(1)) || singleSpaced(name?.text ?? '').replace(/^.*?Paper page - |["']$/gi, '');
  const abstract = withoutSummary(parts.abstract.slice(1));
  if (title === '' || (abstract === '' && parts.rows.length === 0 && parts.authors.length === 0)) return null;
  const id =
    findArxivId(parts.title[0]?.text.replace(/^\W*papers\W+/i, '').replace(/\s.*/, '') ?? '') ?? findArxivId(raw);
  const rows = readRows(textOf(parts.rows).replace(PICTURE, ''));
  const names = textOf(parts.authors)
    .replace(/^authors?: ?/i, '')
    .replace(PICTURE, '');
  const more = /(?:^|[\s,])\+(\d{1,4})(?: authors?)?$/.exec(names);
  const { authors } = readAuthors(more === null ? names : names.slice(0, more.index));
  const below = textOf(parts.below.slice(0, LINES_OF_LINKS));
  const stars = parseCount(/GitHub (\d[\d.,]*[km]?)/i.exec(below)?.[1] ?? '');
  const githubUrl = stars === null ? undefined : REPOSITORY.exec(raw.slice(raw.search(/View arXiv page/i)))?.[0];
  const paper: Paper = {
    title,
    abstract: abstract || null,
    authorCount: authors.length + Number(more?.[1] ?? 0) || null,
    date: null,
    upvotes: rows.upvotes,
    ...(id !== null && { id, url: huggingFaceUrl(id) }),
    ...(authors.length > 0 && { authors }),
    ...(rows.organization !== '' && { organization: rows.organization }),
    ...(rows.submittedBy !== '' && { submittedBy: rows.submittedBy }),
    ...(githubUrl !== undefined && { githubUrl }),
    ...(stars !== null && { githubStars: stars }),
  };
  const { published, featured } = rows;
  const told = [...parts.title, ...parts.rows, ...parts.authors, ...parts.abstract];
  return { paper, lines: told, published, featured, dayLine: parts.rows[0]?.number ?? told[0]?.number ?? 0 };
}

/** The links below an abstract are on a few lines. */
const LINES_OF_LINKS = 12;
const REPOSITORY = /https:\/\/github\.com\/[\w.-]+\/[\w.-]+/;

function partsOf(lines: readonly PageLine[]): Parts {
  const parts: Parts = { start: [], title: [], rows: [], authors: [], abstract: [], below: [] };
  let part: Part | null = null;
  for (const line of lines) {
    const { text } = line;
    if (text === '' || MARK.test(text)) continue;
    const begun = RULES.find(({ pattern }) => pattern.test(text))?.begins;
    if (begun !== undefined && mayFollow(begun, part)) part = begun;
    if (part !== null && !(part === 'start' && parts.start.length > 0)) parts[part].push(line);
  }
  return parts;
}

const ORDER: readonly Part[] = ['start', 'title', 'rows', 'authors', 'abstract', 'below'];

/** The parts are in order. Navigation above them has some of the words below them, which comments follow. */
function mayFollow(next: Part, part: Part | null): boolean {
  if (next === 'below') return part === 'rows' || part === 'authors' || part === 'abstract';
  return part !== 'below' && ORDER.indexOf(next) >= ORDER.indexOf(part ?? 'start');
}

interface Rows {
  readonly published: PrintedDay | null;
  readonly featured: PrintedDay | null;
  readonly submittedBy: string;
  readonly organization: string;
  readonly upvotes: number | null;
}

//   Published on May 13, 2024 · Submitted by heron-watch on May 14, 2024 #2 Paper of the day Lantern Lab Upvote 94 +86
function readRows(text: string): Rows {
  const published = dayBehind(text, /published on /i);
  const [, submittedBy = ''] = /submitted by (.{1,60}?)(?: on (?=[A-Z][a-z]{2})| #\d| upvote|$)/i.exec(text) ?? [];
  const featured = dayBehind(text, /submitted by .{1,60}? on /i);
  const [, before = '', votes = ''] = /^(.*?)\bupvote ?(-|\d[\d.,]*[km]?)?/i.exec(text) ?? [];
  const end = Math.max(published.end, featured.end);
  const organization = end > before.length ? '' : before.slice(end).replace(/#\d+ paper of the \w+/i, '');
  return {
    published: published.day,
    featured: featured.day,
    submittedBy: submittedBy.trim(),
    organization: withoutSlug(singleSpaced(organization.replace(/^\W+|(?<![\s[])[\s[]+$/g, ''))),
    upvotes: votes === '-' ? 0 : parseCount(votes),
  };
}

//   fern Fern Lab        lanternlabLantern Lab        the name of its picture, which is that of its address, and its name
function withoutSlug(text: string): string {
  const [, slug = '', name = ''] = /^([\w-]+?) ?(\p{Lu}.*)$/su.exec(text) ?? [];
  const lettersOf = (part: string) => part.toLowerCase().replace(/[^\p{L}\d]/gu, '');
  return slug !== '' && lettersOf(name).startsWith(lettersOf(slug)) ? name : text;
}

function dayBehind(text: string, label: RegExp): { day: PrintedDay | null; end: number } {
  const found = label.exec(text);
  if (found === null) return { day: null, end: 0 };
  DAY.lastIndex = found.index + found[0].length;
  const match = DAY.exec(text);
  return match === null ? { day: null, end: 0 } : { day: printedDay(match), end: match.index + match[0].length };
}

/** Removes a generated summary above the abstract. */
function withoutSummary(lines: readonly PageLine[]): string {
  const label = lines.findIndex(({ text }) => /(?:^|[.!?])(?:AI-generated summary|Generated by \S+)$/i.test(text));
  return textOf(lines.slice(label + 1));
}

/**
 * The text of lines, on one line. Words that are links may stand on lines of their own, before a punctuation mark or a
 * hyphen.
 */
function textOf(lines: readonly PageLine[]): string {
  return singleSpaced(
    lines
      .map(({ text }) => text)
      .join('\n')
      .replace(/\n(?=[,.;:)](?:\s|$)|-[a-z])|(?<=\()\n/gi, ''),
  );
}
