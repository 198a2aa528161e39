/** A command line that works as written if the files exist, and its purpose. */
export interface Example {
  readonly purpose: string;
  readonly line: string;
}

/** Two or three examples for each command and for the program. The help and the manual print them; tests run them. */
export const examples: Readonly<Record<string, readonly Example[]>> = {
  offprint: [
    { purpose: 'convert a page you copied or saved to a spreadsheet', line: 'offprint page.txt -o papers.csv' },
    {
      purpose: 'find everything on a topic between two dates',
      line: 'offprint grep "low-rank" dumps/*.txt --since 2024-01 --until 2024-06',
    },
    { purpose: 'summarize a folder of listings', line: 'offprint stats dumps/' },
  ],
  parse: [
    { purpose: 'convert piped text for a spreadsheet', line: 'cat page.txt | offprint -f csv > papers.csv' },
    {
      purpose: 'print the papers of a month, most upvoted first',
      line: 'offprint dumps/ --since 2024-05 --until 2024-05 --sort upvotes -f table',
    },
    {
      purpose: 'print trending papers without duplicates',
      line: 'offprint dumps/ --dedupe --sort trending --limit 10 -f list',
    },
  ],
  grep: [
    {
      purpose: 'export everything on a topic between two dates to Zotero',
      line: 'offprint grep "low-rank" dumps/ --since 2024-01 --until 2024-06 -o found.ris',
    },
    {
      purpose: 'find either of two words, most upvoted first, for Excel',
      line: 'offprint grep -w -e lora -e adapter dumps/ --sort upvotes --excel -o found.csv',
    },
    { purpose: 'count the papers that mention a word', line: 'offprint grep -c quantization papers.ndjson' },
  ],
  stats: [
    { purpose: 'chart papers by month, authors and upvotes', line: 'offprint stats dumps/' },
    {
      purpose: 'count the papers that mention a word, week by week',
      line: 'offprint stats dumps/ --grep quantization --since 2024 --by week',
    },
    { purpose: 'print the numbers for other programs', line: 'offprint stats dumps/ --dedupe -f json' },
  ],
  check: [
    { purpose: 'see whether every line of a page was understood', line: 'offprint check page.txt' },
    { purpose: 'check many files, for other programs', line: 'offprint check dumps/ -o report.json' },
  ],
  schema: [{ purpose: 'save the schema to validate records', line: 'offprint schema > paper.schema.json' }],
  completion: [
    { purpose: 'bash: add this line to ~/.bashrc', line: 'eval "$(offprint completion bash)"' },
    { purpose: 'zsh: write to a folder in $fpath', line: 'offprint completion zsh > ~/.zfunc/_offprint' },
    {
      purpose: 'fish: run once',
      line: 'offprint completion fish > ~/.config/fish/completions/offprint.fish',
    },
  ],
};
