import { type CalendarUnit, calendarUnits, unitName, unitNumber } from '../calendar/units.ts';
import { announceTypes } from '../paper/announce-types.ts';
import type { Paper } from '../paper/paper.ts';
import { fold } from '../text/folded.ts';

export const groupKeys = [...calendarUnits, 'category', 'organization', 'author', 'venue', 'announceType'] as const;

export type GroupKey = (typeof groupKeys)[number];

/** Papers of one group, in input order. */
export interface PaperGroup {
  /** `2026-10-04`, `2026-W40`, `2026-10`, `2026`, `cs.CL`, `Wei Li`; null for papers without a value. */
  readonly name: string | null;
  readonly papers: readonly Paper[];
}

const announcementOrder: readonly string[] = announceTypes;

export function isCalendarUnit(key: GroupKey): key is CalendarUnit {
  return (calendarUnits as readonly GroupKey[]).includes(key);
}

/**
 * Groups papers. A paper with several categories or authors is in the group of each; papers without a value form the last
 * group. Days, weeks, months and years are ordered from newest to oldest, all other groups from largest to smallest. Papers
 * for which only the year is known come after the days, weeks or months of that year.
 *
 * @param limit keep only the first N papers of each group
 */
export function groupPapers(papers: Iterable<Paper>, by: GroupKey, limit = Number.POSITIVE_INFINITY): PaperGroup[] {
  const groups = new Map<string | null, { name: string | null; papers: Paper[]; size: number }>();
  for (const paper of papers) {
    for (const name of groupNames(paper, by)) {
      const key = groupIdentity(name);
      let group = groups.get(key);
      if (group === undefined) {
        group = { name, papers: [], size: 0 };
        groups.set(key, group);
      }
      group.size += 1;
      if (group.papers.length < limit) group.papers.push(paper);
    }
  }
  return [...groups.values()].sort(groupComparison(by)).map(({ name, papers }) => ({ name, papers }));
}

/** The names of the groups that a paper belongs to: at least one, each once. */
export function groupNames(paper: Paper, by: GroupKey): readonly (string | null)[] {
  switch (by) {
    case 'category':
      return distinct(paper.categories);
    case 'author':
      return distinct(paper.authors);
    case 'organization':
    case 'venue':
    case 'announceType':
      return [paper[by] ?? null];
    default:
      return [periodName(paper, by)];
  }
}

/** A form in which spellings of the same name are equal. */
export function groupIdentity(name: string | null): string | null {
  return name === null ? null : fold(name);
}

/** A heading for people: `October 2026`, `2026-W40`, `cs.CL`, `No date`, `No venue`. */
export function groupHeading(name: string | null, by: GroupKey): string {
  if (name === null) return `No ${isCalendarUnit(by) ? 'date' : by === 'announceType' ? 'announcement' : by}`;
  if (by !== 'month' || name.length < 'YYYY-MM'.length) return name;
  return new Date(`${name}-01`).toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

export function groupComparison(by: GroupKey): (a: SizedGroup, b: SizedGroup) => number {
  const collator = new Intl.Collator('en');
  return (a, b) => {
    if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null);
    // If one period is a prefix of the other, such as `2026` and `2026-10`, the longer one sorts higher.
    if (isCalendarUnit(by)) return a.name < b.name ? 1 : -1;
    if (by === 'announceType') return announcementOrder.indexOf(a.name) - announcementOrder.indexOf(b.name);
    return b.size - a.size || collator.compare(a.name, b.name);
  };
}

interface SizedGroup {
  readonly name: string | null;
  readonly size: number;
}

function periodName({ date, year }: Paper, unit: CalendarUnit): string | null {
  if (date !== null) return unitName(unitNumber(date, unit), unit);
  return year === undefined ? null : String(year).padStart(4, '0');
}

function distinct(names: readonly string[] = []): readonly (string | null)[] {
  return names.length === 0 ? [null] : [...new Map(names.map((name) => [groupIdentity(name), name])).values()];
}
