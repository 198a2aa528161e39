import type { DiagnosticCode } from '../../diagnostics/diagnostic.ts';
import type { PaperKey } from '../../paper/keys.ts';
import type { Paper } from '../../paper/paper.ts';
import { arxivUrl, huggingFaceUrl } from '../../text/arxiv-id.ts';
import type { FieldEntry, Syntax } from './entry.ts';
import { candidatesOf } from './lookup.ts';
import { type Draft, readers } from './values.ts';

export type Report = (code: DiagnosticCode, message: string, line: number) => void;

/** What is known of the listing around an entry, and what was read from it so far. */
export interface FieldsContext {
  readonly syntax: Syntax;
  /** For each key of the record, the field from which it was first read. */
  readonly read: Map<PaperKey, string>;
  /** Names of fields that mean nothing to the vocabulary. */
  readonly notRead: Set<string>;
}

/** The record of an entry; null if it has no title. */
export function paperOf(entry: FieldEntry, context: FieldsContext, report: Report): Paper | null {
  const draft: Draft = {
    paper: {},
    isOnHuggingFace: false,
    report: (code, message, field) => report(code, message, entry.lineOf?.(field) ?? entry.line),
  };
  for (const { row, value, name } of candidatesOf(entry.fields, entry.syntax ?? context.syntax, context.notRead)) {
    if (draft.paper[row.key] !== undefined) continue;
    readers[row.read](value, draft, row.key, name);
    if (draft.paper[row.key] !== undefined && !context.read.has(row.key)) context.read.set(row.key, name);
  }
  return finish(draft);
}

/** Whether the entry has a title. */
export function hasTitle(entry: FieldEntry, { syntax }: FieldsContext): boolean {
  return candidatesOf(entry.fields, entry.syntax ?? syntax).some(({ row }) => row.key === 'title');
}

function finish({ paper, isOnHuggingFace }: Draft): Paper | null {
  const { title, abstract, authorCount, date, upvotes, ...others } = paper;
  if (title === undefined) return null;
  const complete: Paper = {
    title,
    abstract: abstract ?? null,
    authorCount: authorCount ?? null,
    date: date ?? others.announced ?? null,
    upvotes: upvotes ?? null,
    ...others,
  };
  if (complete.id !== undefined) {
    const isPage = complete.url !== undefined && /huggingface\.co\/papers\//.test(complete.url);
    complete.url = isOnHuggingFace || isPage ? huggingFaceUrl(complete.id) : arxivUrl(complete.id);
  }
  if (complete.date !== null) delete complete.year;
  return complete;
}
