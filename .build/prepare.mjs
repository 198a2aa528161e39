// Builds the program when npm prepares the package: after `npm ci`, before `npm pack`, and when somebody installs it.
// `npm install --global .` links to this folder without installing what the build needs, so that is done first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const { npm_config_global: isGlobal, npm_config_install_links: installsLinks } = process.env;
if (isGlobal === 'true' && installsLinks !== 'true' && /_cacache[\\/]tmp[\\/]git-clone/.test(process.cwd())) {
  // npm would link to its copy of the repository and then remove the copy.
  fail('To install from a git address, add --install-links: npm install --global --install-links ADDRESS');
}

const npm = (args, env = process.env) =>
  spawnSync('npm', args, { stdio: 'inherit', env, shell: process.platform === 'win32' }).status === 0;

/** The environment without the settings of the npm that called, such as `--global`. */
function ownEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name)));
}

const hasTools = existsSync('node_modules/esbuild') && existsSync('node_modules/typescript');
const isReady = hasTools || npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], ownEnvironment());
if (!isReady || !npm(['run', '--silent', 'build'])) {
  fail('offprint could not be built. Run `npm ci` in its folder, look at what it says, and install again.');
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
