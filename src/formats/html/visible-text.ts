import { arxivIdOfUrl, bareArxivId } from '../../text/arxiv-id.ts';
import { markdownHeader } from '../fields/markdown-cells.ts';
import { nameColumns } from './columns.ts';
import { SkippedElement } from './skipped-element.ts';
import { type HtmlAttributes, readHtml } from './tokens.ts';

/** A line of a page's text, and its offset in the page. */
export interface VisibleLine {
  readonly text: string;
  readonly offset: number;
  /** The names on the line that link to an author's papers. */
  readonly names?: readonly string[];
  /** The line is an identifier that links to its paper, and perhaps the number of its entry, and nothing else. */
  readonly isIdentifier?: boolean;
}

export interface VisibleTextOptions {
  /** Whether the text is Markdown with links, bullets and headings; otherwise it is plain, and authors are listed separately. */
  readonly hasLinks: boolean;
  /** Whether bold and italic text has `**` and `*` around it. */
  readonly hasEmphasis?: boolean;
  /** Whether tables are those of Markdown. */
  readonly hasCells?: boolean;
}

/**
 * The visible text of a page, without navigation and footer, as lines of Markdown: blank lines around each block, `### ` before
 * a heading, `* ` before an item of a list, `[text](url)` for a link within a line.
 *
 * @param base the address to which relative links refer
 */
export function visibleText(
  html: string,
  base: string,
  options: VisibleTextOptions = { hasLinks: true },
): VisibleLine[] {
  const writer = new LineWriter(base, options);
  const skipped = new SkippedElement();
  readHtml(html, {
    open(name, attributes) {
      if (skipped.isOpen) skipped.open(name);
      else if (writer.openFormula(name, attributes)) return;
      else if (
        invisible.has(name) ||
        (options.hasCells && name === 'summary') ||
        /^MathJax/.test(attributes.get('class')?.value ?? '')
      )
        skipped.start(name);
      else writer.open(name, attributes);
      // `</head>` may be left out.
      if (name === 'body') skipped.close('head');
    },
    close(name) {
      if (skipped.isOpen) skipped.close(name);
      else writer.close(name);
    },
    text(text, offset) {
      if (!skipped.isOpen) writer.text(text, offset);
    },
  });
  return writer.end();
}

/** Elements that show no text or surround the content of a page. */
const invisible: ReadonlySet<string> = new Set(
  'head script style svg noscript template textarea select nav footer'.split(' '),
);

const inline: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i img ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);

const prefixes: ReadonlyMap<string, string> = new Map([
  ...[1, 2, 3, 4, 5, 6].map((level): [string, string] => [`h${level}`, `${'#'.repeat(level)} `]),
  ['li', '* '],
]);

const emphasis: ReadonlyMap<string, string> = new Map([
  ...['b', 'strong'].map((name): [string, string] => [name, '**']),
  ...['i', 'em'].map((name): [string, string] => [name, '*']),
]);

/** The address of an author's papers. */
const AUTHOR = /[?&]searchtype=author&|[?&]query=[^&]{0,300}&searchtype=author|\/(?:a|find\/[\w-]+\/1\/au:[^/]+)\/?/;

//     [1]     12.     [3] arXiv:     nothing
const NUMBER_OF_ENTRY = /^(?:\[\d{1,6}\]|\d{1,6}\.)?\s?(?:arXiv:)?$/i;

/** Begins a cell, and ends a row. */
const CELL = ' | ';

/** The number of an entry is in fewer pieces. */
const MOST_PIECES = 10;

class LineWriter {
  readonly #base: string;
  readonly #lines: VisibleLine[] = [];
  /** The pieces of the current line, white space collapsed. */
  #pieces: string[] = [];
  #offset = 0;
  #endsInSpace = true;
  /** The mark of a heading or item, to put before the next text. */
  #prefix = '';
  /** The link that is open on this line, and the number of pieces before it. */
  #link: { url: string; from: number } | null = null;

  readonly #hasLinks: boolean;
  readonly #hasEmphasis: boolean;
  readonly #hasCells: boolean;
  /** Whether a row of the table has named its columns. */
  #hasColumns = false;
  #isInRow = false;
  /** The number of pieces before each emphasis that is open on this line. */
  #emphasized: number[] = [];
  #names: string[] = [];
  #isIdentifier = false;
  #isPreformatted = false;
  /** The `$` or `$$` around the TeX of an open formula. */
  #formula = '';

  constructor(base: string, { hasLinks, hasEmphasis = false, hasCells = false }: VisibleTextOptions) {
    this.#base = base;
    this.#hasLinks = hasLinks;
    this.#hasEmphasis = hasEmphasis;
    this.#hasCells = hasCells;
  }

  /** A page saved after MathJax ran contains each formula twice: typeset, and as TeX in a script. */
  openFormula(name: string, attributes: HtmlAttributes): boolean {
    const type = attributes.get('type')?.value ?? '';
    if (name !== 'script' || !type.startsWith('math/tex')) return false;
    this.#formula = type.includes('display') ? '$$' : '$';
    this.#add(this.#formula);
    return true;
  }

  open(name: string, attributes: HtmlAttributes): void {
    if (this.#hasCells && this.#openCell(name)) return;
    if (name === 'a') this.#openLink(attributes.get('href')?.value);
    else if (name === 'br') this.#endLine();
    else if (!inline.has(name)) this.#endBlock();
    else if (this.#hasEmphasis && emphasis.has(name)) this.#emphasized.push(this.#pieces.length);
    if (name === 'pre') this.#isPreformatted = true;
    if (this.#hasLinks) this.#prefix = prefixes.get(name) ?? this.#prefix;
    //   <div class='list-authors'>     a field whose name the page does not print
    else if (/(?:^|\s)list-authors(?:$|\s)/.test(attributes.get('class')?.value ?? '')) this.#prefix = 'Authors: ';
  }

  /** @returns whether the element is a cell, or something that breaks lines within one */
  #openCell(name: string): boolean {
    if (name === 'table') this.#hasColumns = false;
    const isCell = name === 'td' || name === 'th';
    // In a table, a cell without a row begins one.
    const beginsRow = name === 'tr' || (isCell && this.#hasColumns && !this.#isInRow);
    if (beginsRow) {
      this.#endRow();
      this.#endBlock();
      this.#isInRow = true;
    }
    if (!this.#isInRow) return false;
    if (isCell) this.#add(CELL);
    else if (name === 'br') this.#add('<br>');
    else if (inline.has(name)) return false;
    else if (name !== 'tr') this.#add(' ');
    return true;
  }

  /** Ends a row, and puts a rule below the one that names the columns. Without such a row, it is text. */
  #endRow(): void {
    if (!this.#isInRow) return;
    this.#isInRow = false;
    const names = this.#hasColumns ? null : markdownHeader(this.#pieces.join(''));
    const isHeader = names !== null && nameColumns(names);
    if (this.#hasColumns || isHeader) this.#add(CELL);
    else this.#pieces = this.#pieces.map((piece) => (piece === CELL ? ' ' : piece));
    this.#endLine();
    if (!isHeader) return;
    this.#hasColumns = true;
    this.#lines.push({ text: `|${'---|'.repeat(names.length)}`, offset: this.#offset });
  }

  close(name: string): void {
    if (this.#isInRow && !inline.has(name)) {
      if (name === 'tr' || name === 'table') this.#endRow();
      return;
    }
    if (name === 'script' && this.#formula !== '') {
      this.#add(this.#formula);
      this.#formula = '';
      return;
    }
    if (name === 'a') this.#closeLink();
    if (name === 'pre') this.#isPreformatted = false;
    if (this.#hasEmphasis) this.#closeEmphasis(emphasis.get(name));
    if (inline.has(name) || name === 'br') return;
    this.#endBlock();
    this.#prefix = '';
  }

  text(text: string, offset: number): void {
    if (this.#isPreformatted && text.includes('\n')) {
      this.#addLines(text.split('\n'), offset);
      return;
    }
    const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
    const added = this.#endsInSpace && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
    if (added === '') return;
    if (this.#pieces.length === 0 || (this.#isInRow && this.#pieces.length === 1)) this.#offset = offset;
    this.#add(this.#isInRow ? added.replaceAll('|', '\\|') : added);
  }

  /** Preformatted text keeps its line breaks, including blank lines. */
  #addLines(lines: readonly string[], offset: number): void {
    let at = offset;
    for (const [index, line] of lines.entries()) {
      if (index > 0) {
        if (this.#pieces.join('').trim() === '') this.#lines.push({ text: '', offset: at });
        this.#endLine();
      }
      this.text(line, at);
      at += line.length + 1;
    }
  }

  #add(text: string): void {
    this.#pieces.push(text);
    this.#isIdentifier &&= text.trim() === '';
    this.#endsInSpace = text.endsWith(' ');
  }

  end(): VisibleLine[] {
    this.#endLine();
    return this.#lines;
  }

  #endBlock(): void {
    this.#endLine();
    if (this.#lines.at(-1)?.text !== '') this.#lines.push({ text: '', offset: this.#offset });
  }

  #endLine(): void {
    const text = this.#pieces.join('').trim();
    if (text !== '') {
      const prefix = this.#prefix !== '' && text.startsWith(this.#prefix.trim()) ? '' : this.#prefix;
      this.#lines.push({
        text: prefix + text,
        offset: this.#offset,
        ...(this.#names.length > 0 && { names: this.#names }),
        ...(this.#isIdentifier && { isIdentifier: true }),
      });
      this.#prefix = '';
    }
    this.#names = [];
    this.#isIdentifier = false;
    this.#pieces = [];
    this.#endsInSpace = true;
    this.#link = null;
    this.#emphasized = [];
  }

  /** `text` → `**text**`, unless a block in it ended the line. */
  #closeEmphasis(mark: string | undefined): void {
    const from = mark === undefined ? undefined : this.#emphasized.pop();
    if (from === undefined || from > this.#pieces.length) return;
    const text = this.#pieces.splice(from).join('');
    const bare = text.trim();
    const marked = bare === '' || bare.startsWith('*') ? text : text.replace(bare, () => mark + bare + mark);
    if (marked !== '') this.#pieces.push(marked);
  }

  #openLink(href: string | undefined): void {
    const url = href !== undefined && URL.canParse(href, this.#base) ? new URL(href, this.#base) : null;
    this.#link = url !== null && /^https?:$/.test(url.protocol) ? { url: url.href, from: this.#pieces.length } : null;
  }

  /** `text` → `[text](url)`, unless a block in the link ended the line. */
  #closeLink(): void {
    if (this.#link === null) return;
    const { url, from } = this.#link;
    this.#link = null;
    if (!this.#hasLinks) {
      const label = this.#pieces.slice(from).join('').trim();
      if (AUTHOR.test(url)) this.#names.push(label);
      this.#isIdentifier =
        bareArxivId(label) !== null && arxivIdOfUrl(url) !== null && from < MOST_PIECES && this.#isNumber(from);
      return;
    }
    const text = this.#pieces.splice(from).join('');
    const label = text.trim().replace(this.#hasCells ? /[[\]]/g : /[\\[\]]/g, '\\$&');
    if (label === '') return;
    const address = url.replace(/\(/g, '%28').replace(/\)/g, '%29');
    this.#pieces.push(text.startsWith(' ') ? ' ' : '', `[${label}](${address})`, this.#endsInSpace ? ' ' : '');
  }

  /** Whether the pieces before this one are the number of an entry, or none. */
  #isNumber(end: number): boolean {
    return NUMBER_OF_ENTRY.test(this.#pieces.slice(0, end).join('').trim());
  }
}
