import { number } from '../../text/plural.ts';
import { type ChartBar, stepOf, tickPlaces } from './bars.ts';
import { svgElement } from './dom.ts';

const HEIGHT = 150;
const BASE = HEIGHT - 20;
const TOP = 16;

/**
 * A bar chart.
 *
 * @param width in pixels
 * @param label describes the chart to screen readers
 * @param choose called with the range of a clicked bar
 */
export function barChart(
  bars: readonly ChartBar[],
  width: number,
  label: string,
  choose?: (since: string, until: string) => void,
): SVGElement {
  const most = bars.reduce((greatest, { value }) => Math.max(greatest, value), 1);
  const step = stepOf(bars, width);
  const ticks = tickPlaces(bars, width);
  const chart = svgElement('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-label': label });
  chart.append(svgElement('line', { x1: 0, x2: width, y1: BASE + 0.5, y2: BASE + 0.5 }));
  bars.forEach((bar, index) => {
    const height = bar.value === 0 ? 0 : Math.max(2, ((BASE - TOP) * bar.value) / most);
    const x = index * step;
    const group = svgElement(
      'g',
      {},
      svgElement('title', {}, bar.label),
      svgElement('rect', { class: 'hit', x, y: 0, width: step, height: BASE }),
      svgElement('rect', {
        class: 'bar',
        x: x + step * 0.1,
        y: BASE - height,
        width: step * 0.8,
        height,
        rx: Math.min(3, step / 4),
      }),
    );
    if (step > 28 && bar.value > 0) group.append(centredText(number(bar.value), x + step / 2, BASE - height - 4));
    const tickX = ticks.get(index);
    if (tickX !== undefined) group.append(centredText(bar.tick, tickX, HEIGHT - 6));
    const { range } = bar;
    if (range !== undefined && choose !== undefined) group.addEventListener('click', () => choose(...range));
    chart.append(group);
  });
  return chart;
}

function centredText(text: string, x: number, y: number): SVGElement {
  return svgElement('text', { x, y, 'text-anchor': 'middle' }, text);
}
