import { expect, it } from 'vitest';
import { readJournalPlace } from '../../../src/formats/citations/journal-place.ts';

const place = (volume?: string, issue?: string, pages?: string) => ({ volume, issue, pages });

it.each([
  ['APA', ', 12(3), 45–67. https://doi.org/10.1000/1', place('12', '3', '45-67')],
  ['APA with an article number', ', 12(3), Article e77.', place('12', '3', 'e77')],
  ['Harvard', ', 12(3), pp. 45–67.', place('12', '3', '45-67')],
  ['Chicago', ' 12 (3): 45–67.', place('12', '3', '45-67')],
  ['Chicago with a labelled issue', ' 12, no. 3 (2024): 45–67.', place('12', '3', '45-67')],
  ['MLA', ', vol. 12, no. 3, 2024, pp. 45-67.', place('12', '3', '45-67')],
  ['IEEE', ', vol. 12, no. 3, pp. 45–67, Mar. 2024.', place('12', '3', '45-67')],
  ['ACM', ' 12, 3 (2024), 45–67.', place('12', '3', '45-67')],
  ['ACM with a month', ', vol. 12, Mar. 2024, pp. 45', place('12', undefined, '45')],
  ['Nature', ' 12, 45–67 (2024).', place('12', undefined, '45-67')],
  ['Springer', ' 12(3), 45–67 (2024)', place('12', '3', '45-67')],
  ['BibTeX plain', ', 12(3):45--67, 2024.', place('12', '3', '45-67')],
  ['Elsevier', ' 12 (2024) 45–67.', place('12', undefined, '45-67')],
  ['GB/T 7714', ', 2024, 12(3): 45-67.', place('12', '3', '45-67')],
  ['ACS', ' 2024, 12, 45–67.', place('12', undefined, '45-67')],
  ['physics', ' 12, 045001 (2024).', place('12', undefined, '045001')],
  ['Vancouver', ';12(3):45-67. doi: 10.1000/1', place('12', '3', '45-67')],
  ['Vancouver of a page', '[cited 2024 Apr 1];403(10430):45-67.', place('403', '10430', '45-67')],
  ['Vancouver with a supplement', ';12 Suppl 1:S45-9.', place('12 Suppl 1', undefined, 'S45-9')],
  ['Vancouver with a supplement of an issue', ';12(3 Suppl 1):45.', place('12', '3 Suppl 1', '45')],
  ['proceedings', ', pp. 45–67, 2024.', place(undefined, undefined, '45-67')],
  ['proceedings in brackets', ' (pp. 45-67). Pond Press.', place(undefined, undefined, '45-67')],
  ['a year alone', ', 2024.', place()],
  ['an issue of two numbers', ', 12(3-4), 45', place('12', '3-4', '45')],
  ['no place', '. https://doi.org/10.1000/12', place()],
  ['an address', ' https://example.org/12(3)', place()],
])('reads the place in %s', (_, text, expected) => {
  expect({ ...place(), ...readJournalPlace(text) }).toEqual(expected);
});
