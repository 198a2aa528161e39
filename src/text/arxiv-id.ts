/**
 * arXiv identifiers (https://info.arxiv.org/help/arxiv_identifier.html), in one canonical form: without a version and
 * without a subject class.
 *
 *     2406.01234    0704.0001    astro-ph/9204001    math/0309136
 */

// Four digits until December 2014, five since then.
const NEW_STYLE = String.raw`(?:\d{2}(?:0[1-9]|1[0-2])\.\d{5}|(?:0\d|1[0-4])(?:0[1-9]|1[0-2])\.\d{4})`;
const OLD_ARCHIVE = '[a-z]+(?:-[a-z]+)*';
const OLD_STYLE = String.raw`${OLD_ARCHIVE}(?:\.[a-z]+(?:-[a-z]+)*)?\/\d{2}(?:0[1-9]|1[0-2])\d{3}`;
const VERSION = String.raw`(?:v\d{1,3})?`;

const BARE = new RegExp(`^(${NEW_STYLE}|${OLD_STYLE})${VERSION}$`, 'i');

//     https://arxiv.org/abs/2406.01234v2     http://export.arxiv.org/pdf/math.GT/0309136.pdf
//     https://huggingface.co/papers/2406.01234     https://www.alphaxiv.org/abs/2406.01234
//     https://doi.org/10.48550/arXiv.2406.01234
const ADDRESS = new RegExp(
  String.raw`(?:^|\/)(?:abs|pdf|html|format|src|e-print|papers?|overview|forum|10\.48550)\/(?:arxiv[.:])?(${NEW_STYLE}|${OLD_STYLE})${VERSION}(?:\.pdf)?(?![\w.]*\d)`,
  'i',
);

//     arXiv:2406.01234v1     oai:arXiv.org:2406.01234     10.48550/arXiv.2406.01234     ARXIV: math.GT/0309136
const PREFIXED = new RegExp(
  String.raw`(?:\barxiv(?:\.org)?\s?[:.]\s?|10\.48550\/arxiv\.)(${NEW_STYLE}|${OLD_STYLE})${VERSION}(?!\d)`,
  'i',
);

function canonical(id: string): string {
  const slash = id.indexOf('/');
  if (slash < 0) return id;
  const archive = id.slice(0, slash).toLowerCase();
  const dot = archive.indexOf('.');
  return `${dot < 0 ? archive : archive.slice(0, dot)}${id.slice(slash)}`;
}

/** The identifier if the text is one and nothing else, with or without a version, a subject class or `arXiv:`. */
export function bareArxivId(text: string): string | null {
  const id = BARE.exec(text.trim().replace(/^arxiv:\s*/i, ''))?.[1];
  return id === undefined ? null : canonical(id);
}

/** The identifier in the address of a page of arXiv, Hugging Face or a similar site. */
export function arxivIdOfUrl(url: string): string | null {
  const id = ADDRESS.exec(url)?.[1];
  return id === undefined ? null : canonical(id);
}

/** The first identifier in the text that is marked as one: bare, `arXiv:…`, `oai:…`, arXiv's DOI or an address. */
export function findArxivId(text: string): string | null {
  const prefixed = PREFIXED.exec(text)?.[1];
  return bareArxivId(text) ?? (prefixed === undefined ? arxivIdOfUrl(text) : canonical(prefixed));
}

/** The address of the paper's page on arXiv. */
export function arxivUrl(id: string): string {
  return `https://arxiv.org/abs/${id}`;
}

/** The address of the paper as PDF. */
export function arxivPdfUrl(id: string): string {
  return `https://arxiv.org/pdf/${id}`;
}

/** The address of the paper's page on Hugging Face. */
export function huggingFaceUrl(id: string): string {
  return `https://huggingface.co/papers/${id}`;
}

/** The year in which the identifier was assigned. */
export function yearOfArxivId(id: string): number | undefined {
  const digits = /^(?:[a-z-]+\/)?(\d\d)\d\d/.exec(id)?.[1];
  return digits === undefined ? undefined : arxivYear(digits);
}

/** The year that two or four digits mean: arXiv began in 1991. */
export function arxivYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year >= 91 ? 1900 + year : 2000 + year;
}
