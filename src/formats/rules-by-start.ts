/** Finds the rules that may match a text by its first character; those without `starts` may match any text. */
export function rulesByStart<Rule extends { readonly starts: string }>(
  rules: readonly Rule[],
): (start: string) => readonly Rule[] {
  const startingWith = (start: string) => rules.filter(({ starts }) => starts === '' || starts.includes(start));
  const known = new Map([...rules.map(({ starts }) => starts).join('')].map((start) => [start, startingWith(start)]));
  const others = rules.filter(({ starts }) => starts === '');
  return (start) => known.get(start) ?? others;
}
