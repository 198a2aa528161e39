/** The result of the parser generated from where.peggy. Offsets count UTF-16 units from the start of the query. */
export type WhereNode =
  | { readonly type: 'and' | 'or'; readonly nodes: readonly WhereNode[] }
  | { readonly type: 'not'; readonly node: WhereNode }
  /** `title:(lora OR adapter)` */
  | { readonly type: 'within'; readonly key: WhereKey; readonly node: WhereNode }
  | { readonly type: 'term'; readonly key: WhereKey | null; readonly value: WhereValue }
  /** `title:` */
  | { readonly type: 'incomplete'; readonly key: WhereKey };

export interface WhereKey {
  readonly name: string;
  readonly offset: number;
}

export type WhereValue = { readonly text: string; readonly offset: number } & (
  | { readonly type: 'word' | 'phrase' }
  | { readonly type: 'comparison'; readonly operator: '>=' | '<=' | '>' | '<' | '=' }
  | {
      readonly type: 'range';
      readonly from: string;
      readonly to: string;
      readonly includesFrom: boolean;
      readonly includesTo: boolean;
    }
);

export function parse(query: string): WhereNode;

/** Thrown if the query does not follow the syntax. */
// biome-ignore lint/suspicious/noShadowRestrictedNames: this is what Peggy calls it
export class SyntaxError extends Error {
  /** The position of the syntax error. */
  readonly location: { readonly start: { readonly offset: number } };
  /** What the syntax allows at that position; null for an error that the grammar describes. */
  readonly expected: readonly { readonly type: string }[] | null;
}
