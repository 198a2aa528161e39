// Prints the papers of a listing that mention a word and are from this year or later.
//   node select.mjs page.txt kite 2024
import { readPapers, selectPapers } from 'offprint';

const [file, text, since] = process.argv.slice(2);
const papers = [];
for await (const paper of readPapers(file)) papers.push(paper);
for (const { date, title } of selectPapers(papers, { text, since })) console.log(date, title);
