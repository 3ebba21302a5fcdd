import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { printable } from '../../scripts/workbench/printable';

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom('\u001b', '\u009b', '\u0007', '\r', '\u202e', '\u200b', '\u{e0041}', '\u007f', '\n', '"', '\\'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
});

test('what a command prints controls no terminal, and hides and turns nothing', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(printable(given)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/u);
      expect(printable(given).split('\n')).toHaveLength(given.split('\n').length);
    }),
  );
});

test('JSON says the same as before', () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(JSON.parse(printable(JSON.stringify({ given }, null, 2)))).toEqual({ given });
    }),
  );
});

test('words and emoji of notes stay as they are', () => {
  expect(printable('Café “Blue Heron” 📅 2026-03-06 → ⏫')).toBe('Café “Blue Heron” 📅 2026-03-06 → ⏫');
});
