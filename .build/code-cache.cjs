// Writes the code that V8 makes of the command line in a run like most; bin/offprint.js starts with it.
const { writeFileSync } = require('node:fs');
const { devNull } = require('node:os');
const vm = require('node:vm');

const cache = 'dist/cli/main.cjs.cache';
const node = JSON.stringify([process.platform, process.arch, process.versions, process.config]);
writeFileSync(cache, node);
vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    // Only after the run: V8 compiles a function when it is called first.
    process.on('exit', () => writeFileSync(cache, Buffer.concat([this.createCachedData(), Buffer.from(node)])));
  }
};
process.argv.push('--quiet', 'fixtures/daily-papers/plain.txt', '--format', 'csv', '--output', devNull);
require('../bin/offprint.js');
