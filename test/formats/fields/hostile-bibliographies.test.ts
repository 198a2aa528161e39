import { describe, expect, it } from 'vitest';
import { readListing } from '../../read-listing.ts';

/** A megabyte of the text, repeated. */
const megabyte = (text: string) => text.repeat(Math.ceil(1e6 / text.length));

const bibtex = '@misc{a,\n  title = {Moths}\n}\n';
const rss = '<rss version="2.0"><channel><title>x</title>\n<item><title>Moths</title></item>\n';
const ris = 'TY  - JOUR\nTI  - Moths\nER  - \n\n';

describe('a paper before a megabyte of junk', () => {
  it.each([
    ['{', bibtex + megabyte('{')],
    ['}', bibtex + megabyte('}')],
    ['@article{', bibtex + megabyte('@article{')],
    ['fields that do not end', `${bibtex}@misc{b,\n${megabyte('  note = {x y z,\n')}`],
    ['quotes that do not end', `${bibtex}@misc{b,\n${megabyte('  note = "x y z,\n')}`],
    ['line ends in a value', `${bibtex}@misc{b,\n title = {${megabyte('\n')}`],
    ['backslashes', `${bibtex}@misc{b, title = {${megabyte('\\')}}}`],
    ['commas between names', `${bibtex}@misc{b, title = {B}, author = {${megabyte(',')}}}`],
    ['<', rss + megabyte('<')],
    ['&', `${rss}<item><title>${megabyte('&')}`],
    ['<item>', rss + megabyte('<item>')],
    ['elements that do not end', `${rss}<item>${megabyte('<a>')}`],
    ['comments that do not end', rss + megabyte('<!--')],
    ['continuation lines', `${ris}TY  - JOUR\nTI  - x\nAB  - x\n${megabyte('word\n')}`],
    ['records without a title', ris + megabyte('TY  - JOUR\n')],
  ])('is read before %s', async (_rubbish, text) => {
    const { papers } = await readListing(text);
    expect(papers[0]?.title).toBe('Moths');
  });
});
