import { beginsMail, MailReader } from '../../mail/mail-reader.ts';
import { findArxivId } from '../../text/arxiv-id.ts';
import { truncate } from '../../text/printable.ts';
import { type Document, documentReader } from '../document.ts';
import type { Reader, ReaderOptions, ReaderOutput } from '../format.ts';
import { readArxivPage } from './arxiv.ts';
import { readCitation } from './citation.ts';
import { readEmbeddedData } from './embedded-data.ts';
import { readLinkedTitles } from './linked-titles.ts';
import { findMarkupFault } from './markup-fault.ts';
import { pageStarts } from './page.ts';
import { readServicePage } from './service-page.ts';
import { readShownText, readTables } from './shown-text.ts';
import { visibleText } from './visible-text.ts';

/** One way to read a page. @returns the number of papers found; if 0, nothing may have been reported */
export type PageReading = (document: Document, output: ReaderOutput, options: ReaderOptions) => number;

/** Embedded data is complete, so it comes first, then what markup says, then the visible text; metadata comes last. */
const readings: readonly PageReading[] = [
  readEmbeddedData,
  readServicePage,
  readTables,
  readArxivPage,
  readShownText,
  readCitation,
  readLinkedTitles,
];

/** Reads a page, or mails whose bodies are pages. */
export function open(output: ReaderOutput, options: ReaderOptions): Reader {
  let reader: Reader | null = null;
  return {
    line(line) {
      if (reader === null && line.isBlank) return;
      reader ??= beginsMail(line.raw) ? openMails(output, options) : openPage(output, options);
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
    let lastPaper = 0;
    let isReported = false;
    const noting: ReaderOutput = {
      ...output,
      paper(paper, line) {
        lastPaper = line;
        output.paper(paper, line);
      },
      report(code, message, line, column) {
        isReported ||= code === 'invalid-json' || code === 'truncated-entry';
        output.report(code, message, line, column);
      },
    };
    const isRead = readings.some((reading) => reading(document, noting, options) > 0);
    if (!isRead) markContent(document, output);
    // A part that could not be read was reported more precisely.
    if (!isReported) reportDamage(document, lastPaper, output);
    document.account(output);
  };
  return documentReader(output, read, pageStarts());
}

/** Reports what may have been lost with part of the page. */
function reportDamage(document: Document, lastPaper: number, output: ReaderOutput): void {
  const fault = findMarkupFault(document.text);
  if (fault !== null) {
    const { line, column } = document.position(fault.offset);
    output.report('damaged-field', fault.message, line, column);
  } else if (lastPaper > 0 && isCutOff(document.text)) {
    output.report('truncated-entry', 'the page ends within this entry', lastPaper);
  }
}

/** The elements that contain the papers of a page, and those that begin a paper. */
const LIST = /<(?:html|dl|ul|ol|article|main|table)\b/i;
const LIST_END = /<\/(?:html|body|dl|ul|ol|article|main|table)\s{0,9}>/gi;
const ITEM = /<(?:dt|li|article|tr)\b/gi;

/** Whether a list or a page is open at its end; closing tags of a whole page may be left out, but not all of them. */
function isCutOff(text: string): boolean {
  const end = text.slice(-100_000);
  return LIST.test(text) && lastMatch(end, LIST_END) <= lastMatch(end, ITEM);
}

/** The offset of the last match; -1 if there is none. */
function lastMatch(text: string, pattern: RegExp): number {
  let last = -1;
  for (const { index } of text.matchAll(pattern)) last = index;
  return last;
}

/** A line with at least this many words may be a title. */
const WORDS_OF_A_TITLE = 5;

/** If nothing in a page was understood, lines that may be papers are unrecognized. */
function markContent(document: Document, output: ReaderOutput): void {
  // Of an input that is one page, it is said that it has no papers.
  let isReported = document.part.isFirst && document.part.isLast;
  for (const { text, offset } of visibleText(document.text, 'https://arxiv.org')) {
    const isPaper = text.split(/[\s/()[\]]+/).some((word) => findArxivId(word) !== null) || findArxivId(text) !== null;
    if (!isPaper && text.split(' ').length < WORDS_OF_A_TITLE) continue;
    document.mark('unrecognized', offset, offset);
    if (isReported) continue;
    isReported = true;
    output.report('unrecognized-line', `a page without papers: ${truncate(text)}`, document.position(offset).line);
  }
}
