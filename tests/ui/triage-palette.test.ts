import { describe, expect, test } from '@jest/globals';
import type { ProposalRow } from '../../src/core/triage/rows';
import { paletteActionOf } from '../../src/ui/triage/triage-palette-keys';
import { findProposals } from '../../src/ui/triage/triage-palette-search';

const row = (text: string, values: Partial<ProposalRow> = {}): ProposalRow => ({
  key: text,
  path: 'A.md',
  line: 0,
  text,
  owners: [],
  people: [],
  mine: false,
  due: null,
  priority: null,
  account: null,
  note: 'A',
  day: null,
  age: null,
  snoozed: null,
  source: null,
  inList: false,
  unassigned: false,
  copies: [],
  done: null,
  decided: null,
  settled: false,
  was: null,
  likely: null,
  twin: null,
  ...values,
});
const texts = (rows: readonly ProposalRow[], query: string): readonly string[] =>
  findProposals(rows, query).map(({ text }) => text);

describe('a search of proposals', () => {
  const rows = [
    row('Send the rack layout', { account: 'Northwind Traders' }),
    row('Book the lift', { owners: ['Ilse Brandt'] }),
    row('Book a room', { account: 'Gdańsk Marine' }),
  ];

  test('finds words, account and owner, whatever their accents and case', () => {
    expect(texts(rows, ' rack')).toEqual(['Send the rack layout']);
    expect(texts(rows, 'northw')).toEqual(['Send the rack layout']);
    expect(texts(rows, 'GDANSK room')).toEqual(['Book a room']);
    expect(texts(rows, 'ilse')).toEqual(['Book the lift']);
    expect(findProposals(rows, 'zzz')).toEqual([]);
  });

  test('without words gives all in their order, else the best of them first', () => {
    expect(texts(rows, '  ')).toEqual(rows.map(({ text }) => text));
    const many = Array.from({ length: 300 }, (_, index) => row(`${'x'.repeat(300 - index)} task`));
    expect(findProposals(many, 'task')).toHaveLength(300);
    expect(texts(many, 'task')[0]).toBe('x task');
  });
});

describe('a key in the list', () => {
  const press = (key: string, init: KeyboardEventInit = {}): string | null => {
    const action = paletteActionOf(new KeyboardEvent('keydown', { key, ...init }));
    return typeof action === 'object' ? (action?.name ?? null) : action;
  };

  test('decides, opens, takes back or moves', () => {
    expect(press('Enter')).toBe('accept');
    expect(press('Enter', { ctrlKey: true })).toBe('dismiss');
    expect(press('Enter', { altKey: true })).toBe('open');
    expect(press('z', { ctrlKey: true })).toBe('undo');
    expect(press('Z', { ctrlKey: true })).toBe('undo');
    expect(['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp'].map((key) => press(key))).toEqual([
      'next',
      'previous',
      'page-down',
      'page-up',
    ]);
  });

  test.each<[string, KeyboardEventInit]>([
    ['a', {}],
    ['z', {}],
    ['Home', {}],
    ['Enter', { isComposing: true }],
    ['Enter', { repeat: true }],
    ['Enter', { shiftKey: true }],
    ['Enter', { ctrlKey: true, altKey: true }],
    ['z', { ctrlKey: true, repeat: true }],
    ['z', { ctrlKey: true, shiftKey: true }],
    ['ArrowDown', { altKey: true }],
    ['ArrowUp', { ctrlKey: true }],
  ])('%s with %j is typing', (key, init) => {
    expect(press(key, init)).toBeNull();
  });
});
