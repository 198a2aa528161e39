/** The source of a pattern for a page of a journal, or the number of an article: `123`, `S12`, `e0123456`, `010001`, `12:3`. */
export const PAGE_NUMBER = String.raw`[A-Za-z]{0,4}\d[\dA-Za-z]{0,11}(?:[.:]\d{1,6})?`;
