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

//     thuTsinghua University
const GLUED = /^(?=[\d._-]*[a-z])[a-z0-9][a-z0-9._-]{2,}(?=\p{Lu})(.+)$/u;
//     not: inclusionAI, which may be the name itself
const CERTAINLY_GLUED = /^[a-z0-9][a-z0-9._-]{2,}(?=\p{Lu}\p{L}*\p{Ll}).+ ./u;
//     thu Tsinghua University     not: 360 Research
const IN_FRONT = /^(?=[\d._-]*[a-z])[a-z0-9._-]{3,} (?=[\p{Lu}\d])(.+)$/u;

/** Whether the name of a picture is certainly printed in front of an organization's name. */
export function hasPictureName(text: string): boolean {
  return behindRepetition(text) !== null || CERTAINLY_GLUED.test(text) || IN_FRONT.test(text);
}

/**
 * An organization's name without the name of its picture, which text browsers print in front of it:
 * `fern Fern Lab`, `fernFern Lab`, `CarnegieMellonUCarnegie Mellon University`.
 *
 * @param slug the last part of the organization's address, if that is known
 */
export function withoutPictureName(text: string, slug: string | undefined): string {
  if (slug !== undefined && letters(text) === letters(slug)) return text;
  if (slug !== undefined && text.startsWith(slug)) return text.slice(slug.length).trim();
  return behindRepetition(text) ?? GLUED.exec(text)?.[1] ?? IN_FRONT.exec(text)?.[1] ?? text;
}

/** The name, if that of the picture begins like it; otherwise null. */
function behindRepetition(text: string): string | null {
  const [first = ''] = text.split(' ', 1);
  const start = letters(first.slice(0, 9)).slice(0, 3);
  if (start === '') return null;
  for (let at = 3; at < first.length - 2; at += 1) {
    if (letters(first.slice(at, at + 9)).startsWith(start) && letters(first.charAt(at)) !== '') return text.slice(at);
  }
  const rest = text.slice(first.length + 1);
  return letters(rest.slice(0, 9)).startsWith(start) ? rest : null;
}

function letters(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
