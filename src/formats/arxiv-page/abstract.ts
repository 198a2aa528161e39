import { DAMAGED_SIGN } from '../../text/damaged.ts';

/**
 * The abstract of a search result. The page contains it twice, shortened and whole, and hides one of them:
 *
 *     …lanterns are counted… ▽ More In long corridors, lanterns are counted with a small model. △ Less
 *     Lanterns are counted. Lanterns are counted. △ Less
 *     …lanterns are counted… ▽ More
 */
export function searchAbstract(text: string): { readonly text: string; readonly isCut: boolean } {
  const [shown = '', ...hidden] = text.split(MORE);
  const whole = withoutLess(hidden.join(' '));
  if (whole !== '') return { text: whole, isCut: false };
  if (hidden.length > 0) return { text: shown.trim(), isCut: true };
  const open = withoutLess(shown);
  return { text: open === shown ? open : withoutDouble(open), isCut: false };
}

//     … ▽ More     ? ? More, which no sentence contains
const MORE = new RegExp(` ?(?:▽|(?<=(?:…|${DAMAGED_SIGN}) ?)${DAMAGED_SIGN}) ?More\\b ?`);
//     △ Less     ? Less, at the end
const LESS = new RegExp(` ?(?:△ ?Less\\b.*| ${DAMAGED_SIGN} Less)$`, 's');

function withoutLess(text: string): string {
  return text.replace(LESS, '').trim();
}

/** Removes the repetition from a text that is printed twice. */
function withoutDouble(text: string): string {
  const half = text.slice(0, (text.length - 1) / 2);
  return text.length % 2 === 1 && text === `${half} ${half}` ? half : text;
}
