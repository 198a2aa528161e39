import { isGroup } from '../../names/group.ts';
import { NAME_CHARACTER } from '../../names/name.ts';
import { DAMAGED_SIGN } from '../../text/damaged.ts';
import type { Fields } from '../fields/entry.ts';

//     [PDF] Counting moths     [BOOK][B] Moths     [图书][B] 飞蛾
const TAGS = /^(?:\[[\p{Lu}\p{Lo}]{1,12}\]\s?)+/u;
//     C Fox…     C Foxâ€¦     C Fox?
const ELLIPSIS = new RegExp(String.raw`(?:…|${DAMAGED_SIGN})\s*$`);
const PART_BORDER = /\s[-–]\s/;

/** The title of a result of Google Scholar without what it says about the file in front of it. */
export function withoutScholarTags(title: string): string {
  return title.replace(TAGS, '');
}

/**
 * Reads the line of a result of Google Scholar that names the authors and the place:
 *
 *     T Moss, A Reed… - Journal of Ponds, 2024 - pond.example.org
 */
export function readScholarByline(text: string): Fields {
  const [authors = '', ...places] = text.split(PART_BORDER);
  // The last one is the publisher. A venue may contain a dash.
  const published = places.slice(0, Math.max(places.length - 1, 1)).join(' - ');
  const [, venue = '', year = ''] = /^(.*?)(?:,\s)?(\d{4})?$/.exec(published.trim()) ?? [];
  const isArxiv = /^arxiv preprint/i.test(venue);
  return {
    // Scholar shortens long lists.
    authors: authors.replace(ELLIPSIS, ', et al.'),
    year,
    ...(isArxiv ? { identifier: venue } : { venue: venue.replace(/…/g, '').trim() }),
  };
}

//     A Clay     JM van der Gold     B d'Ek     王伟
const NAME = new RegExp(
  String.raw`^(?:\p{Lu}{1,4}(?:-\p{Lu}{1,2})?(?: (?!of |in |for |on |and |the )\p{Ll}[\p{L}'’]*){0,3} (?:\p{Ll}{1,2}['’])?\p{Lu}${NAME_CHARACTER}+(?: \p{Lu}${NAME_CHARACTER}+)?|\p{Script=Han}{2,5})$`,
  'u',
);
//     Journal of Ponds, 2024     2024
const YEAR_AT_END = /(?:^|,\s|…\s)\d{4}$/;
//     pond.example.org     Elsevier
const SITE = /^[\w-]+(?:\.[\w-]+)+$/;
/** A longer line is not one of these. */
const LONGEST_BYLINE = 400;

/** How certain it is that a line names the authors and the place of a result; null if it does not. */
export type BylineCertainty = 'certain' | 'likely' | null;

export function scholarByline(text: string): BylineCertainty {
  if (text.length > LONGEST_BYLINE) return null;
  const [authors = '', ...places] = text.split(PART_BORDER);
  if (places.length === 0) return null;
  const names = authors.replace(ELLIPSIS, '').split(/,\s?|，\s?/);
  const areNames = NAME.test(names[0] ?? '') && names.every((name) => NAME.test(name.trim()) || isGroup(name.trim()));
  const hasYear = places.slice(0, 2).some((place) => YEAR_AT_END.test(place.trim()));
  if (areNames && (hasYear || names.length > 1 || SITE.test(places.at(-1) ?? ''))) return 'certain';
  return hasYear && places.length > 1 ? 'likely' : null;
}
