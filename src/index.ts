export type { Diagnostic, DiagnosticCode, Severity } from './diagnostic.ts';
export { InvalidValueError, SourceError } from './errors.ts';
export { type ParsedListing, type ParseOptions, parseListing, type ReadOptions, readPapers } from './library.ts';
export type { LineAccount } from './listing-parser.ts';
export { type Paper, paperSchema } from './paper.ts';
