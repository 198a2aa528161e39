export type { Diagnostic, DiagnosticCode, Severity } from './diagnostic.ts';
export { type Paper, paperSchema } from './paper.ts';
