import { readAuthors } from '../../names/authors.ts';
import { firstOf } from '../../text/first.ts';
import type { Fields, FieldValue } from './entry.ts';
import { isList } from './entry.ts';

//     arXiv:2607.10018v1 Announce Type: new
//     Abstract: Geese answer before …
export const ANNOUNCED = /^\s*(arXiv:\S+)\s+Announce Type:\s*([a-z-]+)\s+(?:Abstract:\s*)?/;
//     Moths by Ear. (arXiv:2103.00020v2 [cs.CL] UPDATED)
const OLD_TITLE = /\.?(?<!\s)\s*\((arXiv:\S{1,40}) \[([A-Za-z.-]+)\](?: (UPDATED|CROSS LISTED))?\)\s*$/;
const OLD_TYPES: Readonly<Record<string, string>> = { UPDATED: 'replace', 'CROSS LISTED': 'cross' };

/**
 * Splits what arXiv's news feeds print in one element: the kind of announcement before the abstract, all authors in one
 * text and, until 2024, identifier and category after the title. `pubDate` is the day on which arXiv announced the paper.
 *
 * @param announced the day of the feed itself, for entries of old feeds, which have no dates
 */
export function arxivFields(fields: Fields, announced: FieldValue | undefined): Fields {
  const description = textOf(fields.description) ?? textOf(fields.summary) ?? '';
  const [prefix, identifier, announceType] = ANNOUNCED.exec(description) ?? [];
  const title = textOf(fields.title) ?? '';
  const [suffix, oldIdentifier, category, oldType = ''] = OLD_TITLE.exec(title) ?? [];
  const isNews = prefix !== undefined || suffix !== undefined || fields['arxiv:announce_type'] !== undefined;
  if (!isNews) return fields;
  const { pubDate, published, updated, description: _description, summary: _summary, ...others } = fields;
  return {
    ...others,
    title: suffix === undefined ? (fields.title ?? '') : title.slice(0, -suffix.length),
    description: description.slice(prefix?.length ?? 0),
    'arxiv id': identifier ?? oldIdentifier ?? '',
    'arxiv:announce_type': fields['arxiv:announce_type'] ?? announceType ?? OLD_TYPES[oldType] ?? 'new',
    category: fields.category ?? category ?? '',
    'dc:creator': creators(fields['dc:creator']),
    announced: pubDate ?? published ?? fields['dc:date'] ?? announced ?? updated ?? '',
  };
}

/** `Tilda Moss (Pond Institute, Here), Ann Reed`; old feeds have links around the names. */
function creators(value: FieldValue | undefined): FieldValue {
  if (typeof value !== 'string') return value ?? '';
  const text = value
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return readAuthors(text, 'given-first').authors.map((literal) => ({ literal }));
}

function textOf(value: FieldValue | undefined): string | undefined {
  if (isList(value)) return firstOf(value, textOf);
  return typeof value === 'string' ? value : undefined;
}
