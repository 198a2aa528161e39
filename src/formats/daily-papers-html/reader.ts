import { Line } from '../../input/line.ts';
import { dailyPapers } from '../daily-papers/index.ts';
import { isPaperEntry, readPaperEntry } from '../daily-papers-json/paper.ts';
import { type Document, documentReader } from '../document.ts';
import type { LineCounts, Reader, ReaderOptions, ReaderOutput } from '../format.ts';
import { pageBeginnings } from '../html/page.ts';
import { attributeOffset, type HtmlAttribute, readHtml } from '../html/tokens.ts';
import { visibleText } from '../html/visible-text.ts';
import { emitEntries, findEntries, type JsonEntries } from '../json/entries.ts';

const SITE = 'https://huggingface.co';

/** Reads the data that the page carries; where there is none, what the page shows. */
export function open(output: ReaderOutput, options: ReaderOptions): Reader {
  const read = (document: Document) => {
    const data = findData(document.text);
    if (data !== null) {
      const place = (offset: number) => attributeOffset(data.attribute, offset);
      emitEntries(data, (entry, line) => readPaperEntry(entry, line, output), document, output, place);
    }
    if (data === null || data.entries.length === 0) readVisibleText(document, output, options);
    document.account(output);
  };
  return documentReader(output, read, pageBeginnings());
}

interface PageData extends JsonEntries {
  readonly attribute: HtmlAttribute;
}

/** The JSON in the page that holds most papers; null where none of it is about papers. */
function findData(html: string): PageData | null {
  let best: PageData | null = null;
  readHtml(closeTruncatedAttribute(html), {
    open(_name, attributes) {
      const attribute = attributes.get('data-props');
      if (attribute === undefined || !/"(?:paper|dailyPapers|summary|publishedAt)"/.test(attribute.value)) return;
      const found = findEntries(attribute.value, isPaperEntry);
      if (best === null || found.entries.length > best.entries.length) best = { ...found, attribute };
    },
    close() {},
    text() {},
  });
  return best;
}

/** Where a page ends within the data, an HTML parser drops the whole tag; with an end put to it, the data is read. */
function closeTruncatedAttribute(html: string): string {
  const name = 'data-props=';
  const start = html.lastIndexOf(name) + name.length;
  const quote = html.charAt(start);
  const isTruncated = start >= name.length && (quote === '"' || quote === "'") && !html.includes(quote, start + 1);
  return isTruncated ? `${html}${quote}>` : html;
}

/** Hands what the page shows, line by line, to the reader of the text. */
function readVisibleText(document: Document, output: ReaderOutput, options: ReaderOptions): void {
  const lines = visibleText(document.text, SITE);
  const lineInPage = (line: number) => document.position(lines[line - 1]?.offset ?? 0).line;
  const fates: LineCounts = { paper: 0, boilerplate: 0, unrecognized: 0, blank: 0 };
  const reader = dailyPapers.open(
    {
      paper: (paper, line) => output.paper(paper, lineInPage(line)),
      report: (code, message, line) => output.report(code, message, lineInPage(line)),
      account: (fate, count = 1) => {
        fates[fate] += count;
      },
    },
    options,
  );
  for (const [index, { text }] of lines.entries()) reader.line(new Line(text, index + 1));
  reader.end();
  document.markAny(fates);
}
