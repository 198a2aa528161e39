import type { Paper } from '../paper/paper.ts';
import { areDistinct, type Distinction, identityOf } from './identity.ts';
import { type MergedPaper, mergePapers } from './merge.ts';
import { PaperIndex } from './paper-index.ts';
import type { Stage } from './stages.ts';

/** A record that was merged into one that was read before it. */
export interface Duplicate {
  readonly paper: Paper;
  readonly of: Paper;
  /** `same DOI 10.1000/182`, `same title, author, year` */
  readonly reason: string;
}

/** Records of one paper. */
interface Group extends Distinction {
  /** null once the group was merged into another one. */
  merged: MergedPaper | null;
  /** The first record, which determines the position of the paper. */
  readonly first: Paper;
  readonly place: number;
  arxivId: string | null;
  doi: string | null;
  volumes: readonly string[];
  /** The group that it was merged into. */
  parent: Group | null;
}

/**
 * Removes duplicates: each paper is emitted once, at the position of its first record.
 *
 * @param onDuplicate called for each record that is merged into another one
 */
export function dedupe(next: Stage, onDuplicate: (duplicate: Duplicate) => void): Stage {
  const groups: Group[] = [];
  const index = new PaperIndex<Group>();
  return {
    push: (paper) => {
      const identity = identityOf(paper);
      const { arxivId, doi, volume } = identity;
      const volumes = volume === '' ? [] : [volume];
      const merged = { paper, latest: paper };
      let group: Group = { merged, first: paper, place: groups.length, arxivId, doi, volumes, parent: null };
      groups.push(group);
      for (const { value, reason } of index.find(identity)) {
        const other = rootOf(value);
        if (other === group || areDistinct(group, other)) continue;
        group = join(group, other, reason, onDuplicate);
      }
      index.add(identity, group);
    },
    end: () => {
      for (const { merged } of groups) if (merged !== null) next.push(merged.paper);
      return next.end();
    },
  };
}

function rootOf(group: Group): Group {
  let root = group;
  while (root.parent !== null) root = root.parent;
  return root;
}

/** Merges two groups into the one that comes first, and returns it. */
function join(a: Group, b: Group, reason: string, onDuplicate: (duplicate: Duplicate) => void): Group {
  const [first, second] = a.place < b.place ? [a, b] : [b, a];
  if (first.merged !== null && second.merged !== null) first.merged = mergePapers(first.merged, second.merged);
  first.arxivId ??= second.arxivId;
  first.doi ??= second.doi;
  first.volumes = [...new Set([...first.volumes, ...second.volumes])];
  second.merged = null;
  second.parent = first;
  onDuplicate({ paper: second.first, of: first.first, reason });
  return first;
}
