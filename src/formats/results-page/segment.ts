import type { ButtonName } from './rules.ts';
import type { PageLine } from './tokens.ts';

/** The buttons between two segments, on any number of lines. */
export interface Buttons {
  readonly names: ReadonlySet<ButtonName>;
  readonly citationCount: string | null;
}

export const NO_BUTTONS: Buttons = { names: new Set(), citationCount: null };

/** The lines between two groups of buttons: a result, or what the page prints around them. */
export interface Segment {
  readonly lines: readonly PageLine[];
  readonly above: Buttons;
  readonly below: Buttons;
  /** It was too long, and its rest is not read. */
  readonly isCut: boolean;
}

/** Whether Google Scholar prints these buttons, behind a result. */
export function areScholarButtons({ names }: Buttons): boolean {
  if (names.has('citedBy') || names.has('related') || names.has('versions')) return true;
  return names.has('save') && names.has('cite');
}

/** Whether PubMed prints these buttons, before a result. */
export function arePubmedButtons(buttons: Buttons): boolean {
  const { names } = buttons;
  if (names.has('share') || names.has('select')) return true;
  // The numbers of pages stand behind the last result of Google Scholar.
  return names.has('number') && names.has('cite') && !areScholarButtons(buttons);
}
