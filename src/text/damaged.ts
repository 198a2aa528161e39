//     â€¦     â–½     \ufffd     ?
/** A sign such as `…`, `▽` or `△` whose encoding was damaged, as part of a pattern. */
export const DAMAGED_SIGN = String.raw`(?:\u00e2[^\sA-Za-z]{1,2}|\ufffd|\?)`;
