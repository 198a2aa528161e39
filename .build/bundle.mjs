// Builds what the package ships: the executable's bundle and the library.
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';
import { pluginsForEsbuild } from './plugins.mjs';

const coverage = process.env.OFFPRINT_COVERAGE === undefined ? null : await import('../test/coverage/instrument.mjs');

/** Replaces `dist` when it is complete, so that a program installed from this folder keeps working. */
const NEXT = 'node_modules/.cache/offprint-dist';
const PREVIOUS = 'node_modules/.cache/offprint-dist-previous';
/** What other scripts build; it stays until they replace it. */
const BUILT_ELSEWHERE = ['man', 'types'];

const common = { bundle: true, platform: 'node', target: 'node20.19', logLevel: 'warning' };

// Packages that few runs need. Each becomes a file of its own, which is read when it is first used.
const RARELY_USED = [
  'chalk',
  'hucre/xlsx',
  'hyparquet-writer',
  'entities',
  'fast-glob',
  'htmlparser2',
  'supports-hyperlinks',
  'fast-string-truncated-width',
  'fast-wrap-ansi',
  'zod',
];
// Node's rule for importing CommonJS makes `module.exports` the default export, so a function that is one must stand there.
const EXPORT_DEFAULT =
  '{const{default:f}=module.exports;if(typeof f=="function")module.exports=Object.assign(f,module.exports)}';
const fileOf = (name) => `./packages/${name.replace('/', '-')}.cjs`;

/**
 * Everything that most runs need is one file, and CommonJS: Node 20 takes about 1 ms for each further file of an ES module,
 * and evaluates all that it imports. With ES modules in pieces a run of nothing took 1.35 times as long as `node -e 0`.
 */
const commandLine = {
  ...common,
  entryPoints: ['src/cli/main.ts'],
  outfile: `${NEXT}/cli/main.cjs`,
  format: 'cjs',
  minify: true,
  supported: { 'dynamic-import': false },
  define: { 'import.meta.dirname': '__dirname' },
  banner: { js: coverage?.banner ?? '' },
  plugins: [
    ...pluginsForEsbuild,
    ...(coverage === null ? [] : [coverage.forEsbuild]),
    {
      name: 'rarely-used-packages',
      setup({ onResolve }) {
        onResolve({ filter: /\/page\.html$/ }, () => ({ path: fileOf('page'), external: true }));
        onResolve({ filter: /^[a-z]/ }, ({ path }) =>
          RARELY_USED.includes(path) ? { path: fileOf(path), external: true } : undefined,
        );
      },
    },
    {
      // commander loads it at once (5 ms, with all of Node's networking) for subcommands that are programs; we have none.
      name: 'no-child-process',
      setup({ onResolve, onLoad }) {
        onResolve({ filter: /^node:child_process$/ }, ({ path }) => ({ path, namespace: 'unused' }));
        onLoad({ filter: /^/, namespace: 'unused' }, () => ({ contents: 'module.exports = {}' }));
      },
    },
  ],
};

/** Escapes what esbuild leaves in regular expressions: of text that is not ASCII V8 makes a copy with two bytes a character. */
function makeAscii(file) {
  const ascii = readFileSync(file, 'utf8').replace(/\\?[^\0-\x7f]/g, (text) => {
    if (text.length > 1) throw new Error(`${file}: cannot write ${text} in ASCII`);
    return `\\u${text.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  writeFileSync(file, ascii);
}

rmSync(NEXT, { recursive: true, force: true });
await Promise.all([
  build(commandLine),
  ...RARELY_USED.map((name) =>
    build({
      ...common,
      entryPoints: [name],
      outfile: `${NEXT}/cli/${fileOf(name)}`,
      format: 'cjs',
      minify: true,
      footer: { js: EXPORT_DEFAULT },
    }),
  ),
  build({
    ...common,
    entryPoints: ['src/output/page/page.html'],
    outfile: `${NEXT}/cli/${fileOf('page')}`,
    format: 'cjs',
    plugins: pluginsForEsbuild,
  }),
  build({
    ...common,
    entryPoints: ['src/index.ts'],
    outdir: NEXT,
    minify: true,
    format: 'esm',
    // What an import loads at once is little; writers come when they are used.
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    external: ['zod'],
    plugins: [...pluginsForEsbuild, ...(coverage === null ? [] : [coverage.forEsbuild])],
    banner: { js: 'import{createRequire}from"node:module";const require=createRequire(import.meta.url);' },
  }),
]);
makeAscii(commandLine.outfile);
for (const name of BUILT_ELSEWHERE) {
  if (existsSync(`dist/${name}`)) cpSync(`dist/${name}`, `${NEXT}/${name}`, { recursive: true });
}
rmSync(PREVIOUS, { recursive: true, force: true });
if (existsSync('dist')) renameSync('dist', PREVIOUS);
renameSync(NEXT, 'dist');
rmSync(PREVIOUS, { recursive: true, force: true });
