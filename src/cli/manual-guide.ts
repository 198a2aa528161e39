import { marked, type Token, type Tokens } from 'marked';
import { asSentence } from './help.ts';
import { bold, roff, tagged, verbatim } from './roff.ts';

/**
 * A section of a guide without its heading: `Exit status`.
 *
 * @throws Error if there is no such section
 */
export function guideSection(guide: string, heading: string): string {
  const section = sections(guide).find((text) => text.startsWith(`## ${heading}\n`));
  if (section === undefined) throw new Error(`no section is called ${heading}`);
  return section.replace(/^.*\n+/, '');
}

export function withoutSections(guide: string, headings: readonly string[]): string {
  return sections(guide)
    .filter((section) => !headings.some((heading) => section.startsWith(`## ${heading}\n`)))
    .join('');
}

function sections(guide: string): string[] {
  return guide.split(/^(?=## )/m);
}

/**
 * A guide, or a part of one, for man(7). The guides are Markdown with the definition lists of PHP Markdown Extra:
 *
 *     `--since`, `--until`
 *     : A year, month, day or ISO week
 */
export function guideRoff(markdown: string): string[] {
  return marked.lexer(markdown).flatMap(blockRoff);
}

function blockRoff(block: Token): string[] {
  switch (block.type) {
    case 'heading':
      return headingRoff(block as Tokens.Heading);
    case 'paragraph':
      return paragraphRoff(block as Tokens.Paragraph);
    case 'code':
      return verbatim(roff((block as Tokens.Code).text));
    case 'list': {
      const { ordered, start, items } = block as Tokens.List;
      return items.flatMap(({ text }, index) => [
        `.IP ${ordered ? `${Number(start) + index}.` : '\\(bu'} 4`,
        inlineRoff(text),
      ]);
    }
    case 'table':
      return (block as Tokens.Table).rows.flatMap(([term, meaning]) =>
        tagged(inlineRoff(term?.text ?? ''), inlineRoff(meaning?.text ?? '')),
      );
    case 'space':
      return [];
    default:
      throw new Error(`a guide has a block that the manual cannot show: ${block.type}`);
  }
}

/** The title of a guide, `Speed: how fast it is`, becomes the name of a section and its first sentence. */
function headingRoff({ depth, text }: Tokens.Heading): string[] {
  if (depth > 1) return [`.SS ${inlineRoff(text)}`];
  const name = text.replace(/: .*/s, '');
  const summary = text.slice(name.length + 2);
  return [`.SH ${roff(name.toUpperCase())}`, ...(summary === '' ? [] : [roff(asSentence(summary))])];
}

function paragraphRoff({ text }: Tokens.Paragraph): string[] {
  const [, term, meaning] = /^(.*?)\n: (.*)$/s.exec(text) ?? [];
  return term === undefined || meaning === undefined
    ? ['.PP', inlineRoff(text)]
    : tagged(inlineRoff(term), inlineRoff(meaning));
}

/** Words in backquotes are bold. */
function inlineRoff(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .split(/(`[^`]+`)/)
      .map((part) => (part.startsWith('`') ? bold(part.slice(1, -1)) : roff(part)))
      .join('')
      // A line may break within a long address or list of alternatives.
      .replace(/\S{40,}/g, (word) => word.replace(/[/|]/g, '$&\\:'))
  );
}
