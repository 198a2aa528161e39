#!/usr/bin/env node
// CommonJS, by the package.json beside it: Node takes 6 ms to begin with an ES module.
require('../dist/cli/main.cjs');
