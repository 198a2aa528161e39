#!/usr/bin/env node
// CommonJS, by the package.json beside it, which Node starts faster than an ES module.
// Node 22 and newer keep the code that V8 compiles, if they are asked to.
if (Number.parseInt(process.versions.node, 10) >= 22) require('node:module').enableCompileCache();
require('../dist/cli/main.cjs');
