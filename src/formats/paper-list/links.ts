/** Hosts of papers, with the beginning of their paths. */
const PAPER_PAGE = new RegExp(
  [
    String.raw`(?:^|\.)arxiv\.org\/(?:abs|pdf|html|ps|format)\/`,
    String.raw`ar5iv\.(?:labs\.arxiv\.)?org\/(?:abs|html|pdf)\/`,
    String.raw`alphaxiv\.org\/(?:abs|pdf|overview)\/`,
    String.raw`(?:huggingface\.co|hf\.co)\/papers\/\d`,
    String.raw`openreview\.net\/(?:forum|pdf|attachment)`,
    String.raw`aclanthology\.(?:org|info)\/(?!events|venues|people|volumes)\S`,
    String.raw`aclweb\.org\/anthology\/\S`,
    String.raw`doi\.org\/10\.`,
    String.raw`openaccess\.thecvf\.com\/content`,
    String.raw`ecva\.net\/papers`,
    String.raw`(?:papers|proceedings)\.(?:nips|neurips)\.cc\/\S`,
    String.raw`proceedings\.mlr\.press\/v`,
    String.raw`jmlr\.org\/papers\/`,
    String.raw`ojs\.aaai\.org\/\S`,
    String.raw`(?:www\.)?aaai\.org\/\S{1,300}paper`,
    String.raw`ijcai\.org\/\S{0,300}proceedings`,
    String.raw`dl\.acm\.org\/\S{0,300}doi\/`,
    String.raw`ieeexplore\.ieee\.org\/\S{0,300}(?:document|stamp)`,
    String.raw`(?:link\.)?springer\.com\/(?:article|chapter|content)`,
    String.raw`nature\.com\/articles\/`,
    String.raw`science\.org\/doi`,
    String.raw`sciencedirect\.com\/science\/article`,
    String.raw`pnas\.org\/doi`,
    String.raw`(?:bio|med)rxiv\.org\/content`,
    String.raw`isca-(?:archive|speech)\.org\/\S`,
    String.raw`semanticscholar\.org\/paper\/`,
    String.raw`papers\.ssrn\.com\/\S`,
    String.raw`usenix\.org\/(?:conference|system\/files)\/\S`,
    String.raw`pubmed\.ncbi\.nlm\.nih\.gov\/\d`,
    String.raw`ncbi\.nlm\.nih\.gov\/\S{0,300}(?:pmc|pubmed)`,
    String.raw`roboticsproceedings\.org\/\S`,
    String.raw`(?:onlinelibrary\.wiley|tandfonline|academic\.oup|journals\.aps|iopscience\.iop|mdpi)\.\w+\/\S`,
    String.raw`\S\.pdf(?:$|[?#])`,
  ].join('|'),
  'i',
);
const REPOSITORY = /^https?:\/\/(?:www\.)?(?:github|gitlab)\.com\/([\w.-]+)\/([\w.-]+)/i;
const BADGE = /img\.shields\.io\/github\/[\w-]+\/([\w.-]+)\/([\w.-]+?)(?:\.svg)?(?:[?#].*)?$/is;

const LONGEST = 1000;

/** Whether the address is that of a paper. */
export function isPaperPage(url: string): boolean {
  if (url.length > LONGEST || !/^https?:\/\//i.test(url) || REPOSITORY.test(url)) return false;
  return PAPER_PAGE.test(url.replace(/^https?:\/\/(?:www\.)?/i, ''));
}

/** The repository of an address, or of a badge with its stars. */
export function repositoryOf(url: string): string | null {
  if (REPOSITORY.test(url)) return url.replace(/[#?].*$/s, '').replace(/\/$/, '');
  const badge = BADGE.exec(url);
  return badge === null ? null : `https://github.com/${badge[1]}/${badge[2]}`;
}
