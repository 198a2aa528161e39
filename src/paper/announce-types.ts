/** The kinds of arXiv announcement, from the strongest to the weakest. */
export const announceTypes = ['new', 'cross', 'replace', 'replace-cross'] as const;
