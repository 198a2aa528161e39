import type { Paper } from '../../paper.ts';
import { beginning } from '../../printable.ts';
import type { ReaderOutput } from '../format.ts';
import { readAuthors } from './authors.ts';
import { readDate } from './dates.ts';
import { Stretch, TextSpan } from './text-span.ts';
import type { FieldKey } from './tokens.ts';

type AnnounceType = NonNullable<Paper['announceType']>;

/** What has been read of one entry. One object serves all entries of a listing. */
export class Entry {
  /** Where the entry starts, counted from 1. */
  line = 0;
  id = '';
  announceType: AnnounceType = 'new';
  /** The lines of the fields. */
  readonly stretch = new Stretch();
  readonly abstract = new TextSpan(this.stretch);
  readonly fields: Record<FieldKey, TextSpan> = {
    date: new TextSpan(this.stretch),
    title: new TextSpan(this.stretch),
    authors: new TextSpan(this.stretch),
    categories: new TextSpan(this.stretch),
    authorComment: new TextSpan(this.stretch),
    reportNumber: new TextSpan(this.stretch),
    journalRef: new TextSpan(this.stretch),
    doi: new TextSpan(this.stretch),
  };

  /** Hands the entry over as a paper, with what it lacks, and leaves it empty. An entry of which nothing is known is no paper. */
  emit(output: ReaderOutput): void {
    const { id, line, fields } = this;
    const title = fields.title.take();
    const authors = readAuthors(fields.authors.take() ?? '');
    const dateText = fields.date.take();
    const categories = fields.categories.take()?.split(' ');
    const rest = {
      abstract: this.abstract.take(),
      authorComment: fields.authorComment.take(),
      journalRef: fields.journalRef.take(),
      doi: fields.doi.take(),
      reportNumber: fields.reportNumber.take(),
    };
    this.id = '';
    this.stretch.clear();
    if (id === '' && title === null) {
      output.report('missing-title', 'entry without identifier and title: no paper', line);
      return;
    }
    if (id === '') output.report('missing-id', 'entry without identifier', line);
    if (title === null) output.report('missing-title', 'entry without title: its identifier stands for it', line);
    const date = dateText === null ? null : readDate(dateText);
    if (dateText === null) output.report('missing-date', 'entry without date', line);
    else if (date === null) output.report('bad-date', `no date: ${beginning(dateText)}`, line);

    const paper: Paper = {
      title: title ?? `arXiv:${id}`,
      abstract: rest.abstract,
      authorCount: authors.count === 0 ? null : authors.count,
      date,
      upvotes: null,
    };
    if (id !== '') {
      paper.id = id;
      paper.url = `https://arxiv.org/abs/${id}`;
    }
    if (authors.names.length > 0) paper.authors = authors.names;
    if (categories !== undefined) paper.categories = categories;
    paper.announceType = this.announceType;
    if (rest.authorComment !== null) paper.authorComment = rest.authorComment;
    if (rest.journalRef !== null) paper.journalRef = rest.journalRef;
    if (rest.doi !== null) paper.doi = rest.doi;
    if (rest.reportNumber !== null) paper.reportNumber = rest.reportNumber;
    output.paper(paper, line);
  }
}
