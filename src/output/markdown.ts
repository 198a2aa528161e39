import type { Paper } from '../paper/paper.ts';
import { renderTex, type TexTarget } from '../tex/markup.ts';
import { texParts } from '../tex/math.ts';
import { readable } from '../text/printable.ts';
import { type Detail, details } from './details.ts';
import { isTexSource, plainTextPaper, webAddress } from './reference.ts';
import type { Writer, WriterOptions } from './writer.ts';

/** Length of abstracts in a digest, in characters. */
const SHORT = 300;

/**
 * A digest for GitHub and any CommonMark program: a linked heading for each paper, a line of details, and the start of the
 * abstract.
 *
 *     # Papers
 *
 *     ## [Toy Models of Everything](https://example.org/papers/1)
 *
 *     2024-03-25 · Ada Byron, Wei Li · [toys/kites (1,024 stars)](https://github.com/toys/kites)
 *
 *     We show that toys …
 */
export function openMarkdown({ full }: WriterOptions): Writer {
  let level = '##';
  return {
    begin: () => '# Papers\n',
    papers: (papers) => papers.map((paper) => `\n${markdownEntry(paper, level, full === true)}`).join(''),
    heading: (text) => {
      level = '###';
      return `\n## ${escapeMarkdown(readable(text))}\n`;
    },
    end: () => '',
  };
}

function markdownEntry(paper: Paper, level: string, isFull: boolean): string {
  const toMarkdown = (text: string, target: TexTarget) => renderTex(text, isTexSource(paper), target);
  const title = readable(paper.title);
  const abstract = readable(paper.abstract ?? '');
  const url = webAddress(paper);
  const heading =
    url === undefined ? toMarkdown(title, MARKDOWN) : `[${toMarkdown(title, LINK_TEXT)}](${destination(url)})`;
  const blocks = [
    `${level} ${heading}`,
    details(plainTextPaper(paper)).map(markdownDetail).join(' · '),
    toMarkdown(isFull ? abstract : shortened(abstract), MARKDOWN),
  ];
  return blocks
    .filter((block) => block !== '')
    .map((block) => `${block}\n`)
    .join('\n');
}

function markdownDetail({ text, link }: Detail): string {
  return link === undefined ? escapeMarkdown(text) : `[${escapeMarkdown(link.label)}](${destination(link.url)})`;
}

const MARKDOWN: TexTarget = {
  text: withLinks,
  // GitHub renders $`x_1`$ as mathematics without interpreting Markdown in it, unlike $x_1$.
  math: (math) => (/^\$[^$`]+\$$/.test(math) ? `$\`${math.slice(1, -1)}\`$` : escapeMarkdown(math)),
  marks: { italic: ['*', '*'], bold: ['**', '**'] },
};

/** A link cannot contain another one. */
const LINK_TEXT: TexTarget = { ...MARKDOWN, text: escapeMarkdown };

/** The text with its web addresses as links, except those with Markdown syntax. */
function withLinks(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>]*[^\s<>.,;:!?'")\]}])/)
    .map((part, index) => (index % 2 === 1 && !/[\\&`$]/.test(part) ? `<${part}>` : escapeMarkdown(part)))
    .join('');
}

/** The text up to a space near the limit outside of mathematics and braces; all of it if there is none. */
function shortened(text: string): string {
  if (text.length <= SHORT) return text;
  let cut = 0;
  let depth = 0;
  let at = 0;
  for (const part of texParts(text)) {
    if (at > SHORT) break;
    for (const { index, 0: sign } of part.isMath ? [] : part.text.slice(0, SHORT).matchAll(/[{} ]/g)) {
      if (sign === '{') depth += 1;
      else if (sign === '}') depth = Math.max(0, depth - 1);
      else if (depth === 0 && at + index <= SHORT) cut = at + index;
    }
    at += part.text.length;
  }
  return cut === 0 ? text : `${text.slice(0, cut).replace(/(?<![\s,;:–—-])[\s,;:–—-]+$/, '')} …`;
}

/**
 * Escapes text for Markdown. CommonMark allows any ASCII punctuation to be escaped, but not in the bare addresses that GitHub
 * turns into links, so these are broken up.
 */
function escapeMarkdown(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:(?=\/\/)/g, '&colon;')
    .replace(/(?<=www)\./gi, '&period;')
    .replace(/[\\`*_{}[\]#~|$]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** Percent-encodes characters that would end the link or have a meaning in Markdown. */
function destination(url: string): string {
  return url
    .replace(/[()<>\\[\]`"'*|]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/&/g, '&amp;');
}
