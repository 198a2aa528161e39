import { lazyFormat } from '../lazy-format.ts';

/** Something of which every listing shows some within its first lines, if only in the headers of an encoded mail. */
const SIGN = /^[> \t\u00a0]*(?:arXiv:|Paper\b|Title:)|^content-transfer-encoding:\s*base64/im;

/**
 * The announcements of arXiv as text: daily mails, weekly and monthly files, 1992 to today.
 *
 *     bytes ─▶ MailReader ─▶ QuoteReader ─▶ EntryReader ─▶ papers
 *              messages      without `>`    tokens, entries
 */
export const arxivListing = lazyFormat(
  {
    name: 'arxiv-listing',
    description: 'arXiv announcements: daily mails, weekly and monthly files',
    detect: (head) => SIGN.test(head),
  },
  () => import('./reader.ts'),
);
