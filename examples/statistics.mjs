// Prints the median of upvotes and the first and the last day.
//   node statistics.mjs page.txt
import { readFileSync } from 'node:fs';
import { paperStatistics, parseListing } from 'offprint';

const { papers } = parseListing(readFileSync(process.argv[2]));
const { upvotes, dates } = paperStatistics(papers);
console.log(upvotes?.median, dates?.first, dates?.last);
