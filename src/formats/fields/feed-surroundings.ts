import { type Fields, type FieldValue, isFields, isList } from './entry.ts';
import { type Namespaces, readFeedEntry } from './feed-entry.ts';

/** Elements with what all entries below them have in common: `journal_metadata`, `proceedings_metadata`, `meta`. */
const COMMON = /(?:^|_)meta(?:data)?$/;
const MOST_CONTAINERS = 10_000;

/** What a feed says between its entries about the entries themselves: the journal or the proceedings in which they are. */
export class Surroundings {
  #common: Fields = {};
  /** What RDF describes once and refers to. */
  readonly #containers = new Map<string, Fields>();

  /** @param text between two entries */
  add(text: string, namespaces: Namespaces): void {
    // The element around the entries ends.
    if (/^\s*<\//.test(text)) this.#common = {};
    if (!/meta(?:data)?[\s>]|rdf:about=/.test(text)) return;
    const { fields } = readFeedEntry(`<entry>${text}</entry>`, namespaces);
    this.#common = { ...this.#common, ...commonIn(fields) };
    for (const container of Object.values(fields).flat()) {
      if (!isFields(container) || typeof container.about !== 'string') continue;
      if (this.#containers.size < MOST_CONTAINERS) this.#containers.set(container.about, container);
    }
  }

  /** The name of what the entry is part of, if that has not been described yet. */
  missingFor({ 'dcterms:isPartOf': whole }: Fields): string | null {
    //     urn:issn:1234-5678     #item_12     not the name of a journal
    return typeof whole === 'string' && /^(?:urn:|#)/.test(whole) && !this.#containers.has(whole) ? whole : null;
  }

  addTo(fields: Fields): Fields {
    const whole = fields['dcterms:isPartOf'];
    const container = typeof whole === 'string' ? this.#containers.get(whole) : undefined;
    const common = Object.keys(this.#common).length > 0 ? { around: this.#common } : {};
    return container === undefined
      ? { ...common, ...fields }
      : { ...common, ...fields, 'dcterms:isPartOf': { Journal: ofOneArticle(container) } };
  }
}

/** Zotero gives a journal the DOIs of all of its articles. */
function ofOneArticle({ 'dc:identifier': identifier, ...others }: Fields): Fields {
  const dois = [identifier ?? null].flat().filter((text) => typeof text === 'string' && text.startsWith('DOI '));
  return dois.length === 1 ? { ...others, 'dc:identifier': dois } : others;
}

function commonIn(value: FieldValue, depth = 0): Fields {
  if (depth > 9) return {};
  if (isList(value)) return Object.assign({}, ...value.map((inner) => commonIn(inner, depth + 1)));
  if (!isFields(value)) return {};
  const found = Object.entries(value).map(([name, inner]) =>
    COMMON.test(name) && isFields(inner) ? inner : commonIn(inner, depth + 1),
  );
  return Object.assign({}, ...found);
}
