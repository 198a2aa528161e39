import { meaningOf } from './labelled-layout.ts';

/** Rewrites a line so that a colon stands behind its label, and a rule between two blocks; to be called for each line in order. */
export type Restyle = (raw: string) => string;

/** A way in which programs write labels without colons. */
interface Style {
  /** Shows that a text is written in this way. */
  readonly sign: Pick<RegExp, 'test'>;
  readonly restyle: () => Restyle;
}

const RULE = '---';
//     {Title}: cannot be anything but a label
const sure = (label: string) => `{${label.trim().split(' ').slice(0, 4).join(' ')}}:`;

const styles: readonly Style[] = [
  // The client of PostgreSQL, and Spark:
  //     -[ RECORD 1 ]----------     -RECORD 0--------------
  //     title   | Folding Kites
  {
    sign: /^-(?:\[ )?RECORD \d+/m,
    restyle: () => (raw) =>
      /^-(?:\[ )?RECORD \d/.test(raw)
        ? RULE
        : raw
            .replace(/^ {0,99}(?:(\w+) {0,99})?\| ?/, (_, name = '') => (name === '' ? '  ' : `${sure(name)} `))
            .replace(/(?<! ) *\+$/, ''),
  },
  // SQLite's client, with the labels on the right of their column:
  //       title = Folding Kites
  //     authors = Ada Clay, Bo Ek
  { sign: { test: isAligned }, restyle: () => withColon },
  // TOML:
  //     [[papers]]
  //     title = "Folding Kites"
  {
    sign: /^(?:\[\[[\w.-]{1,60}\]\]|\+\+\+)\s*\n(?:[^\n]*\n){0,20}?title = ["']/m,
    restyle: () => (raw) => (/^\[\[.*\]\]$/.test(raw) ? RULE : withColon(raw)),
  },
  // Ovid:
  //     <1>
  //     Title
  //       Folding Kites.
  {
    sign: /^<\d{1,6}>\s*\n[A-Z][A-Za-z ]{1,40}\n[ \t]+\S/m,
    restyle: () => (raw) =>
      /^<\d{1,6}>\s*$/.test(raw) ? RULE : raw.replace(/^(\p{L}[^:]{0,60}):?$/u, (_, label: string) => sure(label)),
  },
  // Embase:
  //     RECORD 1
  //     TITLE
  //     Folding Kites
  { sign: /^RECORD \d+\s*\n(?:[A-Z][A-Z ]+\n.+\n)*TITLE\s*$/m, restyle: labelsInCapitals },
  // AMiner:
  //     #*Folding Kites
  //     #@Ada Clay, Bo Ek
  {
    sign: /^#\*\S[^\n]*\n#(?:[@t!%]|year|conf|index)/m,
    restyle: () => (raw) =>
      raw.replace(/^#([*@!%]|[a-z]+?(?=\d|-|$)|c(?:onf)?|t)/, (_, tag: string) => `${sure(AMINER[tag] ?? tag)} `),
  },
  // Miller:
  //     title   Folding Kites
  //     authors Ada Clay, Bo Ek
  {
    sign: /^title {2,}\S[^\n]*\n(?:[a-z][\w-]* +\S[^\n]*\n)*(?:authors?|abstract|date|year|url|doi|id|published) +\S/m,
    restyle: labelsInColumn,
  },
];

function withColon(raw: string): string {
  return raw.replace(/^( {0,40}\w+) = /, '$1: ');
}

/** Whether a label next to that of the title ends in the same column, though it is not as long. */
function isAligned(head: string): boolean {
  const lines = head.split('\n');
  const title = lines.findIndex((line) => /^ {0,40}title = \S/.test(line));
  const [, indent = ''] = /^( *)title/.exec(lines[title] ?? '') ?? [];
  return [lines[title - 1], lines[title + 1]].some((line) => {
    const [, before = '', name = ''] = /^( {0,40})(\w{1,60}) = /.exec(line ?? '') ?? [];
    return (
      name !== '' && name.length !== 'title'.length && before.length + name.length === indent.length + 'title'.length
    );
  });
}

const AMINER: Readonly<Record<string, string>> = {
  '*': 'Title',
  '@': 'Authors',
  '!': 'Abstract',
  '%': 'References',
  t: 'Year',
  c: 'Venue',
  conf: 'Venue',
};

/** The value below a label is one even if it is in capitals. Names stand one a line. */
function labelsInCapitals(): Restyle {
  let label = '';
  let isLabel = false;
  return (raw) => {
    if (/^RECORD \d+\s*$/.test(raw)) return RULE;
    isLabel = !isLabel && /^[A-Z][A-Z ()/-]{1,50}$/.test(raw.trim());
    if (isLabel) label = raw.trim();
    if (isLabel) return sure(label);
    return label === 'AUTHOR NAMES' ? `- ${raw}` : raw;
  };
}

/** All labels of a block are as wide as the longest one. */
function labelsInColumn(): Restyle {
  return (raw) => {
    const [, label = '', gap = ''] = /^([a-z][\w-]*)( +)\S/.exec(raw) ?? [];
    return label !== '' && (gap.length > 1 || meaningOf(label) !== null) ? raw.replace(gap, ': ') : raw;
  };
}

/** How to rewrite the lines of a text so that colons stand behind its labels; null if they do already. */
export function restyleOf(head: string): Restyle | null {
  return styles.find(({ sign }) => sign.test(head))?.restyle() ?? null;
}
