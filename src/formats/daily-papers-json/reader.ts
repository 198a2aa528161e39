import { type Document, documentReader } from '../document.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { jsonParts, readEntries } from '../json/entries.ts';
import { isPaperEntry, readPaperEntry } from './paper.ts';

export function open(output: ReaderOutput): Reader {
  const read = (document: Document) =>
    readEntries(document, isPaperEntry, (entry, line) => readPaperEntry(entry, line, output), output);
  return documentReader(output, read, jsonParts());
}
