import { isHtmlMail } from '../../mail/mail-reader.ts';
import { isAnnouncement } from '../arxiv-listing/index.ts';
import { lazyFormat } from '../lazy-format.ts';
import { hasTable } from './columns.ts';
import { isHtml, pageUrl } from './page.ts';
import { serviceOf } from './services.ts';

/** Pages that list papers, and arXiv's pages of one paper; those of Hugging Face are `/papers/2401.01234`. */
const PAGE =
  /^https?:\/\/(?:(?:\w+\.)?arxiv\.org\/(?:list|search|abs)\/?.|huggingface\.co\/papers\/?(?:(?:date|week|month|trending)\b[^?#]*)?(?:[?#].*)?$)/;

const signs: readonly RegExp[] = [
  // Hugging Face: the data of a page, its title, the heading of a card
  /\bdata-target=["']?(?:Daily|Weekly|Monthly|Trending)Papers\b/,
  /(?:"|&quot;|&#34;|&#x22;)(?:dailyPapers|trendingPapers)(?:"|&quot;|&#34;|&#x22;)/,
  /<title>\s{0,99}(?:Daily|Weekly|Monthly|Trending) Papers\b[^<]{0,99}Hugging Face/,
  /<h3\b[^<>]{0,999}>\s{0,99}<a\b[^<>]{0,999}\bhref=["']?(?:https:\/\/huggingface\.co)?\/papers\/\d{4}\.\d{4,5}\b/,
  // arXiv: a list, a search result, an identifier that links to its paper
  /<dl\b[^<>]{0,999}\bid\s{0,9}=\s{0,9}["']?articles\b/i,
  /\bclass\s{0,9}=\s{0,9}["']?(?:list-(?:identifier|title)|arxiv-result)\b/i,
  /<a\b[^<>]{0,999}\bhref\s{0,9}=\s{0,9}["']?(?:https?:\/\/(?:\w+\.)?arxiv\.org)?\/abs\/[\w.-]{1,40}(?:\/\d{7})?["']?[^<>]{0,999}>\s{0,99}(?:arXiv:)?(?:\d{4}\.\d{4,5}|[a-z-]{2,20}\/\d{7})\b/i,
  /<meta\b[^<>]{0,99}\bname\s{0,9}=\s{0,9}["']?citation_title\b/i,
  // A list, or the bookmarks of a browser, whose items begin with links to papers
  /<(?:li|dt)\b[^<>]{0,999}>(?:\s{0,99}<(?:p|b|strong|em|i|span)\b[^<>]{0,999}>){0,4}\s{0,99}<a\b[^<>]{0,999}\bhref\s{0,9}=\s{0,9}["']?https?:\/\/arxiv\.org\/(?:abs|pdf)\//i,
  // GitHub: a list that somebody keeps
  /<title>[^<]{0,300}\b(?:awesome|papers?|reading[- ]list)\b/i,
];

function isList(head: string): boolean {
  //   <pre> with a mail of arXiv, as in archives of mailing lists
  if (head.trimStart().startsWith('<') && isAnnouncement(head)) return true;
  return (
    hasTable(head) || PAGE.test(pageUrl(head)) || signs.some((sign) => sign.test(head)) || serviceOf(head) !== undefined
  );
}

/**
 * Saved pages and fragments of them: the data that Hugging Face embeds in a page, otherwise the visible text, which is passed
 * to the text formats.
 */
export const html = lazyFormat(
  {
    name: 'html',
    isData: true,
    readsMails: true,
    detect: (head) => isHtmlMail(head) || (isHtml(head) && isList(head)),
  },
  () => import('./reader.ts'),
);
