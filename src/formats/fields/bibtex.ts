import { lazyFormat } from '../lazy-format.ts';
import { FIELD_LINE, parseBibtexEntry } from './bibtex-entry.ts';
import { BibtexSplitter, isRemark } from './bibtex-splitter.ts';

/** BibTeX and BibLaTeX, as reference managers, publishers, the ACL Anthology, DBLP, INSPIRE and ADS write it. */
export const bibtex = lazyFormat(
  { name: 'bibtex', isData: true, detect: isBibtex },
  () => import('./bibtex-reader.ts'),
);

/** Whether most lines are part of entries. */
function isBibtex(head: string): boolean {
  if (!/^[ \t]*@[ \t]*[A-Za-z]+\s*[{(]/m.test(head)) return false;
  let hasFields = false;
  let between = 0;
  const splitter = new BibtexSplitter({
    entry: ({ text, isCut }) => {
      hasFields ||= parseBibtexEntry(text, new Map(), isCut).fields.size > 0;
    },
    between: (text) => {
      if (!isRemark(text) && !FIELD_LINE.test(text)) between += 1;
    },
  });
  const lines = head.split(/\r\n|[\r\n]/);
  lines.forEach((line, index) => {
    splitter.line(line, index + 1);
  });
  splitter.end();
  // The head may end in the middle of a line of many entries.
  return hasFields && between <= Math.max(1, lines.filter((line) => line.trim() !== '').length / 2);
}
