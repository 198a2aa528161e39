import type { Fields, FieldValue } from './entry.ts';

/** Elements that hold the abstract, and what a publisher prints around it. */
const TEXTS = ['description', 'content:encoded', 'content', 'summary', 'dc:description'];

const BREAK = String.raw`<br\s{0,9}/?>`;

/** What publishers print around the abstract; none of it is read. */
const AROUND: readonly RegExp[] = [
  //     <p>Pond, Published online: 05 June 2024; <a href="…">doi:10.1000/pond.1</a></p>Frogs sing …
  /^\s*<p>[^<>]{1,200}Published online:[^<>]{1,40}(?:<a [^<>]*>)?doi:[^<>\s]*(?:<\/a>)?\s*<\/p>/,
  //     Ponds, Volume 42, Issue 4, Page 1-28, December 2026. <br/>Frogs sing …     Ponds, Ahead of Print. <br/>     Ponds, EarlyView.
  new RegExp(
    String.raw`^\s*(?:[^<>]{1,200}, )?(?:Volume \S{1,20}, [^<>]{1,120}|Ahead of Print|Early ?View)[\s.]*(?:${BREAK}|$)(?:[\s.]*(?:${BREAK}|$))?`,
  ),
  //     <p>by Tilda Moss, Ann Reed</p> Frogs sing …
  /^\s*<p>by [^<>]*<\/p>/,
  //     <div><p style="color: #4aa564;">J Ponds. 2026 Nov 25;12(3):1-9. doi: 10.1000/pond.1.</p>
  /^\s*<div>\s*<p style="color: #4aa564;">[^<>]*<\/p>/,
  //     <p style="color: lightgray">PMID:<a href="…">39000001</a> | DOI:<a href=…>10.1000/pond.1</a></p></div>
  /<p style="color: lightgray">PMID:.{0,999}$/s,
  //     <p><a href="…">Read more</a></p>     <p><a href="…">arXiv</a> | <a href="…">PDF</a></p>
  /(?:\s{0,9}<p>\s{0,9}(?:<a [^<>]{1,500}>[^<>]{1,100}<\/a>[\s|·•,-]{0,9}){1,9}<\/p>){1,3}\s*$/,
  //     [Pond Lett. 135, 220001] Published Tue Nov 24, 2026
  /\[[^[\]<>]{1,100}\]\s{0,9}Published [^<>]{6,40}$/,
];

/** Words before a value, and the element that has the value in other feeds. */
const LABELS: Readonly<Record<string, string>> = {
  'publication date': 'pubDate',
  published: 'pubDate',
  source: 'prism:publicationName',
  'author(s)': 'dc:creator',
  authors: 'dc:creator',
  upvotes: 'upvotes',
};

const names = Object.keys(LABELS).join('|').replace(/[()]/g, '\\$&');

//     <p>Publication date: March 2027</p>     <p><b>Source:</b> Ponds, Volume 171</p>     Author(s): Tilda Moss and Ann Reed<br/>
const LABELLED = new RegExp(
  String.raw`^\s*(?:<p>\s{0,9})?(?:<(?:b|strong)>)?(${names}):\s{0,9}(?:</(?:b|strong)>)?([^<>]*)(?:</p>|${BREAK})`,
  'i',
);

/**
 * Takes off what publishers print around abstracts, titles and names in their feeds: Nature, Elsevier, PLOS, PubMed, the American
 * Physical Society, MDPI, and all whose pages Atypon makes (ACM, Science, SAGE, Taylor & Francis, Wiley).
 */
export function publisherFields(fields: Fields): Fields {
  const found: Record<string, FieldValue> = {};
  const texts: Record<string, FieldValue> = {};
  for (const name of TEXTS) {
    const text = fields[name];
    if (typeof text === 'string') texts[name] = withoutLabelled(withoutPublisher(text), found);
  }
  return withoutPubMed({ ...found, ...fields, ...texts, ...titleOf(fields), ...authorOf(fields) });
}

function withoutPublisher(text: string): string {
  return AROUND.reduce((shown, pattern) => shown.replace(pattern, ''), text);
}

function withoutLabelled(text: string, found: Record<string, FieldValue>): string {
  let shown = text;
  for (let part = LABELLED.exec(shown); part !== null; part = LABELLED.exec(shown)) {
    const [whole, label = '', value = ''] = part;
    const name = LABELS[label.toLowerCase()];
    if (name !== undefined) found[name] ??= value.replace(/^Available online |, (?:Volume|Issue) .*$/gs, '').trim();
    shown = shown.slice(whole.length);
  }
  return shown;
}

//     <title>Ponds, Vol. 12, Pages 34: Round Kites</title>   <dc:title>Round Kites</dc:title>
function titleOf({ title, 'dc:title': own }: Fields): Fields {
  return typeof title === 'string' && typeof own === 'string' && title.endsWith(`: ${own}`) && /\bVol\. /.test(title)
    ? { title: own }
    : {};
}

//     <author>tilda@example.org (Tilda Moss), ann@example.org (Ann Reed)</author>
function authorOf({ author }: Fields): Fields {
  return typeof author === 'string' && author.includes('@')
    ? { author: author.replace(/[^\s,;@]{1,99}@[^\s,;()]{1,99}\s{0,9}\(([^()]*)\)/g, '$1') }
    : {};
}

/** PubMed repeats the last paragraph of an abstract as the description, and names the journal as the source. */
function withoutPubMed(fields: Fields): Fields {
  const { guid, description, 'dc:source': journal, ...others } = fields;
  const isPubMed = typeof guid === 'string' && guid.startsWith('pubmed:');
  return isPubMed && others['content:encoded'] !== undefined
    ? { ...others, guid, 'prism:publicationName': journal ?? null }
    : fields;
}
