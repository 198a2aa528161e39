// Prints how many papers there are in each year.
//   node group.mjs page.txt
import { readFileSync } from 'node:fs';
import { groupPapers, parseListing } from 'offprint';

const { papers } = parseListing(readFileSync(process.argv[2]));
for (const { name, papers: members } of groupPapers(papers, 'year')) console.log(name ?? 'no date', members.length);
