import type { Format } from '../format.ts';
import { CardReader } from './cards.ts';

const AUTHORS_ROW = /^\s*(?:[•*+\-·[]\s*)*\d[\d,.]* authors?\b/m;
const DATE_ROW = /^.{0,80}(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{1,2}(?:, 20\d\d)?\b.{0,12}$/m;
const PAGE_WORDS =
  /and the research community|get trending papers in your email inbox|huggingface\.co(?:\/papers\/\d{4}\.|\/login\?next=%2Fpapers)|^\s*submitted by$|\bGitHub [\d.]+k?\b/im;

/** The page of Hugging Face Daily Papers, or one of its kind (search, trending, weekly), as text. */
export const dailyPapers: Format = {
  name: 'daily-papers',
  description: 'Hugging Face Daily Papers as text: copied, extracted or dumped',
  detect: (head) => {
    if (/^\s*(?:<!doctype|<html|<\?xml|[[{]\s*["{])/i.test(head)) return false;
    const rows = Number(AUTHORS_ROW.test(head)) + Number(DATE_ROW.test(head));
    return rows === 2 || (PAGE_WORDS.test(head) && (rows > 0 || /^#{1,6} /m.test(head)));
  },
  open: (output, options) => new CardReader(output, options),
};
