import { describe, expect, it } from 'vitest';
import { ElementMarks } from '../../../src/formats/daily-papers/element-marks.ts';
import { stripMarkup, unescapeMarkdown } from '../../../src/formats/daily-papers/markup.ts';

const page = 'https://huggingface.co/papers/2401.00001';

describe('markup of one line', () => {
  it.each([
    ['plain words', 'plain words', []],
    [`[Title](${page})`, 'Title', [page]],
    [`[Title (with [brackets] and more)](${page})`, 'Title (with [brackets] and more)', [page]],
    [`[![fern](https://cdn.example.org/a.png)Fern Lab](/fern)`, 'Fern Lab', ['/fern']],
    [`[[图片：fern] Fern Lab](/fern) · Oct 4`, 'Fern Lab · Oct 4', ['/fern']],
    [`May 29[6](${page}#community)`, 'May 29 6', [`${page}#community`]],
    [
      '[Upvote 117](/login) [GitHub 131](https://github.com/a/b)',
      'Upvote 117 GitHub 131',
      ['/login', 'https://github.com/a/b'],
    ],
    ['as shown in [1][2] and f(x)[0](y)', 'as shown in [1][2] and f(x)[0](y)', []],
    ['**Bold as a whole**', 'Bold as a whole', []],
  ])('reads the markup of %s', (line, text, urls) => {
    const seen = stripMarkup(line, false);
    expect(seen.text).toBe(text);
    expect(seen.urls).toEqual(urls);
    expect([seen.opensLink, seen.closesLink]).toEqual([false, false]);
  });

  it('recognizes headings and the heading of the page', () => {
    expect(stripMarkup(`### [Title][32]`, false)).toMatchObject({
      text: 'Title',
      isHeading: true,
      isPageTitle: false,
      reference: 32,
    });
    expect(stripMarkup('# Web source', false)).toMatchObject({
      text: 'Web source',
      isHeading: true,
      isPageTitle: true,
    });
  });

  it('recognizes a link that continues on the next line', () => {
    expect(stripMarkup('[The start of an abstract', false)).toMatchObject({
      text: 'The start of an abstract',
      opensLink: true,
    });
    expect(stripMarkup('May 29 [', false)).toMatchObject({ text: 'May 29', opensLink: true });
    expect(stripMarkup('[', false)).toMatchObject({ text: '', opensLink: true });
  });

  it('recognizes a link that began on an earlier line', () => {
    expect(stripMarkup(`its end.](${page})`, true)).toMatchObject({ text: 'its end.', closesLink: true, urls: [page] });
    expect(stripMarkup('* 3 authors ][34]', true)).toMatchObject({
      text: '* 3 authors',
      closesLink: true,
      reference: 34,
    });
    expect(stripMarkup('](/papers/2401.00001)· Feb 27, 2025', true)).toMatchObject({
      text: '· Feb 27, 2025',
      closesLink: true,
      urls: [],
    });
    expect(stripMarkup('University](/mill) · May 29 [', true)).toMatchObject({
      text: 'University  · May 29',
      opensLink: true,
      closesLink: true,
    });
  });
});

describe('backslashes', () => {
  it('removes the backslashes of an extractor from the label of a link', () => {
    expect(unescapeMarkdown('Reading \\[CLS\\] and a\\_b \\*twice\\*: $\\\\alpha$ &lt;tag&gt;', 'certain')).toBe(
      'Reading [CLS] and a_b *twice*: $\\alpha$ <tag>',
    );
  });

  it('removes the backslashes of an extractor if it escaped all characters', () => {
    expect(unescapeMarkdown('Reading \\[CLS\\] and a\\_b', 'likely')).toBe('Reading [CLS] and a_b');
  });

  it('keeps the backslashes of TeX', () => {
    for (const text of ['$\\alpha\\_i$ and x_i', '$\\sim\\! 10^{44}$', '4 \\ \\mathrm{Mpc}', '\\[ a_i \\]'])
      expect(unescapeMarkdown(text, 'likely')).toBe(text);
    expect(unescapeMarkdown('a\\_b \\[x\\] &lt;', 'none')).toBe('a\\_b \\[x\\] &lt;');
  });
});

describe('elements that pandoc writes into Markdown', () => {
  const strip = (...lines: string[]) => {
    const marks = new ElementMarks();
    return lines.map((line) => marks.strip(line));
  };

  it('are removed with their attributes, on one line or several', () => {
    expect(
      strip(
        '::: {.flex .gap-4}',
        '### [Counting Moths](/papers/2601.00001){.line-clamp-3} {#counting-moths .mb-1}',
        '[[Submitted by]{.text-xs} moth]{.flex',
        '.gap-2}',
        '-   ::: text-sm',
        ':::',
      ),
    ).toEqual(['', '### [Counting Moths](/papers/2601.00001)', '[Submitted by moth]', '', '', '']);
  });

  it('become links if they are links', () => {
    expect(
      strip('<div class="flex">', '### <a href="/papers/2601.00001" class="clamp">Counting', 'Moths</a>', '</div>'),
    ).toEqual(['', '###  [Counting', 'Moths](/papers/2601.00001)', '']);
  });

  it('are not looked for on other pages', () => {
    const lines = [String.raw`We show a <p and b {.5} that is \"o`, 'n > p'];
    expect(strip(...lines)).toEqual(lines);
  });
});
