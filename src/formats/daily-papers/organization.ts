import { arxivIdOfUrl } from '../../text/arxiv-id.ts';
import { type Block, textOf } from './split.ts';

/** The organization in a row of a card. */
export interface OrganizationLabel {
  readonly text: string;
  readonly url: string | null;
  readonly reference: number | null;
}

/** A longer line, in characters, is not an organization's name. */
export const LONGEST_NAME = 100;
/** The limit if the line may be part of an abstract instead. */
const LONGEST_UNCERTAIN_NAME = 60;
/** Text is hardly ever wrapped to fewer columns. */
const NARROWEST_PAGE = 70;
/** A longer line was not wrapped by a terminal. */
const WIDEST_TERMINAL = 81;
const OWN_PAGE = /^(?:https?:\/\/huggingface\.co)?\/[\w.-]+$/;

/**
 * Takes the organization's name off the end of a card's text. A separator follows it:
 *
 *     Title                          Title
 *     Text of the abstract.          Fern Lab
 *     Fern Lab                       · 9 authors
 *     ·
 *     May 29
 *
 * @param run the block or line with the name is removed from it
 * @param isCertain a day follows the separator, so an author count or an organization precedes it
 * @param width of the longest line of the page; 0 if a blank line separates text and separator
 */
export function takeOrganization(run: Block[], isCertain: boolean, width: number): OrganizationLabel | null {
  const block = run.at(-1);
  if (block === undefined || block.isHeading || (block.url !== null && arxivIdOfUrl(block.url) !== null)) return null;
  const text = textOf(block);
  const isOwnPage = block.url !== null && OWN_PAGE.test(block.url);
  if (
    run.length > 1 &&
    (isOwnPage || isName(text, isCertain && run.length > 2 ? LONGEST_NAME : LONGEST_UNCERTAIN_NAME))
  ) {
    run.pop();
    return { text, url: block.url, reference: block.reference };
  }
  if (block.lines.length < 2) return null;
  const last = block.lines.at(-1) ?? '';
  const isOwnLine = isCertain || (width > 0 && !mayBeWrapped(block.lines.at(-2) ?? '', last, width));
  if (!isName(last, LONGEST_UNCERTAIN_NAME) || !isOwnLine) return null;
  block.lines.pop();
  return { text: last, url: null, reference: null };
}

/** Whether a page of this width may have wrapped the line at its end. */
function mayBeWrapped(line: string, next: string, width: number): boolean {
  if (line.length > WIDEST_TERMINAL) return false;
  return line.length + 1 + (next.split(' ', 1)[0] ?? '').length > Math.max(width, NARROWEST_PAGE);
}

function isName(text: string, longest: number): boolean {
  return text.length <= longest && !/[.!?:;,]$/.test(text);
}

/**
 * An organization's name without the name of its picture, which text browsers print in front of it:
 * `fern Fern Lab`, `fernFern Lab`, `CarnegieMellonUCarnegie Mellon University`.
 *
 * @param slug the last part of the organization's address, if that is known
 */
export function withoutPictureName(text: string, slug: string | undefined): string {
  if (slug !== undefined && text.startsWith(slug)) return text.slice(slug.length).trim() || text;
  const glued = /^([a-z0-9][a-z0-9._-]{2,})(?=\p{Lu})(.+)$/u.exec(text);
  if (glued !== null) return glued[2] ?? text;
  const [first = ''] = text.split(' ', 1);
  for (let at = 3; at < first.length - 2; at += 1) {
    if (first.slice(at, at + 3).toLowerCase() === first.slice(0, 3).toLowerCase()) return text.slice(at);
  }
  const rest = text.slice(first.length + 1);
  if (rest === '') return text;
  const isAlike = letters(first).length > 0 && letters(rest).slice(0, 3) === letters(first).slice(0, 3);
  return isAlike || (/^[a-z0-9._-]{3,}$/.test(first) && /^\p{Lu}/u.test(rest)) ? rest : text;
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, '');
}
