import type { Paper } from '../paper/paper.ts';
import { readable } from '../text/printable.ts';
import { details } from './details.ts';
import { webAddress } from './reference.ts';
import { fill, NARROWEST, shortenToLines, widthOf, wrap } from './width.ts';
import type { Writer, WriterOptions } from './writer.ts';

const ABSTRACT_LINES = 4;
const INDENT = '  ';

/**
 * A readable list:
 *
 *     Toy Models of Everything
 *     2024-03-25 · Ada Byron, Wei Li · 12 upvotes · https://example.org/papers/1
 *       We show that toys …
 */
export function openList(options: WriterOptions): Writer {
  const width = Math.max(options.width, NARROWEST);
  let isFirst = true;
  return {
    begin: () => '',
    papers: (papers) =>
      papers
        .map((paper) => {
          const entry = `${isFirst ? '' : '\n'}${listEntry(paper, width, options)}\n`;
          isFirst = false;
          return entry;
        })
        .join(''),
    heading: (text) => {
      const shown = readable(text);
      const lines = `${options.style.title(shown)}\n${'='.repeat(widthOf(shown))}\n`;
      return isFirst ? `${lines}\n` : `\n${lines}`;
    },
    end: () => '',
  };
}

function listEntry(paper: Paper, width: number, options: WriterOptions): string {
  const { style } = options;
  const title = style.title(style.highlight(readable(paper.title), 'title'));
  const url = webAddress(paper);
  const page = url === undefined ? [] : [{ text: readable(url), link: { url } }];
  const items = [...details(paper), ...page].map(({ text, link }) =>
    link === undefined ? text : style.link(text, readable(link.url)),
  );
  return [
    ...wrap(title, width),
    ...fill(items, options.hasUnicode ? ' · ' : ', ', width),
    ...abstractLines(paper, width - INDENT.length, options),
  ].join('\n');
}

function abstractLines({ abstract }: Paper, width: number, options: WriterOptions): string[] {
  const text = readable(abstract ?? '');
  if (text === '') return [];
  const shown = options.full ? text : shortened(text, width, options);
  return wrap(options.style.highlight(shown, 'abstract'), width).map((line) => INDENT + line);
}

/** The first lines of the text, or the lines around the first match if that is further down. */
function shortened(text: string, width: number, { ranges, hasUnicode }: WriterOptions): string {
  const ellipsis = hasUnicode ? '…' : '...';
  const first = shortenToLines(text, width, ABSTRACT_LINES, ellipsis);
  const [start, end] = ranges?.(text, 'abstract')[0] ?? [0, 0];
  if (first === text || end <= first.length - ellipsis.length) return first;
  return shortenToLines(ellipsis + text.slice(startBefore(text, start, width)), width, ABSTRACT_LINES, ellipsis);
}

/** The start of the word a line before the match; the match itself if words are longer than lines. */
function startBefore(text: string, match: number, width: number): number {
  const start = text.lastIndexOf(' ', match - width) + 1;
  return match - start > 2 * width ? match : start;
}
