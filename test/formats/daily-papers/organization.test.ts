import { expect, it } from 'vitest';
import { hasPictureName, withoutPictureName } from '../../../src/formats/daily-papers/organization.ts';

it.each([
  ['fernFern Lab', 'Fern Lab'],
  ['fern Fern Lab', 'Fern Lab'],
  ['FernLabUFern Lab University', 'Fern Lab University'],
  ['12-fern12.Fern', '12.Fern'],
  ['fernAIfernAI', 'fernAI'],
  ['fernAI fernAI', 'fernAI'],
  ['ohsOpen Hedge Society', 'Open Hedge Society'],
  ['ohs Open Hedge Society', 'Open Hedge Society'],
  ['fern12 12 Ferns', '12 Ferns'],
])('takes the name of a picture off the name of an organization: %s', (text, name) => {
  expect(withoutPictureName(text, undefined)).toBe(name);
});

it.each(['12.Fern', '2077FERN', '360 Ferns', 'Fern Lab', '蕨类蕨类实验室'])(
  'leaves a name that only looks like two: %s',
  (name) => expect(withoutPictureName(name, undefined)).toBe(name),
);

it.each(['fernAI', 'openFERN', 'openFern', '12.Fern', '360 Ferns', 'fernAI Research', '蕨类蕨类实验室'])(
  'does not conclude from a name that pictures have names: %s',
  (name) => expect(hasPictureName(name)).toBe(false),
);
