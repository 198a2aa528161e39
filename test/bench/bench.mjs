// Compares whole processes in one run: `npm run bench`, or `npm run bench -- --quick` for a tenth of the size.
import { existsSync, mkdirSync, openSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { arxivListing, plainListing, searchPages, snapshot, withDashes } from './listings.mjs';
import { isInstalled, medians, output, piped } from './run.mjs';

const MB = 1_000_000;
const isQuick = process.argv.includes('--quick');
const scale = isQuick ? 0.1 : 1;
const runs = isQuick ? 3 : 7;
/** For runs of less than half a second, which a busy machine disturbs more. */
const shortRuns = isQuick ? 5 : 21;
const folder = join(tmpdir(), `offprint-bench${isQuick ? '-quick' : ''}`);
const bin = fileURLToPath(new URL('../../bin/offprint.js', import.meta.url));
const offprint = `${process.execPath} ${bin}`;
const has = Object.fromEntries(['jq', 'mlr', 'awk', 'python3'].map((name) => [name, isInstalled(name)]));

/** Writes the pieces to a file in the folder of the benchmark, unless it exists. */
function file(name, pieces) {
  const path = join(folder, name);
  if (existsSync(path)) return path;
  const descriptor = openSync(path, 'w');
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length > MB) {
      writeSync(descriptor, batch);
      batch = '';
    }
  }
  writeSync(descriptor, batch);
  return path;
}

const table = [];
/** @param goal the highest ratio that is good enough, if there is a goal */
function row(work, ratio, against, goal) {
  table.push({
    work,
    ratio: ratio.toFixed(2),
    against,
    goal: goal === undefined ? '' : `≤ ${goal}`,
    met: goal === undefined ? '' : ratio <= goal ? 'yes' : 'NO',
  });
}

function agree(what, answers) {
  const [[first, expected], ...others] = Object.entries(answers);
  for (const [name, answer] of others) {
    if (answer !== expected) throw new Error(`${what}: ${first} says ${expected}, ${name} says ${answer}`);
  }
}

mkdirSync(folder, { recursive: true });
const page = file('search-page.txt', searchPages(1));
const listing = file('listing.txt', plainListing(200 * MB * scale));
const pages = file('copied-pages.txt', withDashes(searchPages(200 * MB * scale)));
const small = file('small.txt', plainListing(20 * MB * scale));
const monthly = file('monthly.txt', arxivListing(86 * MB * scale));
const records = join(folder, 'records.ndjson');
const pageRecords = join(folder, 'search-pages.ndjson');
const monthlyRecords = join(folder, 'monthly.ndjson');
const metadata = file('metadata.ndjson', snapshot(200 * MB * scale));
output(`${offprint} -q ${listing} -o ${records}`);
output(`${offprint} -q ${pages} -o ${pageRecords}`);
output(`${offprint} -q ${monthly} -o ${monthlyRecords}`);

const start = medians(
  {
    node: `${process.execPath} -e 0`,
    version: `${offprint} --version`,
    csv: `${offprint} ${page} -o ${join(folder, 'search-page.csv')}`,
  },
  shortRuns,
);
row('offprint --version', start.version / start.node, 'node -e 0', 1.7);
row('a page of 75 papers to CSV', start.csv / start.node, 'node -e 0', 1.7);

const AWK = `'BEGIN{RS=""} /^  • /{n++} END{print n}'`;
const PYTHON = `'
import json,re,sys
blocks=open(sys.argv[1],encoding="utf-8").read().split("\\n\\n")
for i,b in enumerate(blocks):
    m=re.match(r"  • (\\d+) authors\\n·\\n(.+)",b)
    if m: print(json.dumps({"title":blocks[i-2],"abstract":blocks[i-1],"authorCount":int(m[1]),"date":m[2]}))
'`;
const convert = medians(
  {
    offprint: `${offprint} -q -f ndjson ${listing}`,
    ...(has.jq && { jq: `jq -c . ${records}` }),
    ...(has.mlr && { mlr: `mlr --ijsonl --ocsv cat ${records}` }),
    ...(has.python3 && { python3: `python3 -c ${PYTHON} ${listing}` }),
    ...(has.awk && { awk: `awk ${AWK} ${listing}` }),
  },
  runs,
);
agree('papers in the listing', {
  offprint: output(`${offprint} -q -f ndjson ${listing} | wc -l`),
  ...(has.jq && { jq: output(`jq -c . ${records} | wc -l`) }),
  ...(has.awk && { awk: output(`awk ${AWK} ${listing}`) }),
  ...(has.python3 && { python3: output(`python3 -c ${PYTHON} ${listing} | wc -l`) }),
});
if (has.jq) row('listing to NDJSON', convert.offprint / convert.jq, 'jq -c . over its records', 0.5);
if (has.mlr) row('listing to NDJSON', convert.offprint / convert.mlr, 'mlr --ijsonl --ocsv cat over its records', 1.4);
if (has.python3) row('listing to NDJSON', convert.offprint / convert.python3, 'a Python script of 6 lines');
if (has.awk) row('listing to NDJSON', convert.offprint / convert.awk, 'an awk script that only counts');

const SELECT = `'select((.title + "\\n" + (.abstract // "")) | test("lora"; "i"))'`;
const grep = medians(
  {
    offprint: `${offprint} grep -q -c lora ${listing}`,
    ...(has.jq && { jq: `jq -c ${SELECT} ${records}` }),
  },
  runs,
);
agree('papers about lora', {
  offprint: output(`${offprint} grep -q -c lora ${listing}`),
  ...(has.jq && { jq: output(`jq -c ${SELECT} ${records} | wc -l`) }),
});
if (has.jq) row('grep -c lora', grep.offprint / grep.jq, 'jq selecting the same from the records', 0.5);

// Days without a year and papers without a row are slower; there is no goal for them.
const inPages = medians(
  {
    convert: `${offprint} -q -f ndjson ${pages}`,
    grep: `${offprint} grep -q -c lora ${pages}`,
    ...(has.jq && { jqConvert: `jq -c . ${pageRecords}`, jqGrep: `jq -c ${SELECT} ${pageRecords}` }),
  },
  runs,
);
agree('papers about lora in search pages', {
  offprint: output(`${offprint} grep -q -c lora ${pages}`),
  ...(has.jq && { jq: output(`jq -c ${SELECT} ${pageRecords} | wc -l`) }),
});
if (has.jq) row('search pages to NDJSON', inPages.convert / inPages.jqConvert, 'jq -c . over their records');
if (has.jq)
  row('grep -c lora in search pages', inPages.grep / inPages.jqGrep, 'jq selecting the same from the records');

const arxiv = medians(
  { offprint: `${offprint} -q -f ndjson ${monthly}`, ...(has.jq && { jq: `jq -c . ${monthlyRecords}` }) },
  runs,
);
if (has.jq) row('monthly arXiv listings to NDJSON', arxiv.offprint / arxiv.jq, 'jq -c . over its own output', 1);

const dump = medians(
  { offprint: `${offprint} -q -f ndjson ${metadata}`, ...(has.jq && { jq: `jq -c . ${metadata}` }) },
  runs,
);
if (has.jq) row('arXiv metadata snapshot to NDJSON', dump.offprint / dump.jq, 'jq -c . over it', 1);

const sizes = [[small], [listing], Array.from({ length: 10 }, () => listing)];
const growth = [];
for (const files of sizes) {
  const megabytes = files.reduce((sum, path) => sum + statSync(path).size, 0) / MB;
  growth.push({ megabytes, ...(await piped(bin, ['-q', '-f', 'ndjson'], files)) });
}
const [, middle, large] = growth;
row(`peak memory, ${Math.round(large.megabytes)} MB through a pipe`, large.mebibytes, 'MiB', 180);
row('peak memory', large.mebibytes / middle.mebibytes, `that for ${Math.round(middle.megabytes)} MB`, 1.1);
row(
  'time per MB',
  large.seconds / large.megabytes / (middle.seconds / middle.megabytes),
  `that for ${Math.round(middle.megabytes)} MB`,
  1.15,
);
// The memory per paper of a run that must hold all of them, compared with its size as a record.
const papers = Number(output(`wc -l < ${records}`));
const bound = 200 + (3 * statSync(records).size) / papers;
for (const options of [['--sort', 'title'], ['--dedupe']]) {
  const { mebibytes } = await piped(bin, ['-q', '-f', 'ndjson', ...options], [listing]);
  const added = ((mebibytes - middle.mebibytes) * 1024 * 1024) / papers;
  row(`memory for a paper, ${options.join(' ')}`, added / bound, '200 bytes and 3 times its record', 1);
}

process.stdout.write(
  `node ${process.version}, ${process.platform} ${process.arch}; medians of ${runs} runs, ${shortRuns} of short ones\n`,
);
for (const name of Object.keys(has)) if (!has[name]) process.stdout.write(`not installed, left out: ${name}\n`);
const columns = ['work', 'ratio', 'against', 'goal', 'met'];
process.stdout.write(`| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|\n`);
for (const cells of table) process.stdout.write(`| ${columns.map((column) => cells[column]).join(' | ')} |\n`);
const seconds = { ...start, convert, grep, inPages, arxiv, dump };
process.stdout.write(
  `\nseconds: ${JSON.stringify(seconds, (_, value) => (typeof value === 'number' ? Number(value.toFixed(3)) : value))}\n`,
);
for (const { megabytes, seconds: taken, mebibytes } of growth) {
  process.stdout.write(`pipe: ${megabytes.toFixed(0)} MB in ${taken.toFixed(2)} s, peak ${mebibytes.toFixed(0)} MiB\n`);
}
