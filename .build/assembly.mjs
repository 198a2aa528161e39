// Makes modules of AssemblyScript, something that can be imported: `./NAME.wasm` is what `./assembly/NAME.ts` compiles to,
// in base64. Their memory is imported, so that several modules can look at the same text.
import { basename, dirname, join } from 'node:path';
import asc from 'assemblyscript/asc';

const OPTIONS =
  '--outFile module.wasm --importMemory --noExportMemory --runtime stub --enable simd --optimizeLevel 3 --noAssert --use abort=';

const sourceOf = (path) => join(dirname(path), 'assembly', `${basename(path, '.wasm')}.ts`);

async function moduleOf(source) {
  let binary;
  const { error, stderr } = await asc.main([source, ...OPTIONS.split(' '), '--baseDir', process.cwd()], {
    writeFile: (_, contents) => {
      binary = contents;
    },
  });
  if (error !== null) throw new Error(`${source}: ${error.message}\n${stderr}`);
  return `export default ${JSON.stringify(Buffer.from(binary).toString('base64'))};`;
}

/** For esbuild. */
export const assemblyForEsbuild = {
  name: 'assembly',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\.wasm$/ }, ({ path, resolveDir }) => ({
      path: sourceOf(join(resolveDir, path)),
      namespace: 'assembly',
    }));
    onLoad({ filter: /^/, namespace: 'assembly' }, async ({ path }) => ({ contents: await moduleOf(path) }));
  },
};

const PREFIX = '\0assembly:';

/** For Vite and vitest. */
export const assemblyForVite = {
  name: 'assembly',
  enforce: 'pre',
  resolveId: (id, importer) => (id.endsWith('.wasm') ? PREFIX + sourceOf(join(dirname(importer), id)) : null),
  load: (id) => (id.startsWith(PREFIX) ? moduleOf(id.slice(PREFIX.length)) : null),
};
