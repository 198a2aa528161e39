import type { PaperKey } from '../paper/keys.ts';
import type { Paper } from '../paper/paper.ts';

/** Whether a paper is selected; the name of a key if it is left out only because the value of that key is unknown. */
export type Verdict = boolean | PaperKey;

export type PaperTest = (paper: Paper) => Verdict;
