import type { Paper } from '../paper/paper.ts';
import { mapText } from '../tex/math.ts';
import { readable } from '../text/printable.ts';
import { details } from './details.ts';
import { isTexSource, webAddress } from './reference.ts';
import type { Writer } from './writer.ts';

/** A digest that GitHub and every CommonMark program render: heading with link, a line of details, abstract. */
export function openMarkdown(): Writer {
  let isFirst = true;
  return {
    begin: () => '',
    papers: (papers) =>
      papers
        .map((paper) => {
          const entry = (isFirst ? '' : '\n') + markdownEntry(paper);
          isFirst = false;
          return entry;
        })
        .join(''),
    heading: (text) => {
      const line = `# ${escapeMarkdown(readable(text))}\n`;
      return isFirst ? `${line}\n` : `\n${line}`;
    },
    end: () => '',
  };
}

function markdownEntry(paper: Paper): string {
  const toMarkdown = isTexSource(paper) ? texToMarkdown : escapeMarkdown;
  const title = toMarkdown(readable(paper.title));
  const url = webAddress(paper);
  const blocks = [
    `## ${url === undefined ? title : `[${title}](${destination(url)})`}`,
    details(paper).map(escapeMarkdown).join(' · '),
    withLinks(readable(paper.abstract ?? ''), toMarkdown),
  ];
  return blocks
    .filter((block) => block !== '')
    .map((block) => `${block}\n`)
    .join('\n');
}

/** The text with its web addresses as links; the few that hold signs of markdown's own stay text. */
function withLinks(text: string, toMarkdown: (text: string) => string): string {
  return text
    .split(/(https?:\/\/[^\s<>]*[^\s<>.,;:!?'")\]}])/)
    .map((part, index) => (index % 2 === 1 && !/[\\&`$]/.test(part) ? `<${part}>` : toMarkdown(part)))
    .join('');
}

/** GitHub prints $`x_1`$ as mathematics, and leaves its signs alone, unlike those of $x_1$. */
function texToMarkdown(tex: string): string {
  return mapText(tex, escapeMarkdown, (math) =>
    /^\$[^$`]+\$$/.test(math) ? `$\`${math.slice(1, -1)}\`$` : escapeMarkdown(math),
  );
}

/**
 * The text as it would stand on a page, whatever it is made of. CommonMark lets any ASCII punctuation be escaped, but not in
 * the bare addresses that GitHub makes links of, so these are not to be seen as such.
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

/** An address in which nothing ends the link or stands for something else. */
function destination(url: string): string {
  return url
    .replace(/[()<>\\[\]`"'*|]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/&/g, '&amp;');
}
