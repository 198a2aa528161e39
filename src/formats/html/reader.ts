import { MailReader } from '../../mail/mail-reader.ts';
import { findArxivId } from '../../text/arxiv-id.ts';
import { type Document, documentReader } from '../document.ts';
import type { Reader, ReaderOptions, ReaderOutput } from '../format.ts';
import { readArxivPage } from './arxiv.ts';
import { readCitation } from './citation.ts';
import { readEmbeddedData } from './embedded-data.ts';
import { readLinkedTitles } from './linked-titles.ts';
import { pageStarts } from './page.ts';
import { readShownText } from './shown-text.ts';
import { visibleText } from './visible-text.ts';

/** One way to read a page. @returns how many papers it found; for none it must not have reported anything */
export type PageReading = (document: Document, output: ReaderOutput, options: ReaderOptions) => number;

/** What a page embeds as data is complete; what it shows comes next, and what it says of itself last. */
const readings: readonly PageReading[] = [
  readEmbeddedData,
  readArxivPage,
  readShownText,
  readCitation,
  readLinkedTitles,
];

/** A page, or mails whose bodies are pages. */
export function open(output: ReaderOutput, options: ReaderOptions): Reader {
  let reader: Reader | null = null;
  return {
    line(line) {
      if (reader === null && line.isBlank) return;
      reader ??= line.text.startsWith('<') ? openPage(output, options) : openMails(output, options);
      reader.line(line);
    },
    end: () => reader?.end(),
  };
}

function openMails(output: ReaderOutput, options: ReaderOptions): Reader {
  return new MailReader(output, { bodyStart: /^</, bodyType: 'html', openBody: (body) => openPage(body, options) });
}

function openPage(output: ReaderOutput, options: ReaderOptions): Reader {
  const read = (document: Document) => {
    const isRead = readings.some((reading) => reading(document, output, options) > 0);
    if (!isRead) markContent(document);
    document.account(output);
  };
  return documentReader(output, read, pageStarts());
}

/** A line with so many words may be a title. */
const WORDS_OF_A_TITLE = 5;

/** In a page of which nothing was understood, what may be papers is unrecognized. */
function markContent(document: Document): void {
  for (const { text, offset } of visibleText(document.text, 'https://arxiv.org')) {
    const isPaper = text.split(/[\s/()[\]]+/).some((word) => findArxivId(word) !== null) || findArxivId(text) !== null;
    if (isPaper || text.split(' ').length >= WORDS_OF_A_TITLE) document.mark('unrecognized', offset, offset);
  }
}
