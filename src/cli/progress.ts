import { fstatSync, type Stats, statSync } from 'node:fs';
import { expandSources } from '../input/sources.ts';
import { number } from '../text/plural.ts';
import { showStatus } from './status-line.ts';
import { isTerminal } from './terminal.ts';

/** Shorter runs show no progress. In milliseconds. */
const SHOWN_AFTER = 1000;

/** In milliseconds. */
const UPDATE_INTERVAL = 100;

/**
 * Shows how much of the input has been read:
 *
 *     42% of 1.2 GB, 12,345 papers, 85 MB/s
 */
export class Progress {
  readonly #operands: readonly string[];
  readonly #start = now();
  #nextUpdate: number;
  #bytes = 0;
  /** What `#bytes` will be after the current input. */
  #end = 0;
  /** Papers of the inputs before the current one, and of that one. */
  #papersBefore = 0;
  #papers = 0;
  /** null if unknown. */
  #total: number | null = null;
  #hasBegun = false;

  /** @param operands the inputs, as the user named them */
  constructor(operands: readonly string[], isQuiet: boolean) {
    this.#operands = operands;
    this.#nextUpdate = isQuiet ? Infinity : this.#start + SHOWN_AFTER;
  }

  /** Call before each input is read. */
  open(stats: Stats): void {
    this.#bytes = Math.max(this.#bytes, this.#end);
    this.#end = this.#bytes + (stats.isFile() ? stats.size : 0);
    this.#papersBefore += this.#papers;
    this.#papers = 0;
  }

  /** Counts what is read. */
  async *count(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      this.#bytes += chunk.length;
      yield chunk;
    }
  }

  /**
   * @param papers found in the current input so far
   * @returns a promise that must be awaited, once
   */
  update(papers: number): Promise<void> | void {
    this.#papers = papers;
    const time = now();
    if (time < this.#nextUpdate) return;
    this.#nextUpdate = time + UPDATE_INTERVAL;
    if (!this.#hasBegun) return this.#begin();
    this.#show();
  }

  async #begin(): Promise<void> {
    this.#hasBegun = true;
    if (process.env.TERM === 'dumb' || !(await isTerminal(2))) {
      this.#nextUpdate = Infinity;
      return;
    }
    this.#total = await totalSize(this.#operands);
    this.#show();
  }

  #show(): void {
    const seconds = (now() - this.#start) / 1000;
    const state = {
      bytes: this.#bytes,
      total: this.#total,
      papers: this.#papersBefore + this.#papers,
      seconds,
    };
    showStatus(progressText(state, process.stderr.columns || 80));
  }
}

export interface ProgressState {
  readonly bytes: number;
  /** null if unknown. */
  readonly total: number | null;
  readonly papers: number;
  readonly seconds: number;
}

/** The share read, the number of papers and the rate, as far as they fit on a line of the terminal. */
export function progressText({ bytes, total, papers, seconds }: ProgressState, columns: number): string {
  // A file may have grown since its size was read.
  const share = total === null ? null : Math.min(99, Math.floor((100 * bytes) / Math.max(1, total)));
  const amount = share === null ? byteText(bytes) : `${share}% of ${byteText(total ?? 0)}`;
  return shortened(`${amount}, ${number(papers)} papers, ${byteText(bytes / seconds)}/s`, columns);
}

/** As many comma-separated parts as fit on a line; the last column stays empty, because terminals may wrap there. */
function shortened(text: string, columns: number): string {
  let end = text.length;
  while (end >= columns && end > 0) end = text.lastIndexOf(', ', end - 1);
  return text.slice(0, Math.max(0, end));
}

function byteText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const amount = bytes / 1000 ** step;
  return `${amount.toFixed(step > 0 && amount < 10 ? 1 : 0)} ${units[step]}`;
}

/** Milliseconds on a monotonic clock, without loading `performance`. */
function now(): number {
  return 1000 * process.uptime();
}

/** The size of all inputs in bytes; null if one of them is not a file. */
async function totalSize(operands: readonly string[]): Promise<number | null> {
  let total = 0;
  for await (const source of expandSources(operands)) {
    if ('error' in source) continue;
    const stats = source.path === null ? fstatSync(0) : statSync(source.path, { throwIfNoEntry: false });
    if (stats === undefined) continue;
    if (!stats.isFile()) return null;
    total += stats.size;
  }
  return total;
}
