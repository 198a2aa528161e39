/**
 * The abstract of a search result. The page contains it twice, shortened and whole, and hides one of them:
 *
 *     …lanterns are counted… ▽ More In long corridors, lanterns are counted with a small model. △ Less
 *     Lanterns are counted. Lanterns are counted. △ Less
 *     …lanterns are counted… ▽ More
 */
export function searchAbstract(text: string): { readonly text: string; readonly isCut: boolean } {
  const [shown = '', ...hidden] = text.split(/ ?▽ ?More\b ?/);
  const whole = hidden
    .join(' ')
    .replace(/ ?△ ?Less\b.*$/s, '')
    .trim();
  if (whole !== '') return { text: whole, isCut: false };
  if (hidden.length > 0) return { text: shown, isCut: true };
  const open = shown.replace(/ ?△ ?Less\b.*$/s, '').trim();
  return { text: open === shown ? open : withoutDouble(open), isCut: false };
}

/** Removes the repetition from a text that is printed twice. */
function withoutDouble(text: string): string {
  const half = text.slice(0, (text.length - 1) / 2);
  return text.length % 2 === 1 && text === `${half} ${half}` ? half : text;
}
