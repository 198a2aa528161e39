// Writes a listing as a workbook, and prints it as BibTeX.
//   node write.mjs page.txt papers.xlsx
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { formatPapers, readPapers, writePapers } from 'offprint';

const [file, workbook] = process.argv.slice(2);
await pipeline(writePapers(readPapers(file), 'xlsx'), createWriteStream(workbook));
console.log(await formatPapers(readPapers(file), 'bibtex'));
