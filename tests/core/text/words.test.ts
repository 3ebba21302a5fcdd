import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldText, wordsOf } from '../../../src/core/text/words';

describe('foldText', () => {
  it.each([
    ['Gdańsk', 'gdansk'],
    ['ŁÓDŹ', 'lodz'],
    ['Ørsted', 'orsted'],
    ['Straße', 'strasse'],
    ['Æther', 'aether'],
    ['Đà Nẵng', 'da nang'],
    ['İstanbul', 'istanbul'],
    ['Þór', 'thor'],
    ['ＡＢＣ', 'abc'],
    ['O’Leary', "o'leary"],
    ['ﬁne', 'fine'],
    ['Москва', 'москва'],
    ['日本', '日本'],
  ])('folds %s to %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('takes the Greek grave for a quote, as NFKD makes one of it', () => {
    expect(foldText('\u1fef')).toBe("'");
  });

  it('is done after once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});

describe('wordsOf', () => {
  it.each([
    ['Blue Heron, Inc.', ['blue', 'heron', 'inc']],
    ['Heron’s racks', ['heron', 'racks']],
    ["O'Leary’s", ['oleary']],
    ['a-b/c_d', ['a', 'b', 'c_d']],
    ['…', []],
    ['📅 7', ['7']],
  ])('reads %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});
