import type { SitePaper } from '../daily-papers-papers.ts';
import { printedDay, printedStars, printedVotes, type Shown } from './daily-papers-page.ts';
import { wrap } from './words.ts';

/** A way to save the page: what it shows of a paper, and how. */
export interface Layout {
  readonly extension: 'txt' | 'md';
  readonly shown: Shown;
  print(papers: readonly SitePaper[], capturedOn: string): string;
}

const BANNER = [
  'new',
  'Get trending papers in your email inbox once a day!',
  'Get trending papers in your email inbox!',
];
const FOOTER = [
  'System theme',
  'Company',
  'TOS',
  'Privacy',
  'About',
  'Careers',
  'Website',
  'Models',
  'Datasets',
  'Spaces',
];

const search = { abstract: true, authors: 'either', date: true, upvotes: true, comments: 'comments' } as const;

const paperUrl = (paper: SitePaper) => `https://huggingface.co/papers/${paper.id}`;
const loginUrl = (paper: SitePaper) => `https://huggingface.co/login?next=%2Fpapers%2F${paper.id}`;
const authors = (paper: SitePaper) => `${paper.authors.length} authors`;
const abstract = (paper: SitePaper) => paper.paragraphs.join(' ');
const escaped = (text: string) => text.replace(/[\\*_[\]]/g, '\\$&');

/** Only the text, with blank lines between blocks; no votes. */
const plain: Layout = {
  extension: 'txt',
  shown: { ...search, upvotes: false, comments: 'upvotes', losesOrganizations: true },
  print(papers, capturedOn) {
    const cards = papers.map((paper) => {
      const day = printedDay(paper.date, capturedOn);
      const count = paper.comments === 0 ? '' : ` ${paper.comments}`;
      const row = paper.organization === null ? [`  • ${authors(paper)}\n·\n${day}${count}`] : [];
      return [paper.title, ...paper.paragraphs, ...row].join('\n\n');
    });
    const page = [...BANNER, 'Subscribe', 'Daily Papers', 'byAK and the research community'];
    return `${[...page, printedDay(capturedOn, capturedOn), ...cards].join('\n\n')}\n`;
  },
};

/** Markdown with an address after each label; some abstracts keep the line breaks of their authors. */
const inlineLinks: Layout = {
  extension: 'md',
  shown: { ...search, id: true },
  print(papers, capturedOn) {
    const cards = papers.map((paper, index) => {
      const lines = index % 2 === 0 ? [escaped(abstract(paper))] : wrap(escaped(abstract(paper)), 80);
      const row =
        paper.organization === null
          ? `[- ![](https://huggingface.co/avatars/${index}.svg)\\\\\n- ${authors(paper)}](${paperUrl(paper)})`
          : `[![${paper.organization.slug}](https://cdn.example.org/a.png)${paper.organization.name}](https://huggingface.co/${paper.organization.slug})`;
      const comments = paper.comments === 0 ? '' : `[${paper.comments}](${paperUrl(paper)}#community)`;
      return [
        `[${printedVotes(paper.upvotes)}](${loginUrl(paper)})`,
        `### [${escaped(paper.title)}](${paperUrl(paper)})`,
        `[${lines.join('\\\\\n')}](${paperUrl(paper)})`,
        row,
        '·',
        printedDay(paper.date, capturedOn) + comments,
      ].join('\n\n');
    });
    const head = [
      '---',
      'url: https://huggingface.co/papers?q=gardens',
      `retrieved: ${capturedOn}`,
      'statusCode: 200',
      '---',
    ];
    const page = [
      head.join('\n'),
      ...BANNER,
      '[Subscribe](https://huggingface.co/login?next=%2Fpapers)',
      '# Daily Papers',
      '## by [![](https://huggingface.co/front/assets/papers-by.png)AK](https://huggingface.co/akhaliq) and the research community',
      '- Daily\n- Weekly\n- Monthly',
      '[Trending Papers](https://huggingface.co/papers/trending)',
      printedDay(capturedOn, capturedOn),
    ];
    return `${[...page, ...cards].join('\n\n')}\n`;
  },
};

/** Markdown with numbered reference links; text is wrapped inside brackets. */
function referenceLinks(hasDefinitions: boolean): Layout {
  return {
    extension: 'md',
    shown: { ...search, id: hasDefinitions },
    print(papers, capturedOn) {
      const targets: string[] = [];
      const link = (target: string) => `[${targets.push(target)}]`;
      const page = [
        '# Web source',
        '',
        `- URL: https://huggingface.co/papers?q=gardens`,
        `- Captured (UTC): ${capturedOn}T16:31:22.135762458+00:00`,
        '',
        '```text',
        `[[Hugging Face's logo] Hugging Face]${link('https://huggingface.co/')}`,
        `* [ Models ]${link('https://huggingface.co/models')}`,
        `* [Log In]${link('https://huggingface.co/login')}`,
        ...BANNER.flatMap((line) => [line, '']),
        `[Subscribe]${link('https://huggingface.co/login?next=%2Fpapers')}`,
        '',
        '# Daily Papers',
        '',
        `## by[AK]${link('https://huggingface.co/akhaliq')} and the research community`,
        '* Daily',
        '* Weekly',
        '',
        printedDay(capturedOn, capturedOn),
      ];
      const cards = papers.flatMap((paper) => {
        const day = printedDay(paper.date, capturedOn);
        const votes = ['[', printedVotes(paper.upvotes), `]${link(loginUrl(paper))}`, ''];
        const title = [`### [${paper.title}]${link(paperUrl(paper))}`, ''];
        const text = ['[', '', ...wrap(abstract(paper), 120), '', `]${link(paperUrl(paper))}`];
        const row =
          paper.organization === null
            ? ['[', `* ${authors(paper)}`, `]${link(paperUrl(paper))}`]
            : [
                `[[${paper.organization.slug}] ${paper.organization.name}]${link(`https://huggingface.co/${paper.organization.slug}`)}`,
              ];
        const comments = paper.comments === 0 ? '' : ` [ ${paper.comments}]${link(`${paperUrl(paper)}#community`)}`;
        return [...votes, ...title, ...text, ...row, '·', day + comments];
      });
      const definitions = targets.map((target, index) => `[${index + 1}]: ${target}`);
      return `${[...page, ...cards, ...(hasDefinitions ? ['', ...definitions] : [])].join('\n')}\n`;
    },
  };
}

/** Every label with its address on a line of its own. */
const bareUrls: Layout = {
  extension: 'md',
  shown: { ...search, id: true },
  print(papers, capturedOn) {
    const cards = papers.map((paper) => {
      const row =
        paper.organization === null
          ? [`[`, `${authors(paper)}](${paperUrl(paper)})`]
          : [' ', paperUrl(paper), ` ${paper.organization.name}`, `https://huggingface.co/${paper.organization.slug}`];
      const comments = paper.comments === 0 ? [] : [String(paper.comments), `${paperUrl(paper)}#community`];
      return [
        ` [-] ${printedVotes(paper.upvotes)}`,
        loginUrl(paper),
        paper.title,
        paperUrl(paper),
        abstract(paper),
        paperUrl(paper),
        ...row,
        '·',
        printedDay(paper.date, capturedOn),
        ...comments,
      ].join('\n\n');
    });
    const head = ['---', 'title: "Daily Papers - Hugging Face"', `exported: ${capturedOn}`, '---'];
    const page = [
      head.join('\n'),
      '# Daily Papers - Hugging Face\nDaily Papers - Hugging Face',
      ' Hugging Face\n\nhttps://huggingface.co/',
      'Models\n\nhttps://huggingface.co/models',
      ...BANNER,
      'Subscribe\n\nhttps://huggingface.co/login?next=%2Fpapers',
      'Daily Papers',
      'by ',
      'AK\n\nhttps://huggingface.co/akhaliq',
      ' and the research community',
      'gardens',
      'Daily\n\nWeekly\n\nMonthly \n\nhttps://huggingface.co/papers/trending',
      printedDay(capturedOn, capturedOn),
    ];
    return `${[...page, ...cards].join('\n\n')}\n`;
  },
};

/** The trending page, which contains each paper twice, for two sizes of screen. */
const trendingHeadings: Layout = {
  extension: 'md',
  shown: { abstract: true, authors: 'either', date: true, upvotes: true, id: true, submitter: true, github: 'link' },
  print(papers, capturedOn) {
    const picture = '[图片：无替代文本]';
    const cards = papers.flatMap((paper, index) =>
      ['Published on ', ''].map((prefix) => {
        const row =
          paper.organization === null
            ? `- ${picture}\n\n- ${authors(paper)}\n\n· `
            : `[[图片：${paper.organization.slug}] ${paper.organization.name}](https://huggingface.co/${paper.organization.slug}) · `;
        const github =
          paper.github === null ? '' : `[GitHub ${printedStars(paper.github.stars)}](${paper.github.url}) `;
        return [
          `[${picture}](${paperUrl(paper)})`,
          `Submitted by\n\n${picture}\n\n${paper.submittedBy}`,
          `<a id="source-section-${index}"></a>`,
          `### [${paper.title}](${paperUrl(paper)})`,
          abstract(paper),
          row + prefix + printedDay(paper.date, capturedOn),
          `[Upvote\n\n${printedVotes(paper.upvotes)}](${loginUrl(paper)})`,
          `${github}[arXiv Page](https://arxiv.org/abs/${paper.id})`,
        ].join('\n\n\n');
      }),
    );
    const page = [
      '# Hugging Face - Trending Papers',
      '- Source URL: https://huggingface.co/papers/trending\n- Generated from: `save_page.py`',
      '## Extracted Text',
      '<a id="source-section"></a>',
      ...BANNER,
      '[Subscribe](https://huggingface.co/login?next=%2Fpapers)',
      '# Trending Papers',
      `## by[${picture} AK](https://huggingface.co/akhaliq) and the research community`,
    ];
    return `${[...page, ...cards].join('\n\n')}\n`;
  },
};

/** The same page without addresses, dates and votes. */
const trendingCards: Layout = {
  extension: 'md',
  shown: { abstract: true, authors: 'either', hidesOrganizations: true, github: 'link' },
  print(papers) {
    const cards = papers.flatMap((paper, index) => {
      const text = index % 3 === 0 ? wrap(abstract(paper), 80) : [abstract(paper)];
      const count = paper.organization === null ? [`- ${authors(paper)}`] : [];
      const github = paper.github;
      const link = github === null ? [] : [`[LINK: GitHub ${printedStars(github.stars)}](${github.url})`];
      const card = [`### ${paper.title}`, '', ...text, ...count, ...link].join('\n');
      return [card, card];
    });
    const page = [
      '# Where do papers trend?\n**URL:** https://huggingface.co/papers/trending\n--------------------',
      BANNER.slice(1).join('\n'),
      '## Trending Papers',
      '## by AK and the research community',
    ];
    return `${[...page, ...cards].join('\n\n')}\n`;
  },
};

/** The page of one day, copied: no abstracts, no dates. */
const daily: Layout = {
  extension: 'txt',
  shown: { authors: 'both', announced: true, upvotes: true, comments: 'comments', submitter: true },
  print(papers, capturedOn) {
    const cards = papers.flatMap((paper) => [
      `Submitted by\n\n${paper.submittedBy}`,
      printedVotes(paper.upvotes),
      paper.title,
      ...(paper.organization === null ? [] : [`\n${paper.organization.name}`]),
      `· ${authors(paper)}`,
      ...(paper.comments === 0 ? [] : [String(paper.comments)]),
    ]);
    const page = ['Daily Papers', 'by', 'AK', 'and the research community', 'Daily', 'Weekly', 'Monthly'];
    const day = printedDay(capturedOn, capturedOn);
    return `${[...BANNER, '', 'Subscribe', ...page, '', day, '', ...cards, 'PreviousNext', ...FOOTER].join('\n')}\n`;
  },
};

/** Selected and copied in a browser: each part on its own line, blank lines only in place of pictures. */
const browser: Layout = {
  extension: 'txt',
  shown: search,
  print(papers, capturedOn) {
    const cards = papers.flatMap((paper, index) => [
      printedVotes(paper.upvotes),
      paper.title,
      abstract(paper),
      ...Array<string>(index % 4).fill(''),
      paper.organization?.name ?? authors(paper),
      '·',
      printedDay(paper.date, capturedOn),
      ...(paper.comments === 0 ? [] : [String(paper.comments)]),
    ]);
    const page = ['Subscribe', 'Daily Papers', 'by', 'AK', 'and the research community', 'Daily', 'Weekly', 'Monthly'];
    const day = printedDay(capturedOn, capturedOn);
    return `${[...BANNER, '', ...page, 'Trending Papers', '', day, '', ...cards, ...FOOTER].join('\n')}\n`;
  },
};

/** `w3m -dump`: wrapped, with check boxes, and names of pictures joined to the text after them. */
const w3m: Layout = {
  extension: 'txt',
  shown: search,
  print(papers, capturedOn) {
    const cards = papers.flatMap((paper) => {
      const comments = paper.comments === 0 ? '' : ` ${paper.comments}`;
      const day = `${printedDay(paper.date, capturedOn)}${comments}`;
      const row =
        paper.organization === null
          ? ['  • [a]', `  • ${authors(paper)}`, '', `·${day}`]
          : [`${paper.organization.slug}${paper.organization.name} · ${day}`];
      return [
        ' [ ]',
        printedVotes(paper.upvotes),
        '',
        ...wrap(paper.title, 80),
        '',
        ...wrap(abstract(paper), 80),
        '',
        ...row,
      ];
    });
    const page = [
      "Hugging Face's logoHugging Face",
      '[                    ]',
      '',
      '  • Models',
      '  • Log In',
      '',
      ...BANNER,
    ];
    const header = ['', 'Daily Papers', '', 'by[x]AK and the research community', '', '  • Daily', '  • Weekly', ''];
    const day = printedDay(capturedOn, capturedOn);
    return `${[...page, ...header, 'Trending Papers', '[gardens             ]', '<', day, ...cards, ...FOOTER].join('\n')}\n`;
  },
};

/** `lynx -dump`: wrapped and indented, with check boxes and names of pictures, numbers before links and a list of links. */
function lynx(hasList: boolean): Layout {
  return {
    extension: 'txt',
    shown: { ...search, id: hasList },
    print(papers, capturedOn) {
      const targets: string[] = [];
      const link = (target: string) => {
        targets.push(target);
        return hasList ? `[${targets.length}]` : '';
      };
      const indented = (lines: readonly string[]) => lines.map((line) => `   ${line}`);
      const page = [
        `   ${link('https://huggingface.co/')}Hugging Face's logo Hugging Face`,
        '   ____________________',
        `     * ${link('https://huggingface.co/models')}Models`,
        `     * ${link('https://huggingface.co/login')}Log In`,
        ...indented(BANNER.flatMap((line) => ['', line])),
        `   ${link('https://huggingface.co/login?next=%2Fpapers')}Subscribe`,
        '',
        `${link('https://huggingface.co/papers')}Daily Papers`,
        '',
        `by${link('https://huggingface.co/akhaliq')} [papers-by.png] AK and the research community`,
        '',
        `   ${printedDay(capturedOn, capturedOn)}`,
      ];
      const cards = papers.flatMap((paper) => {
        const votes = [`   ${link(loginUrl(paper))}`, '   [ ]', `   ${printedVotes(paper.upvotes)}`, ''];
        const title = [...wrap(link(paperUrl(paper)) + paper.title, 72), ''];
        const text = [`   ${link(paperUrl(paper))}`, '', ...indented(wrap(abstract(paper), 72))];
        const { organization } = paper;
        const start =
          organization === null
            ? '·'
            : `${link(`https://huggingface.co/${organization.slug}`)}${organization.slug} ${organization.name} · `;
        const count = organization === null ? ['     * [a.svg]', `     * ${authors(paper)}`, ''] : [];
        const comments = paper.comments === 0 ? '' : `${link(`${paperUrl(paper)}#community`)} ${paper.comments}`;
        return [...votes, ...title, ...text, ...count, `   ${start}${printedDay(paper.date, capturedOn)}${comments}`];
      });
      const list = targets.map((target, index) => `${String(index + 1).padStart(4)}. ${target}`);
      const end = hasList ? ['', 'References', '', ...list] : [];
      return `${[...page, ...cards, ...indented(FOOTER), ...end].join('\n')}\n`;
    },
  };
}

/** All layouts of the page, by the name of their fixture. */
export const layouts = {
  plain,
  'inline-links': inlineLinks,
  'reference-links': referenceLinks(false),
  'reference-links-defined': referenceLinks(true),
  'bare-urls': bareUrls,
  'trending-headings': trendingHeadings,
  'trending-cards': trendingCards,
  daily,
  browser,
  w3m,
  lynx: lynx(true),
  'lynx-nolist': lynx(false),
} as const satisfies Record<string, Layout>;
