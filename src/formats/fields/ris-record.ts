import { splitAbbreviated } from '../../names/abbreviated.ts';
import { withoutAffiliations } from '../../names/affiliations.ts';
import { isDegree } from '../../names/name.ts';
import { type FieldEntry, type FieldValue, isFields } from './entry.ts';
import type { Dialect } from './ris-dialects.ts';

interface TaggedValue {
  readonly tag: string;
  readonly line: number;
  /** The value, with its continuation lines. */
  readonly lines: string[];
}

//     2024/05/03/Spring     2024//01/05
const DATE = /^(\d{4}(?=\/\/)|\d{4}\/\d{1,2}\/\d{0,2})\/.*$/;

/** A record that is longer, in characters, has lost its end. */
const LONGEST_RECORD = 1024 * 1024;

/** A record while its lines are read. */
export class RisRecord {
  readonly dialect: Dialect;
  readonly line: number;
  endLine: number;
  /** The line of a second title, which shows that lines before it were lost; otherwise null. */
  secondTitle: number | null = null;
  readonly #values: TaggedValue[] = [];
  #length = 0;

  constructor(dialect: Dialect, line: number) {
    this.dialect = dialect;
    this.line = line;
    this.endLine = line;
  }

  get isTooLong(): boolean {
    return this.#length > LONGEST_RECORD;
  }

  get isEmpty(): boolean {
    return this.#values.length === 0;
  }

  has(tag: string): boolean {
    return this.#values.some((value) => value.tag === tag);
  }

  add(tag: string, value: string, line: number): void {
    if (/^(?:TI|T1|T)$/.test(tag) && this.has(tag)) this.secondTitle ??= line;
    this.#values.push({ tag, line, lines: [value] });
    this.#grow(value, line);
  }

  /** A line without a tag. */
  continue(text: string, line: number): void {
    const last = this.#values.at(-1);
    if (last === undefined) return;
    if (this.dialect.lists.includes(last.tag)) this.#values.push({ tag: last.tag, line, lines: [text] });
    else last.lines.push(text);
    this.#grow(text, line);
  }

  entry(): FieldEntry {
    const fields: Record<string, FieldValue[]> = {};
    for (const { name, value } of namedValues(this.#values, this.dialect)) {
      const values = fields[name] ?? [];
      fields[name] = values;
      values.push(value);
    }
    return {
      syntax: this.dialect.syntax,
      fields: Object.fromEntries(
        // Of names there is a list, even if it is of one.
        Object.entries(fields).map(([name, values]) => [
          name,
          values.length > 1 || isFields(values[0]) ? values : (values[0] ?? null),
        ]),
      ),
      line: this.line,
      endLine: this.endLine,
      lineOf: (name) => this.#values.find(({ tag }) => name === tag || name === `%${tag}`)?.line,
    };
  }

  #grow(text: string, line: number): void {
    this.#length += text.length + 1;
    this.endLine = line;
  }
}

function namedValues(values: readonly TaggedValue[], dialect: Dialect): { name: string; value: FieldValue }[] {
  const texts = values.map(({ tag, lines }) => ({ tag, text: lines.join('\n').trim() }));
  const isNbib = dialect.syntax === 'nbib';
  const hasFullNames = texts.some(({ tag }) => tag === 'AF');
  /** Whether the last person was printed in full and is not repeated yet. */
  let isFull = false;
  return texts.flatMap(({ tag, text }): { name: string; value: FieldValue }[] => {
    if (text === '') return [];
    if (isNbib) {
      const isRepeated = tag === 'AU' && isFull;
      isFull = tag === 'FAU' || (isFull && tag !== 'AU');
      return isRepeated ? [] : [nbibValue(tag, text)];
    }
    // The Web of Science prints groups apart.
    if (dialect.syntax === 'wos' && tag === 'CA')
      return [{ name: hasFullNames ? 'AF' : 'AU', value: { literal: text } }];
    const name = dialect.syntax === 'endnote' || dialect.syntax === 'ads' ? `%${tag}` : tag;
    return [{ name, value: dialect.names.includes(tag) ? nameOf(text) : taggedValue(text, name) }];
  });
}

//     %Y DOI:10.1000/182; eprintid: arXiv:2003.01234
function taggedValue(text: string, name: string): FieldValue {
  return name === '%Y' ? text.split(/;\s*/) : text.replace(DATE, '$1');
}

/**
 * MEDLINE prints names in full and abbreviated, and the kind of an identifier in brackets:
 *
 *     FAU - Moss, Tilda B                      AID - 10.1000/182 [doi]
 *     AU  - Moss TB                            CN  - Geese Study Group
 */
function nbibValue(tag: string, text: string): { name: string; value: FieldValue } {
  if (tag === 'FAU') return { name: 'FAU', value: nameOf(text) };
  if (tag === 'CN') return { name: 'FAU', value: { literal: text } };
  if (tag === 'AU') return { name: 'FAU', value: shortenedName(text) };
  const [, identifier, kind] = /^(\S+) \[(\w+)\]$/.exec(text) ?? [];
  return identifier === undefined ? { name: tag, value: text } : { name: `${tag} [${kind}]`, value: identifier };
}

/** `Moss TB`, `Moss TB Jr` */
function shortenedName(text: string): FieldValue {
  const parts = splitAbbreviated(text);
  if (parts === null) return { literal: text };
  const { family, given, suffix } = parts;
  return { family, given, ...(suffix !== '' && { suffix }) };
}

/** `van der Berg, Jan, Jr.`; text that may be several names, or none, is unchanged. */
function nameOf(printed: string): FieldValue {
  const text = printed.includes('(') ? withoutAffiliations(printed) : printed;
  const [family = '', given = '', ...behind] = text.split(',').map((part) => part.trim());
  const [suffix = '', ...more] = behind.filter((part) => !isDegree(part, `${given} ${family}`));
  if (more.length > 0 || text.includes(';') || /^(?:et al\b.*|(?:and )?others)$/i.test(text)) return text;
  if (given === '') return { literal: family };
  if (suffix === '') return { family, given };
  return /^(?:[JS]r|II|III|IV)\b/i.test(given) ? { family, suffix: given, given: suffix } : { family, given, suffix };
}
