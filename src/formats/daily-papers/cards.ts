import type { Line } from '../../input/text.ts';
import { truncate } from '../../text/printable.ts';
import type { LineKind, Reader, ReaderOptions, ReaderOutput } from '../format.ts';
import { unescapeMarkdown } from './markup.ts';
import { takeOrganization } from './organization.ts';
import { Page } from './page.ts';
import { paperId } from './paper-address.ts';
import { Tokenizer } from './tokenizer.ts';
import { plainText, type TextToken, type Token } from './tokens.ts';

type Held = { readonly type: 'number' | 'dash'; readonly count: number; readonly line: number };

/** Puts the tokens of a Daily Papers page together to cards, and cards to papers. */
export class CardReader implements Reader {
  readonly #output: ReaderOutput;
  readonly #tokenizer = new Tokenizer();
  readonly #page: Page;
  /** A number or dash that only the next token explains. */
  #held: Held | null = null;
  #previous: Token['type'] | null = null;

  constructor(output: ReaderOutput, options: ReaderOptions) {
    this.#output = output;
    this.#page = new Page(output, options);
  }

  line(line: Line): void {
    const tokens = this.#tokenizer.read(line);
    this.#page.line = line.number;
    let fate: LineKind | null | undefined;
    for (const token of tokens) {
      this.#resolveHeld(token);
      const next = this.#token(token);
      this.#previous = token.type;
      // A line with any part of a paper on it belongs to the paper.
      if (fate === undefined || next === 'paper') fate = next;
    }
    if (fate !== undefined && fate !== null) this.#output.account(fate);
  }

  end(): void {
    this.#resolveHeld(null);
    this.#page.end();
  }

  /** @returns where the token's line belongs; null where that is decided later, with the run of text it is part of */
  #token(token: Token): LineKind | null {
    switch (token.type) {
      case 'text':
        return this.#text(token);
      case 'votes':
        return this.#votes(token.count, token.count === null);
      case 'number':
        return this.#number(token);
      case 'dash':
        return this.#hold({ type: 'dash', count: 0, line: this.#page.line });
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
        if (this.#page.card.day?.year === null) this.#page.card.day = { ...this.#page.card.day, year: token.year };
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
        this.#page.define(token.number, token.url);
        return 'boilerplate';
      case 'decoration':
        return this.#page.fate;
      case 'capture':
        return this.#page.capture(token.evidence);
      case 'page-title':
        return this.#page.pageTitle();
      case 'logo':
        this.#page.traits.printsPictureNames = true;
        return 'boilerplate';
      case 'furniture':
        if (this.#page.phase === 'header') this.#page.dropRun();
        return 'boilerplate';
      case 'header':
        return this.#page.header();
      case 'footer':
        return this.#page.footer();
    }
  }

  // ── text ──────────────────────────────────────────────────────────────────────────────────────────────────────

  #text(token: TextToken): LineKind | null {
    const { text } = token;
    if (this.#page.card.awaited === 'submitter') {
      this.#page.card.submittedBy = unescapeMarkdown(text, 'certain') || null;
      this.#page.card.awaited = null;
      return 'paper';
    }
    if (this.#page.card.awaited !== null && text.length < 30 && !token.isHeading && /^\d/.test(text)) {
      this.#page.card.awaited = null;
      return this.#badNumber(text);
    }
    this.#page.card.awaited = null;
    // Submitted by beacon-     ← no name ends in a hyphen: the line was broken there
    if (this.#page.phase === 'before' && this.#page.card.submittedBy?.endsWith('-') === true) {
      this.#page.card.submittedBy += text;
      return 'paper';
    }
    // Above the first card a heading may be of the page: only what follows tells, unless it links to a paper.
    const startsCard =
      token.isHeading && (this.#page.phase !== 'outside' || (token.url !== null && paperId(token.url) !== null));
    if (startsCard) this.#page.startCard();
    else if (this.#page.phase === 'row') {
      if (this.#previous === 'separator' && this.#page.card.day === null && isDamagedDay(text)) {
        this.#output.report('bad-date', `not a date: ${truncate(text)}`, this.#page.line);
        return 'paper';
      }
      this.#page.startCard();
    }
    if (this.#page.phase === 'before') this.#page.phase = 'body';
    this.#page.append(token);
    return null;
  }

  // ── what starts a card ────────────────────────────────────────────────────────────────────────────────────────

  #votes(count: number | null, fromCheckbox: boolean): LineKind {
    if (this.#page.card.awaited === 'upvote') return this.#upvote(count);
    // Not a check box, but the picture of whoever submitted the paper.
    if (this.#page.card.awaited === 'submitter' && count === null) return 'paper';
    this.#page.startCard();
    this.#page.traits.printsVotes = true;
    this.#page.card.votes = count;
    this.#page.traits.printsPictureNames ||= fromCheckbox;
    if (count === null) this.#page.card.awaited = 'votes';
    return 'paper';
  }

  #submitted(name: string | null): LineKind {
    if (this.#page.card.submittedBy !== null || this.#page.phase !== 'before') this.#page.startCard();
    this.#page.card.submittedBy = name === null ? null : unescapeMarkdown(name, 'certain') || null;
    if (name === null) this.#page.card.awaited = 'submitter';
    return 'paper';
  }

  // ── numbers that stand alone ──────────────────────────────────────────────────────────────────────────────────

  #number({ count, text, continues, url }: Extract<Token, { type: 'number' }>): LineKind | null {
    const { card } = this.#page;
    if (card.awaited === 'votes' || card.awaited === 'upvote' || card.awaited === 'stars') {
      if (card.awaited === 'votes') card.votes = count;
      if (card.awaited === 'upvote') card.upvotes = count;
      if (card.awaited === 'stars') {
        card.githubStars = count;
        if (url?.includes('github.com/') === true) card.githubUrl ??= url;
      }
      card.awaited = null;
      return 'paper';
    }
    if (continues && !this.#page.run.isEmpty && this.#page.phase !== 'row') {
      this.#page.append(plainText(text, continues, 'none'));
      return null;
    }
    return this.#hold({ type: 'number', count, line: this.#page.line });
  }

  #hold(held: Held): LineKind | null {
    const { awaited } = this.#page.card;
    if (held.type === 'dash' && (awaited === 'votes' || awaited === 'upvote')) {
      this.#page.card.awaited = null;
      if (awaited === 'votes') this.#page.card.votes = 0;
      else this.#page.card.upvotes = 0;
      return 'paper';
    }
    this.#held = held;
    return this.#page.fate;
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
      this.#page.startCard();
      this.#page.traits.printsVotes = true;
      this.#page.card.line = held.line;
      this.#page.card.votes = held.count;
    } else if (held.type === 'number' && (this.#page.phase === 'row' || this.#page.phase === 'body')) {
      this.#page.card.count ??= held.count;
      if (this.#page.phase === 'body') this.#page.endBody();
    }
  }

  /** Whether a number or dash with text behind it is the next card's votes, not this card's comments. */
  #mayBeVotes(held: Held): boolean {
    switch (this.#page.phase) {
      case 'header':
      case 'before':
        return true;
      case 'outside':
        return this.#page.run.isEmpty;
      case 'body':
        return this.#page.traits.printsVotes;
      case 'row':
        return this.#page.traits.printsVotes || this.#page.card.count !== null || held.type === 'dash';
    }
  }

  #badNumber(text: string): LineKind {
    this.#output.report('bad-number', `not a count: ${truncate(text)}`, this.#page.line);
    return 'paper';
  }

  // ── rows of a card ────────────────────────────────────────────────────────────────────────────────────────────

  #authors(count: number | null, text: string): LineKind {
    if (this.#page.run.isEmpty) return this.#page.fate;
    this.#page.adoptRun();
    this.#takeOrganization(false);
    if (count === null) this.#badNumber(text);
    this.#page.card.authorCount ??= count;
    this.#page.endBody();
    return 'paper';
  }

  #separator(): LineKind {
    if (this.#page.run.isEmpty || (!this.#page.isInCard && !this.#page.run.looksLikeCard)) return this.#page.fate;
    this.#page.adoptRun();
    if (this.#page.phase === 'body')
      this.#page.card.isParted = this.#page.line === this.#page.run.lastLine + 1 ? 'at once' : 'later';
    this.#page.endBody();
    return 'paper';
  }

  #day({ day, isPublished }: Extract<Token, { type: 'day' }>): LineKind {
    if (this.#page.run.isEmpty || (!this.#page.isInCard && !this.#page.run.looksLikeCard)) {
      // The day of the page itself.
      if (!this.#page.isInCard) this.#page.dropRun();
      return this.#page.fate;
    }
    this.#page.adoptRun();
    this.#takeOrganization(true);
    this.#page.endBody();
    this.#page.traits.printsUpvoteLabels ||= isPublished;
    if (this.#page.card.day === null) {
      this.#page.card.day = day;
      this.#page.card.dayLine = this.#page.line;
    }
    return 'paper';
  }

  #damagedCount(text: string): LineKind {
    if (!this.#page.isInCard) return 'boilerplate';
    this.#page.card.hasBadCount = true;
    return this.#badNumber(text);
  }

  #comments(count: number): LineKind {
    if (this.#page.phase !== 'row' && this.#page.phase !== 'body') return this.#page.fate;
    this.#page.card.count = count;
    this.#page.endBody();
    return 'paper';
  }

  #organization({ text, url, reference, continues }: Extract<Token, { type: 'organization' }>): LineKind {
    if (!this.#page.isInCard && !this.#page.run.looksLikeCard) return 'boilerplate';
    this.#page.adoptRun();
    // [Carnival Mill     ← a name whose link was wrapped stands in the text so far
    // University](url) · May 29
    const start = continues ? takeOrganization(this.#page.run.blocks, true, 0) : null;
    if (start !== null) this.#output.account('paper', start.lines);
    this.#page.card.setOrganization(start === null ? text : `${start.text} ${text}`, url, reference, this.#page.traits);
    this.#page.endBody();
    return 'paper';
  }

  /** The last text before a separator, where it names an organization. */
  #takeOrganization(isCertain: boolean): void {
    if (
      this.#page.card.isParted === null ||
      this.#page.card.authorCount !== null ||
      this.#page.card.organization !== null
    )
      return;
    const label = takeOrganization(
      this.#page.run.blocks,
      isCertain,
      this.#page.card.isParted === 'at once' ? this.#page.run.width : 0,
    );
    if (label === null) return;
    this.#output.account('paper', label.lines);
    this.#page.card.setOrganization(label.text, label.url, label.reference, this.#page.traits);
  }

  #upvote(count: number | null): LineKind {
    if (!this.#page.isInCard || this.#page.phase === 'before') return this.#page.fate;
    this.#page.traits.printsUpvoteLabels = true;
    this.#page.endBody();
    this.#page.card.upvotes = count;
    this.#page.card.awaited = count === null ? 'upvote' : null;
    return 'paper';
  }

  #github({ stars, url }: Extract<Token, { type: 'github' }>): LineKind {
    if (this.#page.phase !== 'body' && this.#page.phase !== 'row') return this.#page.fate;
    this.#page.endBody();
    this.#page.card.githubStars ??= stars;
    this.#page.card.githubUrl ??= url;
    this.#page.card.awaited = stars === null ? 'stars' : null;
    return 'paper';
  }

  #url(url: string): LineKind | null {
    if (!this.#page.isInCard) return 'boilerplate';
    const id = paperId(url);
    if (url.includes('login?next=')) return 'paper';
    const last = this.#page.run.blocks.at(-1);
    if (id !== null) {
      if (this.#page.phase === 'body' && last !== undefined) last.url ??= url;
      return 'paper';
    }
    if (/^https?:\/\/github\.com\//.test(url) && this.#page.phase === 'row') {
      this.#page.card.githubUrl ??= url;
      return 'paper';
    }
    if (/^https?:\/\/huggingface\.co\/[\w.-]+$/.test(url) && last !== undefined) {
      last.url ??= url;
      return 'paper';
    }
    if (this.#page.phase !== 'body') return 'paper';
    this.#page.append({ ...plainText(url, false, 'none'), url });
    return null;
  }
}

/** `Marhc 6, 2024`, `2024-13-01`, `yesterday`: what stands where a date should, and is no title. */
function isDamagedDay(text: string): boolean {
  return text.length <= 24 && /\d{1,2}(?:,|$)|\d{4}/.test(text) && text.split(' ').length <= 4;
}
