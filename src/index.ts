export type { Diagnostic, DiagnosticCode, Severity } from './diagnostics/diagnostic.ts';
export { InvalidValueError, SourceError } from './diagnostics/errors.ts';
export type { FormatName } from './formats/index.ts';
export type { LineAccount } from './formats/listing-parser.ts';
export { type ParsedListing, type ParseOptions, parseListing, type ReadOptions, readPapers } from './library.ts';
export type { OutputFormatName } from './output/index.ts';
export type { PaperKey, TextKey } from './paper/keys.ts';
export { type Paper, paperSchema } from './paper/paper.ts';
export {
  deduplicatePapers,
  formatPapers,
  type OrderOptions,
  orderPapers,
  paperStatistics,
  type SelectOptions,
  type SortBy,
  selectPapers,
  type WriteOptions,
  writePapers,
} from './papers.ts';
export { type GroupKey, groupPapers, type PaperGroup } from './query/group.ts';
export type { SortKey } from './query/order.ts';
export type { Bin, Distribution, PeriodCount, Statistics } from './query/statistics.ts';
