// Makes modules of `.wat`, WebAssembly's text format, something that can be imported: their binary form in base64.
import { readFileSync } from 'node:fs';
import createWabt from 'wabt';

const wabt = await createWabt();

function moduleOf(path) {
  const module = wabt.parseWat(path, readFileSync(path, 'utf8'), { simd: true });
  const { buffer } = module.toBinary({});
  module.destroy();
  return `export default ${JSON.stringify(Buffer.from(buffer).toString('base64'))};`;
}

/** For esbuild. */
export const watPlugin = {
  name: 'wat',
  setup({ onLoad }) {
    onLoad({ filter: /\.wat$/ }, ({ path }) => ({ contents: moduleOf(path) }));
  },
};

/** For Vite and vitest. */
export const watTransform = {
  name: 'wat',
  enforce: 'pre',
  load: (id) => (id.endsWith('.wat') ? moduleOf(id) : null),
};
