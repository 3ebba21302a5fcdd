import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { completionsAt } from '../../../src/core/rollup/complete';
import { DECISION_STATUSES, ROLLUP_KEYS, ROLLUP_TASK_STATUSES } from '../../../src/core/rollup/keys';
import { readSpec } from '../../../src/core/rollup/spec';

const NAMES = {
  accounts: () => ['Blue Heron, Inc.', 'North: West', 'Northwind Traders'],
  people: () => ['Ana de la Cruz', 'Okafor, Denise', 'Ben'],
};

const offered = (before: string, ...others: readonly string[]): readonly string[] =>
  completionsAt(before, [...others, before], NAMES).options.map(({ label }) => label);
/** The line with what is chosen first in place. */
const chosen = (before: string, ...others: readonly string[]): string => {
  const { from, options } = completionsAt(before, [...others, before], NAMES);
  return `${before.slice(0, from)}${options[0]!.insert}`;
};

describe('at the start of a line', () => {
  it('come the keys that the block has not yet, and further accounts', () => {
    expect(offered('')).toEqual(ROLLUP_KEYS.map(({ name }) => name));
    expect(offered('', 'Show: tasks', 'account: A', 'limit:')).toEqual([
      'account',
      'since',
      'until',
      'owner',
      'status',
      'group',
      'sort',
    ]);
    expect(offered('s')).toEqual(['show', 'since', 'status', 'sort']);
    expect(offered('x')).toEqual([]);
  });

  it('a key is put with its colon, in place of what was typed', () => {
    expect(chosen('sin')).toBe('since: ');
    expect(chosen('  SIN')).toBe('  since: ');
  });
});

describe('behind a colon', () => {
  test.each([
    ['show: ', ['decisions', 'tasks', 'facts', 'timeline']],
    ['SHOW:t', ['tasks', 'timeline']],
    ['since: last', ['last week', 'last month', 'last quarter', 'last year']],
    ['until: q', ['this quarter', 'last quarter']],
    ['limit: ', ['5', '10', '20']],
    ['account: ', ['all', 'Blue Heron, Inc.', 'North: West', 'Northwind Traders']],
    ['account: heron', ['Blue Heron, Inc.']],
    ['account: North: ', ['North: West']],
    ['account: North: x', []],
    ['account: trad north', ['Northwind Traders']],
    ['account: Blue Heron, I', ['Blue Heron, Inc.']],
    ['owner: ', ['me', 'nobody', 'Ana de la Cruz', 'Ben']],
    ['owner: me, cruz', ['Ana de la Cruz']],
    ['where: ', []],
    ['__proto__: ', []],
    ['sort: ', ['newest', 'oldest', 'account']],
    ['group: o', []],
    ['status: ', [...DECISION_STATUSES, 'all']],
  ])('%s', (before, wanted) => {
    expect(offered(before)).toEqual(wanted);
  });

  it('come the values that fit what is shown', () => {
    expect(offered('status: ', 'show: tasks')).toEqual([...ROLLUP_TASK_STATUSES, 'all']);
    expect(offered('status: ', ' Show :Timeline ')).toEqual([...DECISION_STATUSES, ...ROLLUP_TASK_STATUSES, 'all']);
    expect(offered('status: ', 'show: facts')).toEqual([]);
    expect(offered('group: o', 'show: tasks')).toEqual(['owner']);
    expect(offered('sort: ', 'show: facts')).toEqual(['newest', 'oldest', 'account']);
  });

  it('the last of a list is put in its place, the others stay', () => {
    expect(chosen('owner: me,  an', 'show: tasks')).toBe('owner: me,  Ana de la Cruz');
    expect(chosen('status: open, pro', 'show: tasks')).toBe('status: open, proposed');
    expect(chosen('account: Northwind tr')).toBe('account: Northwind Traders');
  });
});

it('whatever is chosen reads without a fault of its line', () => {
  const before = fc
    .tuple(
      fc.constantFrom(...ROLLUP_KEYS.map(({ name }) => `${name}: `), 'owner: me, ', 'status: open, '),
      fc.constantFrom('', 'a', 't', 'n', 'o'),
    )
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(before, fc.constantFrom('tasks', 'timeline'), (line, show) => {
      for (const { insert } of completionsAt(line, [`show: ${show}`, line], NAMES).options) {
        const { from } = completionsAt(line, [`show: ${show}`, line], NAMES);
        const { faults } = readSpec(
          line.startsWith('show')
            ? `${line.slice(0, from)}${insert}`
            : `show: ${show}\n${line.slice(0, from)}${insert}`,
        );
        expect(faults).toEqual([]);
      }
    }),
  );
});

it('any text has completions or none', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n\u2028\u2029]/g, '')),
      (before) => {
        const { from } = completionsAt(before, [before], NAMES);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(from).toBeLessThanOrEqual(before.length);
      },
    ),
  );
});
