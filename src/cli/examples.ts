/** A command line that works as it stands where there are such files, and what it is good for. */
export interface Example {
  readonly purpose: string;
  readonly line: string;
}

/** Two or three for each command and for the program as a whole: help and manual print them, and tests run them. */
export const examples: Readonly<Record<string, readonly Example[]>> = {
  offprint: [
    { purpose: 'a page you copied or saved, as a spreadsheet', line: 'offprint page.txt -o papers.csv' },
    {
      purpose: 'everything on a topic between two dates',
      line: 'offprint grep "low-rank" dumps/*.txt --since 2024-01 --until 2024-06',
    },
    { purpose: 'a first look at a folder of listings', line: 'offprint stats dumps/' },
  ],
  parse: [
    { purpose: 'a dump through a pipe, for a spreadsheet', line: 'cat page.txt | offprint -f csv > papers.csv' },
    {
      purpose: 'the papers of a month, the most upvoted first',
      line: 'offprint dumps/ --since 2024-05 --until 2024-05 --sort upvotes -f table',
    },
    {
      purpose: 'what is trending, each paper once',
      line: 'offprint dumps/ --dedupe --sort trending --limit 10 -f list',
    },
  ],
  grep: [
    {
      purpose: 'everything on a topic between two dates, for Zotero',
      line: 'offprint grep "low-rank" dumps/ --since 2024-01 --until 2024-06 -o found.ris',
    },
    {
      purpose: 'any of two words, the most upvoted first, for Excel',
      line: 'offprint grep -w -e lora -e adapter dumps/ --sort upvotes --excel -o found.csv',
    },
    { purpose: 'how many papers mention a word', line: 'offprint grep -c quantization papers.ndjson' },
  ],
  stats: [
    { purpose: 'papers by month, authors and upvotes as charts', line: 'offprint stats dumps/' },
    {
      purpose: 'how many papers mention a word, week by week',
      line: 'offprint stats dumps/ --grep quantization --since 2024 --by week',
    },
    { purpose: 'the numbers, for other programs', line: 'offprint stats dumps/ --dedupe -f json' },
  ],
  check: [
    { purpose: 'whether all of a page was understood', line: 'offprint check page.txt' },
    { purpose: 'the same of many files, for other programs', line: 'offprint check dumps/ -f json -o report.json' },
  ],
  schema: [{ purpose: 'to check records against', line: 'offprint schema > paper.schema.json' }],
  completion: [
    { purpose: 'for bash, a line in ~/.bashrc', line: 'eval "$(offprint completion bash)"' },
    { purpose: 'for zsh, into a folder of $fpath', line: 'offprint completion zsh > ~/.zfunc/_offprint' },
    {
      purpose: 'for fish, once and for all',
      line: 'offprint completion fish > ~/.config/fish/completions/offprint.fish',
    },
  ],
};
