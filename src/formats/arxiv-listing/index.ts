import { isEncodedMail, textOfMails } from '../../mail/encoded-mail.ts';
import { MailReader } from '../../mail/mail-reader.ts';
import { QuoteReader } from '../../mail/quote-reader.ts';
import type { Paper } from '../../paper/paper.ts';
import type { Format, ReaderOutput } from '../format.ts';
import { holdsPaper } from '../holds-paper.ts';
import { EntryReader } from './entry-reader.ts';
import { tokenOf } from './tokens.ts';

/** Every listing shows some of these within its first lines. */
const SIGN = /^[> \t]*(?:arXiv:|Paper\b|Title:)/im;
/** Entries have fences, unlike other labelled text. */
const FENCE = /^[> \t]*\\{1,2}[ \t]*(?:\r?$|\()/im;

/** Begin a listing that has no headers. */
const BODY_START = /^(?:arXiv|Paper|Title|Authors?):/i;

/** Whether a text looks like an announcement. @param head of a file, or of a page that shows it */
export function isAnnouncement(head: string): boolean {
  return SIGN.test(head) && FENCE.test(head);
}

/**
 * The announcements of arXiv as text: daily mails, weekly and monthly files, 1992 to today.
 *
 *     lines ─▶ MailReader ─▶ QuoteReader ─▶ EntryReader ─▶ entries ─▶ papers
 *              messages      without `>`    tokens
 */
export const arxivListing = {
  name: 'arxiv-listing',
  readsMails: true,
  detect: (head) =>
    !head.trimStart().startsWith('<') &&
    isAnnouncement(isEncodedMail(head) ? textOfMails(head, 'text') : head) &&
    holdsPaper(head, openMails, isTelling),
  open: openMails,
} as const satisfies Format;

function openMails(output: ReaderOutput): MailReader {
  return new MailReader(output, {
    bodyStart: BODY_START,
    bodyType: 'text',
    openBody: (body) => new QuoteReader(new EntryReader(body), body, isStructure),
  });
}

/** Whether the text of a line can only be part of a listing. */
function isStructure(text: string): boolean {
  const { type } = tokenOf(text);
  return type !== 'text' && type !== 'field' && type !== 'replaced';
}

/** Titles and authors are labelled in many kinds of text: only an identifier or categories are arXiv's own. */
function isTelling({ id, authors, categories, date }: Paper): boolean {
  if (id === undefined) return authors !== undefined && categories !== undefined;
  return authors !== undefined || categories !== undefined || date !== null;
}
