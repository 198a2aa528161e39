import type { Format } from '../format.ts';
import { DailyPapersReader } from './reader.ts';

// White space at the beginning of a line, not of each of the empty lines before it.
const AUTHORS_ROW = /^[^\S\n]*(?:[^\sA-Za-z0-9][^\S\n]*){0,8}\d[\d,.]* authors?\b/m;
const DATE_ROW = /^.{0,80}(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}(?:, 20\d\d)?\b.{0,12}$/m;
const PAGE_WORDS =
  /and the research community|get trending papers in your email inbox|huggingface\.co(?:\/papers\/\d{4}\.|\/login\?next=%2Fpapers)|^[^\S\n]*submitted by$|\bGitHub [\d.]+k?\b/im;

/*
 * Lines become tokens (tokenizer.ts, with markup.ts for what an extractor put around them and rules.ts for all that a line
 * can be), tokens become segments (segments.ts), segments become cards (pieces.ts, card.ts, split.ts for title and abstract)
 * with the help of what is the same for all cards of a page (facts.ts), and cards become papers (listing.ts, pending.ts).
 *
 * To add a layout: print it in test/printers/daily-papers.ts, so that random papers are read back from it, and put a pair
 * `NAME.txt` and `NAME.json` into fixtures/daily-papers/. What it does to a line belongs into markup.ts, a new row into the
 * table of rules.ts; no layout has a parser of its own.
 */

/** The page of Hugging Face Daily Papers, or one of its kind (search, trending, weekly), as text. */
export const dailyPapers: Format = {
  name: 'daily-papers',
  description: 'Hugging Face Daily Papers as text: copied, extracted or dumped',
  detect: (head) => {
    if (/^\s*(?:<!doctype|<html|<\?xml|[[{]\s*["{])/i.test(head)) return false;
    const rows = Number(AUTHORS_ROW.test(head)) + Number(DATE_ROW.test(head));
    return rows === 2 || (PAGE_WORDS.test(head) && (rows > 0 || /^#{1,6} /m.test(head)));
  },
  open: (output, options) => new DailyPapersReader(output, options),
};
