// Unprintable characters are controls, line separators and marks that change the text direction. V8 is slow to compile Unicode
// properties, so the patterns are inside the functions, after a cheap check that most text passes.

/** Makes text from outside safe for a terminal: control characters and direction marks become U+FFFD. */
export function printable(text: string): string {
  return /^[ -~]*$/.test(text) ? text : text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, '\ufffd');
}

/** The same for text with several lines; line breaks and tabs are kept. */
export function printableLines(text: string): string {
  return text.replace(/(?!\r?\n|\t)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, '\ufffd');
}

/** Truncates text for messages, ending in `...`. */
export function truncate(text: string, length = 60): string {
  // Do not split a surrogate pair.
  return text.length <= length ? text : `${text.slice(0, length - 3).replace(/[\ud800-\udbff]$/, '')}...`;
}

/** Text for display: on one line, without control characters and direction marks. */
export function readable(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/\p{Bidi_Control}/gu, '')
    .trim();
}
