import type { OutputFormat } from './writer.ts';

/**
 * All output formats. To add one: write a module that exports a function from `WriterOptions` to `Writer`, and add a row
 * here. Modules are loaded only when they are used.
 */
const table = [
  {
    name: 'list',
    extensions: ['.txt'],
    takes: ['by', 'source', 'full'],
    open: async (options) => (await import('./list.ts')).openList(options),
  },
  {
    name: 'table',
    extensions: [],
    takes: ['by', 'columns', 'source'],
    open: async (options) => (await import('./table.ts')).openTable(options),
  },
  {
    name: 'json',
    extensions: ['.json'],
    takes: ['columns', 'source'],
    open: async (options) => (await import('./json.ts')).openJson(options),
  },
  {
    name: 'ndjson',
    extensions: ['.ndjson', '.jsonl'],
    takes: ['columns', 'source'],
    open: async (options) => (await import('./json.ts')).openNdjson(options),
  },
  {
    name: 'csv',
    extensions: ['.csv'],
    takes: ['columns', 'source', 'escapeFormulas', 'excel', 'delimiter'],
    open: async (options) => (await import('./csv.ts')).openCsv(options),
  },
  {
    name: 'tsv',
    extensions: ['.tsv', '.tab'],
    takes: ['columns', 'source', 'escapeFormulas', 'excel'],
    open: async (options) => (await import('./csv.ts')).openTsv(options),
  },
  {
    name: 'xlsx',
    extensions: ['.xlsx'],
    isBinary: true,
    takes: ['columns', 'source'],
    open: async (options) => (await import('./xlsx.ts')).openXlsx(options),
  },
  {
    name: 'parquet',
    extensions: ['.parquet'],
    isBinary: true,
    takes: ['columns', 'source'],
    open: async (options) => (await import('./parquet.ts')).openParquet(options),
  },
  {
    name: 'html',
    extensions: ['.html', '.htm'],
    takes: ['by', 'source', 'full'],
    open: async (options) => (await import('./html.ts')).openHtml(options),
  },
  {
    name: 'markdown',
    extensions: ['.md', '.markdown'],
    takes: ['by', 'source', 'full'],
    open: async (options) => (await import('./markdown.ts')).openMarkdown(options),
  },
  {
    name: 'bibtex',
    extensions: ['.bib'],
    takes: [],
    open: async () => (await import('./bibtex.ts')).openBibtex(),
  },
  {
    name: 'ris',
    extensions: ['.ris'],
    takes: [],
    open: async () => (await import('./ris.ts')).openRis(),
  },
  {
    name: 'csl-json',
    // The whole suffix, so that `.json` alone means the record format.
    extensions: ['.csl.json', '.csl'],
    takes: [],
    open: async () => (await import('./csl-json.ts')).openCslJson(),
  },
] as const satisfies readonly OutputFormat[];

export const outputFormats: readonly OutputFormat[] = table;

export type OutputFormatName = (typeof table)[number]['name'];

export function findOutputFormat(name: string): OutputFormat | undefined {
  return outputFormats.find((format) => format.name === name);
}

/** The extensions of all formats, such as `.json`. */
export const outputExtensions: readonly string[] = outputFormats.flatMap(({ extensions }) => extensions);

/** The format for a file name; a final `.gz` is ignored. */
export function outputFormatOfFile(path: string): OutputFormat | undefined {
  const name = path.toLowerCase().replace(/\.gz$/, '');
  const endings = outputFormats.flatMap((format) => format.extensions.map((extension) => ({ format, extension })));
  const fitting = endings.filter(({ extension }) => name.endsWith(extension));
  return fitting.sort((a, b) => b.extension.length - a.extension.length)[0]?.format;
}
