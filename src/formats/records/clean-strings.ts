import type { ReaderOutput } from '../format.ts';

// What an input loses before it is read, too: escapes such as `\u0007` bring it back. Halves of surrogate pairs are no text.
const CONTROLS = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g;

/** Takes control characters out of all strings in the value, which is changed, and reports that at the line. */
export function cleanStrings(value: { [key: string]: unknown }, line: number, output: ReaderOutput): void {
  if (clean(value)) output.report('control-characters', 'control characters removed', line);
}

function clean(container: { [key: string]: unknown }): boolean {
  let isChanged = false;
  for (const [key, value] of Object.entries(container)) {
    if (typeof value === 'string') {
      const text = value.replace(CONTROLS, '').toWellFormed();
      if (text === value) continue;
      container[key] = text;
      isChanged = true;
    } else if (typeof value === 'object' && value !== null) {
      isChanged = clean(value as { [key: string]: unknown }) || isChanged;
    }
  }
  return isChanged;
}
