import { describe, expect, it } from 'vitest';
import { splitName } from '../../src/names/person.ts';

describe('a name', () => {
  it.each([
    ['Ada Byron', ['Ada', '', 'Byron', '']],
    ['Ewine F. van der Berg', ['Ewine F.', 'van der', 'Berg', '']],
    ['G.C. Van de Velde', ['G.C.', '', 'Van de Velde', '']],
    ['G. De Santi Jr.', ['G.', '', 'De Santi', 'Jr.']],
    ['Pedro Salas y Mora', ['Pedro', '', 'Salas y Mora', '']],
    ['Asif ud-Dina', ['Asif', '', 'ud-Dina', '']],
    ['N. Evans II', ['N.', '', 'Evans', 'II']],
    ['K. Haig, Jr', ['K.', '', 'Haig', 'Jr']],
    ['de la Cruz, Maria', ['Maria', 'de la', 'Cruz', '']],
    ['dana boyle', ['dana', '', 'boyle', '']],
    ['Plato', ['', '', 'Plato', '']],
    [String.raw`J. {de Mora} S\o rby`, ['J. {de Mora}', '', String.raw`S\o rby`, '']],
    [String.raw`Ana \v Sesti\'c`, ['Ana', '', String.raw`\v Sesti\'c`, '']],
    [String.raw`Jo \'evan Berg`, ['Jo', String.raw`\'evan`, 'Berg', '']],
  ])('%s has its parts', (name, [given, particle, family, suffix]) => {
    expect(splitName(name)).toEqual({ given, particle, family, suffix });
  });

  it.each(['The Toy Collaboration', 'TOY-2 Team', 'for the Toy Consortium', ', '])('%s of a group has none', (name) => {
    expect(splitName(name)).toEqual({ literal: name });
  });
});
