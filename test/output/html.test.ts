import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tickPlaces } from '../../src/output/page/bars.ts';
import { itemsOf, papersInView, SearchIndex, type View } from '../../src/output/page/view.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { folderWith } from '../cli/run.ts';
import { anyPaper, paper, write } from './papers.ts';

const papers = [
  paper({
    title: 'Kites over Łódź',
    abstract: 'They fly.',
    date: '2024-03-05',
    upvotes: 12,
    authors: ['Ada Byron', 'Wei Li'],
    authorCount: 2,
    categories: ['cs.CL', 'cs.LG'],
    url: 'https://example.org/papers/1',
    githubUrl: 'https://github.com/toys/kites',
    githubStars: 1024,
  }),
  paper({ title: 'Clocks', abstract: 'They tick.', date: '2024-04-01', upvotes: 3, categories: ['cs.CL'] }),
  paper({ title: 'Bells', year: 2023, organization: 'Toy Labs' }),
];

const everything: View = { search: '', since: '', until: '', sort: null, isReversed: false, by: null };
const titles = (view: Partial<View>) =>
  papersInView(papers, { ...everything, ...view }, new SearchIndex()).map(({ title }) => title);

describe('labels below a chart', () => {
  const places = (ticks: string[], width: number) =>
    [
      ...tickPlaces(
        ticks.map((tick) => ({ label: tick, tick, value: 1 })),
        width,
      ),
    ].map(([index, middle]) => ({
      tick: ticks[index] ?? '',
      middle,
    }));

  it('do not touch each other, however narrow the bars are', () => {
    const months = Array.from({ length: 60 }, (_, month) => `${2020 + Math.floor(month / 12)}-${10 + (month % 12)}`);
    for (const width of [320, 640, 700, 1200]) {
      const shown = places(months, width);
      expect(shown[0]?.tick).toBe('2020-10');
      expect(shown.length).toBeGreaterThan(3);
      shown.forEach(({ tick, middle }, index) => {
        // A digit takes at least six pixels.
        const half = (tick.length * 6) / 2;
        const next = shown[index + 1];
        expect(middle - half).toBeGreaterThanOrEqual(0);
        expect(middle + half).toBeLessThanOrEqual(width);
        if (next !== undefined) expect(middle + half).toBeLessThan(next.middle - half);
      });
    }
  });

  it('are complete if they have room', () => {
    expect(places(['0', '1', '2–3'], 640)).toEqual([
      { tick: '0', middle: 32 },
      { tick: '1', middle: 96 },
      { tick: '2–3', middle: 160 },
    ]);
  });
});

describe('the view of a page', () => {
  it('contains the papers that have every word, ignoring case and accents', () => {
    expect(titles({ search: 'lodz FLY' })).toEqual(['Kites over Łódź']);
    expect(titles({ search: 'byron' })).toEqual(['Kites over Łódź']);
    expect(titles({ search: 'they' })).toEqual(['Kites over Łódź', 'Clocks']);
    expect(titles({ search: 'they bell' })).toEqual([]);
  });

  it('contains the papers of a range of dates, including those with only a year', () => {
    expect(titles({ since: '2024-04-01' })).toEqual(['Clocks']);
    expect(titles({ since: '2023-06-01', until: '2024-03-05' })).toEqual(['Kites over Łódź', 'Bells']);
  });

  it('follows the requested order, with missing values last', () => {
    expect(titles({ sort: 'upvotes' })).toEqual(['Kites over Łódź', 'Clocks', 'Bells']);
    expect(titles({ sort: 'upvotes', isReversed: true })).toEqual(['Clocks', 'Kites over Łódź', 'Bells']);
    expect(titles({ sort: 'title' })).toEqual(['Bells', 'Clocks', 'Kites over Łódź']);
    expect(titles({ isReversed: true })).toEqual(['Bells', 'Clocks', 'Kites over Łódź']);
  });

  it('contains headings above groups', () => {
    const lines = itemsOf(papers, 'category').map((item) =>
      'heading' in item ? `# ${item.heading}` : item.paper.title,
    );
    expect(lines).toEqual([
      '# cs.CL',
      'Kites over Łódź',
      'Clocks',
      '# cs.LG',
      'Kites over Łódź',
      '# No category',
      'Bells',
    ]);
  });
});

describe('HTML', () => {
  it('is one file that loads nothing, and runs no script but its own', async () => {
    const page = await write('html', papers);
    expect(page).toMatch(
      /Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-/,
    );
    expect(page).not.toMatch(/<[^>]+ (?:src|on\w+|style)=/);
  });

  it('embeds texts as data that are never parsed as markup', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyPaper, { maxLength: 3 }), async (hostile) => {
        const texts = hostile.map((one) => ({ ...one, title: `${one.title}</script><!--\u2028<script>` }));
        const [, data = '', ...rest] = (await write('html', texts)).split('id="data">');
        expect(rest).toEqual([]);
        const json = data.slice(0, data.indexOf('</script>'));
        expect(json).not.toMatch(/[<>&\u2028]/);
        expect(JSON.parse(json).papers).toHaveLength(texts.length);
      }),
      { numRuns: 200 },
    );
  });
});

const executablePath = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const ARGUMENTS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';

describe.skipIf(executablePath === undefined)('HTML in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? '', args: ARGUMENTS.split(' ') });
  });
  afterAll(() => browser?.close());

  /** Opens the page from a file; any error in it fails the test. */
  async function open(written: readonly Paper[], options: Parameters<typeof write>[2] = {}): Promise<Page> {
    const file = join(folderWith(), 'papers.html');
    writeFileSync(file, await write('html', written, options));
    const page = await browser.newPage();
    page.on('pageerror', (error) => {
      throw error;
    });
    page.on('dialog', () => {
      throw new Error('a text was run');
    });
    await page.goto(`file://${file}`);
    return page;
  }
  const shownTitles = (page: Page) => page.locator('article h3').allTextContents();

  it('searches while the user types', async () => {
    const page = await open(papers);
    expect(await shownTitles(page)).toEqual(papers.map(({ title }) => title));
    await page.keyboard.press('/');
    await page.keyboard.type('lodz');
    await page.getByText('1 of 3 papers').waitFor();
    expect(await shownTitles(page)).toEqual(['Kites over Łódź']);
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByText('3 papers', { exact: true }).waitFor();
  });

  it('sorts, reverses and groups', async () => {
    const page = await open(papers, { by: 'month' });
    expect(await page.locator('main h2').allTextContents()).toEqual([
      'April 2024 1 paper',
      'March 2024 1 paper',
      '2023 1 paper',
    ]);
    await page.getByLabel('Group by').selectOption('');
    await page.getByLabel('Sort by').selectOption('title');
    await expect.poll(() => shownTitles(page)).toEqual(['Bells', 'Clocks', 'Kites over Łódź']);
    await page.getByRole('button', { name: 'Reverse the order' }).click();
    await expect.poll(() => shownTitles(page)).toEqual(['Kites over Łódź', 'Clocks', 'Bells']);
  });

  it('shows authors and repository, and folds abstracts', async () => {
    const page = await open(papers);
    const first = page.locator('article').first();
    expect(await first.locator('.who').textContent()).toBe('Ada Byron, Wei Li');
    expect(await first.getByRole('link', { name: 'toys/kites (1,024 stars)' }).getAttribute('href')).toBe(
      'https://github.com/toys/kites',
    );
    expect(await first.getByText('They fly.').isVisible()).toBe(false);
    await first.getByText('Abstract').click();
    expect(await first.getByText('They fly.').isVisible()).toBe(true);
  });

  it('labels its charts for screen readers', async () => {
    const page = await open(papers);
    const charts = await page.getByRole('img').all();
    expect(await Promise.all(charts.map((chart) => chart.getAttribute('aria-label')))).toEqual([
      'Papers by day, 2024-03-05 to 2024-04-01',
      'Papers by upvotes: 2–3: 1 paper, 4–7: 0 papers, 8–15: 1 paper',
    ]);
  });

  it('is dark if the user prefers that, and changes at a click', async () => {
    const page = await open(papers);
    const background = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    const light = await background();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background()).not.toBe(light);
    await page.getByRole('button', { name: 'Switch between light and dark' }).click();
    expect(await background()).toBe(light);
  });

  it('shows hostile texts as text', async () => {
    const evil = `</script><img src=x onerror="alert(1)"><script>alert(2)</script>`;
    const hostile = paper({
      title: evil,
      abstract: evil,
      authors: [evil],
      organization: evil,
      venue: evil,
      categories: [evil],
      url: 'javascript:alert(3)',
      githubUrl: 'javascript:alert(4)',
    });
    const page = await open([hostile], { by: 'venue', full: true });
    expect(await shownTitles(page)).toEqual([evil]);
    expect(await page.locator('article a, article img, article script').count()).toBe(0);
  });

  it('adds ten thousand papers in parts, and all of them before printing', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      paper({ title: `Kite ${index}`, abstract: 'It flies. '.repeat(100), date: '2024-03-05', upvotes: index }),
    );
    const page = await open(many);
    expect(await page.locator('article').count()).toBeLessThan(500);
    await page.getByLabel('Search').fill('kite 9999');
    await page.getByText('1 of 10,000 papers').waitFor();
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByText('10,000 papers', { exact: true }).waitFor();
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator('article').count()).toBe(10_000);
  });
});
