//     Do moths count? A trial.     [Moths in barns]. Moth Lett     “Moths.” A trial
const SENTENCE_END = /[.?!]["”’)\]]?\s/g;

/** Where the sentences of a text begin, the first one excluded. An abbreviation counts as the end of a sentence. */
export function sentenceStarts(text: string): number[] {
  return [...text.matchAll(SENTENCE_END)].map(({ 0: end, index }) => index + end.length);
}
