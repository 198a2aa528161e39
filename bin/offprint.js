#!/usr/bin/env node
// CommonJS, by the package.json beside it: Node takes 6 ms to begin with an ES module.
const { closeSync, fstatSync, openSync, readSync, statSync } = require('node:fs');
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
 * Both files are read into the same memory, the text first, of which the string is a copy: memory that is touched for the
 * first time costs more than to read into it, 0.5 ms of 40 for each of the two where Node runs in a virtual machine.
 */
function keptScript() {
  try {
    const node = JSON.stringify([process.platform, process.arch, process.versions, process.config]);
    const kept = openSync(`${main}.cache`);
    // The code comes first, since V8 copies it where it does not begin at a whole word.
    const length = fstatSync(kept).size - node.length;
    const memory = Buffer.allocUnsafeSlow(Math.max(node.length, length, statSync(main).size));
    const read = (file, size, position) => memory.subarray(0, readSync(file, memory, 0, size, position));
    const isSame = read(kept, node.length, length).toString('latin1') === node;
    let script = null;
    if (isSame) {
      const text = openSync(main);
      const source = read(text, memory.length, 0).toString('latin1');
      closeSync(text);
      script = new Script(source, { filename: main, cachedData: read(kept, length, 0) });
    }
    closeSync(kept);
    return script;
  } catch {
    return null;
  }
}
