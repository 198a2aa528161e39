import { PAGE_NUMBER } from '../../text/page-number.ts';

/** Where a paper stands in its journal or proceedings, as far as that is known. */
export interface JournalPlace {
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
}

const YEAR = String.raw`(?:19|20)\d\d`;
const VOLUME = String.raw`(?:vol(?:ume|\.)?\s?)?([A-Z]{0,2}\d{1,4}(?:\sSuppl(?:\s?\d{1,2})?)?)(?![\d.]|\s?[-–]\s?\d)`;
//     (3)     (3-4)     (Suppl 1)     , no. 3     , 3 (2024)
const ISSUE = String.raw`(?:\s?\((?!${YEAR}\))(\d{1,5}(?:\s?[-–/]\s?\d{1,5})?|(?:\d{1,3}\s)?(?:Suppl|Pt)[^()]{0,12})\)|,?\s(?:no|nr|iss(?:ue)?)\.?\s?(\d{1,4})|,\s(\d{1,3})(?=\s\(${YEAR}\)))`;
//     (2024)     , 2024
const DATE = String.raw`(?:,?\s\(${YEAR}\)|,\s(?:\p{Lu}\p{Ll}{2,8}\.?\s)?${YEAR}(?=,\s))`;
const PAGES = String.raw`(${PAGE_NUMBER})(?:\s?[-–—]{1,2}\s?(${PAGE_NUMBER}))?(?![\w/])`;

//     12(3), 45–67     12 (3): 45     vol. 12, no. 3, pp. 45–67     12, 3 (2024), 45     12 (2024) 45     2024;12(3):45-67
const IN_JOURNAL = new RegExp(
  String.raw`^(?:\s?\[cited\s[^[\]]{1,30}\])?[.,;]?\s?(?:${YEAR}[,;]\s?)?${VOLUME}${ISSUE}?${DATE}?(?:[,:;]?\s?(?:(?:pp?|pages?|art(?:icle)?(?:\sno)?)\b\.?\s?)?${PAGES})?`,
  'iu',
);
//     pp. 45–67     (pp. 45–67)     pages 12–24
const PAGES_ALONE = new RegExp(String.raw`[\s(](?:pp?\.|pp|pages)\s?${PAGES}`, 'iu');

/** Reads what stands behind the name of a journal in a reference, in any of the usual styles. */
export function readJournalPlace(text: string): JournalPlace {
  const [, volume, inBrackets, labelled, behindComma, first, last] = IN_JOURNAL.exec(text) ?? [];
  const [, firstAlone, lastAlone] = first === undefined ? (PAGES_ALONE.exec(text) ?? []) : [];
  const issue = inBrackets ?? labelled ?? behindComma;
  const pages = rangeOf(first ?? firstAlone, last ?? lastAlone);
  const isYear = volume !== undefined && issue === undefined && pages === undefined && /^(?:19|20)\d\d$/.test(volume);
  return {
    ...(volume !== undefined && !isYear && { volume }),
    ...(issue !== undefined && { issue }),
    ...(pages !== undefined && { pages }),
  };
}

function rangeOf(first: string | undefined, last: string | undefined): string | undefined {
  return last === undefined ? first : `${first}-${last}`;
}
