import { splitName } from '../names/person.ts';
import type { Paper } from '../paper/paper.ts';
import { arxivId, dateParts, firstDoi, oneLine, plainTextPaper, webAddress } from './reference.ts';
import type { Writer } from './writer.ts';

/**
 * RIS, the format that EndNote, Zotero and Mendeley import: a line per value, each ended by CRLF as its specification
 * (Research Information Systems, 2011) has it; `JOUR` where the listing gives a journal reference, else `UNPB`.
 */
export function openRis(): Writer {
  return {
    begin: () => '',
    papers: (papers) => papers.map((paper) => risRecord(plainTextPaper(paper))).join(''),
    end: () => '',
  };
}

function risRecord(paper: Paper): string {
  const eprint = arxivId(paper);
  const [year, month, day] = (paper.date ?? '').split('-');
  const values: [tag: string, value: string | null | undefined][] = [
    ['TY', paper.journalRef === undefined ? 'UNPB' : 'JOUR'],
    ...(paper.authors ?? []).map((author): [string, string] => ['AU', authorName(oneLine(author))]),
    ['TI', paper.title],
    ['JO', paper.journalRef],
    ['PY', year],
    ['DA', dateParts(paper).length === 0 ? null : `${year}/${month}/${day}`],
    ['AB', paper.abstract],
    ['DO', firstDoi(paper)],
    ['UR', webAddress(paper)],
    ['DB', eprint === undefined ? null : 'arXiv'],
    ['AN', eprint === undefined ? null : `arXiv:${eprint}`],
    ['AD', paper.organization],
    ['M1', paper.reportNumber],
    ['N1', paper.authorComment],
    ...(paper.categories ?? []).map((category): [string, string] => ['KW', category]),
  ];
  const lines = values.flatMap(([tag, value]) => {
    const text = oneLine(value ?? '');
    return text === '' ? [] : [`${tag}  - ${text}\r\n`];
  });
  return `${lines.join('')}ER  - \r\n\r\n`;
}

/** `van der Berg, Ewine F., Jr.` */
function authorName(author: string): string {
  const name = splitName(author);
  if ('literal' in name) return name.literal;
  return [`${name.particle} ${name.family}`.trim(), name.given, name.suffix].filter((part) => part !== '').join(', ');
}
