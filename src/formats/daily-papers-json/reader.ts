import { documentReader } from '../document.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { emitEntries, findEntries } from '../json/entries.ts';
import { isPaperEntry, readPaperEntry } from './paper.ts';

export function open(output: ReaderOutput): Reader {
  return documentReader((document) => {
    const found = findEntries(document.text, isPaperEntry);
    emitEntries(found, (entry, line) => readPaperEntry(entry, line, output), document, output);
    document.account(output);
  });
}
