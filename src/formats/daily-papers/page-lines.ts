/*
 * The lines of the page that belong to no paper. Text browsers join some labels and separate others (`PreviousNext`,
 * `by AK`, `TOSPrivacyAboutCareers`), so labels are compared in lower case and without white space.
 */

/** Each occurs once at the top of a page. */
const HEADER = [
  'daily papers|trending papers|weekly papers|monthly papers',
  'daily papers - hugging face|trending papers - hugging face',
  'by ak and the research community|and the research community|the research community',
  'get trending papers in your email inbox once a day!|get trending papers in your email inbox!',
];

/** Lines below the last card, in pages of all years. None of them occurs above the cards. */
const FOOTER = [
  'system theme|company|tos|terms|terms of service|privacy|privacy policy|about|about us|careers|jobs|contact',
  '© hugging face|©hugging face|hugging face ©|copyright|cookies',
];

/** Above or below the cards, alone on a line or joined to those of the footer. */
const SITE_LABELS = ['website|models|datasets|spaces|pricing|docs|enterprise|solutions|buckets|posts|blog|community'];

const NAVIGATION = [
  ...SITE_LABELS,
  'new|subscribe|by|ak|by ak|by ak and|daily|weekly|monthly|today|previous|next|previous next|load more|<|>|←|→',
  "hugging face|hugging face's logo hugging face|buckets new|log in|sign up|tasks|huggingchat|collections|languages",
  'organizations|learn|discord|forum|papers|team & enterprise|hugging face pro|enterprise support',
  'inference providers|inference endpoints|storage buckets|search models, datasets, users...|(button)',
  'search by arxiv id or title|submit a paper|submit|search|search papers',
  // added by extractors
  'references|references:|visible links|visible links:|hidden links:|extracted text|## extracted text',
];

/** In characters. */
const LONGEST_LABEL = 80;

export type PageLine = 'header' | 'footer' | 'navigation' | 'logo' | 'decoration';

const kinds: ReadonlyMap<string, PageLine> = new Map([
  ...entries(NAVIGATION, 'navigation'),
  ...entries(FOOTER, 'footer'),
  ...entries(HEADER, 'header'),
]);

function entries(labels: readonly string[], kind: PageLine): [string, PageLine][] {
  return labels.flatMap((line) => line.split('|')).map((label) => [labelKey(label), kind]);
}

function labelKey(text: string): string {
  return text.toLowerCase().replace(/\s+|^\(button\)\s+/g, '');
}

/** The characters with which a line of the page can start, in lower case. */
export const PAGE_LINE_STARTS: ReadonlySet<string> = new Set(
  ['[', '_', '-', '=', '─', '━', '═', '*', '~', '`', ...[...kinds.keys()].map((key) => key.charAt(0))].filter(Boolean),
);

//   ```text    <a id="source-section-3"></a>    ------    * * *    ____________    [ search field   ]
const MARKUP_ONLY =
  /^(?:```\w*|(?:<[^<>]{1,80}>\s*)+|[-=_─━═]{2,}|\[?[^[\]]{0,40}(?:_{3,}|\s{3,}\])|\*(?: ?\*){2,}|~{3,})$/;

//   Trending Papers ranked by GitHub stars activity     ← shown while the pointer rests on a label
const TOOLTIP = /^(?:trending|daily|weekly|monthly) papers (?:ranked|sorted) by .{1,60}$/i;
const BYLINE_END = /\band the research community$/i;
const LOGO = /^(?:\[\d+\])?Hugging Face's logo/;

// Joined labels belong to the footer if one of them occurs there alone.
const footerKeys = FOOTER.flatMap((line) => line.split('|')).map(labelKey);
const siteKeys = SITE_LABELS.flatMap((line) => line.split('|')).map(labelKey);
const joinedLabels = new RegExp(`^(?:${[...new Set(['previous', 'next', ...footerKeys, ...siteKeys])].join('|')})+$`);

/** The beginnings of labels, for a quick check that rules out titles. */
const LABEL_START = new RegExp(`^(?:${[...new Set([...kinds.keys()].map(startOf))].join('|')})`, 'i');

function startOf(key: string): string {
  return [...key.slice(0, 3)].map((character) => character.replace(/\W/, '\\$&')).join('\\s*');
}

/**
 * The token for a line of the page; null for other lines.
 *
 * @param text without bullets in front of it
 */
export function pageLine(text: string): PageLine | null {
  if (text.length > 200) return null;
  if (text.length <= LONGEST_LABEL) {
    if (LOGO.test(text)) return 'logo';
    if (LABEL_START.test(text)) {
      const key = labelKey(text);
      const kind = kinds.get(key);
      if (kind !== undefined) return kind;
      if (joinedLabels.test(key)) return footerKeys.some((label) => key.includes(label)) ? 'footer' : 'navigation';
    }
    if (BYLINE_END.test(text)) return 'header';
    if (TOOLTIP.test(text)) return 'navigation';
  }
  return MARKUP_ONLY.test(text) ? 'decoration' : null;
}
