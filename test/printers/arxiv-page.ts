import {
  listHtml,
  longDay,
  marksOf,
  newSections,
  type PageSection,
  searchHtml,
  shortDay,
  submission,
} from './arxiv-page-html.ts';
import { type ArxivPaper, commentOf, shownAuthors } from './arxiv-page-papers.ts';
import { wrap as wrapWords } from './words.ts';

type Kind = 'new' | 'recent' | 'search';

/** How an extractor prints a page: each paragraph becomes lines. */
interface Form {
  readonly link: (text: string, url: string) => string;
  readonly heading: (text: string) => string;
  /** @param indent of paragraphs inside an entry */
  readonly wrap: (text: string, indent: number) => string;
  /** Separates the paragraphs of an entry. */
  readonly gap: string;
  readonly start: string;
  /** A text browser shows both versions of an abstract. */
  readonly showsHidden: boolean;
}

const plain: Form = {
  link: (text) => text,
  heading: (text) => text,
  wrap: (text) => text,
  gap: '\n',
  start: 'Skip to main content\n',
  showsHidden: false,
};

const wrapped = (width: number) => (text: string, indent: number) =>
  wrapWords(text, width - indent)
    .map((line) => ' '.repeat(indent) + line)
    .join('\n');

/** Link numbers as text browsers print them. */
function numbered(): Form['link'] {
  let number = 0;
  return (text) => {
    number += 1;
    return `[${number}]${text}`;
  };
}

const formOf: Record<string, () => Form> = {
  browser: () => plain,
  'browser with blank lines': () => ({ ...plain, gap: '\n\n' }),
  w3m: () => ({ ...plain, wrap: wrapped(79), showsHidden: true }),
  'narrow w3m': () => ({ ...plain, wrap: wrapped(55), showsHidden: true }),
  lynx: () => ({
    ...plain,
    link: numbered(),
    wrap: (text, indent) => wrapped(72)(text, indent + 3),
    gap: '\n\n',
    showsHidden: true,
  }),
  'lynx without links': () => ({
    ...plain,
    wrap: (text, indent) => wrapped(72)(text, indent + 3),
    gap: '\n\n',
    showsHidden: true,
  }),
  'page reader': () => ({
    ...plain,
    link: (text, url) => `[${text}](https://arxiv.org${url})`,
    heading: (text) => `### ${text}`,
    gap: '\n\n',
    start: 'Title: Computer Science\n\nURL Source: https://arxiv.org/list/cs/new\n\nMarkdown Content:\n',
    showsHidden: true,
  }),
};

/** Pages of arXiv as printed by a browser, text browsers and page readers. */
export const printers: Record<string, (kind: Kind, papers: readonly ArxivPaper[], day: string) => string> = {
  html: printHtml,
  ...Object.fromEntries(
    Object.entries(formOf).map(([name, form]) => [
      name,
      (kind: Kind, papers: readonly ArxivPaper[], day: string) => printText(form(), kind, papers, day),
    ]),
  ),
  'browser with CRLF': (kind, papers, day) => printText(plain, kind, papers, day).replaceAll('\n', '\r\n'),
};

function sectionsOf(kind: Kind, papers: readonly ArxivPaper[], day: string): PageSection[] {
  if (kind === 'new') return newSections(papers);
  return [{ heading: `${shortDay(day)} (showing ${papers.length} of ${papers.length} entries )`, papers }];
}

function printHtml(kind: Kind, papers: readonly ArxivPaper[], day: string): string {
  if (kind === 'search') return searchHtml(papers);
  const head =
    kind === 'new'
      ? `<h3>Showing new listings for ${longDay(day)}</h3>`
      : '<h2>Authors and titles for recent submissions</h2>';
  return listHtml(head, sectionsOf(kind, papers, day), kind === 'new');
}

function printText(form: Form, kind: Kind, papers: readonly ArxivPaper[], day: string): string {
  const { heading, gap, start, wrap } = form;
  if (kind === 'search') {
    const head = heading(`Showing 1–${papers.length} of 3,068 results for all: lanterns`);
    const results = papers.map((paper) =>
      resultParagraphs(paper, form)
        .map((text) => wrap(text, 4))
        .join('\n\n'),
    );
    return `${[start, head, ...results, 'Previous Next'].join('\n\n')}\n`;
  }
  let number = 0;
  const sections = sectionsOf(kind, papers, day).map((section) => {
    const entries = section.papers.map((paper) => {
      number += 1;
      const [head = '', ...fields] = entryParagraphs(paper, number, form);
      const abstract = kind === 'new' ? `\n\n${wrap(paper.abstract, 4)}\n` : '';
      return `${wrap(head, 0)}\n${fields.map((text) => wrap(text, 4)).join(gap)}${abstract}`;
    });
    return `${heading(section.heading)}\n\n${entries.join('\n')}`;
  });
  const title =
    kind === 'new' ? `Showing new listings for ${longDay(day)}` : 'Authors and titles for recent submissions';
  const paging = `Total of ${papers.length} entries\nShowing up to 2000 entries per page: fewer | more | all`;
  return `${[start, heading(title), paging, ...sections, paging].join('\n\n')}\n`;
}

function entryParagraphs(paper: ArxivPaper, number: number, { link }: Form): string[] {
  const { id, title, authors, comments, journalRef, subjects } = paper;
  const head = `[${number}] ${link(`arXiv:${id}`, `/abs/${id}`)} ${marksOf(paper)}[${link('pdf', `/pdf/${id}`)}, ${link('other', `/format/${id}`)}]`;
  return [
    head,
    `Title: ${title}`,
    namesOf(authors, link),
    ...(comments
      ? [`Comments: ${comments.text}${comments.url === null ? '' : ` ${link('this https URL', '/x')}`}`]
      : []),
    ...(journalRef === null ? [] : [`Journal-ref: ${journalRef}`]),
    `Subjects: ${subjects.map(([name, code]) => `${name} (${code})`).join('; ')}`,
  ];
}

function resultParagraphs(paper: ArxivPaper, { link, showsHidden }: Form): string[] {
  const { id, title, authors, comments, journalRef, doi, reportNumber, mscClass, subjects, abstract } = paper;
  const shown = shownAuthors(paper);
  const more =
    authors.length > shown.length ? `, et al. (${authors.length - shown.length} additional authors not shown)` : '';
  const msc = mscClass === null ? '' : ` MSC Class: ${mscClass}`;
  return [
    `${link(`arXiv:${id}`, `/abs/${id}`)} [${link('pdf', `/pdf/${id}`)}, ${link('other', `/format/${id}`)}]`,
    `${subjects.map(([, code]) => code).join(' ')}${doi === null ? '' : ` doi ${link(doi, `/${doi}`)}`}`,
    title,
    `Authors: ${namesOf(shown, link)}${more}`,
    `Abstract: ${showsHidden ? `${abstract} ${abstract} △ Less` : abstract}`,
    submission(paper),
    ...(comments ? [`Comments: ${commentOf(paper, comments.url ?? '')}`] : []),
    ...(reportNumber === null ? [] : [`Report number: ${reportNumber}${msc}`]),
    ...(journalRef === null ? [] : [`Journal ref: ${journalRef}`]),
  ];
}

function namesOf(authors: readonly string[], link: Form['link']): string {
  return authors.map((name) => link(name, `/search/cs?searchtype=author&query=${encodeURIComponent(name)}`)).join(', ');
}
