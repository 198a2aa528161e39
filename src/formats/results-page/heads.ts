import type { DiagnosticCode } from '../../diagnostics/diagnostic.ts';
import type { Fields } from '../fields/entry.ts';
import type { Site } from './rules.ts';

/** What names a paper: its title, and the lines below it with authors and place. */
export interface Head {
  readonly site: Site;
  /** Indexes of its lines in the segment, the last one included. */
  readonly first: number;
  readonly last: number;
  /** `PMID:38401234` or `arXiv:2301.01234`. */
  readonly id: string | null;
  /** By the names that the vocabulary knows; without a title if that is lost. */
  readonly fields: Fields;
  readonly faults: readonly HeadFault[];
}

export interface HeadFault {
  readonly code: DiagnosticCode;
  readonly message: string;
}
