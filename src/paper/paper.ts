import { z } from 'zod';
import { announceTypes } from './announce-types.ts';

const count = z.int().nonnegative();
const text = z.string().min(1);

/**
 * One paper as a listing shows it. The first five keys are always present, `null` if the listing does not say; the others are
 * present only if the listing has them.
 *
 * This is the only definition of the record: the type {@link Paper} and `offprint schema` come from it.
 */
export const paperSchema = z
  .strictObject({
    title: text.describe('title on one line, markup removed'),
    abstract: z.string().nullable().describe('abstract, paragraphs joined by one space; null where none is printed'),
    authorCount: count.nullable().describe('number of authors; null where only an organization is shown'),
    date: z.iso.date().nullable().describe('YYYY-MM-DD, the date printed on the entry'),
    upvotes: count.nullable().describe('votes; null where the entry shows no count'),
    commentCount: count.optional().describe('number of comments in the discussion'),
    dateInferred: z.literal(true).optional().describe('the year of `date` was not printed but inferred'),
    announced: z.iso
      .date()
      .optional()
      .describe('YYYY-MM-DD, the day on which the listing announces or features the paper'),
    year: z.int().min(1).max(9999).optional().describe('year of the paper if the listing gives no full date'),
    id: text.optional().describe('arXiv identifier without version; always a string'),
    url: text.optional().describe("the paper's page"),
    authors: z.array(text).optional().describe('names in the order printed'),
    organization: text.optional().describe('organization shown instead of or beside the author count'),
    submittedBy: text.optional().describe('who submitted the paper to Hugging Face'),
    githubUrl: text.optional().describe('repository linked from the entry'),
    githubStars: count.optional().describe('stars of that repository'),
    categories: z.array(text).optional().describe('arXiv categories, primary first'),
    announceType: z.enum(announceTypes).optional().describe('kind of arXiv announcement'),
    venue: text.optional().describe("journal, conference or publisher's series"),
    volume: text.optional().describe('volume of the journal or series'),
    issue: text.optional().describe('issue of that volume'),
    pages: text.optional().describe('first and last page, 123-130, or the number of the article: e77'),
    citationCount: count.optional().describe('times cited'),
    authorComment: text.optional().describe('arXiv `Comments` field'),
    journalRef: text.optional().describe('arXiv `Journal-ref` field'),
    doi: text.optional().describe('DOI without a prefix: 10.1000/182'),
    reportNumber: text.optional().describe('arXiv `Report-no` field'),
    source: z
      .strictObject({
        file: z.string().describe('file name, `-` for standard input'),
        line: z.int().positive().describe('line on which the entry starts, counted from 1'),
        format: z.string().describe('format the file was read in'),
      })
      .optional()
      .describe('where the entry was read, with --source'),
  })
  .meta({
    title: 'Paper',
    description: 'One paper as a paper listing shows it.',
  });

export type Paper = z.infer<typeof paperSchema>;
