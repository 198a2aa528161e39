/** A line that only pandoc prints: the beginning or the end of an element. */
const FENCE = /^\s*(?:(?:[-*]|\d+\.)\s+)?(?::{3,}(?:\s.*)?|<div\b[^<>]*(?:>\s*)?|<\/div>\s*)$/s;
//     <a href="/fern" class="flex">     </span>     {.line-clamp-3}     {#counting-moths .mb-1}
const MARK =
  /<\/?(?:a|button|div|img|li|p|span|ul)(?=[\s>/]|$)|(?:^|(?<=[\])])) ?\{(?:\.(?=[\w-])|[\w-]+=)|\s?\{#(?=\w)/i;
const TARGET = /^<a\b[^<>]*?\shref="([^"\s]*)"/i;

//     \$\lambda\$     it\'s     \<     more characters than other writers of Markdown escape
const ESCAPE = /(?<!\\)\\(["'$<>^~@|])/g;

/** What is left of an element without text. */
const BRACKETS = /^[\s[\]]+$/;

/** A longer line is left as it is. */
const LONGEST_LINE = 10_000;

/** A mark is hardly longer; text that looks like one is kept. */
const LONGEST_MARK = 4096;

/**
 * Removes what pandoc writes for the elements of a page into Markdown, on one line or several, and makes its links common ones:
 *
 *     ::: {.flex .gap-4}                                       <div class="flex">
 *     ### [Counting Moths](/papers/2601.00001){.line-clamp-3   ### <a href="/papers/2601.00001"
 *     .mb-1}                                                   class="mb-1">Counting Moths</a>
 */
export class ElementMarks {
  /** There was a fence, so that other marks are no text. */
  #isPandoc = false;
  /** The beginning of a mark that goes on. */
  #cut = '';
  /** Targets of the links that are open. */
  readonly #targets: string[] = [];

  strip(line: string): string {
    this.#isPandoc ||= FENCE.test(line);
    if (!this.#isPandoc || line.length > LONGEST_LINE) return line;
    let rest = this.#cut === '' ? line : `${this.#cut} ${line}`;
    let shown = '';
    this.#cut = '';
    for (let mark = MARK.exec(rest); mark !== null; mark = MARK.exec(rest)) {
      const end = rest.indexOf(mark[0].includes('{') ? '}' : '>', mark.index);
      shown += rest.slice(0, mark.index);
      rest = rest.slice(mark.index);
      if (end < 0 && rest.length <= LONGEST_MARK) {
        this.#cut = rest;
        return shown.trim();
      }
      if (end < 0) break;
      shown = mark[0].includes('{') ? withoutSpan(shown) : shown + this.#replacement(rest);
      rest = rest.slice(end - mark.index + 1);
    }
    return `${shown}${rest}`.replace(FENCE, '').replace(BRACKETS, '').replace(ESCAPE, '$1').trim();
  }

  #replacement(mark: string): string {
    if (/^<\/a\b/i.test(mark)) return `](${this.#targets.pop() ?? ''})`;
    const target = TARGET.exec(mark)?.[1];
    if (target === undefined) return '';
    if (this.#targets.length < LONGEST_MARK) this.#targets.push(target);
    return ' [';
  }
}

//     [Submitted by]{.flex}     but: [Counting Moths](/papers/2601.00001){.flex}
function withoutSpan(text: string): string {
  if (!text.endsWith(']')) return text;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (text[at] === ']') depth += 1;
    else if (text[at] === '[') depth -= 1;
    if (depth === 0) return text.slice(0, at) + text.slice(at + 1, -1);
  }
  return text.slice(0, -1);
}
