import { readJsonHead } from '../json/head.ts';
import { lazyFormat } from '../lazy-format.ts';
import { isRecordHead, readTableHeader } from './head.ts';

/** What offprint writes itself: JSON, NDJSON, CSV, TSV. */
export const records = lazyFormat(
  {
    name: 'records',
    description: "offprint's own JSON, NDJSON, CSV or TSV",
    detect(head) {
      const json = readJsonHead(head);
      if (json !== null) return isRecordHead(json);
      return readTableHeader(/\S.*/.exec(head)?.[0] ?? '') !== null;
    },
  },
  () => import('./reader.ts'),
);
