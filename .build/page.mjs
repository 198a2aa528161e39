// Makes one text of the page that the HTML writer fills (src/output/page): style and script stand in it, and a
// Content-Security-Policy allows these two and nothing else.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const DATA = '<script type="application/json" id="data">';

async function bundled(entry, loader) {
  const options = { bundle: true, minify: true, write: false, target: 'es2023', logLevel: 'warning', format: loader };
  const { outputFiles } = await build({ entryPoints: [entry], ...options });
  return outputFiles[0].text.trim();
}

const sha256 = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

async function pageModule(path) {
  const folder = dirname(path);
  const style = await bundled(join(folder, 'page.css'));
  const script = (await bundled(join(folder, 'main.ts'), 'iife')).replaceAll('</script', '<\\/script');
  const policy = `default-src 'none'; style-src ${sha256(style)}; script-src ${sha256(script)}; base-uri 'none'; form-action 'none'`;
  const page = readFileSync(path, 'utf8')
    .replace('<meta charset="utf-8">', `$&\n<meta http-equiv="Content-Security-Policy" content="${policy}">`)
    .replace('<link rel="stylesheet" href="page.css">', () => `<style>${style}</style>`)
    .replace('<script src="main.ts"></script>', () => `<script>${script}</script>`);
  const at = page.indexOf(DATA) + DATA.length;
  return `export const beforeData = ${JSON.stringify(page.slice(0, at))};
export const afterData = ${JSON.stringify(page.slice(at))};`;
}

const isPage = /[\\/]page\.html$/;

export const pageForEsbuild = {
  name: 'page',
  setup({ onLoad }) {
    onLoad({ filter: isPage }, async ({ path }) => ({ contents: await pageModule(path), loader: 'js' }));
  },
};

export const pageForVite = {
  name: 'page',
  enforce: 'pre',
  load: async (id) => (isPage.test(id) ? { code: await pageModule(id), map: null } : undefined),
};
