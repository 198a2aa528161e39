import { spawnSync } from 'node:child_process';
import { outputFormats } from '../../src/output/index.ts';
import type { Random } from './random.ts';

const [firstFormat = '', ...otherFormats] = outputFormats.map(({ name }) => name);
const FORMATS = [firstFormat, ...otherFormats] as const;

/** How long a run of the program may take for an input of at most 64 KiB, in milliseconds. */
const LONGEST_RUN = 20_000;

/** @returns what is wrong with how the whole program takes the input; null where nothing is */
export function tryCommandLine(input: Buffer, random: Random): string | null {
  const args = random.of([
    ['-f', random.of(FORMATS), '--dedupe'],
    ['-f', random.of(FORMATS), '--columns', 'all', '--source', '--sort', '-date,title'],
    ['-f', random.of(FORMATS), '--excel', '--since', '2020', '--limit', '3'],
    ['grep', '-E', '(a|b)+c|the', '-f', random.of(FORMATS), '--color', 'always'],
    ['grep', 'we', '-c'],
    ['check'],
    ['check', '-f', 'json'],
  ]);
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, ['bin/offprint.js', ...args], {
    input,
    timeout: LONGEST_RUN,
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
  const fault =
    (signal !== null && `ended by ${signal}`) ||
    (status !== 0 && status !== 1 && `status ${status}`) ||
    (/internal error|^ +at .*:\d+:\d+/m.test(stderr) && 'an internal error') ||
    (/[^\n\P{Cc}]/u.test(stderr) && 'a control character in a message') ||
    (args[0] === 'check' &&
      args.length === 1 &&
      /[^\n\P{Cc}]|\p{Bidi_Control}/u.test(stdout) &&
      'a control character in the account');
  return fault === false ? null : `offprint ${args.join(' ')}: ${fault}\n${stderr}`;
}
