import { describe, expect, it } from '@jest/globals';
import { mineTest, personKey } from '../../../src/core/person/mine';

describe('personKey', () => {
  it.each([['Ana de la Cruz', 'ana de la cruz', 'ANA  DE LA CRUZ', 'Ana de la Cruz (lead)'], ['Zoë', 'zoe', 'Zoë'.normalize('NFD')], ["O'Leary", 'O’Leary'], ['李雷', '李雷 (sales)'], ['🦆', '🦆']])('is one for the spellings of %s', (...names) => {
    expect(new Set(names.map(personKey)).size).toBe(1);
  });

  it('tells people apart', () => {
    expect(new Set(['Ana', 'Ana Lopez', 'Anna', '(lead)', '🦆', '🦢', ''].map(personKey)).size).toBe(7);
  });
});

describe('mineTest', () => {
  it.each([[['Myself'], true], [['myself (with Ana)'], true], [['Ana', 'Me'], true], [['Ana'], false], [[], false], [['Members'], false]])('%j: %j', (owners, mine) => {
    expect(mineTest(['Myself', 'Me'])(owners)).toBe(mine);
  });

  it('is never, without a name', () => {
    expect(mineTest([])(['Myself'])).toBe(false);
  });
});
