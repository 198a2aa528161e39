import { describe, expect, it } from 'vitest';
import { type PrintedListing, printBibliographies, printedPapers, wholeText } from '../printers/bibliographies.ts';
import { type Reading, readListing } from '../read-listing.ts';

const listings = printBibliographies().map((listing) => [listing.name, listing] as const);

/** Signs that something may be missing: errors and warnings, or an unrecognized format. */
function warnings({ format, diagnostics }: Reading): string[] {
  if (format === null) return ['not recognized'];
  return diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
}

function titles({ papers }: Reading): string[] {
  return papers.map(({ title }) => title);
}

/** The offsets after the entries. */
function ends({ before, entries }: PrintedListing): number[] {
  let at = before.length;
  return entries.map((entry) => {
    at += entry.length;
    return at;
  });
}

describe.each(listings)('%s', (_name, listing) => {
  const text = wholeText(listing);
  const lines = text.split(/(?<=\n)/);

  it('is read completely, without a warning', async () => {
    const reading = await readListing(text);
    expect(warnings(reading)).toEqual([]);
    expect(reading.papers).toMatchObject(
      printedPapers.map(({ title, abstract, authors, doi }) => ({
        title,
        abstract,
        authors: authors.map(([family, given]) => `${given} ${family}`),
        doi,
      })),
    );
  });

  it('keeps every complete paper wherever it is cut off, and reports an incomplete one', async () => {
    const whole = await readListing(text);
    for (let cut = listing.before.length + (listing.entries[0]?.length ?? 0); cut < text.length; cut += 1) {
      const reading = await readListing(text.slice(0, cut));
      const complete = ends(listing).filter((end) => end <= cut).length;
      expect(reading.papers.slice(0, complete), `cut at ${cut}`).toEqual(whole.papers.slice(0, complete));
      expect(reading.papers.length, `cut at ${cut}`).toBeLessThanOrEqual(complete + 1);
      const begun = text.slice(ends(listing)[complete - 1], cut).trimStart();
      // The first characters of an entry or of the listing's end do not show what they belong to.
      const isLost = complete < printedPapers.length && begun.length > 12 && reading.papers.length === complete;
      const isHalf =
        complete < printedPapers.length &&
        begun.includes('\n') &&
        listing.hasEnd &&
        !isCompleteEntry(begun, listing, complete);
      if (isLost || isHalf) expect(warnings(reading).length, `cut at ${cut}: ${begun}`).toBeGreaterThan(0);
    }
  });

  it('loses no paper without a warning if any line is lost, and changes no other paper', async () => {
    const whole = await readListing(text);
    for (let index = 0; index < lines.length; index += 1) {
      // If an entry on one line is lost, nothing shows that it existed.
      if (listing.entries.some((entry) => lines[index]?.includes(entry.trim()))) continue;
      const reading = await readListing(lines.toSpliced(index, 1).join(''));
      const lost = titles(whole).filter((title) => !titles(reading).includes(title));
      const message = `without line ${index + 1}: ${lines[index]}`;
      if (lost.length > 0) expect(warnings(reading).length, message).toBeGreaterThan(0);
      expect(lost.length, message).toBeLessThanOrEqual(1);
      const others = whole.papers.filter(
        (paper) => !reading.papers.some((read) => JSON.stringify(read) === JSON.stringify(paper)),
      );
      // A line between two entries belongs to both.
      expect(others.length, message).toBeLessThanOrEqual(warnings(reading).length > 0 ? 2 : 1);
    }
  });

  it('loses no paper if any line is doubled, and invents none without a warning', async () => {
    const whole = await readListing(text);
    for (let index = 0; index < lines.length; index += 1) {
      const reading = await readListing(lines.toSpliced(index, 0, lines[index] ?? '').join(''));
      const message = `with line ${index + 1} twice: ${lines[index]}`;
      if (lines.length > 5) for (const title of titles(whole)) expect(titles(reading), message).toContain(title);
      if (reading.papers.length > whole.papers.length) {
        const isWholeEntry = lines.length <= 6;
        if (!isWholeEntry) expect(warnings(reading).length, message).toBeGreaterThan(0);
      }
    }
  });
});

/** Whether an entry is complete except for white space. */
function isCompleteEntry(begun: string, { entries }: PrintedListing, index: number): boolean {
  return entries[index]?.trim() === begun.trim();
}
