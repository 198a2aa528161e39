import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordOf, type ServicePaper, services } from '../../printers/services.ts';
import { readListing } from '../../read-listing.ts';

const words = (list: string) => fc.constantFrom(...list.split(' '));
const sentence = (list: string, most: number) =>
  fc
    .array(words(list), { minLength: 2, maxLength: most })
    .map((chosen) => chosen.join(' '))
    .map((text) => `A ${text}`);

const paper: fc.Arbitrary<ServicePaper> = fc.record({
  title: sentence('kite of λ-calculus $O(n)$ "string" and wind, Q&A: 3 x < 5 é naïve (again) —', 8),
  abstract: sentence('We fly 1,204 kites. It is $\\lambda$ < 0.1 & "calm" % of the time; so, we wait', 30),
  authors: fc.uniqueArray(
    fc.record({
      given: words('Tilda Ann Åse José Jean-Luc Wei'),
      family: words("Moss Reed O'Brien Dupré-Morel Hrůza Wang"),
    }),
    { minLength: 1, maxLength: 5, selector: ({ given, family }) => given + family },
  ),
  date: fc
    .tuple(fc.integer({ min: 1995, max: 2029 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map((numbers) => numbers.map((number) => String(number).padStart(2, '0')).join('-')),
  id: fc.oneof(
    fc.integer({ min: 10000, max: 99999 }).map((number) => `2406.${number}`),
    fc.integer({ min: 100, max: 999 }).map((number) => `hep-th/9901${number}`),
  ),
  doi: fc.integer({ min: 1, max: 9999 }).map((number) => `10.1000/kites.${number}`),
  venue: words('Icarus Kites').map((name) => `Journal of ${name}`),
  citations: fc.nat(5000),
  upvotes: fc.nat(900),
});

describe('responses of services', () => {
  it.each(Object.keys(services))('reads papers back from the response of %s', async (name) => {
    const service = services[name];
    if (service === undefined) throw new Error(name);
    await fc.assert(
      fc.asyncProperty(fc.array(paper, { minLength: 1, maxLength: 4 }), async (papers) => {
        const { papers: found, diagnostics, lines } = await readListing(service.print(papers));
        expect(found).toMatchObject(papers.map((one) => recordOf(service, one)));
        expect(found).toHaveLength(papers.length);
        expect([diagnostics.filter(({ severity }) => severity !== 'info'), lines.unrecognized]).toEqual([[], 0]);
      }),
      { numRuns: 60 },
    );
  });
});
