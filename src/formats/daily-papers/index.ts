import { Line } from '../../input/line.ts';
import type { Format } from '../format.ts';
import { paperPage } from '../paper-page/index.ts';
import { DailyPapersReader } from './reader.ts';
import { Tokenizer } from './tokenizer.ts';
import type { Token } from './tokens.ts';

/*
 * Lines become tokens (tokenizer.ts, with markup.ts for the markup of extractors and rules.ts for the kinds of lines), tokens
 * become segments (segments.ts), segments become cards (pieces.ts, card.ts, split.ts for title and abstract) with facts that
 * all cards of a page have in common (facts.ts), and cards become papers (listing.ts, pending.ts).
 *
 * To add a layout: print it in test/printers/daily-papers.ts, so that random papers are read back from it, and put a pair
 * `NAME.txt` and `NAME.json` into fixtures/daily-papers/. Markup around lines belongs in markup.ts, and a new kind of line in
 * the table of rules.ts; no layout has its own parser.
 */

/** The page of Hugging Face Daily Papers, or a similar one (search, trending, weekly), as text. */
export const dailyPapers = {
  name: 'daily-papers',
  detect: (head) => evidenceIn(head) !== null && !paperPage.detect(head),
  open: (output, options) => new DailyPapersReader(output, options),
} as const satisfies Format;

//   https://huggingface.co/papers/2401.00001     https://huggingface.co/login?next=%2Fpapers
const PAPER_LINK = /huggingface\.co\/(?:papers\/\d{4}\.|login\?next=%2Fpapers)/;

/** Whether rows of cards show that the text is such a page, and no list of links that somebody made. */
export function hasDailyRows(head: string): boolean {
  return evidenceIn(head) === 'rows';
}

/** The evidence that the text is such a page; null if there is none. */
function evidenceIn(head: string): 'rows' | 'headings' | null {
  if (/^\s*(?:<!doctype|<html|<\?xml|[[{]\s*["{])/i.test(head)) return null;
  const found = new Set<string>();
  const tokenizer = new Tokenizer();
  for (const [index, text] of head.split('\n').entries()) {
    for (const token of tokenizer.read(new Line(text, index + 1))) found.add(evidenceOf(token));
    if (found.has('authors') && found.has('day')) return 'rows';
  }
  if (!found.has('page') && !PAPER_LINK.test(head)) return null;
  if (found.has('authors') || found.has('day')) return 'rows';
  return found.has('heading') ? 'headings' : null;
}

/** What a token reveals about the format of its listing. */
function evidenceOf(token: Token): string {
  switch (token.type) {
    case 'authors':
    case 'day':
      return token.type;
    case 'header':
    case 'submitted':
      return 'page';
    case 'github':
      return token.stars === null ? 'other' : 'page';
    case 'text':
      return token.isHeading ? 'heading' : 'other';
    default:
      return 'other';
  }
}
