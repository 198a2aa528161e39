/** The addresses that the references of a text stand for, by their keys in lower case. */
export type Definitions = ReadonlyMap<string, string>;

//     [p1]: https://arxiv.org/abs/2601.06661 "Round Kites"
const DEFINITION = /^\s{0,3}\[([^\][]{1,100})\]:\s{0,9}<?(https?:\/\/[^\s<>]{1,1000})>?(?:\s+["'(].{0,300})?\s*$/;
//     [Round Kites][p1]
const REFERENCE = /\]\s?\[([^\][]{1,100})\]/g;

export function mayHoldReference(text: string): boolean {
  return /\]\s?\[[^\][]/.test(text);
}

export function readDefinition(text: string): readonly [key: string, url: string] | null {
  const [, key, url] = DEFINITION.exec(text) ?? [];
  return key === undefined || url === undefined ? null : [key.toLowerCase(), url];
}

/** The text with the addresses in place of the references (https://spec.commonmark.org/0.31.2/#reference-link). */
export function withAddresses(text: string, definitions: Definitions): string {
  return text.replace(REFERENCE, (reference, key: string) => {
    const url = definitions.get(key.toLowerCase());
    return url === undefined ? reference : `](${url})`;
  });
}
