import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { executable } from './run.ts';

// At its end, the program writes its peak memory, in KiB, to descriptor 3. On Linux, `resourceUsage` includes the memory of the
// parent process, but /proc does not.
const REPORT_MEMORY = `import{existsSync,readFileSync,writeSync}from'node:fs';process.on('exit',()=>{
const proc='/proc/self/status';
const peak=existsSync(proc)?/VmHWM:\\s*(\\d+)/.exec(readFileSync(proc,'utf8'))?.[1]:undefined;
writeSync(3,peak??String(process.resourceUsage().maxRSS))})`;

export interface MeasuredRun {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Peak memory in MB. */
  readonly memory: number;
}

/** Runs the built executable with these pieces as its standard input, and keeps none of them. */
export async function measured(args: readonly string[], input: Iterable<string | Buffer>): Promise<MeasuredRun> {
  const program = ['--import', `data:text/javascript,${encodeURIComponent(REPORT_MEMORY)}`, executable, ...args];
  const child = spawn(process.execPath, program, { stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null) throw new Error('no pipes');
  const outputs = [stdout, stderr, child.stdio[3] as Readable].map(textOf);
  const exit = once(child, 'close');
  const closed = new Promise((resolve) => stdin.once('close', resolve));
  stdin.on('error', () => {});
  for (const piece of input) {
    if (stdin.destroyed) break;
    if (stdin.write(piece)) continue;
    await Promise.race([new Promise((resolve) => stdin.once('drain', resolve)), closed]);
  }
  stdin.end();
  const [status] = (await exit) as [number | null];
  const [out = '', err = '', kilobytes = ''] = await Promise.all(outputs);
  return { status, stdout: out, stderr: err, memory: Number(kilobytes) / 1000 };
}

async function textOf(stream: Readable): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}
