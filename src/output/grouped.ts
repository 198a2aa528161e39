import { type CalendarUnit, unitName, unitNumber } from '../calendar/units.ts';
import type { Paper } from '../paper/paper.ts';
import type { Writer } from './writer.ts';

/**
 * Puts headings between the papers of different days, weeks, months or years. The papers must come in that order.
 *
 *     October 2026
 *     ============
 *
 *     First paper of October
 *     …
 *
 * @param writer parts papers by a blank line
 */
export function groupByDate(writer: Writer, unit: CalendarUnit, heading: (text: string) => string): Writer {
  let current: string | null = null;
  return {
    begin: () => writer.begin(),
    papers: (papers) => {
      let text = '';
      for (const [name, members] of runsOf(papers, unit)) {
        // The writer itself puts a blank line before every paper but the very first.
        if (current === null) text += `${heading(name)}\n\n`;
        else if (name !== current) text += `\n${heading(name)}\n`;
        current = name;
        text += writer.papers(members).toString();
      }
      return text;
    },
    end: () => writer.end(),
  };
}

/** Papers that stand beside each other and belong under one heading. */
function runsOf(papers: readonly Paper[], unit: CalendarUnit): [name: string, members: Paper[]][] {
  const runs: [string, Paper[]][] = [];
  for (const paper of papers) {
    const name = headingText(paper.date, unit);
    const last = runs.at(-1);
    if (last?.[0] === name) last[1].push(paper);
    else runs.push([name, [paper]]);
  }
  return runs;
}

/** `2026-10-04`, `2026-W40`, `October 2026`, `2026` or `No date` */
function headingText(date: string | null, unit: CalendarUnit): string {
  if (date === null) return 'No date';
  if (unit !== 'month') return unitName(unitNumber(date, unit), unit);
  return new Date(date).toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}
