import { type ArxivPaper, commentOf, shownAuthors } from './arxiv-page-papers.ts';

/** A day of the page `/recent`, or a section of the page `/new`. */
export interface PageSection {
  readonly heading: string;
  readonly papers: readonly ArxivPaper[];
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

function partsOf(date: string) {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return { year, month: MONTHS[month - 1] ?? '', day, weekday: DAYS[new Date(`${date}T12:00:00Z`).getUTCDay()] ?? '' };
}

/** `Friday, 3 July 2026` */
export function longDay(date: string): string {
  const { year, month, day, weekday } = partsOf(date);
  return `${weekday}, ${day} ${month} ${year}`;
}

/** `Fri, 3 Jul 2026` */
export function shortDay(date: string): string {
  const { year, month, day, weekday } = partsOf(date);
  return `${weekday.slice(0, 3)}, ${day} ${month.slice(0, 3)} ${year}`;
}

/** `Submitted 4 June, 2026; v1 submitted 2 May, 2024; originally announced June 2026.` */
export function submission({ submitted, revised }: ArxivPaper): string {
  const day = (date: string) => `${partsOf(date).day} ${partsOf(date).month}, ${partsOf(date).year}`;
  const first = revised === null ? '' : ` v1 submitted ${day(submitted)};`;
  return `Submitted ${day(revised ?? submitted)};${first} originally announced ${partsOf(submitted).month} ${partsOf(submitted).year}.`;
}

const SECTION_NAMES = { new: 'New', cross: 'Cross', replace: 'Replacement', 'replace-cross': 'Replacement' };

/** The sections of the page `/new`, with their headings. */
export function newSections(papers: readonly ArxivPaper[]): PageSection[] {
  return (['New', 'Cross', 'Replacement'] as const)
    .map((name) => ({ name, papers: papers.filter(({ announceType }) => SECTION_NAMES[announceType] === name) }))
    .filter((section) => section.papers.length > 0)
    .map((section) => ({
      heading: `${section.name} submissions (showing ${section.papers.length} of ${section.papers.length} entries)`,
      papers: section.papers,
    }));
}

/** `(replaced) (cross-list from hep-th)` */
export function marksOf({ announceType, subjects }: ArxivPaper): string {
  const cross = announceType.endsWith('cross') ? [`(cross-list from ${subjects[0]?.[1]})`] : [];
  const replaced = announceType.startsWith('replace') ? ['(replaced)'] : [];
  return [...cross, ...replaced].map((mark) => `${mark} `).join('');
}

const escapeHtml = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&#34;');

function page(title: string, main: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body>
<a href="#content">Skip to main content</a>
<header><a href="https://arxiv.org/"><img src="/logo.svg" alt="archive"></a> <a href="https://arxiv.org/search">Search</a> <a href="https://arxiv.org/user/create">Submit</a></header>
<main>
${main}
</main>
<footer>
  <div>We gratefully acknowledge support from our <strong>major funders</strong>, <a href="https://info.arxiv.org/about/ourmembers.html">member institutions</a>, and all contributors.</div>
  <nav><a href="https://info.arxiv.org/about">About</a> <span>&middot;</span> <a href="https://info.arxiv.org/help">Help</a></nav>
</footer>
</body>
</html>
`;
}

/** arXiv's markup of a page that lists papers. */
export function listHtml(head: string, sections: readonly PageSection[], hasAbstracts: boolean): string {
  let number = 0;
  const total = sections.reduce((sum, { papers }) => sum + papers.length, 0);
  const paging = `<div class='paging'>Total of ${total} entries
    </div>
    <div class='morefewer'>Showing up to 2000 entries per page:
        <a href=/list/cs/new?skip=0&amp;show=1000 rel="nofollow">
      fewer</a>
 |
        <span style="color: #454545">more</span>
    </div>`;
  const lists = sections.map(({ heading, papers }) => {
    const entries = papers.map((paper) => {
      number += 1;
      return entryHtml(paper, number, hasAbstracts);
    });
    return `<dl id='articles'>\n    <h3>${heading}</h3>\n\n${entries.join('')}</dl>\n`;
  });
  return page(
    'Computer Science',
    `<div id='dlpage'>\n  <h1>Computer Science</h1>\n${head}\n${paging}\n${lists.join('\n')}\n${paging}\n</div>`,
  );
}

function entryHtml(paper: ArxivPaper, number: number, hasAbstract: boolean): string {
  const { id, title, authors, comments, journalRef, subjects, abstract } = paper;
  const [primary = '', ...others] = subjects.map(([name, code]) => `${name} (${code})`);
  const names = authors.map(
    (name) =>
      `<a href="https://arxiv.org/search/cs?searchtype=author&amp;query=${encodeURIComponent(name)}">${escapeHtml(name)}</a>`,
  );
  const comment =
    comments === null
      ? ''
      : escapeHtml(comments.text) + (comments.url === null ? '' : ` <a href="${comments.url}">this https URL</a>`);
  return `    <dt>
      <a name='item${number}'>[${number}]</a>
      <a href ="/abs/${id}" title="Abstract" id="${id}">
        arXiv:${id}
      </a>
        ${marksOf(paper)}
        [<a href="/pdf/${id}" title="Download PDF" id="pdf-${id}">pdf</a>, <a href="https://arxiv.org/html/${id}v1" title="View HTML">html</a>, <a href="/format/${id}" title="Other formats">other</a>]
    </dt>
    <dd>
      <div class='meta'>
        <div class='list-title mathjax'><span class='descriptor'>Title:</span>
          ${escapeHtml(title)}
        </div>
        <div class='list-authors'>${names.join(', ')}</div>
${comments === null ? '' : `        <div class='list-comments mathjax'><span class='descriptor'>Comments:</span>\n          ${comment}\n        </div>\n`}
${journalRef === null ? '' : `        <div class='list-journal-ref'><span class='descriptor'>Journal-ref:</span>\n          ${journalRef}\n        </div>\n`}
        <div class='list-subjects'><span class='descriptor'>Subjects:</span>
          <span class="primary-subject">${primary}</span>${others.map((other) => `; ${other}`).join('')}
        </div>
${hasAbstract ? `\n        <p class='mathjax'>\n          ${escapeHtml(abstract)}\n        </p>\n` : ''}      </div>
    </dd>
`;
}

/** arXiv's markup of search results. */
export function searchHtml(papers: readonly ArxivPaper[]): string {
  const results = papers.map((paper) => resultHtml(paper)).join('\n');
  const pagination = `<nav class="pagination"><a href="" class="pagination-previous">Previous
    </a>
      <a href="/search/?start=50" class="pagination-next" >Next
      </a>
    <ul class="pagination-list"><li><a href="/search/?start=0" aria-label="Goto page 1">1
        </a></li><li><span class="pagination-ellipsis">&hellip;</span></li></ul></nav>`;
  return page(
    'Search | arXiv e-print repository',
    `<h1 class="title is-clearfix">
        Showing 1&ndash;${papers.length} of 3,068 results for all: <span class="mathjax">lanterns</span>
</h1>
<a href="https://github.com/arXiv/arxiv-search/releases">Search v0.5.6 released 2020-02-24</a>&nbsp;&nbsp;
${pagination}
<ol class="breathe-horizontal" start="1">
${results}
</ol>
${pagination}`,
  );
}

/** Every fifth word is a highlighted search term. */
function hits(text: string): string {
  return text
    .split(' ')
    .map((word, at) =>
      at % 5 === 2 ? `<span class="search-hit mathjax">${escapeHtml(word)}</span>` : escapeHtml(word),
    )
    .join(' ');
}

function resultHtml(paper: ArxivPaper): string {
  const { id, title, authors, comments, journalRef, doi, reportNumber, mscClass, subjects, abstract } = paper;
  const shown = shownAuthors(paper).map(
    (name) =>
      `\n      <a href="/search/?searchtype=author&amp;query=${encodeURIComponent(name)}">${escapeHtml(name)}</a>`,
  );
  const more = authors.length - shown.length;
  const label = (text: string) => `<span class="has-text-black-bis has-text-weight-semibold">${text}</span>`;
  const whole = hits(abstract);
  const isLong = abstract.length > 300;
  const short = isLong
    ? `&hellip;${hits(abstract.slice(20, 200).trim())}&hellip;\n        <a class="is-size-7" style="white-space: nowrap;">&#9661; More</a>`
    : whole;
  const report =
    reportNumber === null
      ? ''
      : `<p class="comments is-size-7">\n        ${label('Report number:')}\n        ${reportNumber}${mscClass === null ? '' : `\n        ${label('MSC Class:')}\n          ${mscClass}`}\n      </p>`;
  return `  <li class="arxiv-result">
    <div class="is-marginless">
      <p class="list-title is-inline-block"><a href="https://arxiv.org/abs/${id}">arXiv:${id}</a>
        <span>&nbsp;[<a href="https://arxiv.org/pdf/${id}">pdf</a>, <a href="https://arxiv.org/format/${id}">other</a>]&nbsp;</span>
      </p>
      <div class="tags is-inline-block">
${subjects.map(([name, code]) => `        <span class="tag is-small is-link tooltip is-tooltip-top" data-tooltip="${name}">${code}</span>`).join('\n')}
        </div>
${doi === null ? '' : `          <div class="is-inline-block" style="margin-left: 0.5rem"><div class="tags has-addons"><span class="tag is-dark is-size-7">doi</span>\n              <span class="tag is-light is-size-7"><a class="" href="https://doi.org/${doi}">${doi} <i class="fa fa-external-link" aria-hidden="true"></i></a></span></div></div>\n`}
    </div>
    <p class="title is-5 mathjax">

        ${hits(title)}

    </p>
    <p class="authors">
      ${label('Authors:')}
      ${shown.join(', \n')}
${more > 0 ? `      , et al. (${more} additional authors not shown)\n` : ''}
    </p>
    <p class="abstract mathjax">
      ${label('Abstract')}:
      <span class="abstract-short has-text-grey-dark mathjax" id="${id}v1-abstract-short" style="display: inline;">
        ${short}

      </span>
      <span class="abstract-full has-text-grey-dark mathjax" id="${id}v1-abstract-full" style="display: none;">
        ${whole}
        <a class="is-size-7" style="white-space: nowrap;">&#9651; Less</a>
      </span>
    </p>
    <p class="is-size-7">${submission(paper)
      .replace('Submitted', label('Submitted'))
      .replace(' v1', ` ${label('v1')}`)
      .replace(' originally announced', `\n      ${label('originally announced')}`)}

    </p>
${comments === null ? '' : `    <p class="comments is-size-7">\n      ${label('Comments:')}\n      <span class="has-text-grey-dark mathjax">${escapeHtml(commentOf(paper, comments.url ?? ''))}</span>\n    </p>\n`}
    ${report}
${journalRef === null ? '' : `      <p class="comments is-size-7">\n        ${label('Journal ref:')}\n        ${journalRef}\n      </p>\n`}
  </li>
`;
}
