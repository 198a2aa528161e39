export type { Diagnostic, DiagnosticCode, Severity } from './diagnostics/diagnostic.ts';
export { InvalidValueError, SourceError } from './diagnostics/errors.ts';
export type { LineAccount } from './formats/listing-parser.ts';
export { type ParsedListing, type ParseOptions, parseListing, type ReadOptions, readPapers } from './library.ts';
export { type Paper, paperSchema } from './paper/paper.ts';
