import { ACCENT, accented, LETTER, LETTERS } from '../../tex/accents.ts';
import { SIGNS, STYLES } from '../../tex/commands.ts';
import { texParts } from '../../tex/math.ts';
import { TIE } from '../../tex/unicode.ts';

/** Commands that change how their argument, or the rest of the group, is printed. */
const FORMATTING = [
  ...Object.keys(STYLES),
  ...'enquote mkbibquote mkbibemph mkbibitalic mkbibbold protect relax noopsort sortas'.split(' '),
].join('|');

const COMMA_BELOW = /\\textcommabelow\s?\{(\p{L})\}/gu;
const ACCENTS = new RegExp(String.raw`\\\\|${ACCENT}`, 'gu');

const TOKEN = new RegExp(
  [
    LETTER, // group 1
    String.raw`\\(${Object.keys(SIGNS).join('|')})(?![A-Za-z])(?:\{\}|\s+)?`, // group 2
    String.raw`\\(?:${FORMATTING})(?![A-Za-z])\s*`,
    String.raw`\\url\s{0,9}\{([^{}]*)\}`, // group 3
    String.raw`\\ensuremath\s{0,9}\{((?:[^{}]|\{[^{}]*\})*)\}`, // group 4
    String.raw`\\href\s{0,9}\{[^{}]*\}`,
    String.raw`\\([&%$#_{}])`, // group 5
    String.raw`\\([~^])\{\}`, // group 6
    String.raw`\\\\|\\[\s~,;:>]`,
    String.raw`\\[!/-]`,
    String.raw`\\[A-Za-z]+|\\.`,
    String.raw`\x60\x60|''|[?!]\x60|\x60([^\x60'{}\\]*)'(?!')`, // group 7
    '(?<!-)-{2,3}(?!-)',
    `(${TIE.source})`, // group 8
    '[{}]',
  ].join('|'),
  'gu',
);

const MARKS_OF_TEXT: Readonly<Record<string, string>> = {
  '``': '“',
  "''": '”',
  '?`': '¿',
  '!`': '¡',
  '--': '–',
  '---': '—',
};

/**
 * The text that a value of BibTeX prints. Braces that protect or group go, and so do commands that change the looks of a
 * text; accents and signs become characters; mathematics and commands that are not known stay as they are.
 *
 *     {T}iny {\'E}tudes in \${\textbackslash}lambda\$    →    Tiny Études in $\lambda$
 */
export function bibtexText(value: string): string {
  if (!/[\\{}~`'$-]/.test(value)) return value;
  const groups = new Groups(value.includes('\\textbackslash'));
  return texParts(value)
    .map(({ text, isMath }) => (isMath ? groups.math(text) : groups.text(text)))
    .join('');
}

/** An address or identifier, in which only escaped characters are TeX: `10.1000/a{\_}b`. */
export function bibtexAddress(value: string): string {
  return value
    .replace(/\\url\s{0,9}(?=\{)/g, '')
    .replace(/\{?\\(text[a-z]+)(?![A-Za-z])(?:\{\})?\}?/g, (sign, name: string) => SIGNS[name] ?? sign)
    .replace(/\\~(?:\{\})?/g, '~')
    .replace(/\\([&%$#_{}])/g, '$1')
    .replace(/[{}]/g, '');
}

/** Knows which braces group, and go, and which belong to a command that stays: `\mathcal{L}`. */
class Groups {
  readonly #open: boolean[] = [];
  readonly #isPlain: boolean;
  #belongsToCommand = false;

  /** @param isPlain escape TeX, so that `--` is two hyphens */
  constructor(isPlain: boolean) {
    this.#isPlain = isPlain;
  }

  math(text: string): string {
    this.#belongsToCommand = false;
    return text;
  }

  text(text: string): string {
    // Twice, for a letter with two accents: `\~{\^e}`.
    const plain = text
      .replace(COMMA_BELOW, (_, letter) => `${letter}\u0326`.normalize('NFC'))
      .replace(ACCENTS, accented)
      .replace(ACCENTS, accented);
    let end = 0;
    return plain.replace(TOKEN, (token: string, ...rest: (string | number | undefined)[]) => {
      const offset = Number(rest[8]);
      if (offset > end) this.#belongsToCommand = false;
      end = offset + token.length;
      const [letter, sign, address, math, escaped, empty, quoted, tie] = rest as (string | undefined)[];
      if (token === '{') return this.#brace(true);
      if (token === '}') return this.#brace(false);
      if (letter !== undefined) return LETTERS[letter] ?? token;
      if (sign !== undefined) return SIGNS[sign] ?? token;
      if (math !== undefined) return `$${math}$`;
      if (quoted !== undefined) return `‘${quoted}’`;
      if (tie !== undefined) return ' ';
      return address ?? escaped ?? empty ?? this.#other(token);
    });
  }

  #brace(opens: boolean): string {
    if (opens) {
      this.#open.push(this.#belongsToCommand);
      return this.#belongsToCommand ? '{' : '';
    }
    const stays = this.#open.pop() ?? false;
    // Another argument may follow.
    this.#belongsToCommand = stays;
    return stays ? '}' : '';
  }

  #other(token: string): string {
    if (!token.startsWith('\\')) return (this.#isPlain ? undefined : MARKS_OF_TEXT[token]) ?? token;
    if (token === '\\\\' || /^\\[\s~,;:>]$/.test(token)) return ' ';
    if (/^\\[!/-]$/.test(token) || /^\\href/.test(token) || STYLE.test(token)) return '';
    this.#belongsToCommand = /^\\[A-Za-z]/.test(token);
    return token;
  }
}

const STYLE = new RegExp(String.raw`^\\(?:${FORMATTING})\s*$`);
