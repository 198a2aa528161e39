import { describe, expect, it } from 'vitest';
import { splitName } from '../../src/names/person.ts';

describe('splitName', () => {
  it.each([
    ['Ada Byron', ['Ada', '', 'Byron', '']],
    ['Ewine F. van der Berg', ['Ewine F.', 'van der', 'Berg', '']],
    ['G.C. Van de Velde', ['G.C.', '', 'Van de Velde', '']],
    ['G. De Santi Jr.', ['G.', '', 'De Santi', 'Jr.']],
    ['Maria de la Cruz', ['Maria', 'de la', 'Cruz', '']],
    ['Ines dos Santos', ['Ines', 'dos', 'Santos', '']],
    ["Jo 't Mannetje", ['Jo', "'t", 'Mannetje', '']],
    ["Jo d'Orsay", ['Jo', '', "d'Orsay", '']],
    ['Pierre Le Roux', ['Pierre', '', 'Le Roux', '']],
    ['Laila El Amrani', ['Laila', '', 'El Amrani', '']],
    ['Ron Ben David', ['Ron', '', 'Ben David', '']],
    ['Omar Ait Ben Said', ['Omar', '', 'Ait Ben Said', '']],
    ['Sam Mac Lane', ['Sam', '', 'Mac Lane', '']],
    ['Kim St. John', ['Kim', '', 'St. John', '']],
    ['Pedro Salas y Mora', ['Pedro', '', 'Salas y Mora', '']],
    ['Jorge Melo e Castro', ['Jorge', '', 'Melo e Castro', '']],
    ['Ana Pérez Luna', ['Ana', '', 'Pérez Luna', '']],
    [String.raw`Ana Mu\~noz Luna`, ['Ana', '', String.raw`Mu\~noz Luna`, '']],
    ['Rui Lima Neto', ['Rui', '', 'Lima Neto', '']],
    ['Nguyen Van Minh', ['Nguyen Van', '', 'Minh', '']],
    ['Asif ud-Dina', ['Asif', '', 'ud-Dina', '']],
    ['N. Evans II', ['N.', '', 'Evans', 'II']],
    ['K. Haig, Jr', ['K.', '', 'Haig', 'Jr']],
    ['de la Cruz, Maria', ['Maria', 'de la', 'Cruz', '']],
    ['dana boyle', ['dana', '', 'boyle', '']],
    ['Plato', ['', '', 'Plato', '']],
    ['Van Morris', ['Van', '', 'Morris', '']],
    ['张伟', ['', '', '张伟', '']],
    ['Wei Li', ['Wei', '', 'Li', '']],
    [String.raw`J. {de Mora} S\o rby`, ['J. {de Mora}', '', String.raw`S\o rby`, '']],
    [String.raw`Ana \v Sesti\'c`, ['Ana', '', String.raw`\v Sesti\'c`, '']],
    [String.raw`Jo \'evan Berg`, ['Jo', String.raw`\'evan`, 'Berg', '']],
  ])('splits %s into its parts', (name, [given, particle, family, suffix]) => {
    expect(splitName(name)).toEqual({ given, particle, family, suffix });
  });

  it.each([
    'The Toy Collaboration',
    'the Toy and Kite Collaborations',
    'TOY-2 Team',
    'Kite Team, Wind Department',
    'for the Toy Consortium',
    'World Kite Organization',
    'Ministry of Wind',
    'National Academy of Toys',
    'Centre for Kites',
    ', ',
  ])('does not split %s, the name of a group', (name) => {
    expect(splitName(name)).toEqual({ literal: name });
  });
});
