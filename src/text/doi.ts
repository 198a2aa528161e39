//     doi:10.1000/182     DOI: https://doi.org/10.1000/182     dx.doi.org/10.1000/182     urn:doi:10.1000/182
const PREFIX = /^(?:(?:https?:\/\/)?(?:[\w-]+\.)*doi\.org\/|(?:info:)?doi[:/ ]\s*|urn:doi:){0,2}/i;
//     10.1000/182     10.1000%2F182     10.1000/S0140%2804%29182
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;
//     10.1000/182 10.1000/183     10.1000/182; 10.1000/183     10.1000/182 openalex:W1
// From the start of a run only, since any other start takes as long.
const ANOTHER = /(?<![\s,;])[\s,;]+(?=10\.\d{4,9}\/|[a-z]{3,10}:)/;

/**
 * The DOI if the text is one and nothing else, without a prefix: `10.1000/182`; the first if there are several. Also the DOI
 * in the address of a publisher's page.
 */
export function bareDoi(text: string): string | null {
  // Most texts hold none.
  if (!text.includes('10.')) return null;
  const [first = ''] = text.trim().replace(PREFIX, '').split(ANOTHER, 1);
  const doi = decoded(doiOfPage(first) ?? first);
  return DOI.test(doi) ? doi.replace(/(?<![.,;])[.,;]+$/, '') : null;
}

/** Without percent-encoding, which addresses of DOIs have: `%28` is `(`. */
function decoded(doi: string): string {
  if (!doi.includes('%')) return doi;
  return doi.replace(/%([2-7][\da-f])/gi, (code, digits: string) =>
    /^(?:20|7f)$/i.test(digits) ? code : String.fromCharCode(Number.parseInt(digits, 16)),
  );
}

//     https://example.org/doi/full/10.1000/182?ref=pdf     https://example.org/kites/article?id=10.1000/182
const PAGE = /^https?:\/\/[^\s/]+\/(?:[^\s?#]*\/|[^\s#]*[?&](?:id|doi)=)(10\.\d{4,9}(?:\/|%2f)[^\s?#&]+)/i;
//     10.1000/182/full     10.1000/182.full.pdf     10.1101/2024.01.02.345678v2.full
const PART =
  /(?:v\d{1,2})?(?:[/.](?:full|abstract|pdf|epdf|meta|html?|summary|fulltext|full-text|short)){1,3}\/?$|v\d{1,2}$|\/$/i;

/** The DOI in the address of a page, without the name of the part of the page behind it. */
function doiOfPage(address: string): string | null {
  const doi = PAGE.exec(address)?.[1];
  return doi === undefined ? null : doi.replace(PART, '');
}
