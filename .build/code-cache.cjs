// Writes the code that V8 makes of the command line in a run like most; bin/offprint.js starts with it.
const { appendFileSync, writeFileSync } = require('node:fs');
const { devNull } = require('node:os');
const vm = require('node:vm');

const cache = 'dist/cli/main.cjs.cache';
writeFileSync(cache, JSON.stringify([process.platform, process.arch, process.versions, process.config]));
vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    // Only after the run: V8 compiles a function when it is called first.
    process.on('exit', () => appendFileSync(cache, this.createCachedData()));
  }
};
process.argv.push('--quiet', 'fixtures/daily-papers/plain.txt', '--format', 'csv', '--output', devNull);
require('../bin/offprint.js');
