// Makes the sources count what runs of them, as they stand there: then what the tests run of them in their own process and
// what they run of the bundled executable in others is counted in the same places and can be added up.
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { createInstrumenter } from 'istanbul-lib-instrument';

/** The folder where each process leaves its counts; coverage is measured where it is set. */
export const folder = process.env.OFFPRINT_COVERAGE;

const isSource = (path) => relative(process.cwd(), path).startsWith(`src${sep}`) && path.endsWith('.ts');

const instrumenter = createInstrumenter({
  esModules: true,
  compact: false,
  parserPlugins: ['typescript', 'importMeta'],
});
const instrument = (code, path) => instrumenter.instrumentSync(code, path);

/** The counts of a source of which nothing was run. */
export function notRun(path) {
  instrument(readFileSync(path, 'utf8'), path);
  return instrumenter.lastFileCoverage();
}

export const forVite = {
  name: 'coverage',
  enforce: 'pre',
  transform: (code, path) => (isSource(path) ? instrument(code, path) : undefined),
};

export const forEsbuild = {
  name: 'coverage',
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.ts$/ }, ({ path }) =>
      isSource(path) ? { contents: instrument(readFileSync(path, 'utf8'), path), loader: 'ts' } : undefined,
    ),
};

/**
 * Begins a bundle whose processes leave their counts at their end; those that may not write there leave none. A name of its
 * own shows that a file is whole: a test may kill its process at any moment.
 */
export const banner = `process.on("exit",()=>{try{
const fs=require("node:fs"),file=${JSON.stringify(folder)}+"/"+process.pid+"-"+process.hrtime.bigint();
fs.writeFileSync(file,JSON.stringify(globalThis.__coverage__));fs.renameSync(file,file+".json")}catch{}});`;
