import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byName } from '../../../src/core/account/named';
import { arrangeAccounts, isQuiet } from '../../../src/core/graph/account-order';
import type { AccountRow } from '../../../src/core/graph/rows';
import { accountSearch, searchHit } from '../../../src/core/graph/search';
import type { AccountSort } from '../../../src/core/settings';

const row = (name: string, parts: Partial<AccountRow> = {}): AccountRow => ({
  key: name,
  name,
  names: [name],
  people: [],
  pages: [],
  status: null,
  industry: null,
  notes: 1,
  proposed: 0,
  waiting: 0,
  open: 0,
  done: 0,
  dismissed: 0,
  decisions: 0,
  facts: 0,
  overdue: 0,
  myOverdue: 0,
  lastContact: null,
  quiet: null,
  nextDue: null,
  ...parts,
});
const keys = (rows: readonly AccountRow[]): string => rows.map(({ key }) => key).join('');
const sorted = (rows: readonly AccountRow[], sort: AccountSort): string =>
  keys(arrangeAccounts([...rows].sort(byName), { sort, search: '', pinned: new Set(), muted: new Set() }).shown);

describe('the order of accounts', () => {
  it('is by what wants attention', () => {
    const rows = [
      row('z'),
      row('a'),
      row('p', { waiting: 9 }),
      row('q', { quiet: 31, open: 1 }),
      row('m', { myOverdue: 1 }),
      row('n', { quiet: 30, open: 1 }),
      row('o', { quiet: 99 }),
    ];
    expect(sorted(rows, 'attention')).toBe('mqpanoz');
    expect(isQuiet(row('a', { quiet: 31, open: 1 }))).toBe(true);
  });

  it('is by name, by last contact and by open tasks', () => {
    expect(sorted([row('b10'), row('B2'), row('Ä'), row('a')], 'name')).toBe('aÄB2b10');
    expect(
      sorted(
        [row('a'), row('b', { lastContact: '2026-01-01' }), row('c', { lastContact: '2026-02-01' }), row('d')],
        'last-contact',
      ),
    ).toBe('cbad');
    expect(sorted([row('a', { open: 1 }), row('c', { open: 2 }), row('b', { open: 2 })], 'open-tasks')).toBe('bca');
  });

  it('by name is total: equal only to itself', () => {
    expect(byName(row('a'), row('a', { key: 'b' }))).toBe(-1);
    expect(byName(row('a', { key: 'b' }), row('a'))).toBe(1);
    expect(byName(row('a'), row('a'))).toBe(0);
  });
});

describe('the list of accounts', () => {
  const wishes = (parts: Partial<Parameters<typeof arrangeAccounts>[1]> = {}) => ({
    sort: 'name' as const,
    search: '',
    pinned: new Set<string>(),
    muted: new Set<string>(),
    ...parts,
  });

  it('has pinned accounts on top whatever the order, and muted ones apart', () => {
    const rows = ['a', 'b', 'c', 'd'].map((name) => row(name));
    const { shown, muted } = arrangeAccounts(
      rows,
      wishes({ pinned: new Set(['d', 'b', 'gone']), muted: new Set(['a', 'b']) }),
    );
    expect([keys(shown), keys(muted)]).toEqual(['bdc', 'a']);
  });

  it('holds each account that answers the search once, pinned before all others', () => {
    const letters = fc.constantFrom<string>('a', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ key: letters, open: fc.nat(2), waiting: fc.nat(2) }), {
          selector: ({ key }) => key,
        }),
        fc.uniqueArray(letters),
        fc.uniqueArray(letters),
        fc.constantFrom<AccountSort>('attention', 'name', 'last-contact', 'open-tasks'),
        fc.constantFrom('', 'a', 'x'),
        (accounts, pinned, muted, sort, search) => {
          const rows = accounts.map(({ key, ...parts }) => row(key, parts));
          const arranged = arrangeAccounts(rows, { sort, search, pinned: new Set(pinned), muted: new Set(muted) });
          const found = rows.filter((account) => accountSearch(search)(account));
          expect([...arranged.shown, ...arranged.muted].map(({ key }) => key).sort()).toEqual(
            found.map(({ key }) => key).sort(),
          );
          expect(arranged.muted.every(({ key }) => muted.includes(key) && !pinned.includes(key))).toBe(true);
          expect(arranged.shown.some(({ key }) => muted.includes(key) && !pinned.includes(key))).toBe(false);
          const onTop = arranged.shown.map(({ key }) => pinned.includes(key));
          expect(onTop).toEqual([...onTop].sort((a, b) => Number(b) - Number(a)));
        },
      ),
    );
  });

  it('is found by names, people, status and industry, by words, folded', () => {
    const account = {
      names: ['Gdańsk Marine', 'GM'],
      people: ["Siobhán O'Leary"],
      status: 'At risk',
      industry: 'Retail',
    };
    expect(
      ['gdansk', 'MARINE gd', 'o’leary', 'gm siobhan', 'retail', 'gdansk risk', '', '  '].every((search) =>
        accountSearch(search)(account),
      ),
    ).toBe(true);
    expect(['x', 'gdansk x'].some((search) => accountSearch(search)(account))).toBe(false);
  });

  it.each([
    ['gdansk', null],
    ['', null],
    ['gm', 'GM'],
    ['siobhan', "Siobhán O'Leary"],
    ['gdansk leary', "Siobhán O'Leary"],
    ['risk', 'At risk'],
    ['retail', 'Retail'],
    ['x', null],
  ])('for “%s” says what else than its name was found: %s', (search, hit) => {
    expect(
      searchHit(
        {
          name: 'Gdańsk Marine',
          names: ['Gdańsk Marine', 'GM'],
          people: ["Siobhán O'Leary"],
          status: 'At risk',
          industry: 'Retail',
        },
        search,
      ),
    ).toBe(hit);
  });
});
