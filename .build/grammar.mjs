// Makes parsers of the grammars (*.peggy) that sources import, for esbuild and for Vite.
import { readFileSync } from 'node:fs';
import peggy from 'peggy';

/** With the cache no input takes more than linear time. */
const parserOf = (path) =>
  peggy.generate(readFileSync(path, 'utf8'), { cache: true, output: 'source', format: 'es', grammarSource: path });

export const grammarsForEsbuild = {
  name: 'grammars',
  setup({ onLoad }) {
    onLoad({ filter: /\.peggy$/ }, ({ path }) => ({ contents: parserOf(path), loader: 'js' }));
  },
};

export const grammarsForVite = {
  name: 'grammars',
  transform: (_, id) => (id.endsWith('.peggy') ? { code: parserOf(id), map: null } : undefined),
};
