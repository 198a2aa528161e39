// What the build makes of sources that are no TypeScript, for esbuild and for Vite.
import { grammarsForEsbuild, grammarsForVite } from './grammar.mjs';
import { pageForEsbuild, pageForVite } from './page.mjs';

export const pluginsForEsbuild = [grammarsForEsbuild, pageForEsbuild];
export const pluginsForVite = [grammarsForVite, pageForVite];
