import { QuoteType, Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** Attributes of a tag by their lower-case names. */
export type HtmlAttributes = ReadonlyMap<string, HtmlAttribute>;

export interface HtmlAttribute {
  /** Character references decoded. */
  readonly value: string;
  /** For `attributeOffset`: the pieces of the value that the page contains literally. */
  readonly pieces: readonly AttributePiece[];
}

interface AttributePiece {
  /** Offset in the value. */
  readonly offset: number;
  /** Offsets in the page. */
  readonly start: number;
  readonly end: number;
}

/** Names of HTML are in lower case, and offsets refer to the page. Tags are passed on as they are, paired or not. */
export interface HtmlHandler {
  open(name: string, attributes: HtmlAttributes, offset: number): void;
  close?(name: string, offset: number): void;
  /** A piece of text, character references decoded; a run of text may be split into several pieces. */
  text?(text: string, offset: number): void;
}

/** The number of attributes of a tag that are kept; millions would fill the memory. */
const MOST_ATTRIBUTES = 1000;

/** Runs the tokenizer of htmlparser2. */
export function tokenize(text: string, callbacks: Partial<TokenizerCallbacks>, isXml = false): void {
  const ignore = () => {};
  const tokenizer = new Tokenizer(
    { xmlMode: isXml },
    {
      onattribdata: ignore,
      onattribentity: ignore,
      onattribend: ignore,
      onattribname: ignore,
      oncdata: ignore,
      onclosetag: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onopentagname: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
      ontext: ignore,
      ontextentity: ignore,
      ...callbacks,
    },
  );
  tokenizer.write(text);
  tokenizer.end();
}

/**
 * Reads a page from top to bottom, without a tree. It uses only the tokenizer of htmlparser2, because the time of its parser
 * grows with the square of the depth of the elements, and because the tokenizer reads on after any damage.
 */
export function readHtml(html: string, handler: HtmlHandler): void {
  readMarkup(html, handler, false);
}

/** The same for XML. Entities that a document type defines stay as they are written. */
export function readXml(xml: string, handler: HtmlHandler): void {
  readMarkup(xml, handler, true);
}

function readMarkup(source: string, handler: HtmlHandler, isXml: boolean): void {
  const nameIn = (start: number, end: number) =>
    isXml ? source.slice(start, end) : source.slice(start, end).toLowerCase();
  let name = '';
  let tagStart = 0;
  let attributes = new Map<string, HtmlAttribute>();
  let attribute = new AttributeBuilder();
  let attributeName = '';
  let textEnd = 0;
  const openTag = () => {
    handler.open(name, attributes, tagStart);
    attributes = new Map();
  };
  const callbacks: Partial<TokenizerCallbacks> = {
    onopentagname(start, end) {
      name = nameIn(start, end);
      tagStart = start - 1;
    },
    onattribname(start, end) {
      attributeName = nameIn(start, end);
      attribute = new AttributeBuilder();
    },
    onattribdata: (start, end) => attribute.data(source, start, end),
    onattribentity: (codePoint) => attribute.character(codePoint),
    onattribend(quote, end) {
      const valueEnd = quote === QuoteType.Single || quote === QuoteType.Double ? end - 1 : end;
      attribute.data(source, valueEnd, valueEnd);
      if (attributes.size < MOST_ATTRIBUTES && !attributes.has(attributeName))
        attributes.set(attributeName, attribute.build());
    },
    onopentagend: openTag,
    onselfclosingtag(end) {
      openTag();
      handler.close?.(name, end);
    },
    onclosetag: (start, end) => handler.close?.(nameIn(start, end), end),
    ontext(start, end) {
      handler.text?.(source.slice(start, end), start);
      textEnd = end;
    },
    ontextentity(codePoint, end) {
      handler.text?.(characterOf(codePoint), textEnd);
      textEnd = end;
    },
    oncdata(start, end, hidden) {
      if (isXml) handler.text?.(source.slice(start, end - hidden), start);
    },
  };
  tokenize(source, callbacks, isXml);
}

/** Decodes a reference such as `&#233;`; empty if it is a control character. */
function characterOf(codePoint: number): string {
  return String.fromCodePoint(codePoint).replace(/(?![\t\n\r])\p{Cc}/u, '');
}

/** Collects the value of an attribute, or a text in which no character is escaped. */
export class AttributeBuilder {
  readonly #texts: string[] = [];
  readonly #pieces: AttributePiece[] = [];
  #length = 0;

  data(html: string, start: number, end: number): void {
    this.#pieces.push({ offset: this.#length, start, end });
    this.#add(html.slice(start, end));
  }

  character(codePoint: number): void {
    this.#add(characterOf(codePoint));
  }

  build(): HtmlAttribute {
    return { value: this.#texts.join(''), pieces: this.#pieces };
  }

  #add(text: string): void {
    this.#texts.push(text);
    this.#length += text.length;
  }
}

/**
 * The offset in the page of a character of an attribute's value. Consecutive character references without text between them
 * are assumed to be of equal length.
 *
 *     data-props="{&quot;id&quot;:1}"     value {"id":1}, pieces {  id  :1}
 */
export function attributeOffset({ pieces }: HtmlAttribute, offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.offset ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  if (piece === undefined) return 0;
  const end = piece.offset + piece.end - piece.start;
  const next = pieces[low + 1];
  if (offset < end || next === undefined) return Math.min(piece.start + offset - piece.offset, piece.end);
  return piece.end + Math.floor(((next.start - piece.end) * (offset - end)) / Math.max(next.offset - end, 1));
}
