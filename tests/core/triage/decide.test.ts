import { describe, expect, test } from '@jest/globals';
import type { Day } from '../../../src/core/base/day';
import { applyEdits } from '../../../src/core/change/apply';
import { selectGroups } from '../../../src/core/graph/groups';
import type { Graph } from '../../../src/core/graph/graph';
import { DEFAULT_SETTINGS, statusSymbols } from '../../../src/core/settings';
import { decideRows, type Plan, type RowVerb } from '../../../src/core/triage/decide';
import { actionLabel, decidedWords } from '../../../src/core/triage/report';
import type { ProposalRow } from '../../../src/core/triage/rows';
import { selectRows } from '../../../src/core/triage/select-rows';
import type { VerbRules } from '../../../src/core/triage/verbs';
import { noteText, vaultOf } from '../graph/vault';

const TODAY: Day = '2026-11-22';
const RULES = { today: TODAY, symbols: statusSymbols(DEFAULT_SETTINGS) };

const meeting = (date: string, tasks: readonly string[]): string =>
  noteText({
    date,
    account: 'Northwind',
    more: ['source_ref: "Sources/call.md"'],
    body: ['## Action Items', '', ...tasks],
  });

const NOTES = {
  'A.md': meeting('2026-11-10', [
    '- [?] Send the pilot report to Ilse. @Ana #task #proposed',
    '- [?] Book the freight lift. #proposed',
  ]),
  'B.md': meeting('2026-11-12', ['- [?] Send the report of the pilot to Ilse. @Ana ⏫ #task #proposed']),
  'Inbox.md': '- [ ] Buy milk.\n- [?] Send the pilot report to Ilse. @Ana #proposed\n- [?] Water the plants. #proposed',
  'Sources/call.md': '- [?] Send Ilse the pilot report. #proposed',
};

function graphWith(changes: Readonly<Record<string, string>> = {}): {
  readonly graph: Graph;
  readonly rows: readonly ProposalRow[];
} {
  const graph = vaultOf({ ...NOTES, ...changes });
  return {
    graph,
    rows: selectRows(graph, selectGroups(graph, DEFAULT_SETTINGS), { today: TODAY, settings: DEFAULT_SETTINGS }),
  };
}

/** What a plan makes of the notes: the lines that change, before and after. */
function linesOf(graph: Graph, { notes }: Plan): readonly string[] {
  return notes.flatMap(({ path, edits }) => {
    const before = graph.notes.get(path)!.text.split('\n');
    const after = applyEdits(graph.notes.get(path)!.text, edits).text.split('\n');
    expect(after).toHaveLength(before.length);
    return after.flatMap((line, index) => (line === before[index] ? [] : [`${path}: ${line}`]));
  });
}

const decide = (
  verb: RowVerb,
  changes: Readonly<Record<string, string>> = {},
): { readonly plan: Plan; readonly lines: readonly string[] } => {
  const { graph, rows } = graphWith(changes);
  const plan = decideRows(
    graph,
    rows.filter(({ text }) => text.startsWith('Send')),
    verb,
    RULES,
  );
  return { plan, lines: linesOf(graph, plan) };
};

describe('a group', () => {
  test.each([
    [{ name: 'accept' }, '- [ ] Send the report of the pilot to Ilse. @Ana ⏫ #task'],
    [{ name: 'dismiss' }, '- [-] Send the report of the pilot to Ilse. @Ana ⏫ #task ❌ 2026-11-22'],
    [{ name: 'done' }, '- [x] Send the report of the pilot to Ilse. @Ana ⏫ #task ✅ 2026-11-22'],
    [{ name: 'edit-text', text: 'Mail Ilse the report' }, '- [ ] Mail Ilse the report @Ana ⏫ #task'],
  ] as const)('%j writes the best line, and marks the copies; the source and other lines stay', (verb, best) => {
    expect(decide(verb).lines).toEqual([
      `B.md: ${best}`,
      'A.md: - [-] Send the pilot report to Ilse. @Ana #task #copy ❌ 2026-11-22',
      'Inbox.md: - [-] Send the pilot report to Ilse. @Ana #copy ❌ 2026-11-22',
    ]);
  });

  test.each([
    [
      { name: 'snooze', until: '2026-12-01' },
      ['⏫ #task #proposed 🛫 2026-12-01', '#task #proposed 🛫 2026-12-01', '#proposed 🛫 2026-12-01'],
    ],
    [
      { name: 'set-due', due: '2026-12-01' },
      ['⏫ #task #proposed 📅 2026-12-01', '#task #proposed 📅 2026-12-01', '#proposed 📅 2026-12-01'],
    ],
  ] as const)('%j writes all its lines', (verb, ends) => {
    expect(decide(verb).lines).toEqual([
      `B.md: - [?] Send the report of the pilot to Ilse. @Ana ${ends[0]}`,
      `A.md: - [?] Send the pilot report to Ilse. @Ana ${ends[1]}`,
      `Inbox.md: - [?] Send the pilot report to Ilse. @Ana ${ends[2]}`,
    ]);
  });

  test('that has the priority in one of its lines gets it in the others', () => {
    const { plan, lines } = decide({ name: 'set-priority', priority: 'high' });
    expect(lines).toHaveLength(2);
    expect(plan.refusals).toEqual([]);
  });

  test('is settled as it was done: with that day', () => {
    const { lines } = decide(
      { name: 'as-before' },
      { 'Sources/call.md': '- [x] Send Ilse the pilot report. ✅ 2026-11-15' },
    );
    expect(lines[0]).toBe('B.md: - [x] Send the report of the pilot to Ilse. @Ana ⏫ #task ✅ 2026-11-15');
    expect(lines).toHaveLength(3);
  });

  test('that is dismissed with a reason says so in its best line alone, and only where that is wished', () => {
    const { graph, rows } = graphWith({});
    const dismiss = (rules: VerbRules): readonly string[] =>
      linesOf(graph, decideRows(graph, rows.slice(0, 1), { name: 'dismiss', reason: 'not-mine' }, rules));
    expect(dismiss(RULES)).toEqual(linesOf(graph, decideRows(graph, rows.slice(0, 1), { name: 'dismiss' }, RULES)));
    const [best, ...copies] = dismiss({ ...RULES, writesReason: true });
    expect(best).toMatch(/ \[reason:: not-mine\] /);
    expect(copies.join('')).not.toContain('reason');
  });

  const dismissed = meeting('2026-11-02', ['- [-] Send the pilot report to Ilse. @Ana ❌ 2026-11-03']);
  const accepted = meeting('2026-11-02', ['- [ ] Send the pilot report to Ilse. @Ana']);

  test('is settled as it was dismissed before', () => {
    expect(decide({ name: 'as-before' }, { 'E.md': dismissed }).lines[0]).toBe(
      'B.md: - [-] Send the report of the pilot to Ilse. @Ana ⏫ #task ❌ 2026-11-22',
    );
  });

  test.each(['as-before', 'accept'] as const)(
    'that was accepted before becomes copies of that line, which stands (%s)',
    (name) => {
      const { plan, lines } = decide({ name }, { 'E.md': accepted });
      expect(lines).toHaveLength(3);
      for (const line of lines) expect(line).toMatch(/- \[-\] .* #copy ❌ 2026-11-22$/);
      expect(plan).toMatchObject({ rows: 1, standing: 1 });
      expect(decidedWords({ name }, plan, { written: 3, refusals: [], stopped: 0 })).toMatch(
        /^(?:Accepted|Applied earlier decision to) 1 task\. The task accepted earlier stays\.$/,
      );
    },
  );

  test('without evidence is not settled, and says why', () => {
    const { plan, lines } = decide({ name: 'as-before' });
    expect(lines).toEqual([]);
    expect(plan.refusals.map(({ sentence }) => sentence)).toEqual([
      'Left “Send the report of the pilot to Ilse.” unchanged: it has no earlier decision. Decide it yourself.',
    ]);
  });

  test('whose best line cannot be written keeps its copies, too', () => {
    const { plan, lines } = decide({ name: 'done' }, { 'B.md': NOTES['B.md'].replace('⏫', '⏫ 🔁 every week') });
    expect(lines).toEqual([]);
    expect(plan.refusals).toHaveLength(1);
    expect(plan.refusals[0]!.sentence).toMatch(/Couldn't mark .* done: it recurs/);
  });

  test('names in its plan which line each copy waits for', () => {
    const { plan } = decide({ name: 'accept' });
    const [best, ...copies] = plan.notes.flatMap(({ edits }) => edits);
    expect(copies.map((copy) => plan.follows.get(copy))).toEqual([best, best]);
    expect(plan.notes.map(({ path }) => path)[0]).toBe('B.md');
  });
});

test('what was decided is said with its copies, and what was not written with its reasons', () => {
  const { plan } = decide({ name: 'accept' });
  expect(actionLabel({ name: 'accept' }, plan)).toBe('Accept “Send the report of the pilot to Ilse.” with 2 copies');
  expect(decidedWords({ name: 'accept' }, plan, { written: 3, refusals: [], stopped: 0 })).toBe(
    'Accepted 1 task with 2 copies.',
  );
  expect(decidedWords({ name: 'done' }, plan, { written: 3, refusals: [], stopped: 0 })).toBe(
    'Marked 1 task with 2 copies done.',
  );
  expect(
    decidedWords({ name: 'dismiss' }, plan, {
      written: 1,
      refusals: [{ sentence: 'One.' }, { sentence: 'One.' }],
      stopped: 1,
    }),
  ).toBe('Dismissed 1 of 3 lines. One. Stopped. 1 note left unchanged.');
  expect(decidedWords({ name: 'accept' }, plan, { written: 0, refusals: [{ sentence: 'None.' }], stopped: 0 })).toBe(
    'None.',
  );
  expect(actionLabel({ name: 'dismiss', reason: 'wrong' }, plan)).toMatch(/^Dismiss “.*” with 2 copies as wrong$/);
  const many = { ...plan, rows: 12, copies: 0, notes: plan.notes };
  expect(decidedWords({ name: 'snooze', until: '2026-12-01' }, many, { written: 3, refusals: [], stopped: 0 })).toBe(
    'Snoozed 12 tasks.',
  );
});
