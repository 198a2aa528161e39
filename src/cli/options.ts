import { type Command, InvalidArgumentError, Option } from 'commander';
import { localDay, type Period, parseDay, parsePeriod } from '../calendar/period.ts';
import { InvalidValueError } from '../diagnostics/errors.ts';
import { formats } from '../formats/index.ts';
import { MAX_EXPANSION } from '../input/decompress.ts';
import { isEncodingLabel } from '../input/encoding.ts';
import { outputFormatOfFile, outputFormats } from '../output/index.ts';
import { type PaperKey, paperKeys } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import { type GroupKey, groupKeys, isCalendarUnit } from '../query/group.ts';
import { type Order, parseOrder, sortKeys } from '../query/order.ts';
import type { QueryOptions } from '../query/query.ts';
import { parseWhere, type WhereQuery } from '../query/where.ts';
import { findName, suggestion } from '../text/suggest.ts';
import { type ColumnChoice, columnNames, parseColumns, parseKeys } from './columns.ts';
import { asSentence } from './help.ts';

/** Options of every command that reads listings. */
export interface InputOptions {
  readonly formatIn?: string;
  readonly encoding?: string;
  readonly asOf?: string;
  readonly trailingCount: 'upvotes' | 'comments';
  readonly maxExpansion: number;
  readonly unicode?: true;
  readonly quiet?: true;
}

/** Options of every command that selects papers. */
export interface SelectionOptions {
  readonly since?: Period;
  readonly until?: Period;
  readonly minUpvotes?: number;
  readonly maxUpvotes?: number;
  readonly minAuthors?: number;
  readonly maxAuthors?: number;
  readonly minCitations?: number;
  readonly maxCitations?: number;
  readonly where?: WhereQuery[];
  readonly category?: string[];
  readonly announce?: NonNullable<Paper['announceType']>[];
  readonly author?: string[];
  readonly has?: PaperKey[];
  readonly dedupe?: true;
  readonly notIn?: string[];
}

export interface OrderOptions {
  readonly sort?: Order;
  readonly limit?: number;
  readonly by?: GroupKey;
  readonly limitBy?: number;
}

/** Options of every command that prints papers. */
export interface OutputOptions {
  readonly format?: string;
  readonly output?: string;
  readonly columns?: ColumnChoice;
  readonly source?: true;
  readonly escapeFormulas: boolean;
  readonly excel?: true;
  readonly delimiter?: string;
  readonly full?: true;
  readonly color: 'auto' | 'always' | 'never';
}

const announceTypes = ['new', 'cross', 'replace', 'replace-cross'] as const;

/** An option whose text is made a typed value at once; what is wrong with the text names option and value. */
export function option<Value>(flags: string, description: string, parse: Parse<Value>): Option {
  return parsed(new Option(flags, description), parse);
}

type Parse<Value> = (text: string, previous: Value | undefined) => Value;

/** An option that takes one of a few names, or several of them with commas between; completion offers them. */
export class NamesOption extends Option {
  readonly names: readonly string[];
  readonly isList: boolean;

  constructor(flags: string, description: string, names: readonly string[], isList: boolean) {
    super(flags, description);
    this.names = names;
    this.isList = isList;
  }
}

export function choice<Name extends string>(flags: string, description: string, names: readonly Name[]): Option {
  return parsed(new NamesOption(flags, description, names, false), oneOf(names));
}

export function list<Value>(flags: string, description: string, names: readonly string[], parse: Parse<Value>): Option {
  return parsed(new NamesOption(flags, description, names, true), parse);
}

function parsed<Value>(option: Option, parse: Parse<Value>): Option {
  return option.argParser<Value>((text, previous) => {
    try {
      return parse(text, previous);
    } catch (error) {
      if (error instanceof InvalidValueError) throw new InvalidArgumentError(asSentence(error.message));
      throw error;
    }
  });
}

export function addInputOptions(command: Command): Command {
  return command
    .optionsGroup('Input:')
    .addOption(choice('--format-in <name>', 'format of the input, if not detected', names(formats)))
    .addOption(option('--encoding <label>', 'encoding of the input, such as latin1', parseEncoding))
    .addOption(
      option('--as-of <date>', 'day the listing was taken, for years not printed', (text) => parseDay(text, today())),
    )
    .addOption(
      choice('--trailing-count <meaning>', 'what a lone number after the date counts: upvotes or comments', [
        'upvotes',
        'comments',
      ]).default('upvotes'),
    )
    .addOption(
      option('--max-expansion <times>', 'how far compressed input may expand', wholeNumber).default(MAX_EXPANSION),
    )
    .option('--unicode', 'TeX accents, dashes and quotes as Unicode')
    .option('-q, --quiet', 'no summary, no progress on standard error');
}

export function addSelectionOptions(command: Command): Command {
  return command
    .optionsGroup('Selection:')
    .addOption(
      option<WhereQuery[]>(
        '--where <query>',
        'lora -vision upvotes:>=5 date:[2024-03 TO 2024-06] organization:"A B", OR, NOT, ( ), *; any key',
        (text, all = []) => [...all, parseWhere(text, today())],
      ),
    )
    .addOption(
      option(
        '--since <date>',
        'from this day on: 2024, 2024-03, 2024-03-15, 2024-W09, today, or so long ago: 30d, 2w, 6m, 1y',
        parseRange,
      ),
    )
    .addOption(option('--until <date>', 'up to this day, likewise; both ends are included', parseRange))
    .addOption(option('--min-upvotes <n>', 'upvotes at least', wholeNumber))
    .addOption(option('--max-upvotes <n>', 'upvotes at most', wholeNumber))
    .addOption(option('--min-authors <n>', 'authors at least', wholeNumber))
    .addOption(option('--max-authors <n>', 'authors at most', wholeNumber))
    .addOption(option('--min-citations <n>', 'times cited at least', wholeNumber))
    .addOption(option('--max-citations <n>', 'times cited at most', wholeNumber))
    .addOption(option('--category <names>', 'any of these arXiv categories; cs is all of cs.*', listOf<string>))
    .addOption(
      list('--announce <types>', `arXiv announcements: ${announceTypes.join(', ')}`, announceTypes, parseAnnounceTypes),
    )
    .addOption(
      option<string[]>(
        '--author <name>',
        'by an author or organization with these whole words in the name: li, "Li, Wei"; repeatable',
        repeated,
      ),
    )
    .addOption(
      list<PaperKey[]>(
        '--has <keys>',
        'with a value for all of these, such as githubUrl',
        paperKeys,
        (text, all = []) => [...all, ...parseKeys(text)],
      ),
    )
    .option('--dedupe', 'each paper once: what the latest version says, the newest counts')
    .addOption(
      option<string[]>(
        '--not-in <file>',
        'papers that are not in this listing or export of any format; repeatable',
        repeated,
      ),
    );
}

export function addOrderOptions(command: Command): Command {
  return command
    .optionsGroup('Order:')
    .addOption(
      list(
        '--sort <keys>',
        'keys such as upvotes or date,title, or trending; -key downward, +key upward',
        sortKeys,
        parseOrder,
      ),
    )
    .addOption(option('--limit <n>', 'so many papers at most', wholeNumber))
    .addOption(choice('--by <key>', `under headings: ${groupKeys.join(', ')}`, groupKeys))
    .addOption(option('--limit-by <n>', 'with --by: print at most N papers of each group', wholeNumber));
}

export function addOutputOptions(command: Command): Command {
  return command
    .optionsGroup('Output:')
    .addOption(
      parsed(
        new NamesOption('-f, --format <name>', names(outputFormats).join(', '), names(outputFormats), false),
        parseOutputFormat,
      ),
    )
    .option(
      '-o, --output <file>',
      'its extension chooses the format: .xlsx, .csv, .html, .bib, .ris for Zotero; .gz compresses',
    )
    .addOption(list('--columns <keys>', 'title,date or +id,url (beside the five) or all', columnNames, parseColumns))
    .option('--source', 'file, line and format of every paper')
    .option('--no-escape-formulas', 'CSV: leave cells that a spreadsheet would run')
    .option('--excel', 'CSV for Excel: BOM, CRLF, ids kept as text')
    .addOption(option('--delimiter <sign>', 'CSV: what separates the cells, such as ";" or tab', parseDelimiter))
    .option('--full', 'list, markdown, html: whole abstracts')
    .addOption(colorOption());
}

export function colorOption(): Option {
  return choice('--color <when>', 'auto, always or never', ['auto', 'always', 'never']).default('auto');
}

/** @throws InvalidValueError where the range ends before it begins */
export function queryOptions(options: Pick<InputOptions, 'asOf'> & SelectionOptions & OrderOptions): QueryOptions {
  const since = options.since?.first;
  const until = options.until?.last;
  if (since !== undefined && until !== undefined && since > until) {
    throw new InvalidValueError(`--since ${since} is after --until ${until}`);
  }
  if (options.limitBy !== undefined && options.by === undefined) {
    throw new InvalidValueError('--limit-by needs --by, such as --by month');
  }
  return {
    ...options,
    notIn: undefined,
    since,
    until,
    categories: options.category,
    announceTypes: options.announce,
    authors: options.author,
    order: options.sort ?? (options.by !== undefined && isCalendarUnit(options.by) ? parseOrder('date') : undefined),
  };
}

export function today(): string {
  return localDay(new Date());
}

function names(table: readonly { readonly name: string }[]): string[] {
  return table.map(({ name }) => name);
}

/** @returns a parser of one of the names */
export function oneOf<Name extends string>(known: readonly Name[]): (text: string) => Name {
  return (text) => {
    const name = findName(text, known);
    if (name === undefined) throw new InvalidValueError(`known are ${known.join(', ')}${suggestion(text, known)}`);
    return name;
  };
}

/** The name of a format, or an extension that means it: `md`, `bib`, `jsonl`. */
function parseOutputFormat(text: string): string {
  const known = names(outputFormats);
  const name = findName(text, known) ?? outputFormatOfFile(`.${text}`)?.name;
  if (name !== undefined) return name;
  return oneOf(known)(text);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number))
    throw new InvalidValueError('expected 0 or a whole number above');
  return number;
}

function parseDelimiter(text: string): string {
  const sign = /^(?:tab|\\t)$/i.test(text) ? '\t' : text;
  // Quotes and line ends have a meaning of their own, apostrophes and what begins a formula stand at the start of cells.
  if (!/^[^\p{L}\p{N}\s"'=+@-]$|^[\t ]$/u.test(sign))
    throw new InvalidValueError('expected one sign such as ; or | or tab');
  return sign;
}

function parseEncoding(label: string): string {
  if (!isEncodingLabel(label))
    throw new InvalidValueError('unknown encoding; see encoding.spec.whatwg.org for the labels');
  return label;
}

function parseRange(text: string): Period {
  return parsePeriod(text, today());
}

/** For options that may be given several times. */
export function repeated(text: string, previous: string[] = []): string[] {
  return [...previous, text];
}

export function listOf<Item extends string>(text: string, previous: Item[] = []): Item[] {
  const items = text.split(',').map((item) => item.trim());
  if (items.includes('')) throw new InvalidValueError('expected names with commas between them');
  return [...previous, ...(items as Item[])];
}

function parseAnnounceTypes(text: string, previous: (typeof announceTypes)[number][] = []): typeof previous {
  return [...previous, ...listOf(text).map(oneOf(announceTypes))];
}
