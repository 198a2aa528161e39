import type { Line } from '../../input/text.ts';
import type { LineFate, Reader, ReaderOptions, ReaderOutput } from '../format.ts';
import { Card, mergeRepeated, type PageTraits, pendingCard } from './card.ts';
import type { CaptureEvidence } from './evidence.ts';
import { unescapeMarkdown } from './markup.ts';
import { takeOrganization } from './organization.ts';
import { paperId } from './paper-address.ts';
import { type PendingCard, PendingCards } from './pending.ts';
import { type Block, headedEntry, type SplitEntry, splitRun } from './split.ts';
import { TextRun } from './text-run.ts';
import { type TextToken, type Token, Tokenizer } from './tokens.ts';

/**
 * Where in a page the reader stands:
 *
 *     outside   before the first header, and behind a footer
 *     header    Daily Papers, by AK and the research community, Nov 20
 *     before    votes, submitter         ┐
 *     body      title, abstract          │ of one card
 *     row       3 authors · Mar 6, 2024  ┘
 */
type Phase = 'outside' | 'header' | 'before' | 'body' | 'row';

/** A label whose value stands on the next line. */
type Awaited = 'votes' | 'upvote' | 'submitter' | 'stars' | null;

type Held = { readonly type: 'number' | 'dash'; readonly count: number; readonly line: number };

/** Puts the tokens of a Daily Papers page together to cards, and cards to papers. */
export class CardReader implements Reader {
  readonly #output: ReaderOutput;
  readonly #options: ReaderOptions;
  readonly #tokenizer = new Tokenizer();
  readonly #pending: PendingCards;
  #phase: Phase = 'outside';
  #card = new Card();
  readonly #run = new TextRun();
  #awaited: Awaited = null;
  /** A number or dash that only the next token explains. */
  #held: Held | null = null;
  readonly #traits: PageTraits = { printsVotes: false, printsUpvoteLabels: false, printsPictureNames: false };
  /** The last card, kept back because a page for two screen sizes prints each card twice. */
  #last: PendingCard | null = null;
  /** When the page was taken, said by lines above its header. */
  readonly #captures: CaptureEvidence[] = [];
  #line = 0;

  constructor(output: ReaderOutput, options: ReaderOptions) {
    this.#output = output;
    this.#options = options;
    this.#pending = new PendingCards(output, options);
  }

  line(line: Line): void {
    const tokens = this.#tokenizer.read(line);
    this.#line = line.number;
    let fate: LineFate | null | undefined;
    for (const token of tokens) {
      this.#resolveHeld(token);
      const next = this.#token(token);
      // A line with any part of a paper on it belongs to the paper.
      if (fate === undefined || next === 'paper') fate = next;
    }
    if (fate !== undefined && fate !== null) this.#output.account(fate);
  }

  end(): void {
    this.#resolveHeld(null);
    this.#finishListing(true);
    this.#tellCaptures();
    this.#pending.flush();
  }

  /** @returns where the token's line belongs; null where that is decided later, with the run of text it is part of */
  #token(token: Token): LineFate | null {
    switch (token.type) {
      case 'text':
        return this.#text(token);
      case 'votes':
        return this.#votes(token.count, token.count === null);
      case 'number':
        return this.#number(token);
      case 'dash':
        return this.#hold({ type: 'dash', count: 0, line: this.#line });
      case 'upvote':
        return this.#upvote(token.count);
      case 'comments':
        return this.#comments(token.count);
      case 'authors':
        return this.#authors(token.count, token.text);
      case 'separator':
        return this.#separator();
      case 'day':
        return this.#day(token);
      case 'year':
        if (this.#card.day?.year === null) this.#card.day = { ...this.#card.day, year: token.year };
        return 'paper';
      case 'damaged-count':
        return this.#damagedCount(token.text);
      case 'organization':
        return this.#organization(token);
      case 'submitted':
        return this.#submitted(token.name);
      case 'github':
        return this.#github(token);
      case 'url':
        return this.#url(token.url);
      case 'definition':
        this.#pending.define(token.number, token.url);
        return 'boilerplate';
      case 'decoration':
        return this.#isInCard() ? 'paper' : 'boilerplate';
      case 'capture':
        return this.#capture(token.evidence);
      case 'page-title':
        return this.#pageTitle();
      case 'logo':
        this.#traits.printsPictureNames = true;
        return 'boilerplate';
      case 'furniture':
        if (this.#phase === 'header') this.#dropRun();
        return 'boilerplate';
      case 'header':
        return this.#header();
      case 'footer':
        return this.#footer();
    }
  }

  // ── text ──────────────────────────────────────────────────────────────────────────────────────────────────────

  #text(token: TextToken): LineFate | null {
    const { text } = token;
    if (this.#awaited === 'submitter') {
      this.#card.submittedBy = unescapeMarkdown(text, 'certain');
      this.#awaited = null;
      return 'paper';
    }
    if (this.#awaited !== null && text.length < 30 && !token.isHeading && /^\d/.test(text)) {
      this.#awaited = null;
      return this.#badNumber(text);
    }
    this.#awaited = null;
    // Submitted by beacon-     ← no name ends in a hyphen: the line was broken there
    if (this.#phase === 'before' && this.#card.submittedBy?.endsWith('-') === true) {
      this.#card.submittedBy += text;
      return 'paper';
    }
    // Above the first card a heading may be of the page: only what follows tells, unless it links to a paper.
    const startsCard =
      token.isHeading && (this.#phase !== 'outside' || (token.url !== null && paperId(token.url) !== null));
    if (startsCard) this.#startCard();
    else if (this.#phase === 'row') {
      if (this.#card.day === null && isDamagedDay(text) && !token.continues) {
        this.#output.report('bad-date', `not a date: ${text}`, this.#line);
        return 'paper';
      }
      this.#startCard();
    }
    if (this.#phase === 'before') this.#phase = 'body';
    this.#append(token);
    return null;
  }

  #append(token: TextToken): void {
    if (this.#run.isFull) this.#cutRun();
    this.#run.append(token, this.#line);
  }

  /** The run is too long to wait for its row: all but its last card leave, or its start is given up. */
  #cutRun(): void {
    if (!this.#isInCard()) {
      this.#dropRun();
      return;
    }
    const { blocks, width } = this.#run;
    const { entries } = splitRun(blocks, width, false);
    const last = entries.length < 2 ? undefined : entries.at(-1);
    const count = last === undefined ? blocks.length : blocks.findIndex(({ line }) => line >= last.line);
    this.#finishCard(false, count);
    this.#phase = 'body';
  }

  // ── what starts a card ────────────────────────────────────────────────────────────────────────────────────────

  /** Makes room for the next card: finishes the one before, or gives up what stood above the first. */
  #startCard(): void {
    if (this.#phase === 'body' || this.#phase === 'row') this.#finishCard(false);
    else if (this.#phase === 'header') this.#dropRun();
    else if (this.#phase === 'outside') {
      this.#finishOutside(false);
      this.#tellCaptures();
    }
    this.#phase = 'before';
    this.#card.line ??= this.#line;
  }

  #votes(count: number | null, fromCheckbox: boolean): LineFate {
    if (this.#awaited === 'upvote') return this.#upvote(count);
    // Not a check box, but the picture of whoever submitted the paper.
    if (this.#awaited === 'submitter' && count === null) return 'paper';
    this.#startCard();
    this.#traits.printsVotes = true;
    this.#card.votes = count;
    this.#traits.printsPictureNames ||= fromCheckbox;
    if (count === null) this.#awaited = 'votes';
    return 'paper';
  }

  #submitted(name: string | null): LineFate {
    if (this.#card.submittedBy !== null || this.#phase !== 'before') this.#startCard();
    this.#card.submittedBy = name === null ? null : unescapeMarkdown(name, 'certain');
    if (name === null) this.#awaited = 'submitter';
    return 'paper';
  }

  // ── numbers that stand alone ──────────────────────────────────────────────────────────────────────────────────

  #number({ count, text, continues, url }: Extract<Token, { type: 'number' }>): LineFate | null {
    if (this.#awaited === 'votes' || this.#awaited === 'upvote' || this.#awaited === 'stars') {
      if (this.#awaited === 'stars') {
        this.#card.githubStars = count;
        if (url?.includes('github.com/') === true) this.#card.githubUrl ??= url;
      } else this.#card.votes = count;
      this.#awaited = null;
      return 'paper';
    }
    if (continues && !this.#run.isEmpty && this.#phase !== 'row') {
      this.#append({
        type: 'text',
        text,
        continues,
        isHeading: false,
        url: null,
        reference: null,
        escaping: 'none',
        isTidy: true,
      });
      return null;
    }
    return this.#hold({ type: 'number', count, line: this.#line });
  }

  #hold(held: Held): LineFate | null {
    if (held.type === 'dash' && (this.#awaited === 'votes' || this.#awaited === 'upvote')) {
      this.#awaited = null;
      this.#card.votes = 0;
      return 'paper';
    }
    this.#held = held;
    return this.#isInCard() ? 'paper' : 'boilerplate';
  }

  /**
   * What the number or dash before `next` was:
   *
   *     6      ← comments: another number follows           ·            ← dashes: bullets of a list
   *     173    ← votes: a title follows                     - 4 authors
   *     Title
   */
  #resolveHeld(next: Token | null): void {
    const held = this.#held;
    if (held === null || next?.type === 'decoration') return;
    this.#held = null;
    const isBeforeTitle = next?.type === 'text';
    const isLogin = next?.type === 'url' && next.url.includes('login?next=');
    if (isLogin || (isBeforeTitle && this.#mayBeVotes(held))) {
      this.#startCard();
      this.#traits.printsVotes = true;
      this.#card.line = held.line;
      this.#card.votes = held.count;
    } else if (held.type === 'number' && (this.#phase === 'row' || this.#phase === 'body')) {
      this.#card.count ??= held.count;
      if (this.#phase === 'body') this.#endBody();
    }
  }

  /** Whether a number or dash with text behind it is the next card's votes, not this card's comments. */
  #mayBeVotes(held: Held): boolean {
    switch (this.#phase) {
      case 'header':
      case 'before':
        return true;
      case 'outside':
        return this.#run.isEmpty;
      case 'body':
        return this.#traits.printsVotes;
      case 'row':
        return this.#traits.printsVotes || this.#card.count !== null || held.type === 'dash';
    }
  }

  #badNumber(text: string): LineFate {
    this.#output.report('bad-number', `not a count: ${text}`, this.#line);
    return 'paper';
  }

  // ── rows of a card ────────────────────────────────────────────────────────────────────────────────────────────

  /** The text of a card ends and its rows begin; what stood above the first title is left behind. */
  #endBody(): void {
    this.#card.hasRow = true;
    this.#phase = 'row';
  }

  #authors(count: number | null, text: string): LineFate {
    if (this.#run.isEmpty) return this.#isInCard() ? 'paper' : 'boilerplate';
    this.#adoptRun();
    this.#takeOrganization(false);
    if (count === null) this.#badNumber(text);
    this.#card.authorCount ??= count;
    this.#endBody();
    return 'paper';
  }

  #separator(): LineFate {
    if (this.#run.isEmpty || (!this.#isInCard() && !this.#run.looksLikeCard))
      return this.#isInCard() ? 'paper' : 'boilerplate';
    this.#adoptRun();
    if (this.#phase === 'body') this.#card.isParted = this.#line === this.#run.lastLine + 1 ? 'at once' : 'later';
    this.#endBody();
    return 'paper';
  }

  #day({ day, isPublished }: Extract<Token, { type: 'day' }>): LineFate {
    if (this.#run.isEmpty || (!this.#isInCard() && !this.#run.looksLikeCard)) {
      // The day of the page itself.
      if (!this.#isInCard()) this.#dropRun();
      return this.#isInCard() ? 'paper' : 'boilerplate';
    }
    this.#adoptRun();
    this.#takeOrganization(true);
    this.#endBody();
    this.#traits.printsUpvoteLabels ||= isPublished;
    if (this.#card.day === null) {
      this.#card.day = day;
      this.#card.dayLine = this.#line;
    }
    return 'paper';
  }

  #damagedCount(text: string): LineFate {
    if (!this.#isInCard()) return 'boilerplate';
    this.#card.hasBadCount = true;
    return this.#badNumber(text);
  }

  #comments(count: number): LineFate {
    if (this.#phase !== 'row' && this.#phase !== 'body') return this.#isInCard() ? 'paper' : 'boilerplate';
    this.#card.count = count;
    this.#endBody();
    return 'paper';
  }

  #organization({ text, url, reference, continues }: Extract<Token, { type: 'organization' }>): LineFate {
    if (!this.#isInCard() && !this.#run.looksLikeCard) return 'boilerplate';
    this.#adoptRun();
    // [Carnival Mill     ← a name whose link was wrapped stands in the text so far
    // University](url) · May 29
    const start = continues ? takeOrganization(this.#run.blocks, true, 0) : null;
    if (start !== null) this.#output.account('paper', start.lines);
    this.#card.setOrganization(start === null ? text : `${start.text} ${text}`, url, reference, this.#traits);
    this.#endBody();
    return 'paper';
  }

  /** The last text before a separator, where it names an organization. */
  #takeOrganization(isCertain: boolean): void {
    if (this.#card.isParted === null || this.#card.authorCount !== null || this.#card.organization !== null) return;
    const label = takeOrganization(
      this.#run.blocks,
      isCertain,
      this.#card.isParted === 'at once' ? this.#run.width : 0,
    );
    if (label === null) return;
    this.#output.account('paper', label.lines);
    this.#card.setOrganization(label.text, label.url, label.reference, this.#traits);
  }

  #upvote(count: number | null): LineFate {
    if (!this.#isInCard() || this.#phase === 'before') return this.#isInCard() ? 'paper' : 'boilerplate';
    this.#traits.printsUpvoteLabels = true;
    this.#endBody();
    this.#card.votes = count;
    this.#awaited = count === null ? 'upvote' : null;
    return 'paper';
  }

  #github({ stars, url }: Extract<Token, { type: 'github' }>): LineFate {
    if (this.#phase !== 'body' && this.#phase !== 'row') return this.#isInCard() ? 'paper' : 'boilerplate';
    this.#endBody();
    this.#card.githubStars ??= stars;
    this.#card.githubUrl ??= url;
    this.#awaited = stars === null ? 'stars' : null;
    return 'paper';
  }

  #url(url: string): LineFate | null {
    if (!this.#isInCard()) return 'boilerplate';
    const id = paperId(url);
    if (url.includes('login?next=')) return 'paper';
    const last = this.#run.blocks.at(-1);
    if (id !== null) {
      if (this.#phase === 'body' && last !== undefined) last.url ??= url;
      return 'paper';
    }
    if (/^https?:\/\/github\.com\//.test(url) && this.#phase === 'row') {
      this.#card.githubUrl ??= url;
      return 'paper';
    }
    if (/^https?:\/\/huggingface\.co\/[\w.-]+$/.test(url) && last !== undefined) {
      last.url ??= url;
      return 'paper';
    }
    if (this.#phase !== 'body') return 'paper';
    this.#append({
      type: 'text',
      text: url,
      continues: false,
      isHeading: false,
      url,
      reference: null,
      escaping: 'none',
      isTidy: true,
    });
    return null;
  }

  // ── pages ─────────────────────────────────────────────────────────────────────────────────────────────────────

  #header(): LineFate {
    if (this.#phase === 'header') this.#dropRun();
    else {
      // What stands above a page is a note of whoever saved it.
      if (this.#phase === 'outside') this.#dropRun('boilerplate');
      this.#finishListing(false);
      this.#pending.startListing();
      this.#tellCaptures();
      this.#traits.printsVotes = false;
      this.#traits.printsUpvoteLabels = false;
      this.#run.width = 0;
    }
    this.#phase = 'header';
    return 'boilerplate';
  }

  /** A heading of the first level: what follows is a note of whoever saved the next page. */
  #pageTitle(): LineFate {
    if (this.#phase === 'header') this.#dropRun();
    else if (this.#isInCard()) {
      this.#finishListing(false);
      this.#phase = 'outside';
    }
    return 'boilerplate';
  }

  #footer(): LineFate {
    if (this.#phase === 'header') this.#dropRun();
    else {
      this.#finishListing(false);
      this.#phase = 'outside';
    }
    return 'boilerplate';
  }

  /** Above a header it is said of the page that follows; in the header, or where none follows, of this one. */
  #capture(evidence: CaptureEvidence): LineFate {
    if (this.#phase === 'header') {
      this.#dropRun();
      this.#pending.capture(evidence);
    } else this.#captures.push(evidence);
    return 'boilerplate';
  }

  #tellCaptures(): void {
    for (const evidence of this.#captures.splice(0)) this.#pending.capture(evidence);
  }

  /** The run, or its start, belongs to no card. */
  #dropRun(fate: LineFate = this.#phase === 'outside' ? 'unrecognized' : 'boilerplate', count?: number): void {
    for (const block of this.#run.take(count)) this.#accountBlock(block, fate);
  }

  #accountBlock(block: Block, fate: LineFate): void {
    this.#output.account(fate, block.lines.length);
    if (fate === 'unrecognized') this.#output.report('unrecognized-line', 'not part of a paper', block.line);
  }

  /** A row ends the text of the first card: what stands in front of its title is of the page. */
  #adoptRun(): void {
    if (this.#isInCard()) return;
    const { junk } = splitRun(this.#run.blocks, this.#run.width, true);
    if (junk > 0) this.#dropRun(undefined, junk);
    this.#phase = 'body';
  }

  #finishListing(isEnd: boolean): void {
    if (this.#isInCard()) this.#finishCard(isEnd);
    else this.#finishOutside(isEnd);
    this.#releaseLast();
  }

  /** Text for which no row came: cards, where there is as much of it as an abstract. */
  #finishOutside(isEnd: boolean): void {
    if (!this.#run.looksLikeCard) {
      this.#dropRun();
      return;
    }
    this.#adoptRun();
    this.#finishCard(isEnd);
  }

  // ── cards ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** @param isEnd nothing follows @param count how many blocks of the run belong to it, where not all do */
  #finishCard(isEnd: boolean, count?: number): void {
    const card = this.#card;
    const run = this.#run.take(count);
    this.#card = new Card();
    this.#awaited = null;
    for (const block of run) this.#accountBlock(block, 'paper');
    const [first] = run;
    if (first === undefined) {
      const line = card.line ?? this.#line;
      if (isEnd) this.#output.report('truncated-entry', 'the last card is cut off before its title', line);
      else if (card.line !== null) this.#output.report('missing-title', 'a card without a title', line);
      return;
    }
    const entries = first.isHeading ? [headedEntry(run)] : splitRun(run, this.#run.width, false).entries;
    const bare = new Card();
    for (const [index, entry] of entries.entries()) {
      const isLast = index === entries.length - 1;
      if (isLast && !card.hasRow && isEnd && isCutOff(entry)) {
        this.#output.report('truncated-entry', 'the last card is cut off', entry.line);
      } else if (!isLast || !card.hasRow) {
        this.#output.report('missing-metadata', `no metadata row: ${entry.title.slice(0, 60)}`, entry.line);
      }
      const title = run.find((block) => block.line === entry.line) ?? first;
      // The votes above the run are those of its first card, the rows below it those of its last.
      const text = { entry, title, above: index === 0 ? card : bare, below: isLast ? card : bare };
      this.#emit(pendingCard(text, this.#traits, this.#options.trailingCount === 'comments'));
    }
  }

  #emit(card: PendingCard): void {
    const merged = this.#last === null ? null : mergeRepeated(this.#last, card);
    if (merged === null) this.#releaseLast();
    this.#last = merged ?? card;
  }

  #releaseLast(): void {
    if (this.#last !== null) this.#pending.add(this.#last);
    this.#last = null;
  }

  #isInCard(): boolean {
    return this.#phase === 'before' || this.#phase === 'body' || this.#phase === 'row';
  }
}

/** Whether the entry ends in the middle of its text. */
function isCutOff({ abstract }: SplitEntry): boolean {
  return abstract === null || !/[.!?)\]"'”’]$|https?:\/\/\S+$/.test(abstract);
}

/** `Marhc 6, 2024`, `2024-13-01`, `yesterday`: what stands where a date should, and is no title. */
function isDamagedDay(text: string): boolean {
  return text.length <= 24 && /\d{1,2}(?:,|$)|\d{4}/.test(text) && text.split(' ').length <= 4;
}
