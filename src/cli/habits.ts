/** Commands and options of other programs that people try, and their equivalents here. */

import { nearestName } from '../text/suggest.ts';

/** Commands of other programs. */
const COMMANDS: Readonly<Record<string, string>> = {
  search: 'grep',
  find: 'grep',
  filter: 'grep',
  query: 'grep',
  select: 'grep',
  match: 'grep',
  export: 'parse',
  convert: 'parse',
  extract: 'parse',
  list: 'parse',
  show: 'parse',
  print: 'parse',
  cat: 'parse',
  read: 'parse',
  dedupe: 'parse',
  dedup: 'parse',
  sort: 'parse',
  head: 'parse',
  count: 'stats',
  summary: 'stats',
  summarize: 'stats',
  summarise: 'stats',
  report: 'stats',
  group: 'stats',
  validate: 'check',
  verify: 'check',
  lint: 'check',
  man: 'help',
  docs: 'help',
};

/**
 * The command that was probably meant, or nothing: `grep` for `grpe`, `search` and `serch`.
 *
 * @param names the commands of this program
 */
export function commandFor(word: string, names: readonly string[]): string {
  const nearest = nearestName(word, [...names, ...Object.keys(COMMANDS)]);
  return COMMANDS[nearest] ?? nearest;
}

const SINCE = '--since DATE';
const UNTIL = '--until DATE';
const WHERE = "--where 'lora -vision upvotes:>=5'";
const WHOLE = '--full to print whole abstracts; whole papers are always printed';

const FOLDERS = 'no option: folders are always read recursively';
const FIXED = 'no option: patterns are literal unless -E is given';

const OPTIONS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    'json ndjson csv tsv list table markdown html xlsx parquet bibtex ris csl-json'
      .split(' ')
      .map((format) => [`--${format}`, `-f ${format}`]),
  ),
  '--jsonl': '-f ndjson',
  '--md': '-f markdown',
  '--bib': '-f bibtex',
  '--xls': '-f xlsx',
  '--pretty': '-f table',
  '--to-csv': '-f csv',
  '--output-format': '-f FORMAT',
  '--type': '-f FORMAT',
  '--no-color': '--color never',
  '--no-colour': '--color never',
  '--colour': '--color',
  '--from': SINCE,
  '--after': SINCE,
  '--start': SINCE,
  '--start-date': SINCE,
  '--newer': SINCE,
  '--to': UNTIL,
  '--before': UNTIL,
  '--end': UNTIL,
  '--end-date': UNTIL,
  '--older': UNTIL,
  '--date': `${SINCE} and ${UNTIL}`,
  '--year': '--since 2024 --until 2024',
  '--month': '--since 2024-05 --until 2024-05',
  '--fields': '--columns KEYS',
  '--keys': '--columns KEYS',
  '--cols': '--columns KEYS',
  '--select': '--columns KEYS',
  '--uniq': '--dedupe',
  '--unique': '--dedupe',
  '--dedup': '--dedupe',
  '--distinct': '--dedupe',
  '--reverse': '--sort -KEY for descending or +KEY for ascending order',
  '--desc': '--sort -KEY',
  '--descending': '--sort -KEY',
  '--asc': '--sort +KEY',
  '--ascending': '--sort +KEY',
  '--order': '--sort KEYS',
  '--order-by': '--sort KEYS',
  '--sort-by': '--sort KEYS',
  '--group': '--by KEY',
  '--group-by': '--by KEY',
  '--top': '--sort upvotes --limit N',
  '--head': '--limit N',
  '--max': '--limit N',
  '--max-results': '--limit N',
  '--filter': WHERE,
  '--query': WHERE,
  '--exclude-file': '--not-in FILE',
  '--except': '--not-in FILE',
  '--new': '--not-in FILE',
  '--diff': '--not-in FILE',
  '--min-votes': '--min-upvotes N',
  '--min-likes': '--min-upvotes N',
  '--min-stars': "--where 'githubStars:>=N'",
  '--min-comments': "--where 'commentCount:>=N'",
  '--title': 'offprint grep --in title',
  '--abstract': 'offprint grep --in abstract',
  '--keyword': 'offprint grep WORD',
  '--search': 'offprint grep WORD',
  '--tag': '--category NAMES',
  '--subject': '--category NAMES',
  '--org': '--author NAME, or --where organization:NAME',
  '--organization': '--author NAME, or --where organization:NAME',
  '--venue': '--where venue:NAME',
  '--input': 'the file name alone: offprint FILE',
  '--file': 'the file name alone: offprint FILE',
  '--out': '-o FILE',
};

/** Options of `grep` that have another name here, or none. */
const GREP_OPTIONS: Readonly<Record<string, string>> = {
  '-r': FOLDERS,
  '-R': FOLDERS,
  '--recursive': FOLDERS,
  '-F': FIXED,
  '--fixed-strings': FIXED,
  '-n': '--source to print file and line',
  '--line-number': '--source to print file and line',
  '-H': '--source to print the file',
  '--with-filename': '--source to print the file',
  '-A': WHOLE,
  '-B': WHOLE,
  '-C': WHOLE,
  '--context': WHOLE,
  '-m': '--limit N',
  '--max-count': '--limit N',
  '-P': '-E',
  '--perl-regexp': '-E',
  '--regex': '-E',
  '-x': "-E '^…$'",
  '-L': '-v -l to list files with papers that do not match',
  '--only-matching': '--columns title to print less of each paper',
  '--include': "a quoted pattern: 'dumps/**/*.txt'",
  '--exclude': "a quoted pattern: 'dumps/**/*.txt'",
};

/** The equivalent of another program's option. */
export function optionFor(option: string, command: string): string | undefined {
  const name = option.replace(/=.*$/s, '');
  // Of combined short options such as -rn, only the first is looked up.
  const grepName = /^-[A-Za-z]{2,3}$/.test(name) ? name.slice(0, 2) : name;
  if (command === 'grep' && Object.hasOwn(GREP_OPTIONS, grepName)) return GREP_OPTIONS[grepName];
  return Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
}
