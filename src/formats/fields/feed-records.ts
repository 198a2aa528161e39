import { type Fields, isFields } from './entry.ts';

/**
 * Takes off what databases put around the fields of a paper:
 *
 *     <PubmedArticle><MedlineCitation><Article>…</Article></MedlineCitation></PubmedArticle>
 *     <record><header>…</header><metadata><arXiv>…</arXiv></metadata></record>
 */
export function recordFields(fields: Fields): Fields {
  const { MedlineCitation: citation, BookDocument: chapter, metadata } = fields;
  if (isFields(citation)) return citation;
  if (isFields(chapter)) return chapter;
  // OAI-PMH: one element, which is named after the schema of its fields.
  const [record] = isFields(metadata) ? Object.values(metadata) : [];
  return isFields(record) ? record : fields;
}
