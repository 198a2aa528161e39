import { type Fields, isFields } from './entry.ts';

/**
 * Takes off what databases put around the fields of a paper:
 *
 *     <PubmedArticle><MedlineCitation><Article>…</Article></MedlineCitation></PubmedArticle>
 *     <record><header>…</header><metadata><arXiv>…</arXiv></metadata></record>
 *     <hit><info>…</info></hit>     <r><article>…</article></r>
 */
export function recordFields(fields: Fields): Fields {
  const { MedlineCitation: citation, BookDocument: chapter, metadata, info } = fields;
  if (isFields(citation)) return citation;
  if (isFields(chapter)) return chapter;
  if (isFields(info)) return info;
  // OAI-PMH and DBLP: one element, which is named after the schema of its fields, or the kind of publication.
  const [record, ...others] = Object.values(isFields(metadata) ? metadata : fields);
  return isFields(record) && others.length === 0 ? record : fields;
}
