//     10.1000/182     doi:10.1000/182     https://doi.org/10.1000/182     https://dx.doi.org/10.1000%2F182
const DOI = /^(?:https?:\/\/(?:[\w-]+\.)*doi\.org\/|(?:info:)?doi[:/ ]\s*|urn:doi:)?(10\.\d{4,9}(?:\.\d+)*\/\S+)$/i;
//     10.1000/182 10.1000/183     10.1000/182; 10.1000/183
// From the start of a run only, since any other start takes as long.
const ANOTHER = /(?<![\s,;])[\s,;]+(?=10\.\d{4,9}\/)/;

/** The DOI if the text is one and nothing else, without a prefix: `10.1000/182`; the first if there are several. */
export function bareDoi(text: string): string | null {
  const [first = ''] = text.trim().split(ANOTHER, 1);
  const [, doi] = DOI.exec(first.replace(/%2f/i, '/')) ?? [];
  return doi === undefined ? null : doi.replace(/(?<![.,;])[.,;]+$/, '');
}
