/**
 * Lines of the page that belong to no paper: navigation, sign-up banner, footer. Compared in lower case
 * and without white space, bullets and link markup.
 */
const FURNITURE = labels(
  // banner
  'new',
  'get trending papers in your email inbox once a day!',
  'get trending papers in your email inbox!',
  'subscribe',
  // page header
  'daily papers',
  'trending papers',
  'weekly papers',
  'monthly papers',
  'daily papers - hugging face',
  'trending papers - hugging face',
  'by',
  'ak',
  'byak and the research community',
  'by ak and the research community',
  'and the research community',
  'by ak and',
  'the research community',
  'daily',
  'weekly',
  'monthly',
  'previous',
  'next',
  'previous next',
  'load more',
  '<',
  '>',
  '←',
  '→',
  // site navigation
  'hugging face',
  "hugging face's logo",
  "hugging face's logo hugging face",
  'models',
  'datasets',
  'spaces',
  'buckets',
  'buckets new',
  'posts',
  'docs',
  'enterprise',
  'pricing',
  'log in',
  'sign up',
  'website',
  'tasks',
  'huggingchat',
  'collections',
  'languages',
  'organizations',
  'community',
  'blog',
  'learn',
  'discord',
  'forum',
  'papers',
  'solutions',
  'team & enterprise',
  'hugging face pro',
  'enterprise support',
  'inference providers',
  'inference endpoints',
  'storage buckets',
  'search models, datasets, users...',
  '(button)',
  // what extractors add
  'references',
  'references:',
  'visible links',
  'visible links:',
  'hidden links:',
  'extracted text',
  '## extracted text',
);

// Each of these stands above the cards too.
const NAVIGATION = ['models', 'datasets', 'spaces', 'pricing', 'docs', 'website'];
const FOOTER_LABELS = ['systemtheme', 'company', 'tos', 'termsofservice', 'privacy', 'about', 'careers', ...NAVIGATION];
// Text browsers join the labels of the footer: `TOSPrivacyAboutCareers`.
const FOOTER = new RegExp(`^(?:${FOOTER_LABELS.join('|')})+$`);

/** In characters. */
const LONGEST_LABEL = 60;
const LONGEST_HEADER = 80;

function labels(...texts: string[]): ReadonlySet<string> {
  return new Set(texts.join('|').replaceAll(' ', '').split('|'));
}

/** Text browsers join some labels and part others: `PreviousNext`, `by AK`, `(BUTTON) System theme`. */
function labelKey(text: string): string {
  return text.toLowerCase().replace(/\s+|^\(button\)\s+/g, '');
}

//  ```text    <a id="source-section-3"></a>    ------    * * *    ____________    [ search field   ]
const MARKUP_ONLY =
  /^(?:```\w*|(?:<[^<>]{1,80}>\s*)+|[-=_─━]{2,}|\[?[^[\]]{0,40}(?:_{3,}|\s{3,}\])|\*(?: ?\*){2,}|~{3,})$/;

/** @param text what a line shows */
export function isFurniture(text: string): boolean {
  return (
    (text.length <= LONGEST_LABEL && FURNITURE.has(labelKey(text))) || (text.length <= 200 && MARKUP_ONLY.test(text))
  );
}

// The lines that stand once at the top of each page, in the order of the page.
const BANNER = 'get trending papers in your email inbox';
const PAGE_TITLE = /^(?:daily|trending|weekly|monthly) papers$/;
const BYLINE_END = 'and the research community';

/** Whether the line belongs to the header with which a page starts. */
export function isPageHeader(text: string): boolean {
  if (text.length > LONGEST_HEADER) return false;
  const label = text.toLowerCase();
  return label.startsWith(BANNER) || PAGE_TITLE.test(label) || label.endsWith(BYLINE_END);
}

/** Whether the line belongs to what stands below the last card. */
export function isPageFooter(text: string): boolean {
  if (text.length > LONGEST_LABEL) return false;
  const key = labelKey(text);
  return FOOTER_LABELS.some((label) => key.startsWith(label)) && FOOTER.test(key) && !NAVIGATION.includes(key);
}
