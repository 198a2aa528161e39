import { pairs, SIGNS, STYLES, type TexStyle, table } from './commands.ts';
import { texParts } from './math.ts';
import { texCommandsToUnicode, texToUnicode } from './unicode.ts';

/** How an output format represents TeX. */
export interface TexTarget {
  /** Escapes text, which is in Unicode. */
  text(text: string): string;
  /** @param math with its delimiters */
  math(math: string): string;
  /** Delimiters before and after text in a style; styles that are left out are dropped. */
  readonly marks: Readonly<Partial<Record<TexStyle, readonly [before: string, after: string]>>>;
}

/** A run of text in one style. */
interface Piece {
  readonly text: string;
  readonly isMath: boolean;
  readonly styles: readonly TexStyle[];
}

interface Token {
  readonly text: string;
  readonly isMath: boolean;
  /** Name of a command: `emph` of `\emph`. */
  readonly command: string | undefined;
  /** Index of the matching brace; undefined if there is none. */
  partner: number | undefined;
}

const SYMBOLS: Readonly<Record<string, string>> = {
  ...SIGNS,
  ...table('linebreak', ' '),
  ...table('noindent par centering', ''),
  ...pairs('BibTeX', 'BibTeX'),
  ...pairs('alpha beta gamma delta epsilon varepsilon zeta eta theta iota kappa lambda', 'α β γ δ ϵ ε ζ η θ ι κ λ'),
  ...pairs('mu nu xi pi rho sigma tau upsilon phi varphi chi psi omega', 'μ ν ξ π ρ σ τ υ ϕ φ χ ψ ω'),
  ...pairs('Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega', 'Γ Δ Θ Λ Ξ Π Σ Υ Φ Ψ Ω'),
  ...pairs('sim approx pm times cdot to rightarrow infty leq le geq ge neq', '∼ ≈ ± × · → → ∞ ≤ ≤ ≥ ≥ ≠'),
};

const TOKEN = /\\([A-Za-z]+)\*?|\\[\s\S]|[{}]|[^\\{}]+|\\/g;
// OBJECT REPLACEMENT CHARACTER: ties and quotes depend on their neighbours.
const NEIGHBOUR = '\ufffc';

/**
 * Converts text that may be TeX to another format: style commands become markup of that format, accents and symbols become
 * Unicode, and mathematics is passed to the format unchanged. Unknown commands stay.
 *
 *     {\it in situ} with \textbf{bold} $x_1$ \ldots   →   <i>in situ</i> with <b>bold</b> $x_1$ …
 *
 * @param isTex the text was written as TeX, so braces that only group are markup too
 */
export function renderTex(text: string, isTex: boolean, target: TexTarget): string {
  const pieces = texPieces(text, isTex);
  let open: readonly TexStyle[] = [];
  const written = pieces.map((piece, index) => {
    const styles = piece.styles.filter((style) => target.marks[style] !== undefined);
    const marks = marksBetween(open, styles, target);
    open = styles;
    return marks + (piece.isMath ? target.math(piece.text) : target.text(inUnicode(pieces, index, isTex)));
  });
  return written.join('') + marksBetween(open, [], target);
}

/** The text in Unicode, without markup. */
export function texToText(text: string, isTex: boolean): string {
  if (!text.includes('\\') && !(isTex && /[{}`'~-]/.test(text))) return text;
  return renderTex(text, isTex, { text: (piece) => piece, math: (math) => math, marks: {} });
}

function marksBetween(open: readonly TexStyle[], wanted: readonly TexStyle[], { marks }: TexTarget): string {
  let common = 0;
  while (common < open.length && open[common] === wanted[common]) common += 1;
  const closing = open.slice(common).reverse();
  return [...closing.map((style) => marks[style]?.[1]), ...wanted.slice(common).map((style) => marks[style]?.[0])].join(
    '',
  );
}

function inUnicode(pieces: readonly Piece[], index: number, isTex: boolean): string {
  const text = pieces[index]?.text ?? '';
  if (!isTex) return texCommandsToUnicode(text);
  const before = index === 0 ? '' : NEIGHBOUR;
  const after = index === pieces.length - 1 ? '' : NEIGHBOUR;
  const changed = texToUnicode(before + text + after);
  return changed.slice(before.length, changed.length - after.length);
}

function texPieces(text: string, isTex: boolean): Piece[] {
  return new PieceReader(tokensOf(text), isTex).read();
}

/** Divides tokens into pieces, and keeps track of the groups around them. */
class PieceReader {
  readonly #tokens: Token[];
  readonly #isTex: boolean;
  readonly #pieces: Piece[] = [];
  readonly #styles: TexStyle[] = [];
  /** The closing braces of the open groups that are markup, and whether each ends a style. */
  readonly #closers = new Map<number, boolean>();

  constructor(tokens: Token[], isTex: boolean) {
    this.#tokens = tokens;
    this.#isTex = isTex;
  }

  read(): Piece[] {
    for (let at = 0; at < this.#tokens.length; ) at = this.#readToken(at);
    return this.#pieces;
  }

  /** @returns the index of the next token to read */
  #readToken(at: number): number {
    const token = this.#tokens[at] as Token;
    const endsStyle = this.#closers.get(at);
    if (endsStyle !== undefined) {
      if (endsStyle) this.#styles.pop();
      return at + 1;
    }
    const next = this.#readCommand(token, argumentOf(this.#tokens, at)) ?? this.#readGroup(at);
    if (next !== null) return next;
    if (token.isMath) this.#pieces.push({ text: token.text, isMath: true, styles: [...this.#styles] });
    else this.#addText(symbolOf(token) ?? token.text);
    return at + 1;
  }

  /** Reads `\url{…}`, `\href{…}{…}` and `\emph{…}`. */
  #readCommand({ command }: Token, group: number | undefined): number | null {
    if (command === undefined || group === undefined) return null;
    const end = this.#tokens[group]?.partner ?? group;
    if (command === 'url') {
      this.#addText(joined(this.#tokens, group + 1, end).replace(/\\([%&#_~])/g, '$1'));
      return end + 1;
    }
    if (command === 'href') {
      // Keep the text of a link, not its address.
      if (this.#tokens[end + 1]?.partner !== undefined) return this.#openGroup(end + 1, null);
      this.#addText(joined(this.#tokens, group + 1, end));
      return end + 1;
    }
    return Object.hasOwn(STYLES, command) ? this.#openGroup(group, STYLES[command] ?? null) : null;
  }

  /** Reads the start of `{\it …}`, or of a group that is only markup. */
  #readGroup(at: number): number | null {
    if (!isOpening(this.#tokens[at])) return null;
    const first = this.#tokens[at + 1]?.command;
    if (first !== undefined && Object.hasOwn(STYLES, first) && argumentOf(this.#tokens, at + 1) === undefined) {
      trimStart(this.#tokens, at + 2);
      return this.#openGroup(at, STYLES[first] ?? null) + 1;
    }
    return this.#isTex && isPlainGroup(this.#tokens, at) ? this.#openGroup(at, null) : null;
  }

  /** @returns the index after the opening brace */
  #openGroup(brace: number, style: TexStyle | null): number {
    const isStyled = style !== null && !this.#styles.includes(style);
    if (isStyled) this.#styles.push(style);
    this.#closers.set(this.#tokens[brace]?.partner ?? -1, isStyled);
    return brace + 1;
  }

  #addText(text: string): void {
    addText(this.#pieces, text, this.#styles);
  }
}

/** The tokens of the text; joined, they are the text again. */
function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const braces: number[] = [];
  for (const part of texParts(text)) {
    const found = part.isMath ? [[part.text] as const] : part.text.matchAll(TOKEN);
    for (const [piece, command] of found) {
      const token: Token = { text: piece, isMath: part.isMath, command, partner: undefined };
      if (!part.isMath && piece === '{') braces.push(tokens.length);
      const opening = !part.isMath && piece === '}' ? braces.pop() : undefined;
      if (opening !== undefined) {
        token.partner = opening;
        (tokens[opening] as Token).partner = tokens.length;
      }
      tokens.push(token);
    }
  }
  return tokens;
}

function isOpening(token: Token | undefined): boolean {
  return token?.text === '{' && token.partner !== undefined;
}

/** Index of the brace that opens the argument of a command: `\emph{…}`, `\emph {…}`. */
function argumentOf(tokens: readonly Token[], command: number): number | undefined {
  const next = tokens[command + 1];
  const brace = next !== undefined && !next.isMath && /^ +$/.test(next.text) ? command + 2 : command + 1;
  return isOpening(tokens[brace]) ? brace : undefined;
}

/** `{Bayesian}`, but not what belongs to a command: `\cite{…}`, `\v{s}`, `{\"o}`, `{\L}`; nor `{}`, which ends one. */
function isPlainGroup(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const isCommand = after?.text.startsWith('\\') === true && symbolOf(after) === undefined;
  return before?.text.startsWith('\\') !== true && !isCommand && after?.text !== '}';
}

function symbolOf({ command, text }: Token): string | undefined {
  if (text === '\\\\') return ' ';
  return command !== undefined && Object.hasOwn(SYMBOLS, command) ? SYMBOLS[command] : undefined;
}

/** TeX ignores spaces after a command. */
function trimStart(tokens: Token[], index: number): void {
  const token = tokens[index];
  if (token !== undefined && !token.isMath) tokens[index] = { ...token, text: token.text.trimStart() };
}

function joined(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ text }) => text)
    .join('');
}

/** Adds text to the last piece if it has the same style. Spaces at its ends have no style, as Markdown requires. */
function addText(pieces: Piece[], text: string, styles: readonly TexStyle[]): void {
  if (styles.length > 0 && text !== text.trim()) {
    const core = text.trim();
    const start = text.length - text.trimStart().length;
    addText(pieces, text.slice(0, start), []);
    addText(pieces, core, styles);
    addText(pieces, text.slice(start + core.length), []);
    return;
  }
  const last = pieces.at(-1);
  if (text === '') return;
  if (last !== undefined && !last.isMath && last.styles.join() === styles.join()) {
    pieces[pieces.length - 1] = { ...last, text: last.text + text };
  } else {
    pieces.push({ text, isMath: false, styles: [...styles] });
  }
}
