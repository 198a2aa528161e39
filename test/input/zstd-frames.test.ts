import { describe, expect, it } from 'vitest';
import { startsWithFrame, ZstdFrames } from '../../src/input/zstd-frames.ts';

/** A frame of raw blocks (RFC 8878): one segment of up to 255 bytes, with a checksum that is not verified here. */
function frame(...blocks: string[]): Buffer {
  const size = blocks.join('').length;
  return Buffer.concat([
    Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x24, size]),
    ...blocks.flatMap((block, index) => {
      const header = Buffer.alloc(3);
      header.writeUIntLE((block.length << 3) | Number(index === blocks.length - 1), 0, 3);
      return [header, Buffer.from(block)];
    }),
    Buffer.from('sum!'),
  ]);
}

/** A block of one repeated byte, and one without a known type. */
const repeated = Buffer.from([0x03 | (20 << 3), 0, 0, 0x61]);
const unknown = Buffer.from([0x07, 0, 0]);
/** The header of a frame: its descriptor, and what is in front of the first block. */
const head = (descriptor: number, length: number) =>
  Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, descriptor]), Buffer.alloc(length, 7)]);

const skippable = Buffer.concat([Buffer.from([0x53, 0x2a, 0x4d, 0x18, 3, 0, 0, 0]), Buffer.from('any')]);
const kites = frame('Kites ', 'and strings');
const owls = frame('Owls');

async function split(bytes: Buffer, length: number): Promise<{ frames: Buffer[]; fault: string | null }> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
  }
  const source = new ZstdFrames(chunks());
  const frames: Buffer[] = [];
  try {
    while (await source.next()) {
      const pieces: Buffer[] = [];
      frames.push(Buffer.alloc(0));
      for await (const piece of source.frame()) {
        pieces.push(piece);
        frames[frames.length - 1] = Buffer.concat(pieces);
      }
    }
    return { frames, fault: null };
  } catch (error) {
    return { frames, fault: (error as Error).message };
  }
}

describe.each([1, 7, 1000])('Zstandard data in chunks of %i bytes', (length) => {
  it.each([
    ['one frame', [kites], [kites], null],
    ['two frames', [kites, owls], [kites, owls], null],
    ['a skippable frame in front', [skippable, kites], [kites], null],
    ['skippable frames between and after others', [kites, skippable, owls, skippable], [kites, owls], null],
    ['padding', [kites, Buffer.alloc(20)], [kites], null],
    ['other data after it', [kites, Buffer.from('junk')], [kites], 'unexpected data after the end'],
    ['one byte of other data after it', [kites, Buffer.from('j')], [kites], 'unexpected data after the end'],
    ['a truncated end', [kites, owls.subarray(0, -6)], [kites, owls.subarray(0, -6)], 'unexpected end of file'],
    ['a truncated header', [kites, owls.subarray(0, 4)], [kites, Buffer.alloc(0)], 'unexpected end of file'],
    ['a truncated skippable frame', [kites, skippable.subarray(0, 9)], [kites], 'unexpected end of file'],
    ...[
      ['a window', head(0, 1)],
      ['a window, a dictionary and a checksum', head(0b111, 1 + 4)],
      ['a content size of two bytes', head(0b0110_0000, 2)],
      ['a content size of eight bytes and a window', head(0b1100_0000, 1 + 8)],
    ].map(([name, start]): [string, Buffer[], Buffer[], null] => {
      const whole = Buffer.concat([start as Buffer, repeated, Buffer.alloc(name?.includes('checksum') ? 4 : 0)]);
      return [`a header with ${name}`, [whole, kites], [whole, kites], null];
    }),
    ['a block of an unknown type', [head(0, 1), unknown], [head(0, 1)], 'unknown block type'],
  ])('are split into frames: %s', async (_, parts, frames, fault) => {
    const found = await split(Buffer.concat(parts), length);
    expect(found.fault).toBe(fault);
    expect(found.frames.slice(0, -1)).toEqual(frames.slice(0, -1));
    // The complete pieces of a truncated frame arrive.
    const last = found.frames.at(-1) ?? Buffer.alloc(0);
    expect(frames.at(-1)?.subarray(0, last.length)).toEqual(last);
    if (fault !== 'unexpected end of file') expect(last).toEqual(frames.at(-1));
  });
});

it('recognizes Zstandard data by their first frame, even a skippable one', () => {
  expect([startsWithFrame(kites), startsWithFrame(skippable)]).toEqual([true, true]);
  expect([startsWithFrame(Buffer.from('Kites')), startsWithFrame(kites.subarray(0, 3))]).toEqual([false, false]);
});
