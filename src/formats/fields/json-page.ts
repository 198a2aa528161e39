import { type Fields, isFields } from './entry.ts';

/** Members in which page readers and crawlers put the text of a page. */
const TEXTS = ['markdown', 'html', 'rawHtml', 'raw_content', 'content', 'text'];

/** A text with as many lines is a page, and with as many links to papers it is a listing. */
const LEAST_LINES = 20;
const LEAST_LINKS = 3;
const LINK = /(?:arxiv\.org\/(?:abs|pdf)|huggingface\.co\/papers|doi\.org)\/[^\s()<>"']+/g;

/**
 * The member of a page reader's answer that holds a page that lists papers; null for any other object, such as a paper.
 *
 *     {"data": {"markdown": "# Daily Papers\n\n…", "metadata": {"title": "Daily Papers", …}}}
 */
export function memberWithListing(fields: Fields): string | null {
  const name = TEXTS.find((text) => isListing(fields[text]));
  return name ?? (isFields(fields.data) ? memberWithListing(fields.data) : null);
}

function isListing(value: Fields[string] | undefined): boolean {
  if (typeof value !== 'string' || value.split('\n', LEAST_LINES).length < LEAST_LINES) return false;
  return new Set(value.match(LINK)).size >= LEAST_LINKS;
}
