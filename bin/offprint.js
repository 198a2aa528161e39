#!/usr/bin/env node
// CommonJS, by the package.json beside it: Node takes 6 ms to begin with an ES module.
const { closeSync, openSync, readSync, statSync } = require('node:fs');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

const main = `${dirname(__dirname)}/dist/cli/main.cjs`;
const script = keptScript();
// Node 22 and newer keep code by themselves, where they are asked to.
if (script === null) require('node:module').enableCompileCache?.();
const run = script === null ? require(main) : script.runInThisContext();
const loaded = new Map();
run(load, dirname(main));

/** What the program requires. Each of its modules names Node's by itself, and Node takes 10 µs to find one. */
function load(name) {
  if (!loaded.has(name)) loaded.set(name, require(name.startsWith('./') ? `../dist/cli/${name}` : name));
  return loaded.get(name);
}

/**
 * The program with the code that V8 made of it when it was built: with it V8 compiles nothing, which takes 11 of 27 ms that
 * `--version` needs beyond `node -e 0`, and 16 of 53 for a listing of 130 kB. Null where another Node built it, since V8
 * looks at its own version and flags alone; code that is not complete it refuses, and compiles then.
 *
 * The code is read into the memory that the text, of which the string is a copy, was read into: that spares 63 pages of
 * 4 KiB that would be touched for the first time, at 2 to 8 µs each.
 */
function keptScript() {
  try {
    const node = JSON.stringify([process.platform, process.arch, process.versions, process.config]);
    const kept = `${main}.cache`;
    // The code comes first, since V8 copies it where it does not begin at a whole word.
    const length = statSync(kept).size - node.length;
    const memory = Buffer.allocUnsafeSlow(Math.max(length, statSync(main).size));
    if (read(kept, memory, node.length, length).toString('latin1') !== node) return null;
    const source = read(main, memory).toString('latin1');
    return new Script(source, { filename: main, cachedData: read(kept, memory, length) });
  } catch {
    return null;
  }
}

/** Reads `length` bytes of the file from `start` on, or what there is of them, to the beginning of the memory. */
function read(file, memory, length = memory.length, start = 0) {
  const descriptor = openSync(file);
  try {
    return memory.subarray(0, readSync(descriptor, memory, 0, length, start));
  } finally {
    closeSync(descriptor);
  }
}
