import type { PaperKey } from '../../paper/keys.ts';
import { knownKeys, numberKeys } from '../../paper/keys.ts';
import type { Paper } from '../../paper/paper.ts';
import { type GroupKey, groupKeys, groupNames } from '../../query/group.ts';
import { sortKeys } from '../../query/order.ts';
import { number, pluralize } from '../../text/plural.ts';
import { countBars, timeBars } from './bars.ts';
import { barChart } from './charts.ts';
import { byId, element } from './dom.ts';
import { entryOf } from './entry.ts';
import { type Item, itemsOf, type PageData, papersInView, SearchIndex, type View } from './view.ts';

/** Entries to add at a time; more are added when the user scrolls near the end. */
const PAGE_SIZE = 50;
/** Papers to prepare for the search at a time. */
const INDEX_BATCH = 200;

const data: PageData = JSON.parse(byId('data', HTMLScriptElement).textContent ?? '');
const { papers } = data;
const index = new SearchIndex();

const list = byId('papers', HTMLElement);
const more = byId('more', HTMLElement);
const controls = byId('controls', HTMLFormElement);
const search = byId('search', HTMLInputElement);
const since = byId('since', HTMLInputElement);
const until = byId('until', HTMLInputElement);
const sort = byId('sort', HTMLSelectElement);
const direction = byId('direction', HTMLButtonElement);
const by = byId('by', HTMLSelectElement);
const countKey = byId('count-key', HTMLSelectElement);

let found: readonly Paper[] = [];
let items: readonly Item[] = [];
let shown = 0;

/** `githubStars` → `github stars` */
function spacedWords(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function fillSelects(): void {
  const sortable = knownKeys(
    papers,
    sortKeys.filter((key): key is PaperKey => key !== 'trending'),
  );
  sort.append(element('option', { value: '' }, 'as listed'), ...sortable.map(option));
  const groupable = groupKeys.filter((key) =>
    papers.some((paper) => groupNames(paper, key).some((name) => name !== null)),
  );
  by.append(element('option', { value: '' }, 'nothing'), ...groupable.map(option));
  if (data.by !== null && groupable.includes(data.by)) {
    by.value = data.by;
    // A reset restores this value.
    for (const choice of by.options) choice.defaultSelected = choice.value === data.by;
  }
  const counts = knownKeys(papers, ['upvotes', 'citationCount', 'githubStars', 'authorCount', 'commentCount']);
  countKey.append(...counts.map(option));
}

function option(key: string): HTMLOptionElement {
  return element('option', { value: key }, spacedWords(key));
}

function currentView(): View {
  return {
    search: search.value,
    since: since.value,
    until: until.value,
    sort: (sort.value || null) as PaperKey | null,
    isReversed: direction.getAttribute('aria-pressed') === 'true',
    by: (by.value || null) as GroupKey | null,
  };
}

function update(): void {
  const view = currentView();
  found = papersInView(papers, view, index);
  items = itemsOf(found, view.by);
  shown = 0;
  list.replaceChildren();
  showMore(PAGE_SIZE);
  const all = pluralize(papers.length, 'paper');
  byId('count', HTMLElement).textContent = found.length === papers.length ? all : `${number(found.length)} of ${all}`;
  if (found.length === 0) list.append(element('p', { class: 'note' }, 'No paper matches.'));
  drawCharts();
}

/** Adds the next entries to the list. */
function showMore(count: number): void {
  const hasHeadings = items.length > 0 && 'heading' in (items[0] as Item);
  const next = items.slice(shown, shown + count).map((item) => {
    if ('paper' in item) return entryOf(item.paper, data.full);
    return element('h2', {}, `${item.heading} `, element('small', {}, pluralize(item.size, 'paper')));
  });
  // Screen readers move from heading to heading, and titles are one level below this one.
  if (shown === 0 && !hasHeadings && next.length > 0) list.append(element('h2', { class: 'hidden' }, 'List'));
  list.append(...next);
  shown += next.length;
  more.hidden = shown >= items.length;
}

function drawCharts(): void {
  drawTimeChart();
  drawCountChart();
}

function drawTimeChart(): void {
  const time = byId('time', HTMLElement);
  const { unit, bars } = timeBars(found);
  time.hidden = bars.length === 0;
  time.querySelector('svg')?.remove();
  const title = `Papers by ${unit}`;
  (time.firstElementChild as HTMLElement).textContent = title;
  const extent = bars.length === 0 ? '' : `, ${bars[0]?.tick} to ${bars.at(-1)?.tick}`;
  time.append(
    barChart(bars, widthOf(time), title + extent, (first, last) => {
      since.value = first;
      until.value = last;
      update();
    }),
  );
}

function drawCountChart(): void {
  const counts = byId('counts', HTMLElement);
  const key = countKey.value as PaperKey;
  const bars = numberKeys.has(key) ? countBars(found, key) : [];
  counts.hidden = bars.length === 0;
  counts.querySelector('svg')?.remove();
  const label = `Papers by ${spacedWords(key)}: ${bars.map((bar) => bar.label).join(', ')}`;
  counts.append(barChart(bars, widthOf(counts), label));
}

/** The width available to a chart. */
function widthOf(figure: HTMLElement): number {
  const { paddingLeft, paddingRight } = getComputedStyle(figure);
  return Math.max(200, figure.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight));
}

/** Combines all changes before the next frame into one update. */
function scheduleUpdate(): void {
  cancelAnimationFrame(frame);
  frame = requestAnimationFrame(update);
}
let frame = 0;

function indexInPieces(from = 0): void {
  for (const paper of papers.slice(from, from + INDEX_BATCH)) index.add(paper);
  if (from + INDEX_BATCH < papers.length) setTimeout(indexInPieces, 0, from + INDEX_BATCH);
}

function switchTheme(): void {
  const root = document.documentElement;
  const isDark =
    (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  root.dataset.theme = isDark ? 'light' : 'dark';
}

fillSelects();
update();
controls.addEventListener('input', scheduleUpdate);
controls.addEventListener('submit', (event) => event.preventDefault());
controls.addEventListener('reset', () => {
  direction.setAttribute('aria-pressed', 'false');
  scheduleUpdate();
});
countKey.addEventListener('input', scheduleUpdate);
direction.addEventListener('click', () => {
  direction.setAttribute('aria-pressed', String(direction.getAttribute('aria-pressed') !== 'true'));
  scheduleUpdate();
});
byId('theme', HTMLButtonElement).addEventListener('click', switchTheme);
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
  event.preventDefault();
  search.focus();
});
new IntersectionObserver(
  (entries) => {
    if (entries.some(({ isIntersecting }) => isIntersecting)) showMore(PAGE_SIZE);
  },
  { rootMargin: '1500px' },
).observe(more);
addEventListener('resize', drawCharts);
addEventListener('beforeprint', () => showMore(items.length));
setTimeout(indexInPieces, 0);
