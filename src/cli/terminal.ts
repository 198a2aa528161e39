import { fstatSync } from 'node:fs';
import { plainStyle, type TextStyle } from '../output/writer.ts';
import type { Highlighter } from '../query/highlights.ts';
import { printableLines } from '../text/printable.ts';
import { isStandardOutput } from './output-file.ts';

export async function isTerminal(descriptor: 0 | 1 | 2): Promise<boolean> {
  try {
    // Checked first because it is cheap: files and pipes need no terminal module.
    if (!fstatSync(descriptor).isCharacterDevice()) return false;
  } catch {
    return false;
  }
  return (await import('node:tty')).isatty(descriptor);
}

/** Lines with names from outside: control sequences are removed for a terminal, but not for a pipe or file. */
export async function linesFor(output: string | undefined, lines: string): Promise<string> {
  return isStandardOutput(output) && (await isTerminal(1)) ? printableLines(lines) : lines;
}

/** Upper limit for COLUMNS; longer bars would fill the memory. */
const MOST_COLUMNS = 10_000;

/** Columns of the terminal on standard output, else COLUMNS, else 80. */
export async function terminalWidth(): Promise<number> {
  const width = (await isTerminal(1)) ? process.stdout.columns : 0;
  const columns = Number(process.env.COLUMNS);
  return width > 0 ? width : Number.isInteger(columns) && columns > 0 ? Math.min(columns, MOST_COLUMNS) : 80;
}

/**
 * Whether block characters and the like can be shown. The locale decides (POSIX: the first of LC_ALL, LC_CTYPE and LANG that
 * is set); never on the Linux console, whose font lacks most of them; on Windows, the terminal decides.
 */
export function hasUnicode(): boolean {
  const { LC_ALL, LC_CTYPE, LANG, TERM, TERM_PROGRAM, WT_SESSION } = process.env;
  if (TERM === 'linux' || TERM === 'dumb') return false;
  if (WT_SESSION || TERM_PROGRAM === 'vscode') return true;
  return /utf-?8/i.test(LC_ALL || LC_CTYPE || LANG || '');
}

/** Whether the output is coloured: decided by `--color`, then FORCE_COLOR, then NO_COLOR, then the kind of output. */
export async function wantsColor(choice: 'auto' | 'always' | 'never', toStandardOutput: boolean): Promise<boolean> {
  if (choice !== 'auto') return choice === 'always';
  const { FORCE_COLOR, NO_COLOR, TERM } = process.env;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return toStandardOutput && TERM !== 'dumb' && (await isTerminal(1));
}

/** @param search finds what is highlighted; undefined if nothing was searched for */
export async function textStyle(isColored: boolean, search: Highlighter | undefined): Promise<TextStyle> {
  if (!isColored) return plainStyle;
  const [{ Chalk }, { createSupportsHyperlinks }] = await Promise.all([import('chalk'), import('supports-hyperlinks')]);
  const chalk = new Chalk({ level: 1 });
  // Dim text and every colour except red are hard to read on some common background.
  const hasLinks = createSupportsHyperlinks(process.stdout);
  return {
    title: (text) => chalk.bold(text),
    highlight: (text, field) =>
      search === undefined ? text : marked(text, search.ranges(text, field), (part) => chalk.red.bold.underline(part)),
    // OSC 8 makes the text a link in terminals that support it.
    link: (text, url) => chalk.underline(hasLinks ? `\x1b]8;;${url}\x1b\\${text}\x1b]8;;\x1b\\` : text),
  };
}

function marked(text: string, ranges: readonly [number, number][], mark: (part: string) => string): string {
  let result = '';
  let at = 0;
  for (const [start, end] of ranges) {
    result += text.slice(at, start) + mark(text.slice(start, end));
    at = end;
  }
  return result + text.slice(at);
}
