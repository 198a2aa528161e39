import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { type StatisticsReport, statisticsCsv, statisticsJson } from '../../src/output/statistics.ts';
import { statisticsText } from '../../src/output/statistics-text.ts';
import { plainStyle } from '../../src/output/writer.ts';

const report: StatisticsReport = {
  papers: 1200,
  dates: { first: '2024-01-15', last: '2024-08-02' },
  by: 'month',
  periods: [
    { period: '2024-01', number: 24288, papers: 2 },
    { period: '2024-03', number: 24290, papers: 8 },
    { period: '2024-08', number: 24295, papers: 1 },
  ],
  authors: {
    papers: 12,
    min: 1,
    lowerQuartile: 2,
    median: 3,
    upperQuartile: 5.25,
    max: 9,
    bins: [
      { from: 1, to: 1, papers: 2 },
      { from: 2, to: 3, papers: 4 },
      { from: 4, to: 7, papers: 0 },
      { from: 8, to: 15, papers: 1 },
    ],
  },
  upvotes: null,
  mostUpvoted: [
    { title: 'Teaching Old Clocks New Bells With Reinforcement Learning', date: '2024-03-06', upvotes: 105 },
    { title: '=Kites', date: null, upvotes: 7, id: '2403.00010', url: 'https://example.org/kites' },
  ],
  yearOnly: 0,
  missing: { abstract: 0, authorCount: 1188, date: 1, upvotes: 0, id: 1199, url: 1200 },
  inputs: [
    { file: 'a.txt', format: 'daily-papers', papers: 700 },
    { file: 'b, "c".json', format: 'records', papers: 1 },
    { file: 'd.txt', format: 'daily-papers', papers: 600 },
  ],
};

const screen = (width: number, hasUnicode = true, shown = report) =>
  statisticsText(shown, { width, style: plainStyle, hasUnicode });
const full = (length: number) => '█'.repeat(length);

describe('statistics in a terminal', () => {
  it('fit 80 columns', () => {
    // `2024-01  ` and ` 8` leave room for 69 blocks, ` 2–3  ` and ` 4` for 72.
    expect(screen(80)).toBe(`1,200 papers · 2024-01-15 to 2024-08-02

Papers by month
2024-01  ${full(17)}▎ 2
2024-02  0
2024-03  ${full(69)} 8
⋮ 4 months without
2024-08  ${full(8)}▋ 1

Authors per paper
min 1 · quartile 2 · median 3 · quartile 5.25 · max 9
   1  ${full(36)} 2
 2–3  ${full(72)} 4
 4–7  0
8–15  ${full(18)} 1

Most upvoted
105  2024-03-06  Teaching Old Clocks New Bells With Reinforcement Learning
  7              =Kites

Read
daily-papers · 2 files · 1,300 papers
records · 1 file · 1 paper

Missing
authors 1,188 · date 1 · id 1,199 · url all
`);
  });

  it('fit 140 columns', () => {
    const lines = screen(140).split('\n');
    expect(lines).toContain(`2024-01  ${full(32)}▎ 2`);
    expect(lines).toContain(`2024-03  ${full(129)} 8`);
    expect(lines).toContain(`8–15  ${full(33)} 1`);
    expect(lines).toContain('min 1 · quartile 2 · median 3 · quartile 5.25 · max 9');
  });

  it('fit 40 columns', () => {
    expect(screen(40)).toBe(`1,200 papers · 2024-01-15 to 2024-08-02

Papers by month
2024-01  ${full(7)}▎ 2
2024-02  0
2024-03  ${full(29)} 8
⋮ 4 months without
2024-08  ${full(3)}▋ 1

Authors per paper
min 1 · quartile 2 · median 3
quartile 5.25 · max 9
   1  ${full(16)} 2
 2–3  ${full(32)} 4
 4–7  0
8–15  ${full(8)} 1

Most upvoted
105  Teaching Old Clocks New Bells With…
  7  =Kites

Read
daily-papers · 2 files · 1,300 papers
records · 1 file · 1 paper

Missing
authors 1,188 · date 1 · id 1,199
url all
`);
  });

  it('are ASCII without Unicode, on 20 columns and fewer', () => {
    const text = `1,200 papers
2024-01-15 to
2024-08-02

Papers by month
2024-01  ### 2
2024-02  0
2024-03  ######### 8
: 4 months without
2024-08  ## 1

Authors per paper
min 1, quartile 2
median 3
quartile 5.25, max 9
   1  ###### 2
 2-3  ############ 4
 4-7  0
8-15  ### 1

Most upvoted
105  Teaching Old...
  7  =Kites

Read
daily-papers
2 files
1,300 papers
records, 1 file
1 paper

Missing
authors 1,188
date 1, id 1,199
url all
`;
    expect(screen(20, false)).toBe(text);
    expect(screen(1, false)).toBe(text);
  });

  it('show the groups with the most papers, and the number of the others', () => {
    const names = [
      'Annals of Kites and of Everything That Is Flown on a String',
      ...Array.from({ length: 29 }, (_, index) => `Kites ${index + 1}`),
    ];
    const groups = [...names.map((name) => ({ name, papers: 4 })), { name: null, papers: 1 }];
    const lines = (hasUnicode: boolean) => screen(40, hasUnicode, { ...report, by: 'venue', groups }).split('\n');
    expect(lines(true).slice(2, 5)).toEqual([
      'Papers by venue',
      `Annals of Kites and…  ${full(16)} 4`,
      `             Kites 1  ${full(16)} 4`,
    ]);
    expect(lines(true)).toContain('and 11 others (all of them: -f csv)');
    expect(lines(false)[3]).toBe('Annals of Kites a...  ################ 4');
    const few = screen(40, true, { ...report, by: 'venue', groups: groups.slice(-1) });
    expect(few).toContain(`Papers by venue\nNo venue  ${full(28)} 1\n\n`);
  });

  it('say what is missing', () => {
    const missing = { abstract: 0, authorCount: 0, date: 0, upvotes: 0, id: 0, url: 0 };
    expect(screen(80, true, { ...report, missing })).toContain('Missing\nnothing\n');
    const years = { ...report, missing: { ...missing, date: 4 }, yearOnly: 3 };
    expect(screen(80, true, years)).toContain('Missing\ndate 4 (3 with a year: --by year)\n');
    expect(screen(80, true, { ...years, by: 'year' })).toContain('Missing\ndate 4\n');
    expect(statisticsCsv(years)).toContain('\ndates,yearOnly,3\nperiods,');
  });

  it('show any value above zero as a bar', () => {
    const periods = [1, 100_000].map((papers, index) => ({ period: `202${index}`, number: 2020 + index, papers }));
    const lines = (hasUnicode: boolean) => screen(40, hasUnicode, { ...report, by: 'year', periods }).split('\n');
    expect(lines(true)).toContain('2020  ▏ 1');
    expect(lines(false)).toContain('2020  # 1');
  });

  it('say that there are no papers', () => {
    const nothing = { ...report, papers: 0, dates: null, periods: [], authors: null, mostUpvoted: [], inputs: [] };
    expect(screen(80, true, nothing)).toBe('0 papers\n');
  });

  it('remove characters that change the direction of text from titles', () => {
    const mostUpvoted = [{ title: 'a\u202eb\tc', date: null, upvotes: 1 }];
    expect(screen(80, true, { ...report, mostUpvoted })).toContain('1  ab c\n');
  });
});

describe('statistics for programs', () => {
  it('contain the whole report in JSON', () => {
    expect(JSON.parse(statisticsJson(report))).toEqual({
      ...report,
      periods: [
        { period: '2024-01', papers: 2 },
        { period: '2024-03', papers: 8 },
        { period: '2024-08', papers: 1 },
      ],
    });
  });

  it('have one value per row in CSV, with formulas escaped', () => {
    expect(parse(statisticsCsv(report))).toEqual([
      ['section', 'name', 'value'],
      ['papers', 'all', '1200'],
      ['dates', 'first', '2024-01-15'],
      ['dates', 'last', '2024-08-02'],
      ['periods', '2024-01', '2'],
      ['periods', '2024-03', '8'],
      ['periods', '2024-08', '1'],
      ['authors', 'papers', '12'],
      ['authors', 'min', '1'],
      ['authors', 'lowerQuartile', '2'],
      ['authors', 'median', '3'],
      ['authors', 'upperQuartile', '5.25'],
      ['authors', 'max', '9'],
      ['authors', '1', '2'],
      ['authors', '2 to 3', '4'],
      ['authors', '4 to 7', '0'],
      ['authors', '8 to 15', '1'],
      ['mostUpvoted', 'Teaching Old Clocks New Bells With Reinforcement Learning', '105'],
      ['mostUpvoted', "'=Kites", '7'],
      ['inputs', 'a.txt', '700'],
      ['inputs', 'b, "c".json', '1'],
      ['inputs', 'd.txt', '600'],
      ['formats', 'daily-papers', '1300'],
      ['formats', 'records', '1'],
      ['missing', 'abstract', '0'],
      ['missing', 'authorCount', '1188'],
      ['missing', 'date', '1'],
      ['missing', 'upvotes', '0'],
      ['missing', 'id', '1199'],
      ['missing', 'url', '1200'],
    ]);
  });
});
