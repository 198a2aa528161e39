import { type Command, Option } from 'commander';
import { localDay, type Period, parseDay, parsePeriod } from '../calendar/period.ts';
import { InvalidValueError } from '../diagnostics/errors.ts';
import { formats } from '../formats/index.ts';
import { MAX_EXPANSION } from '../input/decompress.ts';
import { isEncodingLabel } from '../input/encoding.ts';
import { outputExtensions, outputFormatOfFile, outputFormats } from '../output/index.ts';
import { type AnnounceType, announceTypes } from '../paper/announce-types.ts';
import { type PaperKey, paperKeys } from '../paper/keys.ts';
import { type GroupKey, groupKeys, isCalendarUnit } from '../query/group.ts';
import { type Order, parseOrder, sortKeys } from '../query/order.ts';
import type { QueryOptions } from '../query/query.ts';
import type { CountBounds } from '../query/selection.ts';
import { parseWhere, type WhereQuery } from '../query/where.ts';
import { findName, suggestion } from '../text/suggest.ts';
import { type ColumnChoice, columnNames, parseColumns, parseKeys } from './columns.ts';

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
export interface SelectionOptions extends CountBounds {
  readonly since?: Period;
  readonly until?: Period;
  readonly where?: WhereQuery[];
  readonly category?: string[];
  readonly announce?: AnnounceType[];
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

/** An option whose text is parsed into a typed value at once. */
export function option<Value>(flags: string, description: string, parse: Parse<Value>): Option {
  return parsed(new Option(flags, description), parse);
}

type Parse<Value> = (text: string, previous: Value | undefined) => Value;

/** An option that takes one of a few names, or a comma-separated list of them. Completion offers the names. */
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
  return option.argParser(naming(option.long ?? '', parse));
}

/** Makes the errors of a parser name the option or argument, and the text: `--since 2024-02-30: there is no such day`. */
export function naming<Value>(name: string, parse: Parse<Value>): Parse<Value> {
  return (text, previous) => {
    try {
      return parse(text, previous);
    } catch (error) {
      throw error instanceof InvalidValueError ? new InvalidValueError(`${name} ${text}: ${error.message}`) : error;
    }
  };
}

export function addInputOptions(command: Command): Command {
  return command
    .optionsGroup('Input:')
    .addOption(choice('--format-in <name>', 'format of the input, if not detected', names(formats)))
    .addOption(option('--encoding <label>', 'encoding of the input, such as latin1', parseEncoding))
    .addOption(
      option('--as-of <date>', 'day the listing was saved, to infer missing years', (text) => parseDay(text, today())),
    )
    .addOption(
      choice('--trailing-count <meaning>', 'what a single number after the date counts: upvotes or comments', [
        'upvotes',
        'comments',
      ]).default('upvotes'),
    )
    .addOption(
      option(
        '--max-expansion <times>',
        'limit on how many times larger compressed input may become',
        wholeNumber,
      ).default(MAX_EXPANSION),
    )
    .option('--unicode', 'convert TeX accents, dashes and quotes to Unicode')
    .option('-q, --quiet', 'print no summary and no progress on standard error');
}

export function addSelectionOptions(command: Command): Command {
  return command
    .optionsGroup('Selection:')
    .addOption(
      option<WhereQuery[]>(
        '--where <query>',
        'query such as lora -vision upvotes:>=5 date:[2024-03 TO 2024-06] organization:"A B"; OR, NOT, ( ), *; any key',
        (text, all = []) => [...all, parseWhere(text, today())],
      ),
    )
    .addOption(
      option(
        '--since <date>',
        'on or after this date: 2024, 2024-03, 2024-03-15, 2024-W09, today, yesterday, or a time ago: 30d, 2w, 6m, 1y',
        parseRange,
      ),
    )
    .addOption(option('--until <date>', 'on or before this date, in the same forms', parseRange))
    .addOption(option('--min-upvotes <n>', 'at least N upvotes', wholeNumber))
    .addOption(option('--max-upvotes <n>', 'at most N upvotes', wholeNumber))
    .addOption(option('--min-authors <n>', 'at least N authors', wholeNumber))
    .addOption(option('--max-authors <n>', 'at most N authors', wholeNumber))
    .addOption(option('--min-citations <n>', 'cited at least N times', wholeNumber))
    .addOption(option('--max-citations <n>', 'cited at most N times', wholeNumber))
    .addOption(
      option('--category <names>', 'in any of these arXiv categories; cs includes all of cs.*', listOf<string>),
    )
    .addOption(
      list(
        '--announce <types>',
        `kinds of arXiv announcement: ${announceTypes.join(', ')}`,
        announceTypes,
        parseAnnounceTypes,
      ),
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
        'with a value for each of these keys, such as githubUrl',
        paperKeys,
        (text, all = []) => [...all, ...parseKeys(text)],
      ),
    )
    .option('--dedupe', 'remove duplicates, keeping the latest version and the latest counts')
    .addOption(
      option<string[]>(
        '--not-in <file>',
        'skip papers that are in this listing or export, in any format; repeatable',
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
        'keys such as upvotes or date,title, or trending; -key is descending, +key ascending',
        sortKeys,
        parseOrder,
      ),
    )
    .addOption(option('--limit <n>', 'print at most N papers', wholeNumber))
    .addOption(choice('--by <key>', `group under headings: ${groupKeys.join(', ')}`, groupKeys))
    .addOption(option('--limit-by <n>', 'with --by: print at most N papers of each group', wholeNumber));
}

export function addOutputOptions(command: Command): Command {
  return command
    .optionsGroup('Output:')
    .addOption(
      parsed(
        new NamesOption(
          '-f, --format <name>',
          `output format: ${names(outputFormats).join(', ')}`,
          names(outputFormats),
          false,
        ),
        parseOutputFormat,
      ),
    )
    .option(
      '-o, --output <file>',
      'file to write; its extension selects the format: .xlsx, .csv, .html, .bib, .ris for Zotero; .gz compresses',
    )
    .addOption(
      list('--columns <keys>', 'title,date; or +id,url to add to the default five; or all', columnNames, parseColumns),
    )
    .option('--source', 'add the file, line and format of each paper')
    .option('--no-escape-formulas', 'CSV: do not escape cells that a spreadsheet would run as formulas')
    .option('--excel', 'CSV for Excel: BOM, CRLF, identifiers kept as text')
    .addOption(option('--delimiter <char>', 'CSV: character between cells, such as ";" or tab', parseDelimiter))
    .option('--full', 'list, markdown, html: print whole abstracts')
    .addOption(colorOption());
}

export function colorOption(): Option {
  return choice('--color <when>', 'auto, always or never', ['auto', 'always', 'never']).default('auto');
}

/** @throws InvalidValueError if the range ends before it begins */
export function queryOptions(options: Pick<InputOptions, 'asOf'> & SelectionOptions & OrderOptions): QueryOptions {
  const since = options.since?.first;
  const until = options.until?.last;
  if (since !== undefined && until !== undefined && since > until) {
    throw new InvalidValueError(`--since ${since} is after --until ${until}`);
  }
  for (const [name, least, most] of [
    ['upvotes', options.minUpvotes, options.maxUpvotes],
    ['authors', options.minAuthors, options.maxAuthors],
    ['citations', options.minCitations, options.maxCitations],
  ] as const) {
    if (least !== undefined && most !== undefined && least > most) {
      throw new InvalidValueError(`--min-${name} ${least} is more than --max-${name} ${most}`);
    }
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

function today(): string {
  return localDay(new Date());
}

function names(table: readonly { readonly name: string }[]): string[] {
  return table.map(({ name }) => name);
}

/** Returns a parser that accepts one of the names. */
export function oneOf<Name extends string>(known: readonly Name[]): (text: string) => Name {
  return (text) => {
    const name = findName(text, known);
    if (name === undefined)
      throw new InvalidValueError(`expected one of ${known.join(', ')}${suggestion(text, known)}`);
    return name;
  };
}

/** The name of a format, or one of its extensions: `md`, `bib`, `jsonl`. */
function parseOutputFormat(text: string): string {
  const known = names(outputFormats);
  const ofFile = outputFormatOfFile(`.${text}`)?.name;
  const isExtension = outputExtensions.includes(`.${text.toLowerCase()}`);
  const name = findName(text, known) ?? (isExtension ? ofFile : undefined);
  if (name !== undefined) return name;
  if (ofFile !== undefined) throw new InvalidValueError(`this names a format; to write a file: -o ${text}`);
  return oneOf(known)(text);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(number))
    throw new InvalidValueError('expected a whole number, 0 or greater');
  return number;
}

function parseDelimiter(text: string): string {
  const character = /^(?:tab|\\t)$/i.test(text) ? '\t' : text;
  // Quotes and line endings have a meaning in CSV; cells may begin with an apostrophe or with a formula.
  if (!/^[^\p{L}\p{N}\s"'=+@-]$|^[\t ]$/u.test(character))
    throw new InvalidValueError('expected a single character such as ; or | or tab');
  return character;
}

function parseEncoding(label: string): string {
  if (!isEncodingLabel(label))
    throw new InvalidValueError('unknown encoding; encoding.spec.whatwg.org lists the labels');
  return label;
}

function parseRange(text: string): Period {
  return parsePeriod(text, today());
}

/** Collects the values of an option that may be given several times. */
export function repeated(text: string, previous: string[] = []): string[] {
  return [...previous, text];
}

export function listOf<Item extends string>(text: string, previous: Item[] = []): Item[] {
  const items = text.split(',').map((item) => item.trim());
  if (items.includes('')) throw new InvalidValueError('expected names separated by commas');
  return [...previous, ...(items as Item[])];
}

function parseAnnounceTypes(text: string, previous: AnnounceType[] = []): AnnounceType[] {
  return [...previous, ...listOf(text).map(oneOf(announceTypes))];
}
