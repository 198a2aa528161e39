#!/usr/bin/env node
// CommonJS, by the package.json beside it: Node takes 6 ms to begin with an ES module.
const { readFileSync } = require('node:fs');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

const main = `${dirname(__dirname)}/dist/cli/main.cjs`;
const code = keptCode();
// Node 22 and newer keep code by themselves, where they are asked to.
if (code === null) require('node:module').enableCompileCache?.();
const run =
  code === null
    ? require(main)
    : new Script(readFileSync(main).toString('latin1'), { filename: main, cachedData: code }).runInThisContext();
const loaded = new Map();
run(load, dirname(main));

/** What the program requires. Each of its modules names Node's by itself, and Node takes 10 µs to find one. */
function load(name) {
  if (!loaded.has(name)) loaded.set(name, require(name.startsWith('./') ? `../dist/cli/${name}` : name));
  return loaded.get(name);
}

/**
 * The code that V8 made of the program when it was built: with it V8 compiles nothing, which takes 11 of 27 ms that
 * `--version` needs beyond `node -e 0`, and 16 of 53 for a listing of 130 kB. Null where another Node built it, since V8
 * looks at its own version and flags alone; what is not complete it refuses, and compiles then.
 */
function keptCode() {
  try {
    const cache = readFileSync(`${main}.cache`);
    const node = JSON.stringify([process.platform, process.arch, process.versions, process.config]);
    // The code comes first, since V8 copies it where it does not begin at a whole word.
    const length = cache.length - node.length;
    return cache.toString('latin1', length) === node ? cache.subarray(0, length) : null;
  } catch {
    return null;
  }
}
