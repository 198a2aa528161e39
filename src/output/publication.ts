import type { Paper } from '../paper/paper.ts';
import { PAGE_NUMBER } from '../text/page-number.ts';
import { singleSpaced } from '../text/white-space.ts';

/** Where a paper was published, in the fields of reference managers. */
export interface Publication {
  readonly kind: 'journal' | 'conference';
  /** Name of the journal or of the proceedings. */
  readonly name: string;
  readonly volume?: string | undefined;
  readonly issue?: string | undefined;
  /** First and last page separated by a hyphen, or the article number. */
  readonly pages?: string | undefined;
  readonly year?: number | undefined;
}

const LONGEST_REFERENCE = 200;

const NAME = String.raw`(?<name>\p{L}[\p{L} .&:'-]*[\p{L}.]),?`;
const VOLUME = String.raw`(?<volume>[A-Z]?\d{1,4})`;
const ISSUE = String.raw`(?:\s?\((?<issue>\d{1,3}(?:[-/]\d{1,3})?)\))?`;
const PAGES = String.raw`(?:pp?\.\s?)?(?<pages>${PAGE_NUMBER}(?:\s?[-–]{1,2}\s?${PAGE_NUMBER})?)`;
const YEAR = String.raw`\(?(?<year>(?:1[89]|20)\d\d)\)?`;

const REFERENCES = [
  //     J. Toys 12 (2004) 3-4      Phys.Rev. D66 (2002) 010001
  String.raw`${NAME}\s?${VOLUME}${ISSUE}\s?\((?<year>(?:1[89]|20)\d\d)\),?\s?${PAGES}`,
  //     Phys. Rev. D 66, 010001 (2002)      J. Toys 12(3), 3-4, 2004      Astrophys.J.612:L1-L4,2004
  String.raw`${NAME}\s?${VOLUME}${ISSUE}\s?[,:]?\s?${PAGES},?\s?${YEAR}`,
  //     J. Toys, vol. 12, no. 3, pp. 3-4, 2004
  String.raw`${NAME}\s?[Vv]ol(?:ume|\.)?\s?${VOLUME}(?:,\s?(?:[Nn]o|[Ii]ssue)\.?\s?(?<issue>\d{1,3}))?,\s?${PAGES},?\s?${YEAR}`,
].map((pattern) => new RegExp(`^${pattern}\\.?$`, 'u'));

const CONFERENCE =
  /\b(?:proceedings|proc\.|conference|conf\.|workshop|symposium|meeting|congress|Advances in Neural Information Processing|Findings of|NeurIPS|NIPS|ICML|ICLR|CVPR|ICCV|ECCV|WACV|BMVC|MICCAI|ACL|EMNLP|NAACL|EACL|COLING|CoNLL|LREC|AAAI|IJCAI|AISTATS|UAI|COLT|KDD|SIGIR|WSDM|WWW|CIKM|CHI|UIST|SIGGRAPH|ICASSP|INTERSPEECH|ICRA|IROS|CoRL|OSDI|SOSP|NSDI|SIGMOD|VLDB|FOCS|STOC|SODA|ISCA|ASPLOS)\b/iu;
const JOURNAL =
  /\b(?:journal|transactions|letters|annals|magazine|proceedings of the (?:national academy|royal society|VLDB endowment))\b/i;
const PREPRINTS = /^(?:arxiv|corr|biorxiv|medrxiv|preprint)\b/i;

/** Where the paper was published, by its journal reference, else by its venue; undefined if it is a preprint. */
export function publicationOf({ journalRef, venue, volume, issue, pages }: Paper): Publication | undefined {
  if (journalRef !== undefined) return splitReference(journalRef);
  if (venue === undefined || PREPRINTS.test(venue)) return undefined;
  return { kind: kindOf(venue), name: venue, volume, issue, pages };
}

/** The parts of a journal reference if they are clear; else all of it is the name. */
function splitReference(reference: string): Publication {
  const text = singleSpaced(reference);
  const parts =
    text.length > LONGEST_REFERENCE ? undefined : REFERENCES.map((pattern) => pattern.exec(text)).find(Boolean);
  if (parts?.groups === undefined) return { kind: kindOf(text), name: text };
  const { name = text, volume, issue, pages, year } = parts.groups;
  return {
    kind: kindOf(name),
    name,
    volume,
    issue,
    pages: pages?.replace(/\s?[-–]+\s?/, '-'),
    year: Number(year),
  };
}

function kindOf(name: string): Publication['kind'] {
  if (JOURNAL.test(name)) return 'journal';
  // `Toys in the Wild 2024`: no journal is named like that.
  return CONFERENCE.test(name) || /^\D+(?:19|20)\d\d\)?$/.test(name) ? 'conference' : 'journal';
}
