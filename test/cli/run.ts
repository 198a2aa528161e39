import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const executable = fileURLToPath(new URL('../../bin/offprint.js', import.meta.url));

/** Variables that would change the output; tests of them set them again. */
export const environment = { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, COLUMNS: undefined };

export interface RunOptions {
  readonly input?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Record<string, string>;
}

/** Runs the built executable until it ends. */
export function offprint(args: readonly string[], { input = '', cwd, env }: RunOptions = {}) {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [executable, ...args], {
    input,
    cwd,
    env: { ...environment, ...env },
    maxBuffer: 1 << 28,
  });
  return { status, signal, stdout: stdout.toString(), stderr: stderr.toString() };
}

/** Starts the built executable without waiting for its end. */
export function startOffprint(args: readonly string[], cwd?: string) {
  const child = spawn(process.execPath, [executable, ...args], { cwd, env: environment });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const exit = new Promise<{ code: number | null; signal: string | null; stderr: string }>((resolve) => {
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    child.on('close', (code, signal) => resolve({ code, signal, stderr }));
  });
  child.stdin.on('error', () => {});
  return { child, exit };
}

/**
 * Waits until the program handles signals, however slow the machine is (proc(5) has a bit for each signal that is caught),
 * and then until it is in the middle of its work.
 */
export async function waitUntilBusy(pid: number | undefined): Promise<void> {
  const isListening = () => {
    const caught = /^SigCgt:\s*([0-9a-f]+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '';
    return (BigInt(`0x${caught}`) & (1n << BigInt(constants.signals.SIGHUP - 1))) !== 0n;
  };
  while (process.platform === 'linux' && !isListening()) await setTimeout(10);
  await setTimeout(400);
}

/** Root may read and write everything, so tests of permissions run the program as this user. */
export const nobody = { uid: 65_534, gid: 65_534 };

export function canRunAsNobody(): boolean {
  return process.getuid?.() === 0 && spawnSync(process.execPath, [executable, '--version'], nobody).status === 0;
}

/** A folder for one test, with these files. */
export function folderWith(files: Record<string, string | Uint8Array> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'offprint-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}
