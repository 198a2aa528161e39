import { readJsonHead } from '../json/head.ts';
import { lazyFormat } from '../lazy-format.ts';
import { isRecordHead } from '../records/head.ts';

/**
 * Daily Papers as JSON: answers of `/api/daily_papers` and `/api/papers/search`, the output of
 * `hf papers ls --format json`, NDJSON of the same objects.
 */
export const dailyPapersJson = lazyFormat(
  {
    name: 'daily-papers-json',
    description: 'Hugging Face Daily Papers, JSON of the API or of `hf papers ls`',
    detect(head) {
      const json = readJsonHead(head);
      if (json === null || isRecordHead(json)) return false;
      if (!/"id"\s*:\s*"\d{4}\.\d{4,5}(?:v\d+)?"/.test(head)) return false;
      return json.keys.has('paper') || signs.some((key) => json.keys.has(key));
    },
  },
  () => import('./reader.ts'),
);

/** Keys of a paper that offprint's own records do not have. */
const signs = ['summary', 'publishedAt', 'published_at', 'ai_summary', 'discussionId', 'discussion_id'];
