/** Several questions about a line and about the few lines that it may belong to follow one another. */
const MOST_TEXTS = 8;

/** The same pure function of a text, which keeps its latest results. */
export function remembering<Result>(read: (text: string) => Result): (text: string) => Result {
  const results = new Map<string, Result>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined || results.has(text)) return known as Result;
    const result = read(text);
    const [oldest] = results.keys();
    if (results.size >= MOST_TEXTS && oldest !== undefined) results.delete(oldest);
    results.set(text, result);
    return result;
  };
}
