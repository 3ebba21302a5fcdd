import { describe, expect, it } from '@jest/globals';
import { accountKey, nameOfSlug, nameWords } from '../../../src/core/account/names';

describe('accountKey', () => {
  it.each([
    ['Blue Heron, Inc.', 'blue-heron-inc', 'BLUE HERON INC', 'Blue  Heron\u00a0Inc'],
    ["O'Leary Foods", 'O’Leary Foods', 'oleary-foods', 'o-leary-foods', "O'LEARY FOODS"],
    ["Macy's", 'Macy’s', 'macys', 'macy-s'],
    ['Gdańsk Marine', 'gdansk-marine', 'Gdańsk Marine'.normalize('NFD')],
    ['Łódź Łodzie', 'lodz-lodzie'],
    ['Ørsted', 'orsted'],
    ['Straße & Sohn', 'strasse-sohn', 'Strasse and Sohn'],
    ['Juniper & Vale', 'juniper-vale', 'juniper-and-vale', 'Juniper and Vale', 'Juniper + Vale'],
    ['日本製鉄', '日本製鉄'],
    ['🦆', '🦆'],
  ])('is one for the spellings of %s', (...names) => {
    expect(new Set(names.map(accountKey)).size).toBe(1);
  });

  it('tells names apart', () => {
    const names = [
      'Blue Heron',
      'Blue Heron, Inc.',
      'Blue Crane',
      'And',
      '🦆',
      '🦢',
      '__proto__',
      'constructor',
      '日本',
      '中国',
      '&',
      '+',
    ];
    expect(new Set(names.map(accountKey)).size).toBe(names.length);
  });
});

describe('names', () => {
  it('lose their legal forms, but never all words', () => {
    expect(nameWords('Blue Heron, Inc.')).toEqual(['blue', 'heron']);
    expect(nameWords('Blue Heron Holding GmbH & Co. KG')).toEqual(['blue', 'heron']);
    expect(nameWords('Company')).toEqual(['company']);
  });

  it('are made from slugs', () => {
    expect(['blue-heron', 'blue-heron/emea', 'o-leary', 'éclair', '__proto__', '-'].map(nameOfSlug)).toEqual([
      'Blue Heron',
      'Blue Heron Emea',
      'O Leary',
      'Éclair',
      '__proto__',
      '-',
    ]);
  });
});
