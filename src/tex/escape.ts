import { renderTex, type TexTarget } from './markup.ts';
import { mapText, texParts } from './math.ts';
import { TIE } from './unicode.ts';

const SIGNS: Readonly<Record<string, string>> = {
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '\\': '\\textbackslash{}',
  // TeX's old fonts have ¡ ¿ — at these positions.
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  // Not `\{`, because BibTeX counts every brace, escaped or not.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
};
const MATH_BRACES: Readonly<Record<string, string>> = { '{': '\\lbrace ', '}': '\\rbrace ' };

// Commands that can access files, run programs, define commands, or change how the rest of the text is parsed.
const DANGEROUS = [
  'input include\\w* import subfile \\w+input\\w* (?:Input)?IfFileExists openin openout closein closeout read readline',
  'write immediate newread newwrite special shipout output directlua latelua lua\\w+ ShellEscape pdf\\w+ jobname',
  '[egx]?def let futurelet long outer global \\w+def (?:re)?newcommand providecommand DeclareRobustCommand',
  '(?:re)?newenvironment newtheorem usepackage RequirePackage documentclass documentstyle',
  'csname endcsname expandafter noexpand scantokens detokenize string meaning afterassignment aftergroup every\\w+',
  '\\w+code active makeatletter makeatother verb loop repeat endinput stop \\w+mode halign valign',
];
const DANGEROUS_COMMAND = new RegExp(`^\\\\@?(?:${DANGEROUS.join(' ').replaceAll(' ', '|')})$`);
const ENVIRONMENT =
  /^\\(?:begin|end)\{(?:equation|align|aligned|gather|gathered|split|eqnarray|array|[bpvBV]?matrix|smallmatrix|cases|displaymath|math|itemize|enumerate|center|quote)\*?\}$/;
// Commands that TeX accepts only in mathematics, but people write outside of it: `{\gamma}-ray`, `z \sim 3`.
const MATHEMATICAL =
  /^\\(?:[Aa]lpha|[Bb]eta|[Gg]amma|[Dd]elta|(?:var)?[Ee]psilon|[Zz]eta|[Ee]ta|(?:var)?[Tt]heta|[Ii]ota|[Kk]appa|[Ll]ambda|[Mm]u|[Nn]u|[Xx]i|[Pp]i|(?:var)?[Rr]ho|(?:var)?[Ss]igma|[Tt]au|[Uu]psilon|(?:var)?[Pp]hi|[Cc]hi|[Pp]si|[Oo]mega|sim|simeq|approx|equiv|propto|l[et]|g[et]|leq|geq|ll|gg|lesssim|gtrsim|pm|mp|times|cdot|infty|to|rightarrow|leftarrow|odot|circ|ell|hbar|nabla|partial|sum|int|in|subset|otimes|oplus|perp|star|ast)$/;
const COMMAND = /\\(?:(?:begin|end)\{[A-Za-z]*\*?\}|@?[A-Za-z]+|[\s\S]|$)/;
const TEXT_SIGN = new RegExp(`${COMMAND.source}|(${TIE.source})|[&%#_^~$<>|]`, 'gu');
const MATH_SIGN = new RegExp(String.raw`${COMMAND.source}|[&%#]|\^\^`, 'gu');

/** Escapes special characters; mathematics and styles stay TeX. */
const TEX: TexTarget = {
  text: plainToTex,
  math: mendTex,
  marks: {
    italic: ['\\emph{', '}'],
    bold: ['\\textbf{', '}'],
    code: ['\\texttt{', '}'],
    smallCaps: ['\\textsc{', '}'],
    superscript: ['\\textsuperscript{', '}'],
    subscript: ['\\textsubscript{', '}'],
  },
};

/**
 * Converts a text to TeX.
 *
 * @param isTex the text was written as TeX; in other texts, only mathematics and common commands are treated as TeX
 */
export function toTex(text: string, isTex: boolean): string {
  return isTex ? mendTex(text) : renderTex(text, false, TEX);
}

/** Converts plain text to TeX that prints it literally. */
export function plainToTex(text: string): string {
  return text.replace(/[&%$#_~^\\{}<>|]/g, (sign) => SIGNS[sign] ?? sign);
}

/**
 * Repairs TeX that was typed into a form: commands and mathematics stay; special characters that cannot be meant as TeX
 * (`M_BH` and `Q&A` outside of mathematics) are escaped; unbalanced braces are printed; commands that access files or redefine
 * others become their own names.
 */
function mendTex(text: string): string {
  return balanceBraces(mapText(text, mendText, mendMath));
}

function mendText(text: string): string {
  return text.replace(TEXT_SIGN, (match, tie: string | undefined) => {
    if (MATHEMATICAL.test(match)) return `\\ensuremath{${match}}`;
    if (match.startsWith('\\')) return mendCommand(match);
    return tie ?? SIGNS[match] ?? match;
  });
}

function mendMath(math: string): string {
  const hasColumns = math.includes('\\begin{');
  return math.replace(MATH_SIGN, (match) => {
    if (match.startsWith('\\')) return mendCommand(match);
    // `^^5c` is another way to write a backslash.
    if (match === '^^') return '\\textasciicircum{}\\textasciicircum{}';
    return match === '&' && hasColumns ? match : `\\${match}`;
  });
}

function mendCommand(command: string): string {
  if (/^\\(?:begin|end)/.test(command) && !ENVIRONMENT.test(command)) return plainToTex(command);
  if (command === '\\' || DANGEROUS_COMMAND.test(command)) return plainToTex(command);
  return command;
}

/** Prints unbalanced braces, and replaces escaped braces by commands if they are unbalanced. */
function balanceBraces(text: string): string {
  if (!/[{}]/.test(text)) return text;
  const pieces = texParts(text).flatMap(({ text: part, isMath }) =>
    Array.from(part.matchAll(/\\[\s\S]|[{}]|[^\\{}]+|\\/g), ({ 0: piece }) => ({ piece, isMath })),
  );
  const lonely = withoutPartner(pieces, '{', '}');
  if (lonely.size + withoutPartner(pieces, '\\{', '\\}').size === 0) return text;
  return pieces
    .map(({ piece, isMath }, index) => {
      const isPrinted = lonely.has(index) || piece === '\\{' || piece === '\\}';
      return isPrinted ? ((isMath ? MATH_BRACES : SIGNS)[piece.slice(-1)] ?? piece) : piece;
    })
    .join('');
}

function withoutPartner(pieces: readonly { piece: string }[], open: string, close: string): Set<number> {
  const opened: number[] = [];
  const lonely = new Set<number>();
  pieces.forEach(({ piece }, index) => {
    if (piece === open) opened.push(index);
    else if (piece === close && opened.pop() === undefined) lonely.add(index);
  });
  for (const index of opened) lonely.add(index);
  return lonely;
}
