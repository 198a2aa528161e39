import { describe, expect, it, vi } from 'vitest';
import { remembering } from '../../src/text/remember.ts';

describe('remembering', () => {
  it('asks once about texts that follow one another, also if the answer is null', () => {
    const read = vi.fn((text: string) => (text === '' ? null : text.length));
    const length = remembering(read);
    expect(['kite', '', 'pond', 'kite', '', 'lantern', 'kite'].map(length)).toEqual([4, null, 4, 4, null, 7, 4]);
    expect(read).toHaveBeenCalledTimes(4);
  });

  it('keeps few texts', () => {
    const read = vi.fn((text: string) => text.length);
    const length = remembering(read);
    for (let round = 0; round < 2; round += 1) for (let at = 0; at < 100; at += 1) length(`${at}`);
    expect(read).toHaveBeenCalledTimes(200);
  });
});
