import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasRegistry } from './registry.ts';

/** The sections of the README by heading. */
const sections = new Map(
  readFileSync('README.md', 'utf8')
    .split(/^(?=#)/m)
    .map((section) => [/^#+ (.*)/.exec(section)?.[1], section]),
);

/** The commands of a section, without their comments. */
function commandsOf(heading: string): string[] {
  const [, block = ''] = /^```sh\n(.*?)^```/ms.exec(sections.get(heading) ?? '') ?? [];
  return block.split('\n').flatMap((line) => line.replace(/\s+# .*/, '') || []);
}

/** The README's first example: a command, and what it prints. */
function firstExample(): { command: string; printed: string } {
  const [, command = '', printed = ''] =
    /^```console\n\$ (.*)\n([^$]*?)^```/m.exec(sections.get('offprint') ?? '') ?? [];
  return { command, printed };
}

const isClone = existsSync('.git');
const folder = mkdtempSync(join(tmpdir(), 'offprint-install-'));
const clone = join(folder, 'clone');
const address = `git+${pathToFileURL(clone)}`;

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command as a user whose globally installed programs are in the folder `prefix`. */
function shell(command: string, prefix: string, cwd = clone): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      'bash',
      ['-c', command],
      { cwd, env: environment(join(folder, prefix)) },
      (_, stdout, stderr) => resolve({ status: child.exitCode, stdout, stderr }),
    );
  });
}

function environment(prefix: string) {
  // Remove the settings of the npm that runs these tests.
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  return {
    ...Object.fromEntries(inherited),
    npm_config_prefix: prefix,
    npm_config_loglevel: 'error',
    // The answer to npx's question whether to install the package.
    npm_config_yes: 'true',
    PATH: `${join(prefix, 'bin')}${delimiter}${process.env.PATH}`,
  };
}

const manualOf = (prefix: string) => join(folder, prefix, 'share/man/man1/offprint.1');

describe.skipIf(!isClone || !hasRegistry || process.platform === 'win32')('a reader of the README', () => {
  const [globally = '', fromAddress = '', fromTarball = '', ...others] = commandsOf('Install');

  let installedFromAddress: Promise<Outcome>;

  beforeAll(() => {
    execFileSync('git', ['clone', '--quiet', resolve('.'), clone]);
    // This takes the longest, so it runs at the same time as the other tests.
    installedFromAddress = shell(fromAddress.replace(/git\+https:\S+/, address), 'copied', folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('finds each way to install', () => {
    expect(globally).toBe('npm install --global .');
    expect(fromAddress).toMatch(/^npm install --global --install-links git\+https:\/\/\S+$/);
    expect(fromTarball).toMatch(/^npm pack && npx \S+\.tgz/);
    expect(others).toEqual([]);
  });

  it('installs the command from a fresh clone', async () => {
    expect(await shell(globally, 'linked')).toMatchObject({ status: 0, stderr: '' });
    const { command, printed } = firstExample();
    expect(command).toMatch(/^offprint /);
    expect(printed).not.toBe('');
    expect(await shell(command, 'linked')).toEqual({ status: 0, stdout: printed, stderr: '' });
    expect(readFileSync(manualOf('linked'), 'utf8')).toMatch(/^\.TH OFFPRINT 1 /);
  });

  it('runs the main job in the clone', async () => {
    const [setUp = ''] = commandsOf('Set up');
    expect(setUp).toMatch(/^npm ci && node bin\/offprint\.js /);
    // The clone was set up by the installation.
    const { status, stdout } = await shell(setUp.replace('npm ci && ', ''), 'linked');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^title,abstract,authorCount,date,upvotes\n"?Lantern/)]);
  });

  it('can use the installed command while the clone is built again', async () => {
    let isBuilt = false;
    const build = shell('npm run --silent build', 'linked').finally(() => {
      isBuilt = true;
    });
    const runs: Outcome[] = [];
    while (!isBuilt) {
      runs.push(await shell('offprint --version', 'linked'));
      expect(existsSync(manualOf('linked'))).toBe(true);
    }
    expect(await build).toMatchObject({ status: 0, stderr: '' });
    expect(runs.length).toBeGreaterThan(3);
    expect(runs.filter(({ status, stderr }) => status !== 0 || stderr !== '')).toEqual([]);
  });

  it('runs a packed tarball with npx', async () => {
    // The clone is already built.
    const command = fromTarball
      .replace('npm pack', 'npm pack --silent --ignore-scripts')
      .replace(/(?<=\.tgz) .*/, ' --version');
    const { status, stdout } = await shell(command, 'none');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^offprint-\S+\.tgz\noffprint \d+\.\d+\.\d+\n$/)]);
  });

  it('installs the command from a git address', async () => {
    expect(await installedFromAddress).toMatchObject({ status: 0, stderr: '' });
    expect((await shell('offprint --version', 'copied', folder)).stdout).toMatch(/^offprint \d/);
    expect(readdirSync(join(folder, 'copied/lib/node_modules/offprint'))).not.toContain('test');
    expect(existsSync(manualOf('copied'))).toBe(true);
  });

  it('reads what to add to a git address', async () => {
    const { status, stderr } = await shell(`npm install --global ${address}`, 'not-installed', folder);
    expect(status).toBe(1);
    expect(stderr).toContain(
      'To install from a git address, add --install-links: npm install --global --install-links',
    );
    expect(existsSync(join(folder, 'not-installed/bin/offprint'))).toBe(false);
  });
});
