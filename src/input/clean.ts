import { isUtf8 } from 'node:buffer';
import type { DiagnosticCode } from '../diagnostics/diagnostic.ts';
import { withoutControls } from './controls.ts';
import { LineTraits, someHold } from './line-table.ts';
import { TextBlock } from './text.ts';
import { mendUtf8 } from './utf8.ts';

/** Something that had to be mended before a block could be read. */
export interface BlockFault {
  readonly code: DiagnosticCode;
  readonly message: string;
  /** Lines of the block before the one in question. */
  readonly line: number;
  /** Counted from 1, in characters. */
  readonly column: number;
}

/**
 * The block as valid UTF-8 without control characters. It works on bytes: a regular expression that replaces each of
 * millions of damaged ones takes gigabytes.
 *
 * @param faults receives what was mended, the first place of each kind
 */
export function cleanBlock(bytes: Buffer, faults: BlockFault[]): TextBlock {
  let valid = bytes;
  if (!isUtf8(bytes)) {
    const { result, first } = mendUtf8(bytes);
    faults.push({ code: 'invalid-utf8', message: 'not UTF-8: read as windows-1252', ...placeOf(bytes, first) });
    valid = result;
  }
  const block = new TextBlock(valid);
  if (!someHold(block.lines, LineTraits.control)) return block;
  const { result, first } = withoutControls(valid);
  faults.push({ code: 'control-characters', message: 'control characters removed', ...placeOf(valid, first) });
  return new TextBlock(result);
}

/** @param offset of something before which its line is valid UTF-8 */
function placeOf(bytes: Buffer, offset: number): Pick<BlockFault, 'line' | 'column'> {
  let line = 0;
  let lineStart = 0;
  for (let at = bytes.indexOf('\n'); at >= 0 && at < offset; at = bytes.indexOf('\n', at + 1)) {
    line += 1;
    lineStart = at + 1;
  }
  return { line, column: bytes.toString('utf8', lineStart, offset).length + 1 };
}
