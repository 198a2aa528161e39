import type { Paper } from '../../paper/paper.ts';
import { authorsOf, details } from '../details.ts';
import { webAddress } from '../reference.ts';
import { element } from './dom.ts';

const LINK = { target: '_blank', rel: 'noopener noreferrer' };

/** A paper in the list. */
export function entryOf(paper: Paper, isFull: boolean): HTMLElement {
  const url = webAddress(paper);
  const title = url === undefined ? paper.title : element('a', { href: url, ...LINK }, paper.title);
  return element(
    'article',
    { class: 'paper' },
    element('h3', {}, title),
    whoOf(paper),
    factsOf(paper),
    abstractOf(paper, isFull),
  );
}

function whoOf(paper: Paper): HTMLElement | null {
  const names = authorsOf(paper);
  const who = [names, paper.organization].filter((name) => name !== null && name !== undefined).join(' · ');
  if (who === '') return null;
  return element('p', { class: 'who', title: paper.authors === undefined ? null : paper.authors.join(', ') }, who);
}

/** The details that other formats print on one line, with links. */
function factsOf(paper: Paper): HTMLElement | null {
  const { authors: _, organization: __, ...rest } = paper;
  const facts = details({ ...rest, authorCount: null }).map(({ text, link }) =>
    link === undefined ? element('span', {}, text) : element('a', { href: link.url, ...LINK }, link.label),
  );
  const chips = (paper.categories ?? []).map((category) => element('span', { class: 'chip' }, category));
  if (paper.announceType !== undefined) chips.push(element('span', { class: 'chip' }, paper.announceType));
  const all = [...facts, ...chips];
  return all.length === 0 ? null : element('p', { class: 'facts' }, ...all);
}

function abstractOf({ abstract }: Paper, isFull: boolean): HTMLElement | null {
  if (abstract === null || abstract === '') return null;
  return element('details', { open: isFull }, element('summary', {}, 'Abstract'), element('p', {}, abstract));
}
