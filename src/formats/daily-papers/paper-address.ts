/** @returns the identifier in the address of a paper's page on Hugging Face or arXiv, without its version */
export function paperId(url: string): string | null {
  return /\/(?:papers|abs|pdf)\/(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?!\d)/.exec(url)?.[1] ?? null;
}

export function paperUrl(id: string): string {
  return `https://huggingface.co/papers/${id}`;
}
