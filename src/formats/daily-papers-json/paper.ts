import type { Paper } from '../../paper/paper.ts';
import { truncate } from '../../text/printable.ts';
import type { ReaderOutput } from '../format.ts';
import type { JsonObject, JsonValue } from '../json/read-json.ts';

/**
 * Whether an object stands for a paper of Daily Papers:
 *
 *     {"paper": {"id": …, "title": …, …}, "numComments": 6, "submittedBy": {…}}     the page's data, its API
 *     {"id": …, "title": …, "summary": …, "published_at": …, "num_comments": 6}     `hf papers ls`, search answers
 */
export function isPaperEntry(value: JsonObject): boolean {
  if (isObject(value.paper)) return true;
  const signs = [typeof value.title === 'string', isArxivId(value.id), paperKeys.some((key) => key in value)];
  return signs.filter((isThere) => isThere).length >= 2;
}

const paperKeys = ['summary', 'publishedAt', 'published_at'];

function isArxivId(id: JsonValue | undefined): boolean {
  return typeof id === 'string' && /^\d{4}\.\d{4,5}(?:v\d+)?$/.test(id);
}

/** The record of an entry; null, with a diagnostic, where it has no title. */
export function readPaperEntry(entry: JsonObject, line: number, output: ReaderOutput): Paper | null {
  const fields = new EntryFields(entry, line, output);
  const title = fields.text('title');
  if (title === undefined) {
    output.report('missing-title', 'a paper without a title', line);
    return null;
  }
  const authors = fields.names('authors');
  const id = fields.text('id')?.replace(/v\d+$/, '');
  const paper: Paper = {
    title,
    abstract: fields.text('summary') ?? null,
    authorCount: authors?.length ?? null,
    date: fields.date('publishedAt', 'published_at') ?? null,
    upvotes: fields.count('upvotes') ?? null,
  };
  return Object.assign(
    paper,
    definedOnly({
      commentCount: fields.count('numComments', 'num_comments', 'comments'),
      id,
      url: id === undefined ? undefined : `https://huggingface.co/papers/${id}`,
      authors,
      organization: fields.name('organization', ['fullname', 'name']),
      submittedBy: submitterKeys.map((key) => fields.name(key, handleKeys)).find((name) => name !== undefined),
      githubUrl: fields.text('githubRepo', 'github_repo'),
      githubStars: fields.count('githubStars', 'github_stars'),
    }),
  );
}

const submitterKeys = ['submittedBy', 'submitted_by', 'submittedOnDailyBy', 'submitted_on_daily_by'];
/** The page shows a submitter by the name of the account, not by the full one. */
const handleKeys = ['user', 'name', 'username', 'fullname'];

/** Looks a key up in the paper first, then in the entry around it, under each of its spellings. */
class EntryFields {
  readonly #objects: readonly JsonObject[];
  readonly #line: number;
  readonly #output: ReaderOutput;

  constructor(entry: JsonObject, line: number, output: ReaderOutput) {
    this.#objects = isObject(entry.paper) ? [entry.paper, entry] : [entry];
    this.#line = line;
    this.#output = output;
  }

  text(...keys: readonly string[]): string | undefined {
    return this.#first(keys, cleanText);
  }

  /** A name that may stand in an object, under the first of `inner` that is there. */
  name(key: string, inner: readonly string[]): string | undefined {
    return this.#first([key], (value) =>
      isObject(value)
        ? inner.map((name) => cleanText(value[name])).find((name) => name !== undefined)
        : cleanText(value),
    );
  }

  /** A list of names, or of objects with a name; undefined where there is none. */
  names(key: string): string[] | undefined {
    return this.#first([key], (value) => {
      if (!Array.isArray(value)) return undefined;
      const names = value.map((author) => cleanText(isObject(author) ? author.name : author));
      const printed = names.filter((name) => name !== undefined);
      return printed.length === 0 ? undefined : printed;
    });
  }

  count(...keys: readonly string[]): number | undefined {
    const value = this.#first(keys, (found) => found ?? undefined);
    if (value === undefined) return undefined;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    this.#output.report('bad-number', `"${keys[0]}" is no count: ${truncate(JSON.stringify(value))}`, this.#line);
    return undefined;
  }

  /** The day in UTC of a point in time. */
  date(...keys: readonly string[]): string | undefined {
    const text = this.text(...keys);
    if (text === undefined) return undefined;
    const date = utcDate(text);
    if (date === null) this.#output.report('bad-date', `not a date: ${truncate(text)}`, this.#line);
    return date ?? undefined;
  }

  #first<Value>(keys: readonly string[], read: (value: JsonValue | undefined) => Value | undefined): Value | undefined {
    for (const object of this.#objects) {
      for (const key of keys) {
        const value = read(object[key]);
        if (value !== undefined) return value;
      }
    }
    return undefined;
  }
}

/** `2024-03-01T23:30:00.000Z`, `2024-03-01 23:30:00+00:00`, `2024-03-01`; without a zone it is UTC. */
function utcDate(text: string): string | null {
  const [, day, time = 'T00:00:00', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\d)([T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(text) ?? [];
  if (day === undefined) return null;
  const midnight = new Date(`${day}T00:00:00Z`);
  const moment = new Date(day + time.replace(' ', 'T') + zone.replace(/(\d\d)(\d\d)$/, '$1:$2'));
  if (Number.isNaN(moment.getTime()) || midnight.toISOString().slice(0, 10) !== day) return null;
  return moment.toISOString().slice(0, 10);
}

/** The text on one line, without control characters; undefined where there is none. */
function cleanText(value: JsonValue | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = value
    .replace(/[\0-\x08\x0e-\x1f\x7f-\x9f]+/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toWellFormed();
  return text === '' ? undefined : text;
}

function definedOnly<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
