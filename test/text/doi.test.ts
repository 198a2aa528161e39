import { expect, it } from 'vitest';
import { bareDoi } from '../../src/text/doi.ts';

it.each([
  ['https://example.org/doi/full/10.1000/kite.2018.1', '10.1000/kite.2018.1'],
  ['https://example.org/doi/10.1000/kite.1?ref=pdf', '10.1000/kite.1'],
  ['https://example.org/doi/10.1000/kite.1/abstract', '10.1000/kite.1'],
  ['https://example.org/article/10.1000/s00000-019-0001-2#Sec1', '10.1000/s00000-019-0001-2'],
  ['https://example.org/article/10.1000/0000-0001/1/1/1/meta', '10.1000/0000-0001/1/1/1'],
  ['https://example.org/content/10.1101/2023.12.31.573001v2.full.pdf', '10.1101/2023.12.31.573001'],
  ['https://example.org/content/10.1101/2023.12.31.573001v1', '10.1101/2023.12.31.573001'],
  ['https://example.org/kites/article?id=10.1000/kite.1&type=printable', '10.1000/kite.1'],
  ['https://example.org/record.uri?eid=2-s2.0-1&doi=10.1000%2fkite.1&md5=x', '10.1000/kite.1'],
  ['https://dx.doi.org/10.1000/S0000-0000%2804%2900001-2', '10.1000/S0000-0000(04)00001-2'],
  ['10.1000/(SICI)1%3C1::AID-K1%3E3.0.CO%3B2-%23', '10.1000/(SICI)1<1::AID-K1>3.0.CO;2-#'],
  ['10.1000/kite%201', '10.1000/kite%201'],
])('finds the DOI in the address %s', (address, doi) => {
  expect(bareDoi(address)).toBe(doi);
});

it.each(['https://example.org/kites/10.1000', 'https://example.org/search?q=10.1000/kite.1', 'Kites 10.1000/kite.1'])(
  'finds none in %s',
  (text) => {
    expect(bareDoi(text)).toBeNull();
  },
);
