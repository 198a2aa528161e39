/**
 * Journals that the Astrophysics Data System writes as macros of the AASTeX package
 * (https://ui.adsabs.harvard.edu/help/actions/journal-macros): `journal = {\apj}`.
 */
const JOURNALS: Readonly<Record<string, string>> = {
  aap: 'Astronomy and Astrophysics',
  aapr: 'Astronomy and Astrophysics Reviews',
  aaps: 'Astronomy and Astrophysics, Supplement',
  actaa: 'Acta Astronomica',
  aj: 'Astronomical Journal',
  ao: 'Applied Optics',
  apj: 'Astrophysical Journal',
  apjl: 'Astrophysical Journal, Letters',
  apjs: 'Astrophysical Journal, Supplement',
  apss: 'Astrophysics and Space Science',
  araa: 'Annual Review of Astronomy and Astrophysics',
  gca: 'Geochimica et Cosmochimica Acta',
  grl: 'Geophysics Research Letters',
  icarus: 'Icarus',
  jcap: 'Journal of Cosmology and Astroparticle Physics',
  jgr: 'Journal of Geophysics Research',
  mnras: 'Monthly Notices of the Royal Astronomical Society',
  na: 'New Astronomy',
  nar: 'New Astronomy Reviews',
  nat: 'Nature',
  pasa: 'Publications of the Astronomical Society of Australia',
  pasj: 'Publications of the Astronomical Society of Japan',
  pasp: 'Publications of the Astronomical Society of the Pacific',
  physrep: 'Physics Reports',
  planss: 'Planetary Space Science',
  pra: 'Physical Review A',
  prb: 'Physical Review B',
  prc: 'Physical Review C',
  prd: 'Physical Review D',
  pre: 'Physical Review E',
  prl: 'Physical Review Letters',
  solphys: 'Solar Physics',
  ssr: 'Space Science Reviews',
};

/** The name of a journal for a value that is only a macro. */
export function journalOf(text: string): string {
  const macro = /^\\([a-z]+)$/.exec(text.trim())?.[1] ?? '';
  return Object.hasOwn(JOURNALS, macro) ? (JOURNALS[macro] ?? text) : text;
}
