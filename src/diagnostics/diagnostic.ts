/**
 * The closed set of diagnostic codes. `offprint help diagnostics` documents every code with an example.
 *
 * `error`: part of the input could not be read. `warning`: a record is incomplete. `info`: a record is based on an
 * assumption.
 */
export const diagnosticSeverities = {
  'unrecognized-line': 'warning',
  'missing-metadata': 'warning',
  'missing-title': 'warning',
  'missing-date': 'warning',
  'missing-id': 'warning',
  'truncated-entry': 'warning',
  'service-error': 'warning',
  'entry-count': 'warning',
  'bad-date': 'warning',
  'bad-number': 'warning',
  'damaged-field': 'warning',
  'year-inferred': 'info',
  'count-assumed': 'info',
  'invalid-utf8': 'warning',
  'control-characters': 'warning',
  'line-too-long': 'error',
  'document-too-long': 'warning',
  'invalid-json': 'error',
  'invalid-record': 'error',
  'date-order-assumed': 'info',
  'no-titles': 'error',
  'fields-read': 'info',
  'fields-not-read': 'info',
} as const satisfies Record<string, 'error' | 'warning' | 'info'>;

export type DiagnosticCode = keyof typeof diagnosticSeverities;
export type Severity = (typeof diagnosticSeverities)[DiagnosticCode];

/** A remark about one place in an input. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /** One sentence without a final period. */
  readonly message: string;
  /** Counted from 1. */
  readonly line: number;
  /** Counted from 1, in characters. */
  readonly column: number;
}
