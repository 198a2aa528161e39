import { readListing } from '../../read-listing.ts';

/** The result of reading a listing, with its warnings and errors as `code line`. */
export async function read(text: string) {
  const { papers, diagnostics, lines, format, starts } = await readListing(text);
  const faults = diagnostics.filter(({ severity }) => severity !== 'info');
  return {
    format,
    papers,
    starts,
    lines,
    titles: papers.map(({ title }) => title),
    faults: faults.map(({ code, line }) => `${code} ${line}`),
    messages: faults.map(({ message }) => message),
  };
}
