import { MONTHS } from '../calendar/day.ts';
import { breaksOff } from '../names/group.ts';
import { splitName } from '../names/person.ts';
import type { Paper } from '../paper/paper.ts';
import { plainToTex, toTex } from '../tex/escape.ts';
import { bracedAccents, protectCapitals } from './bibtex-braces.ts';
import { type Publication, publicationOf } from './publication.ts';
import { arxivId, CitationKeys, dateParts, firstDoi, isTexSource, oneLine, remarks, webAddress } from './reference.ts';
import type { Writer } from './writer.ts';

/** BibTeX that BibTeX and Biber read: `@article` and `@inproceedings` for published papers, else `@misc`. */
export function openBibtex(): Writer {
  const keys = new CitationKeys();
  return {
    begin: () => '',
    papers: (papers) => papers.map((paper) => bibtexEntry(paper, keys.keyOf(paper))).join(''),
    end: () => '',
  };
}

function bibtexEntry(paper: Paper, key: string): string {
  const tex = (value: string) => toTex(oneLine(value), isTexSource(paper));
  const text = (value: string | null | undefined) => (value ? braced(tex(value)) : undefined);
  const eprint = arxivId(paper);
  const publication = publicationOf(paper);
  const [year, month, day] = dateParts(paper);
  const yearPublished = publication?.year ?? year;
  const author = authorField(paper, tex);
  const fields: Record<string, string | undefined> = {
    author: author === undefined ? undefined : braced(author),
    // BibTeX sorts by it if there is no author.
    key: author === undefined ? braced(key) : undefined,
    title: braced(protectCapitals(tex(paper.title))),
    organization: text(paper.organization),
    [publication?.kind === 'conference' ? 'booktitle' : 'journal']: text(publication?.name),
    volume: text(publication?.volume),
    number: text(publication?.issue),
    pages: text(publication?.pages?.replace('-', '--')),
    year: yearPublished === undefined ? undefined : braced(String(yearPublished)),
    // The month of a preprint does not belong to the year of publication.
    month: yearPublished === year ? MONTHS[(month ?? 0) - 1] : undefined,
    // Styles do not print it; it preserves the date.
    day: yearPublished === year && day !== undefined ? braced(String(day)) : undefined,
    eprint: eprint === undefined ? undefined : braced(eprint),
    archivePrefix: eprint === undefined ? undefined : '{arXiv}',
    primaryClass: eprint === undefined ? undefined : text(paper.categories?.[0]),
    // Named as INSPIRE names it; styles complain about a `number` without a volume.
    reportNumber: text(paper.reportNumber),
    doi: verbatim(firstDoi(paper)),
    url: verbatim(webAddress(paper)),
    note: text(paper.authorComment),
    keywords: text(paper.categories?.join(', ')),
    abstract: text(paper.abstract),
    // Not printed by the styles, and a note in reference managers.
    annote: braced(
      remarks(paper)
        .map((remark) => plainToTex(oneLine(remark)))
        .join('. '),
    ),
  };
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || value === '{}' ? [] : [`  ${name} = ${value}`],
  );
  return `@${entryType(publication)}{${key},\n${lines.join(',\n')}\n}\n\n`;
}

function entryType(publication: Publication | undefined): string {
  if (publication === undefined) return 'misc';
  return publication.kind === 'conference' ? 'inproceedings' : 'article';
}

function braced(tex: string): string {
  return `{${tex}}`;
}

/** A value that BibTeX styles print unchanged; characters that would end the field are percent-encoded. */
function verbatim(value: string | undefined): string | undefined {
  return value === undefined ? undefined : braced(value.replace(/[{}\\]/g, encodeURIComponent));
}

/** `Family, Given and van Family, Jr., Given and {Group} and others`; undefined if no name is known. */
function authorField(paper: Paper, toTex: (text: string) => string): string | undefined {
  const { authors = [] } = paper;
  if (authors.length === 0) return undefined;
  const names = authors.map((author) => authorName(oneLine(author), toTex));
  if (breaksOff(authors, paper.authorCount)) names.push('others');
  return names.join(' and ');
}

function authorName(author: string, toTex: (text: string) => string): string {
  const name = splitName(author);
  // BibTeX treats these words as separators.
  if ('literal' in name || /(?:^|\s)(?:and|others)(?:\s|$)/i.test(author)) return braced(toTex(author));
  const family = `${name.particle} ${name.family}`.trim();
  return [family, name.suffix, name.given]
    .filter((part) => part !== '')
    .map((part) => bracedAccents(toTex(part)))
    .join(', ');
}
