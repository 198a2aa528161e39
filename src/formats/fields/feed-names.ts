/** The prefix of a namespace, as part of a pattern. */
export const PREFIX = '(?:[A-Za-z][\\w.-]{0,40}:)?';
/** Alternatives of a pattern: the names of the elements around the entries. */
export const FEED_NAMES = 'feed|rss|rdf|channel|PubmedArticleSet|OAI-PMH|xml|records|result|dblpperson';
/** Alternatives of a pattern: the names of elements that hold one paper each. */
export const ENTRY_NAMES = 'entry|item|record|PubmedArticle|PubmedBookArticle|hit|r';
