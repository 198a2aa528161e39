import { lazyFormat } from '../lazy-format.ts';
import { RisSplitter } from './ris-splitter.ts';

/** RIS, MEDLINE of PubMed (`.nbib`), and the tags of EndNote, RefWorks, the Web of Science and the Cochrane Library. */
export const ris = lazyFormat({ name: 'ris', isData: true, detect: isRis }, () => import('./ris-reader.ts'));

/** Whether most lines are part of records. */
function isRis(head: string): boolean {
  let inside = 0;
  let outside = 0;
  let hasTitle = false;
  const splitter = new RisSplitter({
    record: (record) => {
      hasTitle ||= ['TI', 'T1', 'T'].some((tag) => record.has(tag));
    },
    between: () => {
      outside += 1;
    },
  });
  for (const line of head.split(/\r\n|[\r\n]/)) {
    if (line.trim() !== '') inside += 1;
    splitter.line(line, inside);
  }
  splitter.end();
  return hasTitle && splitter.hasFirstLines && outside <= inside / 2;
}
