import { monthNumber } from '../../calendar/day.ts';
import { dateFromParts, type PrintedDate, readPrintedDate, readTimestamp } from '../../calendar/printed-date.ts';
import { bareDoi } from '../../text/doi.ts';
import { firstOf } from '../../text/first.ts';
import { type Fields, type FieldValue, isFields, isList } from './entry.ts';
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
    return value > 9999 ? (dayNumber(value) ?? serialDay(value) ?? readTimestamp(value)) : dateFromParts(value);
  const text = plainText(value);
  if (
    text === undefined ||
    NO_DATE.test(text) ||
    // bioRxiv names the article that a preprint became: "published": "10.1000/182"
    bareDoi(text) !== null
  )
    return undefined;
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? serialDay(Number(text)) : null;
  const date = text.replace(LABEL, '').replace(INTERVAL, '$1');
  return serial ?? readPrintedDate(date) ?? readPrintedDate(date.replace(REMARK, ''));
}

//     3 July, 2025; originally announced July 2025     2025-07-03 (v2)
const REMARK = /\s?(?:;|\().*$/s;

//     2020-03-02/2020-03-05     2020/2022     2020-03~     2019?
const INTERVAL = /^(\d{4}(?:-\d\d){0,2})[~?%]?(?:\/(?:\d{4}\b.*|\.\.)?)?$/;

/** Spreadsheets number days from 1900; these are 1 January 1970 and 2100. */
const DAY_ZERO = 25_569;
const LAST_SERIAL = 73_050;

//     45448 and 45448.77, the number of a day in a spreadsheet
function serialDay(value: number): PrintedDate | null {
  return value > DAY_ZERO && value < LAST_SERIAL ? readTimestamp((Math.floor(value) - DAY_ZERO) * 24 * 60 * 60) : null;
}

//     null   N/A   in press   0001-01-01T00:00:00Z   Mon, 01 Jan 0001 00:00:00 +0000   0000-00-00
const NO_DATE =
  /^(?:(?:null|none|nan|nat|n\/?a|-|unknown|n\.d\.|0|forthcoming|in press|to appear)$|0001-01-01|Mon, 0?1 Jan 0001|0000-00-00)/i;

//     Submitted on 5 June 2024     Published: 2024-06-05     [Submitted on 5 Jun 2024 (v1), last revised …]
const LABEL =
  /^\[?(?:first )?(?:submitted|published|posted|updated|revised|accepted|released|date)(?: on(?:line)?| date)?:? /i;

//     20240605
function dayNumber(value: number): PrintedDate | null {
  return Number.isInteger(value) && value > 14_000_000 && value < 22_000_000 ? readPrintedDate(String(value)) : null;
}

//     MAR 15     mar.~15
const MONTH_AND_DAY = /^(\p{L}{3,9})\.?[\s~]{1,3}(\d{1,2})$/u;

/**
 * A day whose parts are fields of their own, as `YYYY-MM-DD`; null if one of them is missing.
 *
 *     year = 2024, month = mar, day = 5     year = 2024, month = {MAR 5}     <PubDate><Year>2024</Year><Month>Mar</Month><Day>05</Day></PubDate>
 */
function dayInParts(fields: Fields): string | null {
  const year = bare(fields.year ?? fields.Year);
  const printedMonth = bare(fields.month ?? fields.Month);
  const [, month = printedMonth, day = bare(fields.day ?? fields.Day)] = MONTH_AND_DAY.exec(String(printedMonth)) ?? [];
  if (!isNumberOrText(year) || !isNumberOrText(month) || !isNumberOrText(day)) return null;
  const number = monthNumber(String(month)) || month;
  return `${year}-${String(number).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The fields with one date in place of `year`, `month` and `day`, unless there is a date beside them. */
export function withDay(fields: Fields): Fields {
  const date = fields.date === undefined ? dayInParts(fields) : null;
  if (date === null) return fields;
  const { month, day, ...others } = fields;
  return { ...others, date };
}

/** ORCID wraps each part: `{"year": {"value": "2024"}}`. */
function bare(value: FieldValue | undefined): FieldValue | undefined {
  return isFields(value) ? value.value : value;
}

function isNumberOrText(value: FieldValue | undefined): value is number | string {
  return typeof value === 'number' || (typeof value === 'string' && value !== '');
}

const DATE_NAMES =
  'date-time value raw literal $date $numberLong seconds _seconds timestamp date $ text MedlineDate'.split(' ');

function readDateFields(fields: Fields): PrintedDate | null | undefined {
  const parts = fields['date-parts'] ?? fields.dateParts ?? fields.date_parts;
  if (parts !== undefined) {
    const date = isList(parts) ? readDateList(parts) : undefined;
    if (date !== undefined) return date;
  }
  const day = dayInParts(fields);
  if (day !== null) return readPrintedDate(day);
  const year = fields.year ?? fields.Year;
  if (year !== undefined) return readDateList([year, fields.month ?? null, fields.day ?? null]);
  const wrapped = firstOf(DATE_NAMES, (name) => fields[name]);
  if (wrapped !== undefined) return readDate(wrapped);
  // What is called otherwise is the date if it reads like one.
  const texts = Object.values(fields).filter((value) => typeof value === 'string' && value !== '');
  return texts.map(readDate).find((date) => date?.kind === 'day');
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
