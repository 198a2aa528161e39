import type { PaperKey } from '../../paper/keys.ts';
import type { Reading } from './values.ts';

/** Fields that hold one key of the record, and how their values are read. */
export interface Row {
  readonly key: PaperKey;
  readonly read: Reading;
  /**
   * Names separated by commas, best first; case, hyphens, underscores and spaces do not matter. A name inside others is a path
   * (arrays on the way are passed through), and one that means this only in one syntax says which: `ris:T2`.
   */
  readonly fields: string;
  /** The row holds only if the entry has one of these fields too, which tell a service: names as above. */
  readonly if?: string;
  /** The value adds to what is there already. */
  readonly merges?: true;
}
