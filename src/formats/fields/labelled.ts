import { hasDailyRows } from '../daily-papers/index.ts';
import { lazyFormat } from '../lazy-format.ts';
import { holdsPaperLink } from '../paper-list/entry.ts';
import { layoutOf } from './labelled-layout.ts';
import { readLabelledLine } from './labelled-line.ts';
import { restyleOf } from './labelled-style.ts';
import { titleNames } from './vocabulary-translations.ts';

const TITLES = `(?:[\\p{L} ]{0,12}title\\b|(?:${titleNames.replaceAll(', ', '|')})(?!\\p{L}))`;
const label = (names: string) => new RegExp(`^[^\\p{L}\\n]{0,20}(?:${names}).{0,6}[:：]`, 'imu');
/** Anything that could be a label of a paper. */
const SIGN = label(String.raw`${TITLES}|authors?\b`);
const TITLE = label(TITLES);
/** What has labels and is something else: arXiv's mails and pages, what page readers put above a page, HTML, JSON. */
const OTHERS =
  /^[> \t]*\\{1,2}[ \t]*\r?(?:$|\()|^[ \t]*(?:\[\d+\] ?)?arXiv:\S{9,20} \[?pdf|^[ \t]*(?:Subjects:[ \t]*\r?$|Submitted on\b|Markdown Content:|.{0,60}originally announced\b|<|\[? ?\{(?!\w[\w /]{1,30}\}:))/im;

/** Blocks of lines that each begin with a label: mails and notes that programs write. */
export const labelled = lazyFormat(
  {
    name: 'labelled',
    // Notes above saved pages have labels too.
    detect: (head) => {
      const text = restyled(head);
      return SIGN.test(text) && !OTHERS.test(text) && holdsBlocks(text) && !hasDailyRows(head);
    },
  },
  () => import('./labelled-reader.ts'),
);

function restyled(head: string): string {
  const restyle = restyleOf(head);
  return restyle === null ? head : head.split(/\r?\n/).map(restyle).join('\n');
}

/** Whether there are blocks with a title and something else that papers have. */
function holdsBlocks(head: string): boolean {
  // Labels below titles that are not labelled, with links, are a list that somebody keeps.
  if (!TITLE.test(head) && holdsPaperLink(head)) return false;
  return layoutOf(head.split(/\r?\n/).map((line, index) => readLabelledLine(line, index + 1))) !== null;
}
