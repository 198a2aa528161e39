/** Commands and options of other programs that people try, and their equivalents here. */

import { findOutputFormat, outputFormatOfFile } from '../output/index.ts';
import { paperKeys } from '../paper/keys.ts';
import { findName, nearestName } from '../text/suggest.ts';

/** Commands of other programs. */
const COMMANDS = table([
  ['search find filter query select match', 'grep'],
  ['export convert extract list show print cat read dedupe dedup sort head', 'parse'],
  ['count summary summarize summarise report group', 'stats'],
  ['validate verify lint', 'check'],
  ['man docs', 'help'],
]);

/**
 * The command that was probably meant, or nothing: `grep` for `grpe`, `search` and `serch`.
 *
 * @param names the commands of this program
 */
export function commandFor(word: string, names: readonly string[]): string {
  const nearest = nearestName(word, [...names, ...COMMANDS.keys()]);
  return COMMANDS.get(nearest) ?? nearest;
}

/** Options of other programs, and what does the same here: options, commands, or a reason why none is needed. */
const OPTIONS = table([
  ['--output-format --type', '-f FORMAT'],
  ['--pretty --pretty-print', '-f table'],
  ['--compact-output --json-lines', '-f ndjson'],
  ['--raw-output', '-f csv --columns KEYS'],
  ['--zotero --endnote --mendeley', '-f ris'],
  ['--latex --tex', '-f bibtex'],
  ['--pdf --docx --odt --rtf --epub', '-f markdown, which pandoc converts'],
  ['--sql --sqlite --duckdb --db', '-f csv or -f parquet, which databases read'],
  ['--no-color --no-colour', '--color never'],
  ['--colour', '--color'],
  ['--from', '--since DATE, or --format-in NAME'],
  ['--to', '--until DATE, or -f FORMAT'],
  ['--after --start --start-date --newer', '--since DATE'],
  ['--before --end --end-date --older', '--until DATE'],
  ['--date --on --between --range', '--since DATE and --until DATE'],
  ['--month', '--since 2024-05 --until 2024-05'],
  ['--week', '--since 2024-W09 --until 2024-W09'],
  ['--days --last', '--since 30d'],
  ['--today', '--since today'],
  ['--yesterday', '--since yesterday --until yesterday'],
  ['--fields --field --keys --key --cols --select --no-abstract', '--columns KEYS'],
  ['--uniq --unique --dedup --distinct -u', '--dedupe'],
  ['--reverse', '--sort -KEY for descending or +KEY for ascending order'],
  ['--desc --descending', '--sort -KEY'],
  ['--asc --ascending', '--sort +KEY'],
  ['--order --order-by --sort-by -k', '--sort KEYS'],
  ['--latest --newest --recent', '--sort date'],
  ['--oldest', '--sort +date'],
  ['--trending', '--sort trending'],
  ['--popular --votes --likes --score', '--sort upvotes, or --min-upvotes N'],
  ['--citations --cited --most-cited --min-cites', '--sort citationCount, or --min-citations N'],
  ['--stars --min-stars', "--where 'githubStars:>=N'"],
  ['--comments --min-comments', "--where 'commentCount:>=N'"],
  ['--min-votes --min-likes', '--min-upvotes N'],
  ['--group --group-by', '--by KEY'],
  ['--top', '--sort upvotes --limit N'],
  ['--head --first --max --max-results --max-count --max-rows -n -m', '--limit N'],
  ['--filter --query --exclude --not --without --invert --and --or', "--where 'lora -vision upvotes:>=5'"],
  ['--exclude-file --except --new --diff', '--not-in FILE'],
  ['--keyword --search --match', 'offprint grep WORD'],
  ['--tag --subject', '--category NAMES'],
  ['--org --organization --affiliation', '--author NAME, or --where organization:NAME'],
  ['--journal --conference', '--where venue:NAME'],
  ['--accepted', 'offprint grep --in authorComment accepted'],
  ['--input --file --stdin', 'the file name alone, or - for standard input: offprint FILE'],
  ['--input-format', '--format-in NAME'],
  ['--icsv --ijson --itsv', 'not needed: the format is detected'],
  ['--charset', '--encoding LABEL'],
  ['--out --outfile --outdir --output-dir', '-o FILE'],
  ['--gzip --compress', '-o FILE.gz'],
  ['--force --overwrite -y', 'not needed: -o replaces an existing file'],
  ['--in-place --inplace', '-o FILE, which may be the file that is read'],
  ['--separator --sep -d', '--delimiter CHAR'],
  ['--tabs -t', '-f tsv'],
  ['--bom', '--excel'],
  ['--long --wide --abstracts --full-text', '--full'],
  ['--width', 'the variable COLUMNS'],
  ['--silent', '--quiet'],
  ['--verbose --debug --strict --lint --dry-run', 'offprint check FILE'],
  ['--count', 'offprint stats, or offprint grep -c PATTERN'],
  ['--histogram --freq --summary', 'offprint stats'],
  ['--formats --list-formats', 'offprint help listings, or offprint help exports'],
  ['--recursive -r -R', 'not needed: folders are always read recursively'],
]);

/** Options of `grep` that have another name here, or none. */
const GREP_OPTIONS = table([
  ['--fixed-strings -F', 'not needed: patterns are literal unless -E is given'],
  ['--line-number -n', '--source to print file and line'],
  ['--with-filename -H', '--source to print the file'],
  ['--context -A -B -C', '--full to print whole abstracts; whole papers are always printed'],
  ['--perl-regexp --regex --pcre2 -P', '-E'],
  ['--line-regexp -x', "-E '^…$'"],
  ['--word-regexp', '-w'],
  ['--not --invert', '-v'],
  ['--and', '--all -e PATTERN -e PATTERN'],
  ['--or --any', '-e PATTERN -e PATTERN'],
  ['--case-insensitive --smart-case -y -S', 'not needed: case is ignored unless -s is given'],
  ['--files-without-match -L', '-v -l to list files with papers that do not match'],
  ['--only-matching', '--columns title to print less of each paper'],
  ['--field --fields --key', '--in KEYS'],
  ['--count-matches', '-c'],
  ['--include --exclude --exclude-dir --glob -g', "a quoted pattern: 'dumps/**/*.txt'"],
  ['--text --binary -a -I', 'not needed: binary files are not read'],
]);

function table(rows: readonly (readonly [names: string, equivalent: string])[]): ReadonlyMap<string, string> {
  return new Map(rows.flatMap(([names, equivalent]) => names.split(' ').map((name) => [name, equivalent])));
}

/**
 * What does the same here as an option of another program, in the words of a hint.
 *
 * @param commands the names of this program's commands
 */
export function optionFor(option: string, command: string, commands: readonly string[]): string | undefined {
  const name = option.replace(/=.*$/s, '');
  // Of combined short options such as -rn or -A3, only the first is looked up.
  const grepName = /^-[A-Za-z](?:[A-Za-z]{1,2}|\d+)$/.test(name) ? name.slice(0, 2) : name;
  const known = (command === 'grep' ? GREP_OPTIONS.get(grepName) : undefined) ?? OPTIONS.get(grepName);
  return known ?? formatFor(name) ?? namesake(name.slice(2), commands);
}

/** `-f csv` for `--csv`, `--to-csv`, `--ocsv` and `-csv`. */
function formatFor(option: string): string | undefined {
  const name = /^--?(?:to-|as-|o)?([a-z-]{2,8})$/.exec(option)?.[1] ?? '';
  const format = findOutputFormat(name) ?? outputFormatOfFile(`.${name}`);
  return format === undefined ? undefined : `-f ${format.name}`;
}

/** What has the same name without being an option: a command or a key. */
function namesake(name: string, commands: readonly string[]): string | undefined {
  if (commands.includes(name)) return `offprint ${name}`;
  const key = findName(name, paperKeys);
  return key === undefined ? undefined : `--where ${key}:VALUE, or --columns ${key}`;
}
