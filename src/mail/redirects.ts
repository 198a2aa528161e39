/**
 * Addresses that mail programs and Google put in place of others, so that a click is checked or counted first:
 *
 *     https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Farxiv.org%2Fabs%2F2406.01234&data=…     Outlook
 *     https://urldefense.com/v3/__https://arxiv.org/abs/2406.01234__;!!…                                     Proofpoint
 *     https://urldefense.proofpoint.com/v2/url?u=https-3A__arxiv.org_abs_2406.01234&d=…                      Proofpoint
 *     https://www.google.com/url?sa=t&url=https://arxiv.org/abs/2406.01234&usg=…
 *     https://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/2406.01234&hl=…
 */
const IN_QUERY =
  /https?:\/\/(?:[\w-]{1,40}\.safelinks\.protection\.outlook\.com\/|(?:www|scholar)\.google\.[a-z.]{2,6}\/(?:scholar_)?url|urldefense\.proofpoint\.com\/(v2)\/url)[^\s<>"?]{0,40}\?(?:[\w-]{1,20}=[^\s<>"&]{0,200}&(?:amp;)?){0,5}?(?:url|q|u)=([^\s<>"'()[\]&]{1,2000})(?:&[^\s<>"'()[\]]{0,4000})?/gi;
const IN_PATH = /https?:\/\/urldefense\.(?:com|us)\/v3\/__(https?:\/\/[^\s<>"]{1,2000}?)__;[^\s<>"'()[\]]{0,2000}/gi;

/** Whether the text holds such an address. */
export function holdsRedirect(text: string): boolean {
  return /\bsafelinks\.protection\.outlook\.com\/|\burldefense\.|\bgoogle\.[a-z.]{2,6}\/(?:scholar_)?url\?/i.test(text);
}

/** The text with the addresses to which such addresses lead. */
export function withoutRedirects(text: string): string {
  return text
    .replace(IN_QUERY, (redirect, v2: string | undefined, target: string) =>
      // Proofpoint writes `-` for `%` and `_` for `/`.
      decoded(v2 === undefined ? target : target.replace(/-/g, '%').replace(/_/g, '/'), redirect),
    )
    .replace(IN_PATH, '$1');
}

/** @returns `otherwise` if it is no address */
function decoded(target: string, otherwise: string): string {
  try {
    const url = decodeURIComponent(target);
    return /^https?:\/\/\S+$/i.test(url) ? url : otherwise;
  } catch {
    return otherwise;
  }
}
