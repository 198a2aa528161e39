import { type Document, documentReader } from '../document.ts';
import type { Reader, ReaderOutput } from '../format.ts';
import { pageBeginnings } from '../html/page.ts';
import { SkippedElement } from '../html/skipped-element.ts';
import { type HtmlAttributes, type HtmlHandler, readHtml } from '../html/tokens.ts';
import { type EntryField, EntryTexts, readEntry, type Section } from './entry.ts';

export function open(output: ReaderOutput): Reader {
  const read = (document: Document) => {
    const page = new ListingPage(document, output);
    readHtml(document.text, page);
    page.end();
    document.account(output);
  };
  return documentReader(output, read, pageBeginnings());
}

/**
 * Follows a page from heading to heading and from entry to entry:
 *
 *     <h3>Cross submissions (showing 2 of 2 entries)</h3>
 *     <dt> <a name='item9'>[9]</a> <a href="/abs/2401.01234" title="Abstract">arXiv:2401.01234</a> (cross-list from cs.LG) </dt>
 *     <dd> <div class='list-title'><span class='descriptor'>Title:</span> … </div> … <p class='mathjax'> abstract </p> </dd>
 *
 * Which tags are closed has changed over the years, so an entry goes on until something comes that cannot be part of it.
 */
class ListingPage implements HtmlHandler {
  readonly #document: Document;
  readonly #output: ReaderOutput;
  readonly #skipped = new SkippedElement();
  #section: Section = 'new';
  #heading: string[] | null = null;
  #entry: EntryTexts | null = null;
  #field: EntryField = 'other';
  /** The text of a name of a field, while it is open. */
  #label: string[] | null = null;
  /** The text of the link that is open. */
  #link: string[] | null = null;
  /** The `$` or `$$` around a formula's TeX, while that is open. */
  #formula = '';

  constructor(document: Document, output: ReaderOutput) {
    this.#document = document;
    this.#output = output;
  }

  open(name: string, attributes: HtmlAttributes, offset: number): void {
    if (this.#skipped.isOpen) {
      this.#skipped.open(name);
      return;
    }
    const classes = attributes.get('class')?.value ?? '';
    if (name === 'script') this.#openScript(attributes.get('type')?.value ?? '');
    else if (name === 'style' || /^MathJax|^MJX/.test(classes)) this.#skipped.start(name);
    else if (/^h[1-6]$/.test(name)) {
      this.#endEntry(offset);
      this.#heading = [];
    } else if (name === 'dt') {
      this.#endEntry(offset);
      this.#entry = new EntryTexts(this.#section, offset);
      this.#field = 'identifier';
    } else if (name === 'dd') this.#startField('other');
    else if (name === 'a') this.#openLink(attributes.get('href')?.value ?? '');
    else if (this.#entry !== null) this.#openInEntry(name, classes);
  }

  close(name: string, offset: number): void {
    if (this.#skipped.isOpen) {
      this.#skipped.close(name);
    } else if (name === 'script' && this.#formula !== '') {
      this.#add(this.#formula);
      this.#formula = '';
    } else if (/^h[1-6]$/.test(name) && this.#heading !== null) {
      this.#section = sectionOf(this.#heading.join('').trim());
      this.#heading = null;
    } else if (name === 'dd' || name === 'dl') this.#endEntry(offset);
    else if (name === 'a') this.#closeLink();
    else if (name === 'div' || name === 'p') this.#startField('other');
    else if (labelTags.has(name)) this.#closeLabel();
  }

  text(text: string): void {
    if (!this.#skipped.isOpen) this.#add(text);
  }

  /** The page has ended. */
  end(): void {
    if (this.#entry === null) return;
    const { line } = this.#document.position(this.#entry.start);
    this.#output.report('truncated-entry', 'the page ends within this entry', line);
    this.#endEntry(this.#document.text.length);
  }

  #add(text: string): void {
    this.#heading?.push(text);
    if (this.#label !== null) this.#label.push(text);
    else {
      this.#link?.push(text);
      this.#entry?.add(this.#field, text);
    }
  }

  #openInEntry(name: string, classes: string): void {
    const field = fieldOfClass(classes);
    if (field !== undefined) this.#startField(field);
    else if (name === 'p') {
      this.#startField('abstract');
      this.#add(' ');
    } else if (name === 'br') this.#add(' ');
    else if (
      classes.includes('descriptor') ||
      (labelTags.has(name) && name !== 'span' && this.#field !== 'identifier')
    ) {
      this.#closeLabel();
      this.#label = [];
    }
  }

  /** A page saved after MathJax has run carries each formula twice: set, and as TeX in a script. */
  #openScript(type: string): void {
    if (!type.startsWith('math/tex')) {
      this.#skipped.start('script');
      return;
    }
    this.#formula = type.includes('display') ? '$$' : '$';
    this.#add(this.#formula);
  }

  #openLink(href: string): void {
    this.#link = [];
    const id = /(?:^|\barxiv\.org)\/abs\/([^\s?#]+?)(?:v\d+)?(?:[?#]|$)/.exec(href)?.[1];
    if (this.#entry !== null && this.#field === 'identifier' && id !== undefined) this.#entry.id ??= id;
  }

  #closeLink(): void {
    if (this.#field === 'authors' && this.#link !== null) this.#entry?.authors.push(this.#link.join(''));
    this.#link = null;
  }

  #startField(field: EntryField): void {
    this.#closeLabel();
    this.#field = field;
  }

  #closeLabel(): void {
    if (this.#label === null) return;
    const label = this.#label.join('');
    const field = fieldOfLabel(label.trim());
    this.#label = null;
    // What looked like a name of a field is bold text.
    if (field === undefined) this.#add(label);
    else this.#field = field;
  }

  #endEntry(offset: number): void {
    this.#startField('other');
    const entry = this.#entry;
    this.#entry = null;
    this.#link = null;
    if (entry === null) return;
    const { line } = this.#document.position(entry.start);
    const paper = readEntry(entry, line, this.#output);
    this.#document.mark(paper === null ? 'unrecognized' : 'paper', entry.start, offset - 1);
    if (paper !== null) this.#output.paper(paper, line);
  }
}

const labelTags: ReadonlySet<string> = new Set(['span', 'b', 'strong']);

/** `New submissions for Fri, 3 Mar 23`, `Cross-lists for …`, `Replacement submissions (showing 3 of 3 entries)` */
function sectionOf(heading: string): Section {
  if (/^cross/i.test(heading)) return 'cross';
  return /^replace/i.test(heading) ? 'replace' : 'new';
}

function fieldOfClass(classes: string): EntryField | undefined {
  const name = /(?:^|\s)list-([\w-]+)/.exec(classes)?.[1];
  return name === undefined ? undefined : (fieldNames.get(name) ?? 'other');
}

/** @returns undefined where the text does not end in a colon, and so names no field */
function fieldOfLabel(label: string): EntryField | undefined {
  if (!label.endsWith(':')) return undefined;
  return fieldNames.get(label.slice(0, -1).trim().toLowerCase()) ?? 'other';
}

/** By the second half of the class, and by the name that is printed. */
const fieldNames: ReadonlyMap<string, EntryField> = new Map([
  ['identifier', 'identifier'],
  ['title', 'title'],
  ['authors', 'authors'],
  ['author', 'authors'],
  ['comments', 'comments'],
  ['subjects', 'subjects'],
  ['subject', 'subjects'],
  ['subj-class', 'subjects'],
  ['journal-ref', 'journalRef'],
  ['doi', 'doi'],
  ['report-no', 'reportNumber'],
  ['report-number', 'reportNumber'],
]);
