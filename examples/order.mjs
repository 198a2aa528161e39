// Prints the three papers with the most upvotes, each paper once.
//   node order.mjs page.txt
import { readFileSync } from 'node:fs';
import { deduplicatePapers, orderPapers, parseListing } from 'offprint';

const { papers } = parseListing(readFileSync(process.argv[2]));
const best = orderPapers(deduplicatePapers(papers), ['upvotes', 'title'], { limit: 3 });
for (const { upvotes, title } of best) console.log(upvotes, title);
