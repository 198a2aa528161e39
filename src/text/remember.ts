interface Memory {
  /** How many texts are remembered before all are forgotten. Few are enough if questions about one line follow one another. */
  readonly most?: number;
  /** The longest text that is remembered, in characters. */
  readonly longest?: number;
}

/** Makes a pure function of a text remember its latest results. */
export function remembering<Result extends NonNullable<unknown> | null>(
  read: (text: string) => Result,
  { most = 16, longest = Number.POSITIVE_INFINITY }: Memory = {},
): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = read(text);
    if (text.length > longest) return result;
    // To forget the oldest alone would take long: a map skips what was deleted before.
    if (results.size >= most) results.clear();
    results.set(text, result);
    return result;
  };
}
