import type { JournalPlace } from '../../paper/evidence.ts';
import { type Fields, type FieldValue, isFields, type Syntax } from './entry.ts';
import { plainName } from './lookup.ts';
import { plainText } from './values-text.ts';

type Part = 'volume' | 'page' | 'article';

/** What fields hold by their plain names; a name that means this only in some syntaxes says in which. */
const PARTS: ReadonlyMap<string, readonly [part: Part, syntaxes?: readonly Syntax[]]> = new Map([
  ['volume', ['volume']],
  ['vol', ['volume']],
  ['journalvolume', ['volume']],
  ['pages', ['page']],
  ['page', ['page']],
  ['pagestart', ['page']],
  ['startpage', ['page']],
  ['firstpage', ['page']],
  ['beginningpage', ['page']],
  ['medlinepgn', ['page']],
  ['artno', ['article']],
  ['articlenumber', ['article']],
  ['vl', ['volume', ['ris', 'wos', 'table']]],
  ['vo', ['volume', ['ris', 'table']]],
  ['vi', ['volume', ['nbib']]],
  ['v', ['volume', ['endnote']]],
  ['sp', ['page', ['ris']]],
  // With the Web of Science, PG is the number of pages.
  ['pg', ['page', ['ris', 'nbib']]],
  ['p', ['page', ['endnote']]],
  ['bp', ['page', ['wos', 'table']]],
  ['ar', ['article', ['wos', 'table']]],
  ['c7', ['article', ['ris']]],
]);

/** Objects that hold some of these fields: Semantic Scholar, PubMed, OpenAlex. */
const AROUND: ReadonlySet<string> = new Set(['article', 'journal', 'journalissue', 'pagination', 'biblio']);

/** The volume and the first page that the fields of an entry name; null if there are none. */
export function journalPlaceOf(fields: Fields, syntax: Syntax): JournalPlace | null {
  const found: Partial<Record<Part, string>> = {};
  collect(fields, syntax, found);
  const { volume = '', page = found.article ?? '' } = found;
  return volume === '' && page === '' ? null : { volume, page };
}

function collect(fields: Fields, syntax: Syntax, found: Partial<Record<Part, string>>): void {
  for (const key in fields) {
    const name = plainName(key);
    const value = fields[key];
    const [part, syntaxes] = PARTS.get(name) ?? [];
    if (part !== undefined && (syntaxes === undefined || syntaxes.includes(syntax))) {
      const text = part === 'volume' ? volumeIn(value) : pageIn(value);
      if (text !== undefined) found[part] ??= text;
    } else if (isFields(value) && AROUND.has(name)) collect(value, syntax, found);
  }
}

//     12     Vol. 12     12 Suppl 1     12(3)     not: Suppl 1
const VOLUME = /^(?:vol(?:ume)?\.?\s?)?0*([1-9]\d{0,4})(?!\d)/i;
//     123-30     pp. 123     e123     S123-S130     CD001234     not: 12 pages, or 3-Nov: spreadsheets turn 3-11 into a day
const PAGE = /^(?:pp?\.?\s?)?([a-z]{0,3})0*([1-9]\d{0,8})(?!\d|\s?p|-[a-z]{3}$)/i;

function volumeIn(value: FieldValue | undefined): string | undefined {
  return VOLUME.exec(plainText(value) ?? '')?.[1];
}

function pageIn(value: FieldValue | undefined): string | undefined {
  const [, letters = '', digits] = PAGE.exec(plainText(value) ?? '') ?? [];
  return digits === undefined ? undefined : letters.toLowerCase() + digits;
}
