import { dateFromParts, type PrintedDate, readPrintedDate, readTimestamp } from '../../calendar/printed-date.ts';
import { type FieldValue, isFields, isList } from './entry.ts';
import { plainText } from './values-text.ts';

/**
 * Reads a date as a text, a moment in seconds or milliseconds, or numbers:
 *
 *     "2024-06-05T18:30:00Z"     1717612200000     {"date-parts": [[2024, 6, 5]]}     {"year": 2024, "month": 6}     [2024, 6, 5]
 *
 * @returns undefined if there is nothing, null if it is not a date
 */
export function readDate(value: FieldValue): PrintedDate | null | undefined {
  if (isFields(value)) return readDateFields(value);
  if (isList(value)) return readDateList(value);
  if (typeof value === 'number')
    return value > 9999 ? (dayNumber(value) ?? readTimestamp(value)) : dateFromParts(value);
  const text = plainText(value);
  if (
    text === undefined ||
    /^(?:null|none|nan|nat|n\/?a|-|unknown|n\.d\.|0|forthcoming|in press|to appear)$/i.test(text)
  )
    return undefined;
  return readPrintedDate(text.replace(LABEL, ''));
}

//     Submitted on 5 June 2024     Published: 2024-06-05     [Submitted on 5 Jun 2024 (v1), last revised …]
const LABEL =
  /^\[?(?:first )?(?:submitted|published|posted|updated|revised|accepted|released|date)(?: on(?:line)?| date)?:? /i;

//     20240605
function dayNumber(value: number): PrintedDate | null {
  return Number.isInteger(value) && value > 14_000_000 && value < 22_000_000 ? readPrintedDate(String(value)) : null;
}

function readDateFields(fields: { readonly [name: string]: FieldValue }): PrintedDate | null | undefined {
  const parts = fields['date-parts'] ?? fields.dateParts ?? fields.date_parts;
  if (parts !== undefined) {
    const date = isList(parts) ? readDateList(parts) : undefined;
    if (date !== undefined) return date;
  }
  if (fields.year !== undefined) return readDateList([fields.year, fields.month ?? null, fields.day ?? null]);
  // <PubDate><Year>2024</Year><Month>Mar</Month><Day>12</Day></PubDate>     <MedlineDate>2019 Mar-Apr</MedlineDate>
  const { Year: year, Month: month, Day: day } = fields;
  if (year !== undefined) return readDate([year, month, day].filter((part) => part !== undefined).join('-'));
  for (const name of [
    'date-time',
    'value',
    'raw',
    'literal',
    '$date',
    'timestamp',
    'date',
    '$',
    'text',
    'MedlineDate',
  ]) {
    const value = fields[name];
    if (value !== undefined && value !== null) return readDate(value);
  }
  return undefined;
}

//     [2024, 6, 5]     ["2024", 6]     [[2024, 6, 5], [2024, 7, 1]]     [null]     [{"date": "2024-06-05", "dateType": "Issued"}]
function readDateList([first, ...others]: readonly FieldValue[]): PrintedDate | null | undefined {
  if (first === undefined || first === null) return undefined;
  if (typeof first === 'object') return readDate(first);
  const year = Number(first);
  if (!Number.isInteger(year)) return readDate(first);
  if (year > 9999) return readTimestamp(year);
  // Text that does not change: month names and the empty text.
  const [month, day] = others.map((part) => (part === null || part === '' ? undefined : Number(part)));
  return dateFromParts(year, orUndefined(month), orUndefined(day));
}

function orUndefined(number: number | undefined): number | undefined {
  return number === undefined || Number.isNaN(number) ? undefined : number;
}
