import { afterData, beforeData } from './page/page.html';
import type { PageData } from './page/view.ts';
import { plainTextPaper } from './reference.ts';
import type { Writer, WriterOptions } from './writer.ts';

/**
 * One self-contained page: its own script (src/output/page) searches, sorts, groups and draws charts. The papers are
 * embedded as data and never parsed as markup; the Content-Security-Policy prevents anything else from running or loading.
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

/** Escapes JSON for a script element: `</script>`, `<!--`, line separators. */
function inScript(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
