import { describe, expect, it } from 'vitest';
import { markAssumedUpvotes } from '../../src/paper/assumed-upvotes.ts';
import type { Paper } from '../../src/paper/paper.ts';
import { identityOf, sameness } from '../../src/query/identity.ts';
import { paper, select } from './paper.ts';

const merged = (...papers: Paper[]) => select({ dedupe: true }, papers);

describe('merging records of one paper', () => {
  const first = paper({
    id: '2405.40001',
    title: 'One kite',
    authors: ['A. Brandt'],
    abstract: 'We note it.',
    date: '2024-05-03',
    announceType: 'new',
    announced: '2024-05-06',
    upvotes: null,
  });
  const revised = paper({
    id: '2405.40001',
    title: 'One kite, better title',
    authors: ['A. Brandt', 'C. Doe'],
    abstract: null,
    date: '2024-05-06',
    announceType: 'replace',
    announced: '2024-05-08',
    authorComment: '12 pages',
    upvotes: null,
  });

  it.each([
    ['in order', [first, revised]],
    ['in reverse', [revised, first]],
  ])('takes title, authors and comment from the replacement %s, and the strongest announcement', (_, papers) => {
    expect(merged(...papers)).toEqual([
      {
        ...revised,
        abstract: 'We note it.',
        announceType: 'new',
        announced: '2024-05-06',
      },
    ]);
    expect(select({ dedupe: true, announceTypes: ['new'], since: '2024-05-05' }, papers)).toHaveLength(1);
  });

  it('keeps the journal with its volume and pages, and not that of the preprint', () => {
    const preprint = paper({ id: 'x', title: 'Kites', date: '2020-05-01', venue: 'kiteRxiv', abstract: 'They fly.' });
    const article = paper({
      id: 'x',
      title: 'Kites',
      date: '2020-03-01',
      venue: 'J Kites',
      volume: '12',
      pages: '1-9',
    });
    expect(merged(preprint, article)).toMatchObject([
      { date: '2020-05-01', abstract: 'They fly.', venue: 'J Kites', volume: '12', pages: '1-9' },
    ]);
  });

  it('prefers printed votes to assumed ones, and otherwise the latest', () => {
    const printed = () => paper({ id: 'x', upvotes: 9 });
    const later = () => paper({ id: 'x', upvotes: 11 });
    const assumed = () => {
      const record = paper({ id: 'x', upvotes: 3 });
      markAssumedUpvotes(record);
      return record;
    };
    const votes = (...papers: Paper[]) => merged(...papers).map(({ upvotes }) => upvotes);
    expect(votes(printed(), assumed())).toEqual([9]);
    expect(votes(assumed(), printed())).toEqual([9]);
    expect(votes(printed(), assumed(), later(), assumed())).toEqual([11]);
    expect(votes(later(), printed())).toEqual([9]);
    expect(votes(assumed(), paper({ id: 'x', upvotes: null }))).toEqual([3]);
  });

  it('completes a truncated title or abstract', () => {
    const whole = paper({ id: 'x', title: 'Kites: a survey of strings', abstract: 'We fly many kites over the sea.' });
    const cut = paper({
      id: 'x',
      title: 'Kites: a sur…',
      abstract: 'We fly many…',
      venue: 'Kites',
      date: '2024-02-01',
    });
    expect(merged(cut, whole)).toMatchObject([{ title: whole.title, abstract: whole.abstract, venue: 'Kites' }]);
  });

  it('prefers titles and journals that are not in capitals', () => {
    const capitals = paper({ id: 'x', title: 'KITES AT SEA.', venue: 'J KITES', doi: '10.1000/1' });
    const mixed = paper({ id: 'x', title: 'Kites at sea', venue: 'J Kites' });
    const other = paper({ id: 'x', title: 'Kites', venue: 'Journal of Kites' });
    expect(merged(capitals, mixed)).toMatchObject([{ title: 'Kites at sea', venue: 'J Kites', doi: '10.1000/1' }]);
    expect(merged(capitals, other)).toMatchObject([{ title: 'KITES AT SEA.', venue: 'J KITES' }]);
  });

  it('completes a truncated list of authors', () => {
    const whole = paper({ id: 'x', authors: ['A. Brandt', 'C. Doe', 'E. Moss'], authorCount: 3, abstract: null });
    const cut = paper({ id: 'x', authors: ['Ada Brandt'], authorCount: null, venue: 'Kites', year: 2020 });
    const named = { authors: ['A. Brandt', 'C. Doe', 'E. Moss'], authorCount: 3, venue: 'Kites' };
    expect(merged(cut, whole)).toMatchObject([named]);
    expect(merged(whole, cut)).toMatchObject([named]);
  });

  it('joins groups that turn out to be the same paper', () => {
    const byId = paper({ title: 'Kites over the northern sea', id: '2401.00001' });
    const byDoi = paper({ title: 'Kites above all seas', doi: '10.1000/kite', abstract: 'Another opening here.' });
    const both = paper({ title: 'Kites above all seas', id: '2401.00001', doi: 'https://doi.org/10.1000/KITE' });
    expect(merged(byId, paper({ title: 'Between' }), byDoi, both).map(({ title }) => title)).toEqual([
      'Kites above all seas',
      'Between',
    ]);
  });

  it('recognizes identifiers and DOIs in any form', () => {
    const same = (a: Partial<Paper>, b: Partial<Paper>) =>
      merged(paper(a), paper({ title: 'Quite another', ...b })).length;
    expect(same({ id: '2401.00001' }, { id: '2401.00001v3' })).toBe(1);
    expect(same({ id: 'math/0309136' }, { id: 'math.GT/0309136' })).toBe(1);
    expect(merged(paper({ id: 'math.GT/0309136' }), paper({ id: 'math/0309136' }))[0]?.id).toBe('math/0309136');
    expect(same({ id: '2401.00001' }, { doi: '10.48550/arXiv.2401.00001' })).toBe(1);
    expect(same({ id: '2401.00001' }, { url: 'https://huggingface.co/papers/2401.00001' })).toBe(1);
  });
});

const kites = paper({
  title: 'Kite strings as sensors: a randomised trial of wind, water and sand',
  abstract: 'Background: Kites are flown on many coasts, and their strings carry more than kites ever did before.',
  authors: ['John Smith', 'Ada Moss'],
  date: '2019-05-01',
  venue: 'Journal of Clinical Kites',
});

const reason = (a: Partial<Paper>, b: Partial<Paper>) =>
  sameness(identityOf({ ...kites, ...a }), identityOf({ ...kites, ...b }))?.reason ?? null;

describe('two records', () => {
  it.each<[string, Partial<Paper>]>([
    ['with a full stop after the title', { title: `${kites.title}.` }],
    ['in capitals', { title: kites.title.toUpperCase() }],
    ['with another separator before the subtitle', { title: kites.title.replace(': a', ' — A') }],
    ['with entities and markup', { title: kites.title.replace('wind', '<i>wind</i>').replace('and', '&amp;') }],
    ['with a misspelt word', { title: kites.title.replace('strings', 'stirngs') }],
    ['with a misspelt small word', { title: kites.title.replace(' of ', ' ov '), abstract: null }],
    ['with the note of a database', { title: `${kites.title}. [5]` }],
    ['with two notes', { title: `${kites.title}. [Review] [35 refs]` }],
    ['with the language', { title: `${kites.title} [Article in French].` }],
    ['with the translator', { title: `${kites.title} (author’s transl)` }],
    ['with a note on an erratum', { title: `${kites.title} [Erratum appears in J Clin Kites. 2020;3(1):12]` }],
    ['with a note on its retraction', { title: `${kites.title} (Retraction in: J Clin Kites (2021) 4:1 (3))` }],
    ['in American spelling', { title: kites.title.replace('randomised', 'randomized') }],
    ['with a truncated title', { title: `${kites.title.slice(0, 50)}…`, abstract: null }],
    ['without the subtitle', { title: 'Kite strings as sensors: a randomised trial', venue: '' }],
    ['with the number of an abstract', { title: `P2-13. ${kites.title}` }],
    ['with the number of an abstract in words', { title: `Abstract 4567: ${kites.title}` }],
    ['in brackets', { title: `[${kites.title}.]` }],
    ['with initials', { authors: ['Smith J', 'Moss A'] }],
    ['with an abbreviated journal', { venue: 'J Clin Kites' }],
    ['with the place of the journal', { venue: 'Journal of clinical kites (Baltimore, Md.)' }],
    ['without authors and journal', { authors: [], venue: '', date: null }],
    ['without an abstract', { abstract: null }],
    ['without the heading of the abstract', { abstract: (kites.abstract ?? '').replace('Background: ', '') }],
    ['printed a year later', { date: '2020-01-01' }],
    ['as a preprint of the same abstract', { date: '2016-01-01', venue: 'medRxiv' }],
  ])('merges two records %s', (_, other) => {
    expect(reason({}, other)).not.toBeNull();
    expect(reason(other, {})).not.toBeNull();
  });

  const another = {
    abstract: 'Sand was counted by hand on three beaches while nobody watched the sky at all that summer.',
  };

  it.each<[string, Partial<Paper>, Partial<Paper>]>([
    ['of parts I and II', { title: 'Kite strings, part I' }, { title: 'Kite strings, part II', abstract: null }],
    ['of type 1 and type 2', { title: `${kites.title} 1` }, { title: `${kites.title} 2` }],
    ['of a paper and its erratum', {}, { title: `Erratum: ${kites.title}` }],
    ['of a paper and its erratum in the Web of Science', {}, { title: `${kites.title} (vol 2, pg 3, 2019)` }],
    ['of a paper and a reply to it', { abstract: null }, { title: `${kites.title}: a reply`, abstract: null }],
    ['of a trial and its protocol', { abstract: null }, { title: `${kites.title}: study protocol`, abstract: null }],
    ['of other authors and abstracts', {}, { authors: ['Bo Wren'], ...another }],
    ['of another year and journal', { abstract: null }, { date: '2011-01-01', venue: 'Sand', abstract: null }],
    ['of one author with another abstract', {}, another],
    [
      'of a review and its update',
      { venue: 'Cochrane Database Syst Rev' },
      { venue: 'Cochrane Database of Systematic Reviews', date: '2023-01-01' },
    ],
    [
      'of a title and a longer one',
      { title: 'Kite strings as sensors in the wind', abstract: null },
      { title: 'Kite strings as sensors in the wind in Denmark', abstract: null },
    ],
    [
      'of a paper and the baseline of its trial',
      { abstract: null },
      { title: `${kites.title}: baseline characteristics`, abstract: null },
    ],
    ['of two numbered abstracts', { title: `P2-13. ${kites.title}` }, { title: `P2-14. ${kites.title}` }],
    [
      'of opposite words',
      { title: 'Kite strings as sensitive sensors', abstract: null },
      { title: 'Kite strings as insensitive sensors', abstract: null },
    ],
    [
      'of similar words',
      { title: 'Effect of prednisone on kites', abstract: null },
      { title: 'Effect of prednisolone on kites', abstract: null },
    ],
    [
      'of a yearly column',
      { title: "Editor's note", abstract: null },
      { title: 'Editor’s note', abstract: null, date: '2020-01-01' },
    ],
    ['with other DOIs', { doi: '10.1000/1' }, { doi: '10.1000/2' }],
    ['with other identifiers', { id: '2401.00001' }, { id: '2401.00002' }],
    [
      'that are both called Editorial',
      { title: 'Editorial', abstract: null },
      { title: 'Editorial', abstract: null, venue: '' },
    ],
    [
      'that share the DOI of their issue',
      { doi: '10.1000/1' },
      { doi: '10.1000/1', title: 'Sand', authors: ['Bo Wren'] },
    ],
  ])('keeps two records %s apart', (_, a, b) => {
    expect(reason(a, b)).toBeNull();
    expect(reason(b, a)).toBeNull();
  });

  it('merges titles in British and American spelling', () => {
    expect(
      reason(
        { title: 'Behavioral effects of labeled kites in anemia centers', abstract: null },
        { title: 'Behavioural effects of labelled kites in anaemia centres' },
      ),
    ).toContain('same title');
  });

  it('merges names with their initials joined', () => {
    const given = { authors: ['Uma Jo Mae Tanaka'], venue: '', abstract: null };
    expect(reason(given, { ...given, authors: ['Tanaka UJM'] })).toContain('author');
    expect(reason(given, { ...given, authors: ['Tanaka UKM'] })).toBeNull();
  });

  it.each<[string, Partial<Paper>, Partial<Paper>, string | null]>([
    [
      'of one name in full and by initials',
      { venue: 'Journal of the American Kite Association' },
      { venue: 'JAKA' },
      'same title, author, year, venue',
    ],
    [
      'of a journal and its initials',
      { venue: 'BKJ (Clinical research ed.)' },
      { venue: 'British Kite Journal' },
      'same title, author, year, venue',
    ],
    [
      'of a full and a shortened name',
      { venue: 'Proceedings of the Royal Kite Society' },
      { venue: 'Proc R Kite Soc' },
      'same title, author, year, venue',
    ],
    [
      'that only share a word',
      { venue: 'Annals of Coastal Kites' },
      { venue: 'Coastal Engineering' },
      'same title, author, year',
    ],
    ['that share nothing', { venue: 'Annals of Coastal Kites' }, { venue: 'Sand' }, null],
  ])('are compared by journals %s', (_, a, b, expected) => {
    expect(reason({ ...a, abstract: null }, { ...b, abstract: null })).toBe(expected);
    expect(reason({ ...b, abstract: null }, { ...a, abstract: null })).toBe(expected);
  });

  const opening = 'Kites are flown on many coasts and their strings carry sensors for wind, water and sand.';

  it.each<[string, string, string | null]>([
    [
      'that starts with the same words and goes on differently',
      'Kites are flown on many coasts and their tails were not studied by anyone before.',
      'same title, author, year, venue, abstract',
    ],
    ['with another word in front', `Summarily ${opening}`, 'same title, author, year, venue, abstract'],
    [
      'with a third of the words in the same order',
      'In winter kites are flown on many coasts, but what the cords hold is sensors, and sand is none of them.',
      'same title, author, year, venue',
    ],
    ['with other words', 'Nobody watched the sky that summer, because it rained.', null],
  ])('are compared by an abstract %s', (_, abstract, expected) => {
    expect(reason({ abstract: opening }, { abstract })).toBe(expected);
    expect(reason({ abstract }, { abstract: opening })).toBe(expected);
  });

  it.each<[string, string, string, boolean]>([
    [
      'with entities in numbers',
      'Kites &#38; strings &#x26; tails in the wind',
      'Kites & strings & tails in the wind',
      true,
    ],
    [
      'with an entity of a Greek letter',
      'The &beta; angle of kites in the wind',
      'The β angle of kites in the wind',
      true,
    ],
    ['with an entity of an accented letter', 'The t&eacute;lescope in the wind', 'The télescope in the wind', true],
    ['with a word that looks like an entity', 'R&xyz; of kites in the wind', 'R of kites in the wind', false],
    ['with a Greek letter that is not spelled out', 'υ mesons in the wind', 'mesons in the wind', false],
    ['with two letters in another order', 'Kites and their stirngs at sea', 'Kites and their strings at sea', true],
    ['with a letter more', 'Kites and their strinngs at sea', 'Kites and their strings at sea', true],
    ['with one letter that is wrong', 'Kites and their stzings at sea', 'Kites and their strings at sea', true],
    ['with a letter less at the start', 'Kites and their tailings at sea', 'Kites and their ailings at sea', false],
    ['with another word', 'Kites and their strings at sea', 'Kites and their ropes at sea', false],
    ['with a letter less', 'Vitamin D and kites at sea', 'Vitamin and kites at sea', false],
    ['with another word beside parentheses', 'Vertical kites and vitamin D(3)', 'Cervical kites and vitamin D3', false],
    ['with another first letter', 'Maternal kites and their age', 'Paternal kites and their age', false],
    ['with another letter that is a word', 'Hepatitis A and kites at sea', 'Hepatitis B and kites at sea', false],
    ['with another letter that is a small word', 'Vitamin A and kites at sea', 'Vitamin E and kites at sea', false],
    ['with an article less', 'A kite and a string at sea', 'Kite and string at sea', true],
    ['with another prefix', 'Microvascular kites at sea', 'Macrovascular kites at sea', false],
    ['with another word of four letters', 'Oval kites and their strings', 'Oral kites and their strings', false],
    ['with a lost Greek letter', 'The NF-κB of kites at sea', 'The NF-B of kites at sea', true],
    ['with the first letter of a Greek one', 'Interferon-γ in kites at sea', 'Interferon-g in kites at sea', true],
    ['with another Greek letter', 'Interferon-α in kites at sea', 'Interferon-β in kites at sea', false],
    ['with a word in two', 'Kites and their followup at sea', 'Kites and their follow-up at seas', true],
    ['with another short word', 'Kites and ten old bells at sea', 'Kites and tan old bells at sea', false],
  ])('are compared by titles %s', (_, title, other, isSame) => {
    const found = reason({ title, abstract: null }, { title: other, abstract: null });
    expect(found?.startsWith('same title') || found?.startsWith('similar title') || false).toBe(isSame);
  });

  it('are merged if one title ends with the year of a meeting and everything else agrees', () => {
    const longer = { title: `${kites.title} in 2020` };
    expect(reason({}, longer)).toBe('same title with another end, author, year, venue, abstract');
    expect(reason({}, { ...longer, abstract: null })).toBeNull();
    expect(reason({}, { ...longer, authors: ['Bo Wren'] })).toBeNull();
  });

  it('with a misspelt title are merged by the abstract if one has no authors', () => {
    const misspelt = { title: kites.title.replace('strings', 'stirngs') };
    expect(reason({}, { ...misspelt, authors: [] })).toBe('similar title, year, venue, abstract');
    expect(reason({}, { ...misspelt, authors: [], abstract: null })).toBeNull();
  });

  it('with a short title need something else in common', () => {
    const short = { title: 'Kites', abstract: null, date: null, venue: '' };
    expect(reason({ ...short, authors: [] }, { ...short, authors: [] })).toBeNull();
    expect(reason(short, short)).toBe('same title, author');
  });

  it('without any letters in their titles are kept apart', () => {
    expect(reason({ title: '???' }, { title: '!!!' })).toBeNull();
  });

  it('with a DOI that is not one are compared by its text', () => {
    expect(reason({ doi: 'Kite-7' }, { doi: 'kite-7' })).toBe('same DOI kite-7');
  });

  it('with the DOI of their record in a database are compared by the rest', () => {
    expect(reason({ doi: '10.1000/1', abstract: null }, { doi: '10.1002/central/CN-01234567' })).toContain(
      'same title',
    );
  });

  it('gives the reason for a merger', () => {
    expect(reason({ doi: '10.1000/AB' }, { doi: 'doi:10.1000/ab' })).toBe('same DOI 10.1000/ab');
    expect(reason({ id: 'hep-th/9901001' }, { id: 'hep-th/9901001' })).toBe('same identifier hep-th/9901001');
    expect(reason({ abstract: null }, { venue: '' })).toBe('same title, author, year');
  });
});

describe('two records in journals', () => {
  type Place = readonly [volume: string, pages: string];
  const placed = (values: Partial<Paper>, [volume, pages]: Place): Paper => ({
    ...kites,
    abstract: null,
    ...values,
    ...(volume !== '' && { volume }),
    ...(pages !== '' && { pages }),
  });
  const reasonFor = (a: Partial<Paper>, placeOfA: Place, b: Partial<Paper>, placeOfB: Place) =>
    sameness(identityOf(placed(a, placeOfA)), identityOf(placed(b, placeOfB)))?.reason ?? null;

  it.each<[string, Partial<Paper>, Place, string]>([
    ['of another name', { venue: 'Feng Zheng' }, ['12', '123'], 'same title, author, year, page'],
    ['with years that are two apart', { date: '2017-05-01' }, ['12', '123'], 'same title, author, venue, page'],
    ['with the mark of a supplement', {}, ['12', 's123'], 'same title, author, year, venue, page'],
    ['with the year for the volume', {}, ['2019', '123'], 'same title, author, year, venue, page'],
    ['with pages that are counted from 1', {}, ['12', '1'], 'same title, author, year, venue'],
    ['with an article number', {}, ['12', 'e7'], 'same title, author, year, venue'],
    [
      'of which one has no authors and a misspelt title',
      { title: kites.title.replace('strings', 'stirngs'), authors: [] },
      ['12', '123'],
      'similar title, year, venue, page',
    ],
    [
      'with a longer title',
      { title: `${kites.title} in Denmark` },
      ['12', '123'],
      'longer title, author, year, venue, page',
    ],
    ['as an editorial', { title: 'Editorial', date: '2020-01-01' }, ['12', '123'], 'longer'],
  ])('are merged %s', (_, other, place, expected) => {
    const title = other.title === 'Editorial' ? 'Editorial' : kites.title;
    const found = expected === 'longer' ? 'same title, author, year, venue, page' : expected;
    expect(reasonFor({ title }, ['12', '123'], other, place)).toBe(found);
    expect(reasonFor(other, place, { title }, ['12', '123'])).toBe(found);
  });

  it.each<[string, Partial<Paper>, Place]>([
    ['in another volume', {}, ['13', '123']],
    ['in another volume, with the same abstract', { date: '2020-01-01' }, ['13', '7']],
    ['in another journal, with the same abstract', { venue: 'Sand' }, ['40', '7']],
    ['on another page by the same author', { title: kites.title, abstract: null }, ['12', '125']],
    ['on the same page by another author', { authors: ['Bo Wren'], abstract: null }, ['12', '123']],
  ])('are kept apart %s', (_, other, place) => {
    const { abstract } = kites;
    expect(reasonFor({ abstract }, ['12', '123'], { abstract, ...other }, place)).toBeNull();
    expect(reasonFor({ abstract, ...other }, place, { abstract }, ['12', '123'])).toBeNull();
  });

  it('on pages that databases count differently are merged by the abstract', () => {
    const { abstract } = kites;
    expect(reasonFor({ abstract }, ['12', '123'], { abstract }, ['12', '7'])).toBe(
      'same title, author, year, venue, abstract',
    );
  });

  it.each<[string, Place]>([
    ['another one', ['12', '300']],
    ['none', ['', '']],
  ])('that are both called Editorial are kept apart if one is on a page and the other on %s', (_, place) => {
    const title = 'Editorial';
    expect(reasonFor({ title }, ['12', '123'], { title }, place)).toBeNull();
  });

  it('with the DOI of their issue are kept apart by pages, and otherwise merged by authors', () => {
    const [a, b] = [{ doi: '10.1000/1' }, { doi: '10.1000/1', title: 'Sand counted by hand' }];
    expect(reasonFor(a, ['12', '123'], b, ['12', '125'])).toBeNull();
    expect(reasonFor(a, ['12', '123'], b, ['12', ''])).toBe('same DOI 10.1000/1');
  });

  it('are not merged because a third one without a volume may be either', () => {
    const papers = merged(placed({ year: 2019 }, ['12', '123']), placed({}, ['', '']), placed({}, ['13', '7']));
    expect(papers).toHaveLength(2);
  });

  it('are found by their page if nothing else in them is equal', () => {
    const misspelt = kites.title.replace('strings', 'stirngs').replace('water', 'watter');
    expect(merged(placed({}, ['12', '123']), placed({ title: misspelt, authors: [] }, ['12', '123']))).toHaveLength(1);
  });
});

it('merges a record with the paper that it has most in common with', () => {
  const record = (more: Partial<Paper>) => paper({ ...kites, date: null, abstract: null, ...more });
  const papers = merged(
    record({ year: 2018, doi: '10.1000/1' }),
    record({ year: 2019, doi: '10.1000/2' }),
    record({ year: 2019, citationCount: 7 }),
  );
  expect(papers.map(({ doi, citationCount }) => [doi, citationCount])).toEqual([
    ['10.1000/1', undefined],
    ['10.1000/2', 7],
  ]);
});
