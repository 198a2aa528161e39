import { type Fields, isFields } from './entry.ts';

/**
 * Takes off what databases put around the fields of a paper:
 *
 *     <PubmedArticle><MedlineCitation><Article>…</Article></MedlineCitation></PubmedArticle>
 *     <record><header>…</header><metadata><arXiv>…</arXiv></metadata></record>
 *     <hit><info>…</info></hit>     <r><article>…</article></r>     <record><recordData><dc>…</dc></recordData></record>
 */
export function recordFields(fields: Fields): Fields {
  if (fields['z:itemType'] !== undefined) return zoteroFields(fields);
  const { MedlineCitation: citation, BookDocument: chapter, metadata, recordData, info } = fields;
  if (isFields(citation)) return citation;
  if (isFields(chapter)) return chapter;
  if (isFields(info)) return info;
  // OAI-PMH and DBLP: one element, which is named after the schema of its fields, or the kind of publication.
  const inside = [metadata, recordData].find(isFields) ?? fields;
  const [record, ...others] = Object.values(inside);
  const found = isFields(record) && others.length === 0 ? record : fields;
  // JATS
  return isFields(found.front) ? found.front : found;
}

/** Zotero exports the remarks on an item as its description. */
function zoteroFields({ 'dc:description': extra = null, ...others }: Fields): Fields {
  return { ...others, extra };
}
