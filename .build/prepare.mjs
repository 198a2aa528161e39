// Builds the program when npm prepares the package: after `npm ci`, before `npm pack`, and when somebody installs it.
// `npm install --global .` links to this folder without installing what the build needs, so that is done first.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const npm = (args, env = process.env) =>
  spawnSync('npm', args, { stdio: 'inherit', env, shell: process.platform === 'win32' }).status === 0;

/** The environment without the settings of the npm that called, such as `--global`. */
function ownEnvironment() {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_/i.test(name)));
}

const hasTools = existsSync('node_modules/esbuild') && existsSync('node_modules/typescript');
const isReady = hasTools || npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], ownEnvironment());
if (!isReady || !npm(['run', '--silent', 'build'])) {
  process.stderr.write(
    'offprint could not be built. Run `npm ci` in its folder, look at what it says, and install again.\n',
  );
  process.exit(1);
}
