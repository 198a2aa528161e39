import { afterData, beforeData } from './page/page.html';
import type { PageData } from './page/view.ts';
import { plainTextPaper } from './reference.ts';
import type { Writer, WriterOptions } from './writer.ts';

/**
 * One page that works from a disk: search, order, groups and charts are done by its own script (src/output/page). The papers
 * are data in it, which nothing reads as markup, and its Content-Security-Policy lets nothing else run or load.
 */
export function openHtml({ by, full }: WriterOptions): Writer {
  const options: Omit<PageData, 'papers'> = { by: by ?? null, full: full === true };
  const head = JSON.stringify({ ...options, papers: [] }).slice(0, -2);
  let isFirst = true;
  return {
    begin: () => beforeData + head,
    papers: (papers) => {
      const lines = papers.map((paper) => `\n${inScript(JSON.stringify(plainTextPaper(paper)))}`).join(',');
      const separator = isFirst || lines === '' ? '' : ',';
      isFirst = isFirst && lines === '';
      return separator + lines;
    },
    end: () => `\n]}${afterData}`,
  };
}

/** JSON without what HTML or old JavaScript would take for its own: `</script>`, `<!--`, line separators. */
function inScript(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
