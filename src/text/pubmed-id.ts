/** The page of an article in PubMed. @param id its number, the PMID */
export function pubmedUrl(id: string): string {
  return `https://pubmed.ncbi.nlm.nih.gov/${id}/`;
}

/** The page of an article in PubMed Central. @param id its identifier, the PMCID: `PMC10601234` */
export function pubmedCentralUrl(id: string): string {
  return `https://pmc.ncbi.nlm.nih.gov/articles/${id}/`;
}
