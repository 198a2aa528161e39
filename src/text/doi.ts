//     doi:10.1000/182     DOI: https://doi.org/10.1000/182     dx.doi.org/10.1000/182     urn:doi:10.1000/182
const PREFIX = /^(?:(?:https?:\/\/)?(?:[\w-]+\.)*doi\.org\/|(?:info:)?doi[:/ ]\s*|urn:doi:){0,2}/i;
//     10.1000/182     10.1000%2F182
const DOI = /^10\.\d{4,9}(?:\.\d+)*\/\S+$/;
//     10.1000/182 10.1000/183     10.1000/182; 10.1000/183
// From the start of a run only, since any other start takes as long.
const ANOTHER = /(?<![\s,;])[\s,;]+(?=10\.\d{4,9}\/)/;

/** The DOI if the text is one and nothing else, without a prefix: `10.1000/182`; the first if there are several. */
export function bareDoi(text: string): string | null {
  const [first = ''] = text.trim().replace(PREFIX, '').split(ANOTHER, 1);
  const doi = first.replace(/%2f/i, '/');
  return DOI.test(doi) ? doi.replace(/(?<![.,;])[.,;]+$/, '') : null;
}
