import { number } from '../text/plural.ts';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

export interface Bar {
  readonly label: string;
  readonly value: number;
}

export interface BarOptions {
  /** Maximum width of a line in columns. */
  readonly width: number;
  /** Use block characters; otherwise `#`. */
  readonly hasUnicode: boolean;
}

/**
 * One line per bar, all to the same scale; any value above zero is visible.
 *
 *     2024-02  ███▌ 7
 *     2024-03  ████████████▉ 26
 *     2024-04  0
 */
export function barLines(bars: readonly Bar[], { width, hasUnicode }: BarOptions): string[] {
  const numbers = bars.map(({ value }) => number(value));
  const labelWidth = Math.max(0, ...bars.map(({ label }) => label.length));
  const numberWidth = Math.max(0, ...numbers.map(({ length }) => length));
  const room = Math.max(1, width - labelWidth - numberWidth - 3);
  const most = bars.reduce((greatest, { value }) => Math.max(greatest, value), 1);
  return bars.map(({ label, value }, index) => {
    const bar = hasUnicode ? blocks((value * room * 8) / most) : '#'.repeat(Math.ceil((value * room) / most));
    return `${label.padStart(labelWidth)}  ${bar}${bar === '' ? '' : ' '}${numbers[index]}`;
  });
}

/** @param length in eighths of a column */
function blocks(length: number): string {
  const eighths = Math.ceil(length);
  return '█'.repeat(Math.floor(eighths / 8)) + (EIGHTHS[eighths % 8] ?? '');
}
