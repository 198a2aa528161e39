import { isHtml, pageUrl } from '../html/page.ts';
import { lazyFormat } from '../lazy-format.ts';

/** A saved page of Daily Papers, as HTML. */
export const dailyPapersHtml = lazyFormat(
  {
    name: 'daily-papers-html',
    description: 'Hugging Face Daily Papers, saved page',
    detect: (head) => isHtml(head) && (PAGE.test(pageUrl(head)) || signs.some((sign) => sign.test(head))),
  },
  () => import('./reader.ts'),
);

/** The pages that list papers; a page of one paper is `/papers/2401.01234`. */
const PAGE = /^https?:\/\/huggingface\.co\/papers\/?(?:(?:date|week|month|trending)\b[^?#]*)?(?:[?#].*)?$/;

const signs = [
  /\bdata-target=["']?(?:Daily|Weekly|Monthly|Trending)Papers\b/,
  /(?:"|&quot;|&#34;|&#x22;)(?:dailyPapers|trendingPapers)(?:"|&quot;|&#34;|&#x22;)/,
  /<title>\s{0,99}(?:Daily|Weekly|Monthly|Trending) Papers\b[^<]{0,99}Hugging Face/,
  // The heading of a card.
  /<h3\b[^<>]{0,999}>\s{0,99}<a\b[^<>]{0,999}\bhref=["']?(?:https:\/\/huggingface\.co)?\/papers\/\d{4}\.\d{4,5}\b/,
];
