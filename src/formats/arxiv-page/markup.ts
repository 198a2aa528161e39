import { singleSpaced } from '../../text/white-space.ts';
import { LinkNumbers } from './link-numbers.ts';
import { MarkdownParagraph, markupOf, type PageMarkup } from './markdown.ts';
import { type PageLine, pageLine, type RawLine } from './page-line.ts';
import { withoutUnderscores } from './underscores.ts';

/** Removes what an extractor added to the lines of one page: links, link numbers, escapes, marks of headings. */
export function plainLines(printed: readonly RawLine[]): PageLine[] {
  const lines = withoutUnderscores(printed);
  const markup = markupOf(lines.map(({ raw }) => raw).join('\n'));
  if (markup !== null) return markdownLines(lines, markup);
  const numbers = new LinkNumbers(lines.map(({ raw }) => raw));
  return lines.map(({ raw, number }) => pageLine(raw, singleSpaced(numbers.strip(raw)), number));
}

/** With an empty comment in such a block, pandoc separates two blocks that would be one. */
const RAW_BLOCK = /^\s*```\s?\{=html\}$/;

/** A table that Markdown cannot express stands on one line as HTML: a line for each of its rows. */
function rowsOf(line: RawLine): readonly RawLine[] {
  if (!line.raw.includes('</tr>')) return [line];
  return line.raw
    .replaceAll('&nbsp;', ' ')
    .split(/(?<=<\/tr>)/)
    .map((raw) => ({ ...line, raw }));
}

function markdownLines(lines: readonly RawLine[], markup: PageMarkup): PageLine[] {
  const result: PageLine[] = [];
  let paragraph: RawLine[] = [];
  const end = () => {
    const read = RAW_BLOCK.test(paragraph[0]?.raw ?? '')
      ? paragraph.map(({ number }) => pageLine('', '', number))
      : new MarkdownParagraph(paragraph, markup).read();
    // A paragraph may have more lines than a call may have arguments.
    for (const each of read) result.push(each);
    paragraph = [];
  };
  for (const line of lines.flatMap(rowsOf)) {
    if (line.raw.trim() !== '') {
      paragraph.push(line);
      continue;
    }
    end();
    result.push(pageLine('', '', line.number));
  }
  end();
  return result;
}
