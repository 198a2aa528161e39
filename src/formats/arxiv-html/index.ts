import { isHtml, pageUrl } from '../html/page.ts';
import { lazyFormat } from '../lazy-format.ts';

/** Saved arxiv.org pages `/list/…/new`, `/list/…/recent`, `/list/…/pastweek` and those of a month or year. */
export const arxivHtml = lazyFormat(
  {
    name: 'arxiv-html',
    description: 'arXiv listing, saved page',
    detect: (head) => isHtml(head) && (PAGE.test(pageUrl(head)) || signs.some((sign) => sign.test(head))),
  },
  () => import('./reader.ts'),
);

const PAGE = /^https?:\/\/(?:\w+\.)?arxiv\.org\/list\/./;

const signs = [
  /<dl\b[^<>]{0,999}\bid\s{0,9}=\s{0,9}["']?articles\b/i,
  /\bclass\s{0,9}=\s{0,9}["']?list-(?:identifier|title)\b/i,
  // Before there were classes: <dt><b>1.</b> <a href="/abs/hep-th/9901001">
  /<dt>(?:<[^<>]{0,99}>|[\s\w.[\]]){0,9}<a\b[^<>]{0,99}\bhref\s{0,9}=\s{0,9}["']?(?:https?:\/\/(?:\w+\.)?arxiv\.org)?\/abs\/[\w.-]/i,
];
