import { describe, expect, it } from '@jest/globals';
import type { KnownPerson } from '../../../src/core/person/known-people';
import { personNames } from '../../../src/core/person/person-names';
import { finish } from '../../../src/core/base/steps';
import { gatherPeople } from '../../../src/core/person/known-people';
import { spellingPairs } from '../../../src/core/person/spelling-pairs';
import { vaultOf } from '../graph/vault';

const person = (name: string, values: Partial<KnownPerson> = {}): KnownPerson => ({
  key: name.toLowerCase(),
  name,
  tasks: 1,
  meetings: 0,
  accounts: ['Aster'],
  ...values,
});
const pairsOf = (people: readonly KnownPerson[], meetings = 10) =>
  spellingPairs({ people, meetings }, (name) => name === 'Myself').map(
    ({ shown, other }) => `${other.name} = ${shown.name}`,
  );

describe('names that may be one person', () => {
  it.each([
    ['Ana', 'Ana de la Cruz'],
    ['Ana Cruz', 'Ana B. Cruz'],
    ['A. Cruz', 'Ana Cruz'],
    ['A. Cruz', 'Ana de la Cruz'],
    ['zoe', 'Zoë Hale'],
  ])('%s and %s', (other, shown) => {
    expect(pairsOf([person(other), person(shown)])).toEqual([`${other} = ${shown}`]);
    expect(pairsOf([person(shown), person(other)])).toEqual([`${other} = ${shown}`]);
  });

  it.each([
    ['Ana Lopez', 'Ana Cruz'],
    ['Anna', 'Ana Cruz'],
    ['Cruz', 'Ana Cruz'],
    ['B. Cruz', 'Ana Cruz'],
    ['A. Lopez', 'Ana Cruz'],
    ['Ana', 'Ben'],
    ['Ana Bea Cruz', 'Ana Cruz'],
    ['Myself', 'Ana Cruz'],
  ])('not %s and %s', (a, b) => {
    expect(pairsOf([person(a), person(b)])).toEqual([]);
  });

  it('are the user’s and that of whoever is in most meetings', () => {
    const people = [person('Myself'), person('Ilse Brandt', { meetings: 5 }), person('Robin Sayer', { meetings: 9 })];
    expect(pairsOf(people)).toEqual(['Myself = Robin Sayer']);
    expect(pairsOf(people, 20)).toEqual([]);
    expect(pairsOf([person('Myself', { meetings: 9 }), ...people.slice(1)])).toEqual([]);
  });

  it('come first where they meet at the same account', () => {
    expect(
      pairsOf([person('Ana'), person('Ana Lopez', { accounts: ['Birch'], tasks: 90 }), person('Ana Cruz')]),
    ).toEqual(['Ana = Ana Cruz', 'Ana = Ana Lopez']);
  });

  it('are as many as there are names, of however many', () => {
    const many = Array.from({ length: 20_000 }, (_, at) => person(`Ana ${at % 2 === 0 ? 'B. ' : ''}Cruz${at}`));
    expect(pairsOf([person('Ana'), ...many])).toHaveLength(20_000);
  });
});

describe('people that notes know', () => {
  const graph = vaultOf({
    'a.md': {
      title: 'a',
      date: '2026-03-01',
      account: 'Aster',
      more: ['participants: [Ana Cruz, Ben]'],
      body: ['- [?] x @Ana (lead)', '- [ ] y @Ana', '- [ ] z @ana'],
    },
    'b.md': { title: 'b', date: '2026-03-01', more: ['participants: [Ana Cruz, Cy]'] },
  });
  const known = (people: readonly (readonly string[])[]) =>
    finish(
      gatherPeople(graph.notes.values(), personNames({ myNames: [], people }), ({ path }) =>
        path === 'a.md' ? 'Aster' : null,
      ),
    ).people;

  it('have the spelling that they have most often, with how often and where they are met', () => {
    expect(known([]).slice(0, 2)).toEqual([
      { key: 'ana', name: 'Ana', tasks: 3, meetings: 0, accounts: ['Aster'] },
      { key: 'ana cruz', name: 'Ana Cruz', tasks: 0, meetings: 2, accounts: ['Aster'] },
    ]);
  });

  it('are one where they are joined', () => {
    expect(known([['Ana Cruz', 'Ana']])).toMatchObject([
      { name: 'Ana Cruz', tasks: 3, meetings: 2 },
      { name: 'Ben' },
      { name: 'Cy' },
    ]);
  });
});
