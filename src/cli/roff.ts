/** Text for man(7), the macros of manual pages. */

const NAMES: Readonly<Record<string, string>> = {
  '\\': '\\e',
  '-': '\\-',
  "'": '\\(aq',
  '`': '\\(ga',
  '^': '\\(ha',
  '~': '\\(ti',
};

/** Escapes text for roff: special characters by name, non-ASCII characters by number. */
export function roff(text: string): string {
  return text
    .replace(/[\\'`^~-]/g, (character) => NAMES[character] ?? character)
    .replace(
      /[^\x00-\x7f]/gu,
      (character) => `\\[u${Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}]`,
    )
    .replace(/^\./gm, '\\&.');
}

export function bold(text: string): string {
  return `\\fB${roff(text)}\\fR`;
}

/** A term and its indented explanation. */
export function tagged(tag: string, text: string): string[] {
  return ['.TP', tag, text];
}

/** Lines printed as they are, indented. */
export function verbatim(text: string): string[] {
  return ['.PP', '.nf', '.RS', text, '.RE', '.fi'];
}
