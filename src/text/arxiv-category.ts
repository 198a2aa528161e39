/** `Computation and Language (cs.CL)`, `High Energy Physics - Theory (hep-th)` */
const SUBJECT = String.raw`\(([a-z][a-z-]*(?:\.[A-Za-z-]+)?)\)`;
const WHOLE_SUBJECT = new RegExp(String.raw`${SUBJECT}(?=\s*(?:;|$))`, 'g');
const LAST_SUBJECT = new RegExp(`${SUBJECT}$`);
const SUBJECT_OF_SEVERAL = new RegExp(`${SUBJECT}( ?;)?`, 'g');

/** The codes in a field of subjects, the primary one first. */
export function subjectCodes(text: string): string[] {
  return [...new Set([...text.matchAll(WHOLE_SUBJECT)].flatMap((match) => match.slice(1)))];
}

/** Whether a field of subjects may end here: neither after a semicolon nor within a name. */
export function endsWithSubject(text: string): boolean {
  return LAST_SUBJECT.test(text.slice(-60));
}

/**
 * The length of the subjects, if something else follows on the same line:
 *
 *     Computer Vision and Pattern Recognition (cs.CV); Machine Learning (cs.LG) A lantern of n sides needs …
 *                                                                              ^
 */
export function subjectsLength(text: string): number {
  let end = 0;
  for (const match of text.matchAll(SUBJECT_OF_SEVERAL)) {
    end = match.index + match[0].length;
    if (match[2] === undefined) return end;
  }
  return end;
}

//     cs.LG     physics.flu-dyn
const DOTTED =
  /^(?:cs|math|physics|stat|eess|econ|q-bio|q-fin|astro-ph|cond-mat|nlin)\.[A-Za-z]{2,6}(?:-[A-Za-z]{2,6})?$/;
//     hep-th     quant-ph     cs
const PLAIN =
  /^(?:astro-ph|cond-mat|gr-qc|hep-(?:ex|lat|ph|th)|math-ph|nucl-(?:ex|th)|quant-ph|nlin|physics|math|cs|stat|q-bio|q-fin|acc-phys|adap-org|alg-geom|ao-sci|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|dg-ga|funct-an|mtrl-th|patt-sol|plasm-ph|q-alg|solv-int|supr-con)$/;

/** Whether a word is the code of an arXiv category. @param allowsShort accept `cs` and the like, which can be other words */
export function isCategory(word: string, allowsShort: boolean): boolean {
  return DOTTED.test(word) || (PLAIN.test(word) && (allowsShort || word.includes('-')));
}
