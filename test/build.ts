import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds once for all tests: those of the command line and of the library use what a user gets. */
export default function build(): void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}
