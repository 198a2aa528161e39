import { breaksOff } from '../names/group.ts';
import { splitName } from '../names/person.ts';
import type { Paper } from '../paper/paper.ts';
import { type Publication, publicationOf } from './publication.ts';
import { arxivId, dateParts, firstDoi, oneLine, plainTextPaper, remarks, webAddress } from './reference.ts';
import type { Writer } from './writer.ts';

/**
 * RIS, the format that EndNote, Zotero and Mendeley import: one line per value, each ended by CRLF as the specification
 * (Research Information Systems, 2011) requires. Preprints are manuscripts: Zotero does not know `UNPB`, and takes it for a
 * journal article.
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
  const publication = publicationOf(paper);
  const [year, month, day] = dateParts(paper).map((part) => String(part).padStart(2, '0'));
  const [firstPage, lastPage] = publication?.pages?.split('-') ?? [];
  const authors = (paper.authors ?? []).map((author) => authorName(oneLine(author)));
  const each = (tag: string, texts: readonly string[]) => texts.map((text): [string, string] => [tag, text]);
  const values: [tag: string, value: string | null | undefined][] = [
    ['TY', recordType(publication)],
    ...each('AU', breaksOff(paper.authors ?? [], paper.authorCount) ? [...authors, 'others'] : authors),
    ['TI', paper.title],
    [publication?.kind === 'conference' ? 'T2' : 'JO', publication?.name],
    ['VL', publication?.volume],
    ['IS', publication?.issue],
    ['SP', firstPage],
    ['EP', lastPage],
    ['PY', String(publication?.year ?? year ?? '')],
    ['DA', day === undefined ? null : `${year}/${month}/${day}`],
    ['AB', paper.abstract],
    ['DO', firstDoi(paper)],
    ['UR', webAddress(paper)],
    ['DB', eprint === undefined ? null : 'arXiv'],
    ['AN', eprint === undefined ? null : `arXiv:${eprint}`],
    ['AD', paper.organization],
    ['M1', paper.reportNumber],
    ['N1', paper.authorComment],
    ...each('N1', remarks(paper)),
    ...each('KW', paper.categories ?? []),
  ];
  const lines = values.flatMap(([tag, value]) => {
    const text = oneLine(value ?? '');
    return text === '' ? [] : [`${tag}  - ${text}\r\n`];
  });
  return `${lines.join('')}ER  - \r\n\r\n`;
}

function recordType(publication: Publication | undefined): string {
  if (publication === undefined) return 'MANSCPT';
  return publication.kind === 'conference' ? 'CONF' : 'JOUR';
}

/** `van der Berg, Ewine F., Jr.` */
function authorName(author: string): string {
  const name = splitName(author);
  if ('literal' in name) return name.literal;
  return [`${name.particle} ${name.family}`.trim(), name.given, name.suffix].filter((part) => part !== '').join(', ');
}
