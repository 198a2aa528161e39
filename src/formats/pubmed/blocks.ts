import type { Line } from '../../input/line.ts';
import { goesOnAfterHyphen } from '../../text/hyphen.ts';
import { type JournalCitation, readCertainCitation } from '../citations/journal-citation.ts';

/** What a block of lines is by its form alone; the meaning of a text depends on its position. */
type BlockType =
  | 'citation'
  /** What is printed in place of authors, or says in which language the article is. */
  | 'note'
  /** Affiliations of the authors. */
  | 'affiliations'
  | 'collaborators'
  /** Other articles: comments, errata. */
  | 'notice'
  /** An abstract in another language. */
  | 'otherAbstract'
  | 'copyright'
  | 'identifiers'
  | 'interests'
  | 'text';

/** Lines without a blank line or a label between them. */
export interface Block {
  readonly type: BlockType;
  readonly lines: readonly Line[];
  /** The number of blank lines above it. */
  readonly gap: number;
}

interface Rule {
  readonly type: BlockType;
  readonly pattern: RegExp;
  /** Whether the line begins a block even if no blank line stands above it. */
  readonly isLabel: boolean;
}

/** How a block begins. */
const RULES: readonly Rule[] = [
  //   DOI: 10.1000/moth.1          PMCID: PMC10601234          PMID: 38401234 [Indexed for MEDLINE]
  { type: 'identifiers', pattern: /^(?:DOI|PMCID|PMID): ?\S+(?:\s+\[[^[\]]{1,40}\])?$/, isLabel: true },
  //   Author information:          Author information: (1)Moth Institute, Barnham, UK.
  { type: 'affiliations', pattern: /^Author information:/, isLabel: true },
  //   (1)Moth Institute, Barnham, UK.     ← the line above it is lost
  { type: 'affiliations', pattern: /^\(\d{1,4}\)\p{L}/u, isLabel: false },
  //   Collaborators: Clay A, Ek B.
  { type: 'collaborators', pattern: /^Collaborators:/, isLabel: true },
  //   Comment in
  //       Lancet Moths. 2024 Mar 30;403(10433):1234.
  {
    type: 'notice',
    pattern:
      /^(?:Comment|Erratum|Corrected and republished|Republished|Retraction|Retracted and republished|Partial retraction|Expression of concern|Update|Summary for patients|Original report|Reprint|Dataset) (?:in|on|of|for|from)(?::.*)?$/i,
    isLabel: true,
  },
  //   [Article in Norwegian]          [No authors listed]
  { type: 'note', pattern: /^\[(?:Article in [^[\]]{1,80}|No authors listed)\]\.?$/i, isLabel: false },
  //   Publisher: Las polillas …
  { type: 'otherAbstract', pattern: /^(?:Publisher|Abstract in [A-Z][a-z]+): /, isLabel: false },
  //   Copyright © 2024 Elsevier Ltd.          © 2024. The Author(s).          Published by Elsevier Ltd.
  {
    type: 'copyright',
    pattern:
      /^(?:Copyright (?:©|\(c\)|\d{4})|©|\(c\) |Crown copyright|Published by |This article is protected by copyright)/i,
    isLabel: false,
  },
  //   Conflict of interest statement: None.
  { type: 'interests', pattern: /^Conflicts? of interest statement:/i, isLabel: true },
];

/** Whether the line begins a block although no blank line stands above it. */
export function isLabel({ text }: Line, above: Line): boolean {
  const rule = RULES.find(({ pattern }) => pattern.test(text));
  // The identifiers are one block.
  return rule?.isLabel === true && !(rule.type === 'identifiers' && rule.pattern.test(above.text));
}

export function blockOf(lines: readonly Line[], gap: number): Block {
  const type = RULES.find(({ pattern }) => pattern.test(lines[0]?.text ?? ''))?.type;
  return { type: type ?? (readCitation(textOf(lines)) === null ? 'text' : 'citation'), lines, gap };
}

//     12. Lancet Moths. 2024 Mar 12;403(10430):1021-1032.
const NUMBER = /^\d{1,5}[.:]\s/;

/**
 * The citation above an entry; null if the text is something else, such as a paragraph of an abstract that is numbered, or a
 * whole reference.
 */
export function readCitation(text: string): JournalCitation | null {
  const number = NUMBER.exec(text)?.[0].length ?? 0;
  return number === 0 ? null : readCertainCitation(text.slice(number));
}

/** The text of lines that were wrapped. */
export function textOf(lines: readonly Line[]): string {
  const parts: string[] = [];
  let last = '';
  for (const { text } of lines) {
    const word = last.slice(last.lastIndexOf(' ') + 1);
    const [next = ''] = text.split(' ', 1);
    if (parts.length > 0 && !goesOnAfterHyphen(word, next)) parts.push(' ');
    parts.push(text);
    last = text;
  }
  return parts.join('').replace(/\s+/g, ' ').trim();
}
