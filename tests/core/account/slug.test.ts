import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accountKey } from '../../../src/core/account/names';
import { slugOf } from '../../../src/core/account/slug';

describe('the tag of an account', () => {
  it.each([
    ['Blue Heron, Inc.', 'blue-heron-inc'],
    ["O'Leary Foods", 'oleary-foods'],
    ['Juniper & Vale', 'juniper-vale'],
    ['Gdańsk Marine Systems', 'gdansk-marine-systems'],
    ['日本製鉄', '日本製鉄'],
    ['3M', '3m'],
    ['🦆', '🦆'],
    ['! ?', null],
    ['', null],
    ['🦆 🦢', null],
    ['../x', 'x'],
    ['a]]b|c#d', 'a-b-c-d'],
  ])('of %j is %j', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it('names the account that its name names, and is a tag', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.string({ unit: fc.constantFrom('a', 'B', ' ', "'", '-', '&', 'and', 'é', 'ß', '🦆', '_') }),
        ),
        (name) => {
          const slug = slugOf(name);
          if (slug === null) return;
          expect(accountKey(slug)).toBe(accountKey(name));
          expect(slug).toMatch(/^[\p{L}\p{M}\p{N}_\p{Extended_Pictographic}-]+$/u);
        },
      ),
    );
  });
});
