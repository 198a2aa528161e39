//     10.1000/182     doi:10.1000/182     https://doi.org/10.1000/182     https://dx.doi.org/10.1000%2F182
const DOI = /^(?:https?:\/\/(?:[\w-]+\.)*doi\.org\/|(?:info:)?doi[:/ ]\s*|urn:doi:)?(10\.\d{4,9}(?:\.\d+)*\/\S+)$/i;

/** The DOI if the text is one and nothing else, without a prefix: `10.1000/182`. */
export function bareDoi(text: string): string | null {
  const [, doi] = DOI.exec(text.trim().replace(/%2f/i, '/')) ?? [];
  return doi === undefined ? null : doi.replace(/[.,;]+$/, '');
}
