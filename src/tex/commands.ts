export type TexStyle = 'italic' | 'bold' | 'code' | 'smallCaps' | 'superscript' | 'subscript';

/** Commands that set their argument, or the rest of the group, in a style. null: plain text, such as that of `\mbox`. */
export const STYLES: Readonly<Record<string, TexStyle | null>> = {
  ...table<TexStyle>('emph textit textsl it em sl itshape slshape', 'italic'),
  ...table<TexStyle>('textbf bf bfseries', 'bold'),
  ...table<TexStyle>('texttt tt ttfamily', 'code'),
  ...table<TexStyle>('textsc sc scshape', 'smallCaps'),
  ...table<TexStyle>('textsuperscript', 'superscript'),
  ...table<TexStyle>('textsubscript', 'subscript'),
  ...table(
    `textrm textsf textnormal textup textmd text mbox hbox underline uline rm rmfamily sf sffamily upshape normalfont small tiny`,
    null,
  ),
};

/** Commands that print a sign. */
export const SIGNS: Readonly<Record<string, string>> = {
  textbackslash: '\\',
  textless: '<',
  textgreater: '>',
  textbar: '|',
  textasciitilde: '~',
  textasciicircum: '^',
  textasciigrave: '`',
  textbraceleft: '{',
  textbraceright: '}',
  textunderscore: '_',
  textdollar: '$',
  textquotesingle: "'",
  textquotedbl: '"',
  textquoteleft: '‘',
  textquoteright: '’',
  textquotedblleft: '“',
  textquotedblright: '”',
  guillemotleft: '«',
  guillemotright: '»',
  textendash: '–',
  textemdash: '—',
  textellipsis: '…',
  ldots: '…',
  dots: '…',
  textbullet: '•',
  textperiodcentered: '·',
  textdegree: '°',
  degree: '°',
  textmu: 'µ',
  textpm: '±',
  texttimes: '×',
  texttrademark: '™',
  textregistered: '®',
  textcopyright: '©',
  copyright: '©',
  pounds: '£',
  textsterling: '£',
  texteuro: '€',
  S: '§',
  P: '¶',
  dag: '†',
  ddag: '‡',
  slash: '/',
  quad: ' ',
  qquad: ' ',
  newline: ' ',
  par: ' ',
  TeX: 'TeX',
  LaTeX: 'LaTeX',
};

export function table<Value>(names: string, value: Value): Record<string, Value> {
  return Object.fromEntries(names.split(' ').map((name) => [name, value]));
}

export function pairs(names: string, values: string): Record<string, string> {
  const list = values.split(' ');
  return Object.fromEntries(names.split(' ').map((name, index) => [name, list[index] ?? '']));
}
