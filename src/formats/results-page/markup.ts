import { singleSpaced } from '../../text/white-space.ts';

const TARGET = String.raw`\((?:https?:|javascript:|\/|#)[^\s()]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,200})?(?:\s"[^"]{0,200}")?\)`;
//     [Kites over ponds](https://…)     [[PDF] arxiv.org](https://…)     [](javascript:void\(0\) "More")
const LINK = new RegExp(String.raw`\[([^[\]]{0,500}(?:\[[^[\]]{0,200}\][^[\]]{0,300})?)\]${TARGET}`, 'g');
//     ### [Kites over ponds and
//     hedges](https://…)
const LINK_START = /\[(?=[^[\]]*$)/;
const SPACED_START = /^\[ (?=[^[\]]*$)/;
const LINK_END = new RegExp(String.raw`^([^[\]]{0,500})\]${TARGET}`);
const HEADING = /^#{1,6} /;
//     [12]Related articles     [7][PDF] arxiv.org     [12] Kites over ponds
const LINK_NUMBER = /(?<![^\s[(])\[\d{1,4}\](?=[\p{L}[“"])|^\[\d{1,4}\] (?=\S)/gu;
//     **Moths** in _dark_ barns
const EMPHASIS = /(?<![\p{L}\d*_])(\*{1,2}|_)(?! )([^*_]{1,300})\1(?![\p{L}\d*_])/gu;
//     (BUTTON) Cite     [ ] 1     []Save     * Any time
const ORNAMENT =
  /\(BUTTON\)|\[ ?\](?!\()|^[*•+-] |^:{3,}.{0,300}$|<\/?(?:div|span|p|br|b|i|button|svg|path)(?:\s[^<>]{0,500})?>/gi;

/** Removes what text browsers and page readers put around the text of a line. */
export function plainText(text: string): string {
  if (!/[[\](#*•+<_-]/.test(text)) return text;
  const isHeading = HEADING.test(text);
  const bare = text.replace(HEADING, '').replace(LINK_NUMBER, '');
  const unlinked = bare.replace(LINK, '$1').replace(LINK_END, '$1');
  const isMarkdown = isHeading || unlinked !== bare;
  const whole = unlinked.replace(isMarkdown ? LINK_START : SPACED_START, '').replace(EMPHASIS, '$2');
  return singleSpaced(whole.replace(ORNAMENT, ' ')).trim();
}
