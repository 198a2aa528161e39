import type { DiagnosticCode } from '../../diagnostics/diagnostic.ts';
import { Line } from '../../input/line.ts';
import type { Paper } from '../../paper/paper.ts';
import type { Document } from '../document.ts';
import { JsonReader } from '../fields/json-reader.ts';
import type { ReaderOptions, ReaderOutput } from '../format.ts';
import { AttributeBuilder, attributeOffset, type HtmlAttribute, readHtml } from './tokens.ts';

interface PageData {
  readonly attribute: HtmlAttribute;
  /** Papers and diagnostics with their offsets in the attribute's value. */
  readonly papers: { readonly paper: Paper; readonly offset: number }[];
  readonly reports: { readonly code: DiagnosticCode; readonly message: string; readonly offset: number }[];
}

/**
 * Reads the papers that Hugging Face embeds in a page, in any element, and those in the data of a script, as on the pages that
 * offprint writes:
 *
 *     <div data-target="DailyPapers" data-props="{&quot;dailyPapers&quot;:[{&quot;paper&quot;:{&quot;id&quot;: …
 *     <script type="application/json">{"papers":[{"title": …
 */
export function readEmbeddedData(document: Document, output: ReaderOutput, options: ReaderOptions): number {
  const data = findData(document.text, options);
  if (data === null) return 0;
  const { attribute } = data;
  const place = (offset: number) => document.position(attributeOffset(attribute, offset));
  const day = announcedDay(attribute.value);
  for (const { code, message, offset } of data.reports) {
    const { line, column } = place(offset);
    output.report(code, message, line, column);
  }
  for (const { paper, offset } of data.papers) {
    const announced = paper.announced ?? day;
    output.paper(announced === null ? paper : { ...paper, announced }, place(offset).line);
  }
  if (data.papers.length > 0) {
    document.mark('paper', attributeOffset(attribute, 0), attributeOffset(attribute, attribute.value.length));
  }
  return data.papers.length;
}

/** The data in the page with the most papers; null if there are none. */
function findData(html: string, options: ReaderOptions): PageData | null {
  let best: PageData | null = null;
  let script: AttributeBuilder | null = null;
  const read = (attribute: HtmlAttribute) => {
    const data = readData(attribute, options);
    if (best === null || data.papers.length > best.papers.length) best = data;
  };
  readHtml(closeTruncatedAttribute(html), {
    open(name, attributes) {
      for (const attribute of attributes.values())
        if (/^\s*[[{]/.test(attribute.value) && HUGGING_FACE.test(attribute.value)) read(attribute);
      script =
        name === 'script' && attributes.get('type')?.value === 'application/json' ? new AttributeBuilder() : null;
    },
    close() {
      const data = script?.build();
      script = null;
      if (data !== undefined && PAPERS.test(data.value)) read(data);
    },
    text(text, offset) {
      script?.data(html, offset, offset + text.length);
    },
  });
  return best;
}

const HUGGING_FACE = /"(?:paper|dailyPapers|summary|publishedAt)"/;
const PAPERS = /"papers":\s?\[\s*\{/;

function readData(attribute: HtmlAttribute, options: ReaderOptions): PageData {
  const data: PageData = { attribute, papers: [], reports: [] };
  const lines = attribute.value.split('\n');
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.length + 1;
  }
  const offsetOf = (line: number, column = 1) => (starts[line - 1] ?? 0) + column - 1;
  const reader = new JsonReader(
    {
      paper: (paper, line) => data.papers.push({ paper, offset: offsetOf(line) }),
      report: (code, message, line, column) => {
        // It is known which fields of the site's own data are read.
        if (!code.startsWith('fields-')) data.reports.push({ code, message, offset: offsetOf(line, column) });
      },
      account() {},
    },
    options,
  );
  for (const [index, line] of lines.entries()) reader.line(new Line(line, index + 1));
  reader.end();
  return data;
}

/** The day of a daily page. */
function announcedDay(json: string): string | null {
  if (!/"periodType":\s?"daily"/.test(json)) return null;
  return /"dateString":\s?"(\d{4}-\d{2}-\d{2})"/.exec(json)?.[1] ?? null;
}

/** An HTML parser drops the whole tag if a page ends within the data, so the tag is closed first. */
function closeTruncatedAttribute(html: string): string {
  const name = 'data-props=';
  const start = html.lastIndexOf(name) + name.length;
  const quote = html.charAt(start);
  const isTruncated = start >= name.length && (quote === '"' || quote === "'") && !html.includes(quote, start + 1);
  return isTruncated ? `${html}${quote}>` : html;
}
