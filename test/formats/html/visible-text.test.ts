import { describe, expect, it } from 'vitest';
import { attributeOffset, readHtml } from '../../../src/formats/html/tokens.ts';
import { visibleText } from '../../../src/formats/html/visible-text.ts';

const text = (html: string) =>
  visibleText(html, 'https://site.example')
    .map((line) => line.text)
    .join('\n')
    .trim();

describe('visible text of a page', () => {
  it('puts blank lines around blocks, but not around inline elements', () => {
    expect(text('<div>a <b>b</b>\n  c<div>d</div>e<br>f</div>')).toBe('a b c\n\nd\n\ne\nf');
  });

  it('marks headings, items and links in a line', () => {
    expect(text('<h3><a href="/papers/1">Title [1]</a></h3><ul><li>x<li><div>y</div></ul>')).toBe(
      '### [Title \\[1\\]](https://site.example/papers/1)\n\n* x\n\n* y',
    );
  });

  it('marks bold and italic text if emphasis is requested', () => {
    const marked = (html: string) =>
      visibleText(html, 'https://site.example', { hasLinks: true, hasEmphasis: true })
        .map((line) => line.text)
        .join('\n')
        .trim();
    expect(marked('<b>Title</b> <i> Ada Clay, <em></em>Bo Ek </i><strong><a href="/x">y</a></strong>')).toBe(
      '**Title** *Ada Clay, Bo Ek* **[y](https://site.example/x)**',
    );
    expect(marked('<b>one<br>two</b> three')).toBe('one\ntwo three');
  });

  it('keeps the text of a link around blocks, and of a link without an address', () => {
    expect(text('<a href="/x"><p>one</p></a> <a href="javascript:run()">two</a> <a>three</a>')).toBe(
      'one\n\ntwo three',
    );
  });

  it('keeps the spaces at the ends of a link around it', () => {
    const lines = visibleText('<p>one<a href="/x"> two </a>three</p>', 'https://site.example');
    expect(
      lines
        .map((line) => line.text)
        .join('')
        .trim(),
    ).toBe('one [two](https://site.example/x) three');
  });

  it('leaves out scripts, styles, drawings, navigation and footer', () => {
    const page =
      '<html><head><title>t</title><body><nav>n<nav>n</nav>n</nav><svg><text>s</text><svg/></svg>a<script>"</p>"</script>' +
      '<style>b{}</style><noscript>c</noscript><footer>d</footer></body></html>';
    expect(text(page)).toBe('a');
  });

  it('gives the position in the page at which each line starts', () => {
    const html = '<p>one</p>\n<p>\n<b>two &amp; three</b></p>';
    const lines = visibleText(html, 'https://site.example').filter((line) => line.text !== '');
    expect(lines.map(({ text: line, offset }) => [line, html.slice(offset, offset + 3)])).toEqual([
      ['one', 'one'],
      ['two & three', 'two'],
    ]);
  });

  it('takes one pass for hundreds of thousands of open elements, links or unclosed tags', () => {
    for (const [pattern, count] of [
      ['<div>', 300_000],
      ['<div></p></x>', 200_000],
      ['<a href="/x">y</a>', 200_000],
      ['<a href="', 300_000],
      ['<!--', 500_000],
      ['&amp', 500_000],
      ['<svg>', 300_000],
    ] as const) {
      expect(visibleText(`start${pattern.repeat(count)}`, 'https://site.example')[0]?.text, pattern).toMatch(/^start/);
    }
  });
});

describe('characters of an attribute', () => {
  it('finds the position of a character in the page', () => {
    const html = '<p><div id=x data-props="{&quot;a&quot;:&quot;&quot;,&#34;é&#34;:1}">';
    const value = '{"a":"","é":1}';
    readHtml(html, {
      open(name, attributes) {
        if (name !== 'div') return;
        const attribute = attributes.get('data-props');
        if (attribute === undefined) throw new Error('no data-props');
        expect(attribute.value).toBe(value);
        const at = (index: number) => html.slice(attributeOffset(attribute, index)).slice(0, 6);
        expect(at(0)).toBe('{&quot');
        expect(at(value.indexOf('"'))).toBe('&quot;');
        expect(at(value.indexOf('a'))).toBe('a&quot');
        expect(at(value.indexOf('""') + 1)).toBe('&quot;');
        expect(at(value.indexOf(',"') + 1)).toBe('&#34;é');
        expect(at(value.indexOf('}'))).toBe('}">');
        expect(at(value.length)).toBe('">');
      },
      close() {},
      text() {},
    });
    expect.assertions(8);
  });
});
