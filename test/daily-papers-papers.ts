/** A paper on the Daily Papers site; each layout shows a part of it. */
export interface SitePaper {
  readonly id: string;
  readonly title: string;
  /** Pages that keep line breaks show its paragraphs; others show one. */
  readonly paragraphs: readonly string[];
  readonly authors: readonly string[];
  /** Shown instead of the author count. */
  readonly organization: { readonly name: string; readonly slug: string } | null;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly upvotes: number;
  readonly comments: number;
  readonly submittedBy: string;
  readonly github: { readonly url: string; readonly stars: number } | null;
}

/** The day on which every page with these papers was saved; dates of its year are printed without a year. */
export const capturedOn = '2026-10-02';

/** Twelve invented papers, each of which is hard to read back for a different reason. */
export const sitePapers: readonly SitePaper[] = [
  {
    // Organization; abbreviated votes and stars.
    id: '2605.10010',
    title: 'Pocket Orchards: Growing Compact Models on Kitchen Tables',
    paragraphs: [
      'Small language models are raised like fruit trees in this study. We plant 48 seedlings in shallow pots, water them with data that nobody wanted, and prune a branch whenever validation loss stops falling. After one season the compact trees bear 91% of the fruit of a full orchard while they fit on a single table.',
    ],
    authors: [
      'Ada Birch',
      'Bo Cedar',
      'Cy Date',
      'Dee Elm',
      'Eve Fir',
      'Flo Gum',
      'Gil Hazel',
      'Hal Ivy',
      'Ida Juniper',
    ],
    organization: { name: 'Fern Lab', slug: 'fern' },
    date: '2026-05-29',
    upvotes: 101,
    comments: 6,
    submittedBy: 'gardener7',
    github: { url: 'https://github.com/fern-lab/pocket-orchards', stars: 11300 },
  },
  {
    // No votes; a citation in brackets, a per cent sign, an address at the end.
    id: '2502.20020',
    title: 'A Note on Slow Snails',
    paragraphs: [
      'Snails are slow, and earlier work [1] explains a mere 12% of their delay. A second look, with three cameras and much patience, finds that most of the remaining time is spent on lettuce [2, 3]. Recordings can be fetched from https://snails.example.org/recordings',
    ],
    authors: ['Mara Quill', 'Ned Reed', 'Ola Sand'],
    organization: null,
    date: '2025-02-27',
    upvotes: 0,
    comments: 0,
    submittedBy: 'Mollusc',
    github: null,
  },
  {
    // A title that every text browser wraps.
    id: '2411.00300',
    title:
      'When the Lighthouse Keeper Sleeps: A Longitudinal Study of Unattended Beacons, Their Batteries, and the Ships That Nevertheless Arrive Safely in Fourteen Northern Harbours',
    paragraphs: [
      'Beacons without a keeper are cheaper but are thought to be less reliable. Over six winters we logged every lamp failure along a rugged coast and matched it with harbour records. Ships turned out to depend on the lamp far less than on gossip between captains, which suggests that maintenance budgets could be halved.',
    ],
    authors: [
      'Tove Berg',
      'Ulf Dahl',
      'Vera Ek',
      'Wim Falk',
      'Xia Gran',
      'Ylva Holm',
      'Zeb Ilves',
      'Asta Jern',
      'Bror Kvist',
      'Cilla Lund',
      'Dag Moe',
      'Elin Nord',
    ],
    organization: null,
    date: '2024-11-01',
    upvotes: 1,
    comments: 1,
    submittedBy: 'beacon-watch',
    github: { url: 'https://github.com/coast/lamps', stars: 131 },
  },
  {
    // A name in lower case at the start of the title.
    id: '1907.04400',
    title: 'tide2chart: Drawing Harbour Maps from Sequences of Sea Levels',
    paragraphs: [
      'Sea level readings arrive as plain sequences, yet they trace the floor of a harbour. Our decoder, tide2chart, turns a month of readings into a chart of depths with an error of 0.4 m. It needs neither sonar nor divers, and it runs on the clerk’s old desktop machine.',
    ],
    authors: ['Lars Marsh', 'Pia Pool'],
    organization: null,
    date: '2019-07-10',
    upvotes: 2,
    comments: 0,
    submittedBy: 'pilotboat',
    github: null,
  },
  {
    // A question as the title, and one in the abstract.
    id: '2606.05050',
    title: 'Do Bread Machines Dream of Sourdough?',
    paragraphs: [
      'Does a kneading appliance build an inner model of its dough? We probe 17 consumer machines with synthetic loaves. Linear probes recover hydration, salt and even the mood of the baker, and an intervention on one motor current is enough to make rye out of wheat!',
    ],
    authors: ['Kim Crumb', 'Lee Crust', 'Max Yeast', 'Nia Proof'],
    organization: { name: 'Carraway Mill University', slug: 'CarrawayMillU' },
    date: '2026-06-08',
    upvotes: 74,
    comments: 12,
    submittedBy: 'rye_and_shine',
    github: { url: 'https://github.com/crumb/probes', stars: 843 },
  },
  {
    // Several paragraphs, TeX.
    id: '2503.02130',
    title: 'Kiln: Sub-Quadratic Firing Schedules for Very Large Pots',
    paragraphs: [
      'Firing a pot of diameter $d$ takes $\\mathcal{O}(d^2)$ hours with known schedules, and SAP^{2}-style schedules are no better in practice.',
      'We present Kiln, a schedule whose cost is \\(d \\log d\\), with a proof that uses only \\emph{dry} clay and the inequality x_i * y_i <= z_i for every shelf i.',
      'On nine public glazes, Kiln saves 37.5% of the gas while the number of cracked pots stays the same.',
    ],
    authors: ['Orla Clay'],
    organization: null,
    date: '2025-03-04',
    upvotes: 24,
    comments: 3,
    submittedBy: 'potter',
    github: { url: 'https://github.com/kiln-team/kiln', stars: 1320 },
  },
  {
    // Brackets and emphasis characters.
    id: '2404.07007',
    title: 'Reading [CLS] Aloud: What Special Tokens Sound Like to *Untrained* Ears',
    paragraphs: [
      'Special tokens such as [CLS], [SEP] and [MASK] are never spoken. We let 30 volunteers read snake_case_names, **bold claims** and #hashtags aloud, transcribe the result with a recognizer (v2.1, beam=5), and compare it with a_b_c baselines; [CLS] is most often heard as "class" or "glass".',
    ],
    authors: ['Ravi Tone', 'Sia Vowel', 'Tom Whisper', 'Una Yell', 'Vic Zither'],
    organization: null,
    date: '2024-04-15',
    upvotes: 19,
    comments: 2,
    submittedBy: 'phoneme',
    github: null,
  },
  {
    // Letters that are not ASCII.
    id: '2310.08118',
    title: 'Über die Wärme von Teekannen: Naïve Estimates Suffice',
    paragraphs: [
      'Teapots — Teekannen, 急須, чайники — lose heat through their spouts. A naïve estimate, ≈ 3 °C per minute, is shown to be within 5 % of an exact solution for 200 pots from Łódź to Kyōto 🍵. We argue that “good enough” physics deserves more attention.',
    ],
    authors: ['Jürgen Šefčík', 'José Ñandú'],
    organization: { name: 'École du Thé', slug: 'ecole-du-the' },
    date: '2023-10-12',
    upvotes: 5,
    comments: 0,
    submittedBy: 'teatime',
    github: { url: 'https://github.com/the/spouts', stars: 110000 },
  },
  {
    // More than a thousand votes; dots in the text like those that separate the parts of a row.
    id: '2609.09009',
    title: 'The C·F·R Product: One Number for Cost, Friction and Regret',
    paragraphs: [
      'Planners weigh cost, friction and regret separately. We multiply them: C·F·R is a single number that a committee can argue about. Across 61 committees the product shortens meetings by 22 minutes and ranks plans as the members do (ρ = 0.93), though nobody admits to having used it.',
    ],
    authors: ['Abe Plan', 'Bea Plot', 'Cal Ploy'],
    organization: null,
    date: '2026-09-14',
    upvotes: 1024,
    comments: 9,
    submittedBy: 'committee',
    github: { url: 'https://github.com/regret/cfr', stars: 68600 },
  },
  {
    // Lines of the abstract that look like parts of a row: a number, a day, a count of authors.
    id: '2601.10101',
    title: 'Calendars for Forgetful Machines',
    paragraphs: [
      'A scheduler that forgets is asked to book 5,000 rooms between Jan 30 and May 8. It keeps 3 authors of each request waiting, and it confuses Mar 25, 2024 with the year after. A calendar of only 12 words repairs most of this, and the last conflict was resolved on Jun 29',
    ],
    authors: ['Ines Today', 'Jon Tomorrow', 'Kay Yesterday', 'Liv Someday', 'Moe Monday', 'Ned Noon'],
    organization: null,
    date: '2026-01-30',
    upvotes: 11,
    comments: 1,
    submittedBy: 'may_8',
    github: null,
  },
  {
    // Two colons, a title that ends like a sentence might; a short abstract.
    id: '2208.11011',
    title: 'Measuring Rain: Buckets, Barrels, Ponds: A Survey (Extended Version)',
    paragraphs: [
      'Rain is measured with buckets. This survey compares 112 of them, from thimbles to ponds, and asks which ones leak.',
    ],
    authors: [
      'Petra Puddle',
      'Quinn Quay',
      'Rolf Rill',
      'Sue Spring',
      'Ted Torrent',
      'Uma Umbra',
      'Val Vale',
      'Wes Well',
    ],
    organization: null,
    date: '2022-08-23',
    upvotes: 0,
    comments: 0,
    submittedBy: 'drizzle',
    github: { url: 'https://github.com/rain/buckets', stars: 476 },
  },
  {
    // A list in the abstract, which begins with a word of a row.
    id: '2412.12012',
    title: 'GitHub for Gardeners and Other Misplaced Analogies',
    paragraphs: [
      'Upvotes, forks and pull requests have been proposed for hedges. We (1) collect 300 such analogies, (2) rate how far each carries, and (3) release the ratings. Most break down once the hedge needs water; a few, such as “stale branch”, carry surprisingly far. Code & data: https://github.com/hedge/analogies.',
    ],
    authors: ['Xena Hedge', 'Yan Bush', 'Zoe Shrub', 'Al Thorn', 'Bet Twig', 'Cat Leaf', 'Dan Root'],
    organization: { name: 'Open Hedge Society (OHS)', slug: 'openhedge' },
    date: '2024-12-28',
    upvotes: 149,
    comments: 0,
    submittedBy: 'topiary',
    github: { url: 'https://github.com/hedge/analogies', stars: 4510 },
  },
];
