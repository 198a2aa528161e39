import type { DiagnosticCode } from '../../diagnostics/diagnostic.ts';
import type { PaperKey } from '../../paper/keys.ts';
import type { Paper } from '../../paper/paper.ts';
import { findArxivId } from '../../text/arxiv-id.ts';
import { bareDoi } from '../../text/doi.ts';
import { truncate } from '../../text/printable.ts';
import { type FieldValue, isFields, isList } from './entry.ts';

/** A record while it is made. */
export interface Draft {
  readonly paper: Partial<Paper>;
  /** The entry has fields that only Hugging Face gives. */
  isOnHuggingFace: boolean;
  readonly report: (code: DiagnosticCode, message: string, field: string) => void;
}

/** The ways in which a value can be read. */
export type Reading =
  | 'text'
  | 'titleWithStop'
  | 'abstract'
  | 'names'
  | 'date'
  | 'year'
  | 'count'
  | 'identifier'
  | 'address'
  | 'doi'
  | 'repository'
  | 'categories';

/** Sets the key of the draft if the value can be read. */
type ValueReader = (value: FieldValue, draft: Draft, key: PaperKey, name: string) => void;

export const readers: Record<Reading, ValueReader> = {
  text: (value, draft, key) => set(draft, key, textOf(value)),
  titleWithStop: (value, draft, key) => set(draft, key, textOf(value)?.replace(/\.$/, '')),
  abstract: (value, draft, key) => set(draft, key, textOf(value)),
  names(value, draft) {
    const names = (isList(value) ? value : [value]).map(nameOf).filter((name) => name !== undefined);
    if (names.length === 0) return;
    draft.paper.authors = names;
    draft.paper.authorCount ??= names.length;
  },
  date(value, draft, key) {
    const text = textOf(value);
    const day = text === undefined ? undefined : /^\d{4}-\d\d-\d\d/.exec(text)?.[0];
    set(draft, key, day);
  },
  year(value, draft, key) {
    const text = textOf(value);
    if (text !== undefined && /^\d{4}$/.test(text)) set(draft, key, Number(text));
  },
  count(value, draft, key, name) {
    const text = textOf(value);
    if (text === undefined) return;
    if (/^\d+$/.test(text)) set(draft, key, Number(text));
    else draft.report('bad-number', `not a count: ${truncate(text)}`, name);
  },
  identifier(value, draft, key) {
    const text = textOf(value);
    const id = text === undefined ? null : findArxivId(text);
    if (id !== null) set(draft, key, id);
  },
  address(value, draft, key) {
    const text = textOf(value);
    if (text !== undefined && /^https?:\/\/\S+$/.test(text)) set(draft, key, text);
  },
  doi(value, draft, key) {
    const text = textOf(value);
    const doi = text === undefined ? null : bareDoi(text);
    if (doi !== null) set(draft, key, doi);
  },
  repository(value, draft, key) {
    const text = textOf(value);
    if (text !== undefined && /^https?:\/\/github\.com\//.test(text)) set(draft, key, text);
  },
  categories(value, draft, key) {
    const text = isList(value) ? value.map(textOf).join(' ') : textOf(value);
    if (text !== undefined) set(draft, key, text.split(/[\s,;]+/));
  },
};

function set(draft: Draft, key: PaperKey, value: unknown): void {
  if (value !== undefined) Object.assign(draft.paper, { [key]: value });
}

/** The value as text on one line; undefined if there is none. */
export function textOf(value: FieldValue | undefined): string | undefined {
  if (isFields(value)) return textOf(value.value);
  if (isList(value)) return value.map(textOf).find((text) => text !== undefined);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

function nameOf(value: FieldValue): string | undefined {
  return isFields(value) ? textOf(value.name) : textOf(value);
}
