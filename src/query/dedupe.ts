import { type PaperKey, paperKeys } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';
import type { Stage } from './stages.ts';

/** Words of an abstract that must agree: layouts cut abstracts off in different places. */
const COMPARED_WORDS = 8;

interface Known {
  paper: Paper;
}

/**
 * Hands on each paper once, in the place of its first occurrence. Two records are one paper where their ids are the same,
 * else where their titles and the first words of their abstracts are; an id or an abstract that one of them lacks does not
 * part them. The fullest record wins; it takes what it lacks from the other and the counts from the newest, which is the
 * one that came last.
 */
export function dedupe(next: Stage): Stage {
  const known: Known[] = [];
  const byId = new Map<string, Known>();
  const byText = new Map<string, Known>();
  /** Those of `byText` that a record with an id, seen for the first time, may be. */
  const byTextWithoutId = new Map<string, Known>();

  function find(paper: Paper, texts: readonly string[]): Known | undefined {
    if (paper.id === undefined) return firstOf(byText, texts);
    const same = byId.get(paper.id) ?? firstOf(byTextWithoutId, texts);
    return same?.paper.id === undefined || same.paper.id === paper.id ? same : undefined;
  }

  return {
    push: (paper) => {
      const { names, lookups } = textNames(paper);
      let entry = find(paper, lookups);
      if (entry === undefined) {
        entry = { paper };
        known.push(entry);
      } else {
        entry.paper = merge(entry.paper, paper);
      }
      for (const name of names) {
        if (!byText.has(name)) byText.set(name, entry);
        if (entry.paper.id === undefined) byTextWithoutId.set(name, entry);
      }
      if (paper.id !== undefined) byId.set(paper.id, entry);
    },
    end: () => {
      for (const { paper } of known) next.push(paper);
      next.end();
    },
  };
}

function firstOf(entries: ReadonlyMap<string, Known>, names: readonly string[]): Known | undefined {
  for (const name of names) {
    const entry = entries.get(name);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/**
 * What a record without a common id is known by, and what to look for:
 *
 *     with an abstract      known by title and opening, or title        same opening, or no abstract
 *     without one           known by title and none, or title           any record of the title
 */
function textNames({ title, abstract }: Paper): { names: string[]; lookups: string[] } {
  const name = words(title).join(' ');
  const opening = words(abstract ?? '', COMPARED_WORDS).join(' ');
  const exact = `${name}\n${opening}`;
  return { names: [exact, name], lookups: opening === '' ? [name] : [exact, `${name}\n`] };
}

function merge(older: Paper, newer: Paper): Paper {
  const [winner, other] = fullness(newer) > fullness(older) ? [newer, older] : [older, newer];
  const value = (key: PaperKey) => {
    if (key === 'upvotes' || key === 'commentCount' || key === 'githubStars') return newer[key] ?? older[key];
    if (key === 'source') return winner.source;
    if (key === 'dateInferred') return (winner.date === null ? other : winner).dateInferred;
    return winner[key] ?? other[key];
  };
  return Object.fromEntries(
    paperKeys.map((key) => [key, value(key)]).filter(([, told]) => told !== undefined),
  ) as unknown as Paper;
}

/** How much a record tells: the number of its keys, then the length of its abstract; a printed year beats an assumed one. */
function fullness(paper: Paper): number {
  const told = paperKeys.filter((key) => (paper[key] ?? null) !== null && key !== 'source' && key !== 'dateInferred');
  const length = paper.abstract?.length ?? 0;
  return told.length - (paper.dateInferred === true ? 0.5 : 0) + (0.4 * length) / (length + 1000);
}

/**
 * What layouts leave of the first words of a text: letters and digits, whatever case, width and accents. Text without
 * accents is not looked through for them, which is three quarters of the work.
 */
function words(text: string, count = Number.POSITIVE_INFINITY): string[] {
  const start = text.slice(0, 1000);
  const isAscii = Buffer.byteLength(start) === start.length;
  const plain = isAscii ? start : start.normalize('NFKD').replace(/\p{M}/gu, '');
  const found: string[] = [];
  for (const [word] of plain.toLowerCase().matchAll(isAscii ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu)) {
    found.push(word);
    if (found.length >= count) break;
  }
  return found;
}
