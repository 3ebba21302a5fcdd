import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { areOnePerson, wordsOfName } from '../../../src/core/copies/one-person';

test.each([
  ['ana', 'ana de la cruz'],
  ['ana c', 'ana cruz'],
  ['a cruz', 'ana cruz'],
  ['cruz', 'ana cruz'],
  ['dr cruz', 'ana cruz'],
  ['herr cruz', 'dr cruz'],
  ['dr ana', 'ana cruz'],
  ['ana broom', 'ana brome'],
  ['dr', 'dr'],
])('%s and %s may be one person', (a, b) => {
  expect([areOnePerson(a, b), areOnePerson(b, a)]).toEqual([true, true]);
});

test.each([
  ['ana', 'anabel'],
  ['ana lund', 'ana brome'],
  ['ana l', 'ana brome'],
  ['ana cruz', 'ben cruz'],
  ['b cruz', 'ana cruz'],
  ['ana', 'ben ana cruz'],
  ['ana li', 'ana lo'],
])('%s and %s are two', (a, b) => {
  expect([areOnePerson(a, b), areOnePerson(b, a)]).toEqual([false, false]);
});

const name = fc
  .array(fc.constantFrom('ana', 'a', 'cruz', 'crus', 'c', 'dr', 'herr', 'broom', 'brome', 'de'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join(' '));

test('who may be one person has a word of the name in common, whichever is asked first', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(areOnePerson(a, b)).toBe(areOnePerson(b, a));
      const words = new Set(wordsOfName(a));
      if (areOnePerson(a, b)) expect(wordsOfName(b).some((word) => words.has(word))).toBe(true);
    }),
  );
});
