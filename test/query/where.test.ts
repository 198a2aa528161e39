import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidValueError } from '../../src/diagnostics/errors.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { parseWhere } from '../../src/query/where.ts';
import { takesLessThan } from '../support/work.ts';
import { paper } from './paper.ts';

const papers: Record<string, Paper> = {
  kites: paper({
    title: 'Kite strings as low‑rank sensors',
    abstract: 'We tie LoRA adapters to kites.',
    authorCount: 5,
    date: '2024-03-06',
    upvotes: 12,
    id: '2403.01234',
    doi: '10.1000/Kite.7',
    authors: ['Wei Li', 'Łukasz Moss'],
    organization: 'Harbour Lab North',
    categories: ['cs.CL', 'stat.ML'],
    announceType: 'replace-cross',
    githubStars: 11300,
  }),
  soil: paper({
    title: 'Do gardeners agree about soil?',
    abstract: 'A survey of it’s vision: adaptation.',
    authorCount: null,
    date: '2024-05-20',
    upvotes: 0,
    authors: ['Niels Ligterink'],
    authorComment: 'Accepted at KITE 2024',
    announceType: 'new',
    venue: 'Soil Letters',
    announced: '2024-05-22',
    source: { file: 'pages/soil-page.txt', format: 'json', line: 3 },
  }),
  clocks: paper({ title: 'Old clocks', abstract: null, authorCount: 8, date: null, year: 2023, upvotes: null }),
};

function matching(query: string): string {
  const { test } = parseWhere(query, '2024-06-01');
  return Object.keys(papers)
    .filter((name) => test(papers[name] as Paper) === true)
    .join(' ');
}

describe('a query', () => {
  it.each([
    ['lora', 'kites'],
    ['LORA -vision', 'kites'],
    ['survey', 'soil'],
    ['kite OR soil', 'kites soil'],
    ['kite AND soil', ''],
    ['kite or clocks', 'kites clocks'],
    ['not kite', 'soil clocks'],
    ['-(kite OR soil)', 'clocks'],
    ['kite OR soil agree', 'kites soil'],
    ['(kite OR soil) agree', 'soil'],
    ['kite | soil && survey', 'kites soil'],
    ['"low-rank sensors"', 'kites'],
    ['“low-rank sensors”', 'kites'],
    ["it's", 'soil'],
    ['adapt*', 'kites soil'],
    ['adapter*', 'kites'],
    ['*dapter', ''],
    ['l?ra', 'kites'],
    ['order android', ''],
  ])('%s finds words in title and abstract: %j', (query, found) => {
    expect(matching(query)).toBe(found);
  });

  it.each([
    ['title:(kite OR soil)', 'kites soil'],
    ['abstract:kite', 'kites'],
    ['authorComment:kite', 'soil'],
    ['doi:10.1000/kite.7', 'kites'],
    ['doi:kite', 'kites'],
    ['source:page', 'soil'],
    ['author-comment:"accepted at"', 'soil'],
    ['authors:li', 'kites'],
    ['author:"Li, Wei"', 'kites'],
    ['authors:lukasz', 'kites'],
    ['authors:lig*', 'soil'],
    ['organization:"harbour lab"', 'kites'],
    ['categories:cs', 'kites'],
    ['category:stat.ML', 'kites'],
    ['categories:cs.*', 'kites'],
    ['categories:c', ''],
    ['announceType:new', 'soil'],
    ['announceType:replace', ''],
    ['announceType:Replace-Cross', 'kites'],
    ['announceType:replace*', 'kites'],
    ['id:arXiv:2403.01234v2', 'kites'],
    ['id:2403.', 'kites'],
    ['doi:https://doi.org/10.1000/kite.7', 'kites'],
    ['venue:*', 'soil'],
    ['-venue:*', 'kites clocks'],
  ])('%s searches that key: %j', (query, found) => {
    expect(matching(query)).toBe(found);
  });

  it.each([
    ['upvotes:12', 'kites'],
    ['upvotes:>=12', 'kites'],
    ['upvotes:>12', ''],
    ['upvotes:<=12', 'kites soil'],
    ['upvotes<5', 'soil'],
    ['upvotes = 0', 'soil'],
    ['upvotes : 0', 'soil'],
    ['upvotes:[12 TO 12]', 'kites'],
    ['upvotes:[1 TO *]', 'kites'],
    ['upvotes:{0 TO 12]', 'kites'],
    ['upvotes:[0 TO 12}', 'soil'],
    ['upvotes:0..11', 'soil'],
    ['upvotes:1..', 'kites'],
    ['-upvotes:>5', 'soil clocks'],
    ['githubStars:>=11k', 'kites'],
    ['githubStars:>11,300', ''],
    ['author_count:[5 TO 8]', 'kites clocks'],
    ['date:2024', 'kites soil'],
    ['date:2024-03-06', 'kites'],
    ['date:[2024-03 TO 2024-04]', 'kites'],
    ['date:[2024-03 TO 2024-05}', 'kites'],
    ['date:2024-03..2024-05', 'kites soil'],
    ['date:>2024-03', 'soil'],
    ['date:>=2024-03', 'kites soil'],
    ['date:<2024-05', 'kites clocks'],
    ['date:>=30d', 'soil'],
    ['date:2023-07', 'clocks'],
    ['year:2023', 'clocks'],
    ['year:>=2024', 'kites soil'],
    ['announced:2024-W21', 'soil'],
    ['dateInferred:false', 'kites soil clocks'],
  ])('%s compares numbers and dates: %j', (query, found) => {
    expect(matching(query)).toBe(found);
  });

  it.each([
    ['upvote:3', 'column 1: unknown key "upvote" (did you mean upvotes?); text with a colon needs quotes'],
    ['kite (a titel:x)', 'column 9: unknown key "titel" (did you mean title?); text with a colon needs quotes'],
    ['é upvotes:many', 'column 11: expected a whole number, not "many"'],
    ['date:[2024-13 TO 2025]', 'column 6: there is no such month'],
    ['title:>a', 'column 7: title is text; only numbers and dates can be compared'],
    ['dateInferred:maybe', 'column 14: expected true or false'],
    ['Kites: a survey', 'column 1: unknown key "Kites"; keys are title, '],
    ['titel:', 'column 1: unknown key "titel" (did you mean title?); text with a colon needs quotes'],
    ['kite title:', 'column 6: title has no value'],
    ['upvotes:-1', 'column 1: upvotes has no value'],
    ['upvotes:10..5', 'column 9: the range ends before it begins'],
    ['date:[2024-06 TO 2024-01]', 'column 6: the range ends before it begins'],
    ['date:[2024 TO', 'column 6: expected a range such as [5 TO 10] or [2024-03 TO *]'],
    ['announceType:neww', 'column 14: expected one of new, cross, replace, replace-cross (did you mean new?)'],
    ['kite "sailing', 'column 6: this quote is not closed'],
    ['kite title:""', 'column 12: there is nothing between the quotes'],
    ['kite)', 'column 5: this parenthesis was not opened'],
    ['soil (kite', 'column 6: this parenthesis is not closed'],
    ['soil title:((kite) clocks', 'column 12: this parenthesis is not closed'],
    ['()', 'column 2: expected a word, a phrase in quotes, a key or "(", found ")"'],
    ['kite AND', 'column 9: expected a word, a phrase in quotes, a key or "(", found the end'],
    ['kite -', 'column 6: expected a word, a phrase in quotes, a key or "(", found "-"'],
    ['OR kite', 'column 1: expected a word, a phrase in quotes, a key or "(", found "OR"'],
    ['kite AND OR soil', 'column 10: expected a word, a phrase in quotes, a key or "(", found "OR"'],
    [' ', 'the query is empty'],
    ['a'.repeat(4001), 'longer than 4000 characters'],
    ['('.repeat(4000), /^(?:parentheses are nested too deeply|column 4001: .*)$/],
  ])('%s is an error with the position', (query, message) => {
    expect(() => parseWhere(query, '2024-06-01')).toThrow(InvalidValueError);
    expect(() => parseWhere(query, '2024-06-01')).toThrow(message);
  });

  it('reports the unknown value if only that leaves a paper out', () => {
    const verdict = (query: string, one: Paper | undefined) => parseWhere(query, '2024-06-01').test(one as Paper);
    expect(verdict('clocks upvotes:>3', papers.clocks)).toBe('upvotes');
    expect(verdict('kites upvotes:>3', papers.clocks)).toBe(false);
    expect(verdict('clocks -upvotes:>3', papers.clocks)).toBe(true);
    expect(verdict('clocks OR upvotes:>3', papers.clocks)).toBe(true);
    expect(verdict('upvotes:>3', papers.soil)).toBe(false);
    expect(verdict('authorCount:3', papers.soil)).toBe('authorCount');
    expect(verdict('date:2022', paper({ date: null }))).toBe('date');
  });

  it('is parsed or rejected in little time, whatever its text', () => {
    const unit = fc.constantFrom('a', ' ', '(', ')', '"', '-', ':', 'OR ', 'NOT ', 'title:', '[1 TO ', ']', '*', '\\');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 400 }), (query) => {
        const parse = () => {
          try {
            parseWhere(query, '2024-06-01').test(papers.kites as Paper);
          } catch (error) {
            expect(error).toBeInstanceOf(InvalidValueError);
          }
        };
        expect(takesLessThan(1000, parse)).toBe(true);
      }),
      { numRuns: 200 },
    );
    const stars = parseWhere(`${'*a'.repeat(200)}`, '2024-06-01');
    expect(takesLessThan(1000, () => stars.test(paper({ title: 'a'.repeat(300) })))).toBe(true);
  });
});

describe('the ranges that a query finds in a text', () => {
  const found = (query: string, text: string, field: 'title' | 'abstract' | 'venue' = 'title') =>
    parseWhere(query, '2024-06-01')
      .ranges(text, field)
      .map(([start, end]) => text.slice(start, end));

  it.each([
    ['kite', ['Kite', 'kite']],
    ['low-rank OR kites', ['Low‑Rank', 'kites']],
    ['-kite', []],
    ['NOT -kite', ['Kite', 'kite']],
    ['title:rank -abstract:kite', ['Rank']],
    ['abstract:rank', []],
    ['kite* upvotes:>5 date:2024', ['Kite', 'kites']],
    ['kite ites', ['Kite', 'kites']],
  ])('are the matches of %s', (query, expected) => {
    expect(found(query, 'Kite or Low‑Rank kites')).toEqual(expected);
  });

  it('are those of the searched key', () => {
    expect(found('venue:letters kite', 'Kite Letters', 'venue')).toEqual(['Letters']);
  });
});
