// Writes the code that V8 makes of the command line in a run like most; bin/offprint.js starts with it.
const fs = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const vm = require('node:vm');

const cache = 'dist/cli/main.cjs.cache';
const node = JSON.stringify([process.platform, process.arch, process.versions, process.config]);
fs.writeFileSync(cache, node);

// A page with cards of all kinds, and several in a row as most are. The file that is written is there already.
const folder = fs.mkdtempSync(join(tmpdir(), 'offprint-'));
const [page, table] = [join(folder, 'page.txt'), join(folder, 'page.csv')];
const cards = ['East', 'West', 'North', 'South'].map(
  (wind) => `A Kite for the ${wind} Wind\n\n${'It flies in rain. '.repeat(20)}\n\n  • 3 authors\n·\nMar 4, 2025 2\n\n`,
);
fs.writeFileSync(page, `${fs.readFileSync('fixtures/daily-papers/plain.txt')}\n${cards.join('')}`);
fs.writeFileSync(table, '');

vm.Script = class extends vm.Script {
  constructor(source, options) {
    super(source, options);
    // Only after the run: V8 compiles a function when it is called first.
    process.on('exit', () => {
      fs.writeFileSync(cache, Buffer.concat([this.createCachedData(), Buffer.from(node)]));
      fs.rmSync(folder, { recursive: true });
    });
  }
};

// What the run says of the papers is not for whoever builds.
const { writeSync } = fs;
fs.writeSync = (descriptor, bytes, ...rest) =>
  descriptor === 2 ? bytes.length : writeSync(descriptor, bytes, ...rest);
process.argv.push(page, '--output', table);
require('../bin/offprint.js');
