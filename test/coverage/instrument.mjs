// Instruments the sources before they are bundled, so that the counts of the tests' own process and of the bundled executable
// in other processes refer to the same places and can be added.
import { readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { createInstrumenter } from 'istanbul-lib-instrument';

/** The folder to which each process writes its counts; coverage is measured only if it is set. */
export const folder = process.env.OFFPRINT_COVERAGE;

const isSource = (path) => relative(process.cwd(), path).startsWith(`src${sep}`) && path.endsWith('.ts');

const instrumenter = createInstrumenter({
  esModules: true,
  compact: false,
  parserPlugins: ['typescript', 'importMeta'],
});
const instrument = (code, path) => instrumenter.instrumentSync(code, path);

/** The counts of a source that did not run. */
export function zeroCounts(path) {
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
 * Code at the start of a bundle that writes the counts when the process ends, if it may write there. A file is renamed when it
 * is complete, because a test may kill its process at any moment.
 */
export const banner = `process.on("exit",()=>{try{
const fs=require("node:fs"),file=${JSON.stringify(folder)}+"/"+process.pid+"-"+process.hrtime.bigint();
fs.writeFileSync(file,JSON.stringify(globalThis.__coverage__));fs.renameSync(file,file+".json")}catch{}});`;
