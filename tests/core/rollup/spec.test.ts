import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { parsePeriod, PERIOD_WORDS } from '../../../src/core/base/period';
import {
  DECISION_STATUSES,
  ROLLUP_KEYS,
  ROLLUP_TASK_STATUSES,
  SHOWS,
  valuesFor,
  type RollupShow,
} from '../../../src/core/rollup/keys';
import { readSpec, type ReadSpec, type RollupSpec, type SpecFault } from '../../../src/core/rollup/spec';
import { growth } from '../../growth';

const faultsOf = (source: string): ReadSpec['faults'] => readSpec(source).faults;

function specOf(...lines: readonly string[]): RollupSpec {
  const { spec, faults } = readSpec(lines.join('\n'));
  if (spec === null) throw new Error(faults.map(({ sentence }) => sentence).join(' '));
  return spec;
}

describe('a block', () => {
  it('that is empty asks for the decisions of its note’s account, newest first', () => {
    const wanted = {
      show: 'decisions',
      account: 'own',
      since: null,
      until: null,
      owners: null,
      decisions: new Set(['stated', 'confirmed']),
      tasks: new Set(),
      status: null,
      group: 'none',
      sort: 'newest',
      limit: null,
    };
    expect(specOf()).toEqual(wanted);
    expect(specOf('', '  ', '\t')).toEqual(wanted);
  });

  it('may say all that there is', () => {
    expect(
      specOf(
        'show: tasks',
        'account: Blue Heron, Inc.',
        'account: [[Customers/Northwind Traders/README|Northwind Traders]]',
        'since: 2026-03-02',
        'until: this month',
        'owner: me, @Ana de la Cruz (finance), nobody',
        'status: open, in-progress',
        'group: owner',
        'sort: priority',
        'limit: 20',
      ),
    ).toEqual({
      show: 'tasks',
      account: [
        { name: 'Blue Heron, Inc.', line: 1 },
        { name: 'Northwind Traders', line: 2 },
      ],
      since: parsePeriod('2026-03-02'),
      until: parsePeriod('this month'),
      owners: ['me', 'Ana de la Cruz (finance)', 'nobody'],
      decisions: new Set(),
      tasks: new Set(['open', 'in-progress']),
      status: ['open', 'in-progress'],
      group: 'owner',
      sort: 'priority',
      limit: 20,
    });
  });

  it('means the same in any case, with any white space and any line ends', () => {
    const plain = specOf('show: tasks', 'status: open, done', 'since: last month', 'account: all');
    expect(specOf('  SHOW :Tasks', 'Status:OPEN,Done ,', '', 'since:  Last  Month\u00a0', 'ACCOUNT: All')).toEqual(
      plain,
    );
    for (const end of ['\r\n', '\r'])
      expect(specOf(['show: tasks', 'status: open, done', 'since: last month', 'account: all', ''].join(end))).toEqual(
        plain,
      );
  });

  it.each([
    ['[[Blue Heron]]', 'Blue Heron'],
    ['[[Customers/Blue Heron/README]]', 'Blue Heron'],
    ['[[Customers/Blue Heron/README|Blue Heron, Inc.]]', 'Blue Heron, Inc.'],
    ['[[Blue Heron.md#Tasks]]', 'Blue Heron'],
    ['A: B', 'A: B'],
    ['12:30 Ltd', '12:30 Ltd'],
    ['“Q”', '“Q”'],
    ['__proto__', '__proto__'],
  ])('names an account as %s: %s', (value, name) => {
    expect(specOf(`account: ${value}`).account).toEqual([{ name, line: 0 }]);
  });

  it('is of all accounts where one of its lines says so', () => {
    expect(specOf('account: Aster', 'account: ALL').account).toBe('all');
  });

  it('has statuses by what it shows', () => {
    const statuses = (...lines: readonly string[]): readonly string[] => [
      ...specOf(...lines).decisions,
      ...specOf(...lines).tasks,
    ];
    expect(statuses('status: all')).toEqual(DECISION_STATUSES);
    expect(statuses('show: tasks')).toEqual(['proposed', 'open', 'in-progress']);
    expect(statuses('show: tasks', 'status: all')).toEqual(ROLLUP_TASK_STATUSES);
    expect(statuses('show: facts')).toEqual([]);
    expect(statuses('show: timeline')).toEqual(['stated', 'confirmed', 'open', 'in-progress', 'done']);
    expect(statuses('show: timeline', 'status: superseded, dismissed')).toEqual(['superseded', 'dismissed']);
  });
});

describe('a line that is not understood', () => {
  const KEYS = 'Use show, account, since, until, owner, status, group, sort or limit.';
  const DAYS = 'Try 2026-03-02, 30d, this quarter or last month';

  test.each<[string, string, string | null]>([
    ['shwo: tasks', 'Unknown key “shwo”. Did you mean “show”?', 'show: tasks'],
    ['Ownr: me', 'Unknown key “Ownr”. Did you mean “owner”?', 'owner: me'],
    ['accounts: Aster', 'Unknown key “accounts”. Did you mean “account”?', 'account: Aster'],
    ['where: due < today', `Unknown key “where”. ${KEYS}`, null],
    ['__proto__: tasks', `Unknown key “__proto__”. ${KEYS}`, null],
    ['constructor: tasks', `Unknown key “constructor”. ${KEYS}`, null],
    [': tasks', `Unknown key “”. ${KEYS}`, null],
    ['s\u200bhow: tasks', 'Unknown key “s[U+200B]how”. Did you mean “show”?', 'show: tasks'],
    ['ｓｈｏｗ: tasks', `Unknown key “ｓｈｏｗ”. ${KEYS}`, null],
    ['TABLE text FROM #type/customer', 'Write a key and a value, such as “show: decisions”.', null],
    ['task', 'Write a key and a value, such as “show: decisions”.', 'show: tasks'],
    ['# Decisions', 'Write a key and a value, such as “show: decisions”.', 'show: decisions'],
    ['show:', 'Enter a value for “show”, or remove the line.', null],
    ['sho:', 'Unknown key “sho”. Did you mean “show”?', 'show:'],
    ['account: [[]]', 'Enter a value for “account”, or remove the line.', null],
    ['status: ,', 'Enter a value for “status”, or remove the line.', null],
    ['show: decision', "“show” can't be “decision”. Did you mean “decisions”?", 'show: decisions'],
    ['show: "tasks"', '“show” can\'t be “"tasks"”. Did you mean “tasks”?', 'show: tasks'],
    ['show: people', "“show” can't be “people”. Use decisions, tasks, facts or timeline.", null],
    ['group: months', "“group” can't be “months”. Did you mean “month”?", 'group: month'],
    ['sort: dae', "“sort” can't be “dae”. Use newest, oldest or account.", null],
    ['sort: due', "“sort: due” doesn't go with decisions. Use newest, oldest or account.", null],
    [
      'group: owner',
      "“group: owner” doesn't go with decisions. Use none, account, note, day, week, month, quarter or status.",
      null,
    ],
    ['status: open', "“status: open” doesn't go with decisions. Use stated, confirmed, superseded or all.", null],
    [
      'status: stated, supersede',
      "“status” can't be “supersede”. Did you mean “superseded”?",
      'status: stated, superseded',
    ],
    ['status: all, confrimed', "“status” can't be “confrimed”. Did you mean “confirmed”?", 'status: all, confirmed'],
    ['owner: me', 'Only tasks have an owner. Remove the line, or write “show: tasks”.', null],
    ['since: 2026-3-2', `“2026-3-2” isn't a date. ${DAYS}. Did you mean “2026-03-02”?`, 'since: 2026-03-02'],
    ['since: 2026/03/02', `“2026/03/02” isn't a date. ${DAYS}. Did you mean “2026-03-02”?`, 'since: 2026-03-02'],
    ['since: 2026-02-30', `“2026-02-30” isn't a date. ${DAYS}.`, null],
    ['until: last mont', `“last mont” isn't a date. ${DAYS}. Did you mean “last month”?`, 'until: last month'],
    ['until: next week', `“next week” isn't a date. ${DAYS}. Did you mean “last week”?`, 'until: last week'],
    ['since: the audit', `“the audit” isn't a date. ${DAYS}.`, null],
    ['since: 9999', `“9999” isn't a date. ${DAYS}.`, null],
    ['limit: 0', "“0” isn't a number. Enter one such as 10.", null],
    ['limit: ten', "“ten” isn't a number. Enter one such as 10.", null],
    ['limit: 1e9', "“1e9” isn't a number. Enter one such as 10.", null],
    [`show: ${'x'.repeat(60)}`, `“show” can't be “${'x'.repeat(40)}…”. Use decisions, tasks, facts or timeline.`, null],
    [`account: ${'x'.repeat(600)}`, 'Use 500 characters at most.', null],
  ])('%s', (text, sentence, meant) => {
    expect(faultsOf(`\n${text}\n`)).toEqual([{ line: 1, text, sentence, meant }]);
  });

  it('that is the second of a key is said to be', () => {
    expect(faultsOf('limit: 5\naccount: A\naccount: B\nLimit: 6')).toEqual([
      {
        line: 3,
        text: 'Limit: 6',
        sentence: '“limit” is here twice. Remove one.',
        meant: null,
      },
    ]);
  });

  it('says nothing of a status of facts, nor of an order by owner', () => {
    expect(faultsOf('show: facts\nstatus: open\ngroup: status\nsort: owner').map(({ sentence }) => sentence)).toEqual([
      'Only tasks and decisions have a status. Remove the line.',
      "“group: status” doesn't go with facts. Use none, account, note, day, week, month or quarter.",
      "“sort: owner” doesn't go with facts. Use newest, oldest or account.",
    ]);
  });

  it('has all faults of the block with it, in order, and what is shown is no reason for others where it is not understood', () => {
    expect(
      faultsOf('owner: me\nwhat\nshow: taks\nsort: due\nstatus: open, stated\nlimit: many').map(({ line, meant }) => [
        line,
        meant,
      ]),
    ).toEqual([
      [1, null],
      [2, 'show: tasks'],
      [5, null],
    ]);
  });

  it('stands in a block of a hundred lines at most', () => {
    expect(faultsOf('\n'.repeat(99))).toEqual([]);
    expect(faultsOf(`${'\n'.repeat(100)}show: tasks\nno`)).toEqual([
      {
        line: 100,
        text: 'show: tasks',
        sentence: 'Use 100 lines at most.',
        meant: null,
      },
    ]);
    expect(faultsOf('\n'.repeat(200))).toEqual([]);
  });
});

/** Lines near to those of blocks, and any others. */
const words = fc.constantFrom(
  ...ROLLUP_KEYS.flatMap(({ name, values }) => [name, ...values]),
  ...PERIOD_WORDS,
  'Blue Heron, Inc.',
  '[[Aster]]',
  '2026-03-02',
  '__proto__',
  'toString',
  ',',
  ':',
  ' ',
  '',
  '7',
);
const damaged = fc
  .tuple(words, fc.nat(12), fc.constantFrom('', 'x', ' ', ':', '\u202e', '😀'))
  .map(([word, at, put]) => `${word.slice(0, at)}${put}${word.slice(at + 1)}`);
const part = fc.oneof(words, damaged, fc.string({ unit: 'binary', maxLength: 10 }));
const lines = fc.oneof(
  fc
    .tuple(
      part,
      fc.constantFrom(':', ': ', ' : ', ''),
      part,
      fc.constantFrom('', ', '),
      fc.oneof(part, fc.constant('')),
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);
const blocks = fc
  .tuple(fc.array(lines, { maxLength: 6 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([all, end]) => all.join(end));

describe('any text', () => {
  it('is a spec or has faults, each at its line', () => {
    fc.assert(
      fc.property(blocks, (source) => {
        const { spec, faults } = readSpec(source);
        expect(spec === null).toBe(faults.length > 0);
        const split = source.split(/\r\n?|\n/);
        for (const { line, text, sentence } of faults) {
          expect(text).toBe(split[line]);
          expect(sentence).toMatch(/^[^\n\u200b\u202e]{10,300}[.?]$/);
        }
        expect([...faults].map(({ line }) => line)).toEqual(
          [...new Set(faults.map(({ line }) => line))].sort((a, b) => a - b),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('reads without a fault once what is meant is written in its line', () => {
    fc.assert(
      fc.property(blocks, (source) => {
        const split = source.split(/\r\n?|\n/);
        for (const fault of faultsOf(source)) {
          if (fault.meant === null) continue;
          const mended = faultsOf(split.map((text, index) => (index === fault.line ? fault.meant : text)).join('\n'));
          const left = (mended as readonly SpecFault[]).filter(({ line }) => line === fault.line);
          expect(left.map(({ sentence }) => sentence)).not.toContain(fault.sentence);
          // A value that was mended is right; a key that was mended may have a wrong value, or be the second of its
          // kind.
          if (!/^(?:Unknown key|Write a key)/.test(fault.sentence)) expect(left).toEqual([]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['blanks', ' '],
    ['blanks before a sign', ' ', 'x'],
    ['signs', 'x'],
    ['colons', ':'],
    ['commas', ',', '', 'status: '],
    ['names', 'a, ', '', 'owner: '],
    ['brackets', '[', '', 'account: '],
    ['line ends', '\n'],
    ['lines', 'show: x\n'],
    ['smileys', '😀'],
  ])('of a hundred thousand %s takes no more time than it is long', (_what, unit, after = '', before = '') => {
    const line = (size: number): string => `${before}${unit.repeat(size / unit.length)}${after}\n`;
    const read = (size: number): unknown => [line(size), line(480).repeat(size / 1000)].map((text) => readSpec(text));
    expect(growth(read, 100_000)).toBeLessThan(3);
  });
});

/** A spec as one writes it. */
function printed(spec: RollupSpec, periods: { readonly since: string | null; readonly until: string | null }): string {
  const list = (key: string, values: Iterable<string>): string => `${key}: ${[...values].join(', ')}`;
  const statuses = [...spec.decisions, ...spec.tasks];
  return [
    `show: ${spec.show}`,
    ...(spec.account === 'own'
      ? []
      : spec.account === 'all'
        ? ['account: all']
        : spec.account.map(({ name }) => `account: ${name}`)),
    ...(periods.since === null ? [] : [`since: ${periods.since}`]),
    ...(periods.until === null ? [] : [`until: ${periods.until}`]),
    ...(spec.owners === null ? [] : [list('owner', spec.owners)]),
    ...(statuses.length === 0 ? [] : [list('status', statuses)]),
    `group: ${spec.group}`,
    `sort: ${spec.sort}`,
    ...(spec.limit === null ? [] : [`limit: ${spec.limit}`]),
  ].join('\n');
}

describe('a spec', () => {
  const some = <T extends string>(values: readonly T[]): fc.Arbitrary<readonly T[]> =>
    fc.subarray([...values], { minLength: 1 });
  const names = fc.constantFrom('Aster', 'Blue Heron, Inc.', 'O’Leary: Foods', 'Gdańsk Marine', '__proto__', '東京');
  const perhaps = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value);
  const of = (
    show: RollupShow,
  ): fc.Arbitrary<readonly [RollupSpec, { readonly since: string | null; readonly until: string | null }]> =>
    fc
      .record({
        account: fc.oneof(
          fc.constant<'own' | 'all'>('own'),
          fc.constant<'own' | 'all'>('all'),
          fc
            .array(names, { minLength: 1, maxLength: 3 })
            .map((all) => all.map((name, index) => ({ name, line: index + 1 }))),
        ),
        periods: fc.record({
          since: perhaps(fc.constantFrom(...PERIOD_WORDS, '2026-03-02')),
          until: perhaps(fc.constantFrom(...PERIOD_WORDS, '2026')),
        }),
        owners:
          show === 'tasks' || show === 'timeline'
            ? perhaps(some(['me', 'nobody', 'Ana de la Cruz (finance)', 'Ilse']))
            : fc.constant(null),
        statuses:
          show === 'facts' ? fc.constant([]) : some(valuesFor('status', show).filter((status) => status !== 'all')),
        group: fc.constantFrom(...valuesFor('group', show)),
        sort: fc.constantFrom(...valuesFor('sort', show)),
        limit: perhaps(fc.integer({ min: 1, max: 999_999 })),
      })
      .map(({ account, periods, owners, statuses, group, sort, limit }) => [
        {
          show,
          account,
          since: periods.since === null ? null : parsePeriod(periods.since),
          until: periods.until === null ? null : parsePeriod(periods.until),
          owners,
          decisions: new Set(DECISION_STATUSES.filter((status) => statuses.includes(status))),
          tasks: new Set(ROLLUP_TASK_STATUSES.filter((status) => statuses.includes(status))),
          status: null,
          group,
          sort,
          limit,
        } as RollupSpec,
        periods,
      ]);

  it('that is written reads the same', () => {
    fc.assert(
      fc.property(fc.oneof(...SHOWS.map(of)), ([spec, periods]) => {
        const { spec: read, faults } = readSpec(printed(spec, periods));
        expect(faults).toEqual([]);
        // How the statuses were written is kept besides what they mean.
        expect({ ...read, status: null }).toEqual({ ...spec, status: null });
      }),
      { numRuns: 300 },
    );
  });
});
