import { isUtf8 } from 'node:buffer';
import type { DiagnosticCode } from '../diagnostics/diagnostic.ts';
import { UNCLEAN } from '../text/white-space.ts';
import { cleanCharacters } from './characters.ts';
import { mendUtf8 } from './utf8.ts';

/** Damage that was repaired in a line. */
export interface LineFault {
  readonly code: DiagnosticCode;
  readonly message: string;
  /** Counted from 1, in characters. */
  readonly column: number;
}

export interface DecodedLine {
  readonly text: string;
  /** The first fault of each kind. */
  readonly faults: readonly LineFault[];
}

/**
 * Decodes a line as UTF-8, reading invalid bytes as windows-1252, and cleans its characters. That is done in bytes, because
 * replacing millions of characters by a regular expression takes gigabytes.
 */
export function decodeLine(bytes: Buffer): DecodedLine {
  const faults: LineFault[] = [];
  let valid = bytes;
  if (!isUtf8(bytes)) {
    const { result, first } = mendUtf8(bytes);
    faults.push({ code: 'invalid-utf8', message: 'not UTF-8: read as windows-1252', column: columnOf(bytes, first) });
    valid = result;
  }
  const text = valid.toString();
  if (!UNCLEAN.test(text)) return { text, faults };
  const { result, first } = cleanCharacters(valid);
  if (first >= 0) {
    faults.push({ code: 'control-characters', message: 'control characters removed', column: columnOf(valid, first) });
  }
  return { text: result.toString(), faults };
}

/** @param offset of a byte before which the line is valid UTF-8 */
function columnOf(bytes: Buffer, offset: number): number {
  return bytes.toString('utf8', 0, offset).length + 1;
}
