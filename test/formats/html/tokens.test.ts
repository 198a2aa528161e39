import { expect, it } from 'vitest';
import { readHtml } from '../../../src/formats/html/tokens.ts';

it('keeps only the first thousand attributes of a tag, to limit memory', () => {
  const attributes = Array.from({ length: 5000 }, (_, index) => `a${index}="${index}"`).join(' ');
  const seen: (readonly [number, string | undefined])[] = [];
  readHtml(`<p ${attributes}><p class=b>`, {
    open: (_, found) => seen.push([found.size, found.get('a999')?.value ?? found.get('class')?.value]),
    close: () => {},
    text: () => {},
  });
  expect(seen).toEqual([
    [1000, '999'],
    [1, 'b'],
  ]);
});

it('removes control characters that references stand for', () => {
  let text = '';
  readHtml('<p title="a&#7;&#xe9;&#10;">b&#x1b;[1m&#x9b;&eacute;&#0;</p>', {
    open: (_, attributes) => {
      text += attributes.get('title')?.value;
    },
    close: () => {},
    text: (piece) => {
      text += piece;
    },
  });
  // HTML reads 0 as U+FFFD, and 9B as in windows-1252.
  expect(text).toBe('aé\nb[1m›é\ufffd');
});
