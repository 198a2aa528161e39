// Text that arXiv has printed around the entries of mails and files since 1992, and that mail programs add.
const BOILERPLATE: readonly RegExp[] = [
  // mail headers, of a bare mail or a forwarded one
  /^(?:date|subject|from|sender|to|cc|reply-to|resent-\w+|message-id|sent|x-[\w-]+|mime-version|content-[\w-]+|precedence|list-[\w-]+|received|return-path|delivered-to|status)\s*:/i,
  /^on .{1,200} wrote:$/i,
  /^[-=_*]{2,}[^-=_*]{0,60}[-=_*]{0,80}$/i,
  /^begin forwarded message:/i,
  // head of a daily mail
  /^send any comments regarding submissions/i,
  /^archives? at\b/i,
  /^to (?:un)?subscribe\b/i,
  /^submissions to:/i,
  /^received from\s/i,
  // head of a monthly file
  /^papers received\b/i,
  /^\((?:abstracts alone may be retrieved|to retrieve abstracts)\b/i,
  /^get [\d ]+\.abs\b/i,
  // foot of a daily mail
  /^for (?:general |further |more )?(?:information|instructions|help|assistance|subscribe options)\b/i,
  /^keyword subject classification\b/i,
  /^e-?mail to:/i,
  /^(?:use|see|via|at|or|and)?\s*https?:\/\/\S+\.?$/i,
  /^.*\b(?:arxiv\.org|xxx\.lanl\.gov|xxx\.sissa\.it|subject: (?:un)?subscribe|subject: cancel)\b/i,
];

/** As much of a line as is looked at; all patterns match within it. */
const LOOKED_AT = 300;

/** Whether a line outside of the entries is one that listings are known to have. */
export function isBoilerplate(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  return BOILERPLATE.some((pattern) => pattern.test(start));
}
