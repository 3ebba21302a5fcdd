import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joinSpellings } from '../../../src/core/person/join-spellings';
import { personKey, personNames, withoutRemark } from '../../../src/core/person/person-names';

const MY_NAMES = ['Myself', 'Me'];

describe('personKey', () => {
  it.each([
    ['Ana de la Cruz', 'ana de la cruz', 'ANA  DE LA CRUZ', 'Ana de la Cruz (lead)'],
    ['Zoë', 'zoe', 'Zoë'.normalize('NFD')],
    ["O'Leary", 'O’Leary'],
    ['李雷', '李雷 (sales)'],
    ['🦆', '🦆'],
    ['Ana Ruiz', 'Ana Ruiz <ana@aster.example>', 'ana ruiz <a.ruiz@birch.example> (lead)'],
  ])('is one for the spellings of %s', (...names) => {
    expect(new Set(names.map(personKey)).size).toBe(1);
  });

  it('tells people apart', () => {
    expect(new Set(['Ana', 'Ana Lopez', 'Anna', '(lead)', '🦆', '🦢', ''].map(personKey)).size).toBe(7);
  });
});

it.each([
  ['Ana (lead)', 'Ana'],
  ['Ana (lead', 'Ana'],
  [' Ana ', 'Ana'],
  ['Ana (x) Cruz', 'Ana (x) Cruz'],
  ['(lead)', '(lead)'],
  ['Ana Ruiz <ana@aster.example>', 'Ana Ruiz'],
  ['Ana (lead) <ana@aster.example>', 'Ana'],
  ['<ana@aster.example>', '<ana@aster.example>'],
  ['', ''],
])('a remark behind %j leaves %j', (name, left) => {
  expect(withoutRemark(name)).toBe(left);
});

describe('whose a task is', () => {
  it.each([
    [['Myself'], true],
    [['myself (with Ana)'], true],
    [['Ana', 'Me'], true],
    [['Ana'], false],
    [[], false],
    [['Members'], false],
  ])('%j: %j', (owners, mine) => {
    expect(personNames({ myNames: MY_NAMES, people: [] }).isMine(owners)).toBe(mine);
  });

  it('is never mine, without a name', () => {
    expect(personNames({ myNames: [], people: [['Myself', 'Robin']] }).isMine(['Myself'])).toBe(false);
  });

  it('is mine by every spelling that is joined with one of my names', () => {
    const names = personNames({ myNames: MY_NAMES, people: [['Robin Sayer', 'Robin', 'Myself']] });
    expect(['robin', 'Robin Sayer (host)', 'Me'].map((name) => [names.isMine([name]), names.nameOf(name)])).toEqual(
      Array.from({ length: 3 }, () => [true, 'Robin Sayer']),
    );
    expect(names.isMine(['Robin Hale'])).toBe(false);
  });
});

describe('people of the settings', () => {
  const { keyOf, nameOf } = personNames({
    myNames: MY_NAMES,
    people: [
      ['Ana de la Cruz', 'Ana', 'A. Cruz'],
      ['Ana Lopez', 'Ana'],
    ],
  });

  it('are one by all their spellings, under the first', () => {
    expect(['ANA', 'A. Cruz (sales)', 'Ana de la Cruz'].map((name) => [keyOf(name), nameOf(name)])).toEqual(
      Array.from({ length: 3 }, () => [keyOf('Ana de la Cruz'), 'Ana de la Cruz']),
    );
  });

  it('are nobody else, and a spelling in two lists is of the first', () => {
    expect(keyOf('Ana Lopez')).not.toBe(keyOf('Ana'));
    expect(nameOf('Anna (lead)')).toBe('Anna');
  });

  it('join nothing that no list names, and everything that one does', () => {
    const name = fc.constantFrom('Ana', 'Ben', 'Cy', 'Dee', 'Myself', 'Robin', 'ana', 'Ben (x)');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, name)), name, name, (joins, a, b) => {
        const people = joins.reduce<readonly (readonly string[])[]>(
          (lists, [shown, other]) => joinSpellings(lists, shown, other),
          [],
        );
        const joined = personNames({ myNames: [], people });
        for (const [shown, other] of joins) expect(joined.keyOf(shown)).toBe(joined.keyOf(other));
        // Whoever is one by the settings is linked by a chain of joins.
        const linked = new Set([personKey(a)]);
        for (let turn = 0; turn < joins.length; turn++) {
          for (const pair of joins.map((names) => names.map(personKey)))
            if (pair.some((key) => linked.has(key))) pair.forEach((key) => linked.add(key));
        }
        expect(joined.keyOf(a) === joined.keyOf(b)).toBe(linked.has(personKey(b)));
      }),
    );
  });
});

it('two that are joined take those along that were joined with either, under the name that was chosen', () => {
  expect(
    joinSpellings(
      [
        ['Ana Cruz', 'Ana'],
        ['Ben Hale', 'Ben'],
      ],
      'Ana de la Cruz',
      'ana cruz',
    ),
  ).toEqual([
    ['Ben Hale', 'Ben'],
    ['Ana de la Cruz', 'Ana Cruz', 'Ana'],
  ]);
});
