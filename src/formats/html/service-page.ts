import type { Document } from '../document.ts';
import { addValue, type Fields, type FieldValue } from '../fields/entry.ts';
import type { ReaderOutput } from '../format.ts';
import { readPaper } from './paper.ts';
import { type Service, serviceOf } from './services.ts';
import { type HtmlAttributes, type HtmlHandler, readHtml } from './tokens.ts';

/** Reads the page of a service whose markup says which element holds what; see services.ts. */
export function readServicePage(document: Document, output: ReaderOutput): number {
  const service = serviceOf(document.text);
  if (service === undefined) return 0;
  const page = new ServicePage(service);
  readHtml(document.text, page);
  let papers = 0;
  for (const { fields, start, end, isWhole } of page.entries) {
    // A title alone may be something else that has the same element.
    const { title, link, ...others } = fields;
    if (Object.keys(isWhole ? fields : others).length === 0) continue;
    if (readPaper(fields, start, end, document, output)) papers += 1;
    else {
      document.mark('unrecognized', start, end);
      output.report('missing-title', 'entry without a title: not read', document.position(start).line);
    }
  }
  return papers;
}

interface Entry {
  readonly fields: Record<string, FieldValue>;
  /** Offsets in the page. */
  readonly start: number;
  end: number;
  /** Whether the element with which it begins is there. */
  readonly isWhole: boolean;
  /** Indexes of the fields found so far, in order. */
  readonly found: number[];
}

/** An element whose text is being collected. */
interface OpenElement {
  readonly tag: string;
  readonly isTitle: boolean;
  readonly read: (text: string) => Fields;
  text: string;
  /** Elements with the same tag that are open inside it. */
  inner: number;
}

type Matcher = (tag: string, attributes: HtmlAttributes) => boolean;

interface FieldElement {
  readonly matches: Matcher;
  /** The field takes the address of the element. */
  readonly isAddress: boolean;
  readonly isRepeated: boolean;
  readonly read: (text: string) => Fields;
}

class ServicePage implements HtmlHandler {
  readonly entries: Entry[] = [];
  readonly #site: string;
  readonly #isEntry: Matcher;
  readonly #fields: readonly FieldElement[];
  #open: OpenElement | null = null;

  constructor({ site, entry, fields }: Service) {
    this.#site = site;
    this.#isEntry = matcher(entry);
    this.#fields = Object.entries(fields).map(([element, field]) => ({
      matches: matcher(element),
      isAddress: typeof field === 'string' && /(?:^|\s)url$/.test(field),
      isRepeated: field === 'author',
      read: typeof field === 'string' ? (text) => ({ [field]: text }) : field,
    }));
  }

  open(tag: string, attributes: HtmlAttributes, offset: number): void {
    if (this.#isEntry(tag, attributes)) this.#start(offset, true);
    const address = this.#resolved(attributes.get('href')?.value ?? '');
    if (this.#open !== null) {
      if (this.#open.tag === tag) this.#open.inner += 1;
    } else {
      const index = this.#fields.findIndex(({ matches }) => matches(tag, attributes));
      const field = this.#fields[index];
      if (field?.isAddress) this.#address(field, index, address);
      else if (field !== undefined) this.#field(field, index, tag, offset);
    }
    // The first link in a title leads to the paper.
    const { fields } = this.entries.at(-1) ?? {};
    if (this.#open?.isTitle && fields !== undefined && address !== '') fields.link ??= address;
  }

  close(tag: string): void {
    if (this.#open?.tag !== tag) return;
    this.#open.inner -= 1;
    if (this.#open.inner >= 0) return;
    this.#add(this.#open.read(this.#open.text.replace(/\s+/g, ' ').trim()));
    this.#open = null;
  }

  text(text: string): void {
    if (this.#open !== null) this.#open.text += text;
  }

  #field({ isRepeated, read }: FieldElement, index: number, tag: string, offset: number): void {
    const found = this.entries.at(-1)?.found;
    // The beginning of this entry was lost.
    if (found === undefined || (found.includes(index) && !(isRepeated && found.at(-1) === index)))
      this.#start(offset, false);
    const entry = this.entries.at(-1);
    entry?.found.push(index);
    if (entry !== undefined) entry.end = offset;
    this.#open = { tag, read, isTitle: index === 0, text: '', inner: 0 };
  }

  #address({ read }: FieldElement, index: number, address: string): void {
    this.entries.at(-1)?.found.push(index);
    this.#add(read(address));
  }

  #start(offset: number, isWhole: boolean): void {
    this.#open = null;
    this.entries.push({ fields: {}, start: offset, end: offset, isWhole, found: [] });
  }

  #add(values: Fields): void {
    const entry = this.entries.at(-1);
    if (entry === undefined) return;
    for (const [name, value] of Object.entries(values)) {
      if (value === '') continue;
      if (name === 'author') addValue(entry.fields, name, value);
      else entry.fields[name] ??= value;
    }
  }

  #resolved(address: string): string {
    return address !== '' && URL.canParse(address, this.#site) ? new URL(address, this.#site).href : '';
  }
}

//     p.title     a[href^=/people/]     a[href*=cites=]     span[itemprop=author]
const ELEMENT = /^(\w*)(?:\.([\w-]+))?(?:\[([\w-]+)([\^*]?)=([^\]]+)\])?$/;

function matcher(element: string): Matcher {
  const [, tag = '', className = '', name = '', how = '', value = ''] = ELEMENT.exec(element) ?? [];
  return (actual, attributes) => {
    if (tag !== '' && tag !== actual) return false;
    if (className !== '' && !attributes.get('class')?.value.split(/\s+/).includes(className)) return false;
    if (name === '') return true;
    const text = attributes.get(name)?.value ?? '';
    return how === '^' ? text.startsWith(value) : how === '*' ? text.includes(value) : text === value;
  };
}
