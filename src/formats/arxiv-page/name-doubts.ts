const PARTICLE =
  /^(?:a[fl]|av|ben|bin|bint|d[aeiou]|dal|das|de[lnr]|della|des|do|dos|e|el|et|i|ibn|in|la|las|le|los|of|på|'?s|'t|te|ten|ter|v[ao]n|und|y|zu[mr]?)$/;
const GROUP =
  /\b(?:Alliance|Center|Centre|Collaborations?|Committee|Consortium|Experiment|Group|Initiative|Lab|Laboratory|Network|Organization|Project|Survey|Team|Working)\b/;
// TeX accents in front of the first letter: \'Elie, {\v{S}}imon
const NAME_WORD =
  /^[("'`]?(?:[\\{"'`^~=.]|[uvHc](?=[{\\])){0,20}(?:\p{Lu}|\p{Lo}|[dlo]['’]\p{Lu}|(?:al|el|de|ibn|mc|ten|van|von)[-‐]\p{Lu})[\p{L}\p{M}.'’`\-‐–\\{}"^~=$0-9]*[)]?,?$/u;
const TITLE_WORD =
  /^(?:A|An|The|Of|For|In|On|With|Without|From|Towards?|Via|Using|Learning|Networks?|Models?|Analysis|Theory|Systems?|Survey|Study|Data|Is|Are|Can|How|What|Why|When|Does|Do|Not|And|Approach|Method|Methods|Based|Neural|Deep|Language|Quantum|Review|Revisited|Detection|Estimation|Optimization)$/;

/** Number of names that are examined. */
const MOST_NAMES = 12;

/** How unlikely it is that a text is a list of authors; 0 if nothing speaks against it. The first names count most. */
export function nameDoubts(text: string): number {
  if (text === '') return 0;
  const names = namesIn(text);
  const others = names.slice(1, MOST_NAMES).filter((name) => doubtsOfName(name) > 2);
  return (/^[,;]/.test(text) ? 6 : 0) + doubtsOfName(names[0] ?? '') + Math.min(others.length, 4);
}

/** Whether a line is part of a list of names: at least two, and nothing else. */
export function isPartOfNames(text: string): boolean {
  const names = namesIn(text).filter((name) => name !== '');
  return names.length > 2 && names.every((name) => doubtsOfName(name) < 3);
}

function namesIn(text: string): string[] {
  const names = text
    .slice(0, 2000)
    .replace(/\([^()]*\)?/g, ' ')
    .split(/[,;]\s*(?:and\s)?|\sand\s/);
  return names.map((name) => name.trim());
}

/**
 * Letters that a wrong encoding has damaged:
 *
 *     \ufffdstr\ufffdm     ?lvares, Mu?oz     Ã…ström
 */
const DAMAGED =
  /\ufffd+|(?<=\p{L})\?+(?=\p{L})|(?<!\S)\?+(?=\p{Ll}{2})|[Â-ô][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]+/gu;

function doubtsOfName(printed: string): number {
  const name = printed.replace(DAMAGED, 'É');
  if (name === '' || GROUP.test(name) || /\bet\.? al\b/.test(name)) return 0;
  const words = name.split(/\s+/);
  let doubts = Math.max(0, words.filter((word) => !PARTICLE.test(word)).length - 3);
  if (/[?!:]$|^[\d$]/.test(name)) doubts += 3;
  for (const word of words) {
    if (PARTICLE.test(word)) continue;
    if (!NAME_WORD.test(word)) doubts += 3;
    else if (TITLE_WORD.test(word)) doubts += 2;
  }
  // Few names end in a particle or an initial.
  const last = words.at(-1) ?? '';
  if (PARTICLE.test(last)) doubts += 2;
  if (words.length === 1) doubts += 1;
  return doubts;
}
