/**
 * Parses a list of strings as printed by Python or JavaScript; null if the text is not such a list.
 *
 *     ['Ada Clay', "Bo O'Ek"]     [arxiv.Result.Author('Ada Clay')]     [{'id': '7', 'name': 'Ada Clay'}]
 */
export function readQuotedList(text: string): string[] | null {
  if (!/^[[({]/.test(text) || !/^.{0,40}?(?<![\p{L}\\])['"]/u.test(text)) return null;
  const strings = quotedStrings(text);
  const hasKeys = strings.some((string) => string.isKey);
  const values = hasKeys ? strings.filter((_, index) => isNameKey(strings[index - 1])) : strings;
  return values.length === 0 ? null : values.map((string) => string.text);
}

interface QuotedString {
  readonly text: string;
  /** A colon follows. */
  readonly isKey: boolean;
}

function isNameKey(string: QuotedString | undefined): boolean {
  return string?.isKey === true && /^(?:(?:full|display|author)[ _]?)?name$/i.test(string.text);
}

function quotedStrings(text: string): QuotedString[] {
  const strings: QuotedString[] = [];
  let at = 0;
  while (at < text.length) {
    const quote = text[at];
    at += 1;
    if (quote !== '"' && quote !== "'") continue;
    const start = at;
    while (at < text.length && text[at] !== quote) at += text[at] === '\\' ? 2 : 1;
    strings.push({ text: withoutEscapes(text.slice(start, at)), isKey: /^\s?:/.test(text.slice(at + 1, at + 3)) });
    at += 1;
  }
  return strings;
}

const CONTROLS: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** `O\'Ek` → `O'Ek`, `\xe9` and `\u00e9` → `é`, `\n` → a line break */
export function withoutEscapes(text: string): string {
  const plain = text.replace(
    /\\(?:x([\da-f]{2})|u([\da-f]{4})|(.))/gi,
    (_, byte?: string, unit?: string, other?: string) =>
      other === undefined ? String.fromCharCode(Number.parseInt(byte ?? unit ?? '', 16)) : (CONTROLS[other] ?? other),
  );
  // Half of a pair is no character.
  return plain.toWellFormed();
}
