import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createStore } from '../../src/core/base/store';
import type { RowVerb } from '../../src/core/triage/decide';
import { picking } from '../../src/core/base/shared-list';
import type { ProposalRow } from '../../src/core/triage/rows';
import { byFirstLine, waitingOf, type Waiting } from '../../src/core/triage/waiting';
import type { Told } from '../../src/app/told';
import { targetsOf, moveTo, toggle, currentRow, type Showing } from '../../src/app/triage/desk';
import { keepDesk, type DeskKeeper } from '../../src/app/triage/desk-keeper';
import { createPressQueue, type PressQueue } from '../../src/app/triage/press-queue';

const PATH = 'Call.md';

/** A line of the vault: what it says, and who decided it, if anybody did. */
interface Line {
  readonly raw: string;
  readonly mine: boolean;
  readonly decided: string | null;
}

const keyOf = (raw: string): string => `${PATH}\n${raw}\n0`;
const rowOf = ({ raw, mine }: Line, line: number): ProposalRow => ({
  key: keyOf(raw),
  path: PATH,
  line,
  text: raw,
  owners: [],
  people: [],
  mine,
  due: null,
  priority: null,
  account: null,
  note: 'Call',
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
});
const failOnError = (what: string, error: unknown): void => {
  throw new Error(`${what}: ${String(error)}`);
};

/** A vault of lines whose writes wait until they are let through, and may fail. */
function createWorld(count: number) {
  let lines: readonly Line[] = Array.from({ length: count }, (_, at) => ({
    raw: `${at}`,
    mine: at % 3 === 0,
    decided: null,
  }));
  let fresh = count;
  const rowsNow = (): Waiting => waitingOf(lines.flatMap((line, at) => (line.decided === null ? rowOf(line, at) : [])));
  const rows = createStore(rowsNow(), { onError: (error) => failOnError('rows', error) });
  const gates: ((fails: boolean) => void)[] = [];
  const gate = (): Promise<boolean> => new Promise((resolve) => gates.push(resolve));
  const journal = new Map<string, readonly string[]>();
  /** What was written, in order: a line and the verb. */
  const written: string[] = [];
  const set = (next: readonly Line[]): void => {
    lines = next;
    rows.set(rowsNow());
  };
  return {
    rows,
    journal,
    written,
    lines: () => lines,
    /** Somebody else types a line anew, decides it, takes it away, or adds one. */
    changeOutside(at: number, how: 'retype' | 'decide' | 'remove' | 'add'): void {
      if (how === 'add')
        set([...lines.slice(0, at), { raw: `${fresh++}`, mine: true, decided: null }, ...lines.slice(at)]);
      else if (how === 'remove') set(lines.filter((_, index) => index !== at));
      else
        set(
          lines.map((line, index) => {
            if (index !== at) return line;
            return how === 'retype' ? { ...line, raw: `${fresh++}` } : { ...line, decided: line.decided ?? 'outside' };
          }),
        );
    },
    /** Lets the write that waits go through, or fail. */
    async letThrough(fails: boolean): Promise<void> {
      gates.shift()?.(fails);
      for (let turn = 0; turn < 12; turn++) await Promise.resolve();
    },
    isIdle: () => gates.length === 0,
    async decide(given: readonly ProposalRow[], { name }: RowVerb) {
      const fails = await gate();
      const done: string[] = [];
      for (const { text } of given) {
        if (fails || !lines.some(({ raw, decided }) => raw === text && decided === null)) continue;
        set(lines.map((line) => (line.raw === text ? { ...line, decided: name } : line)));
        written.push(`${text} ${name}`);
        done.push(text);
      }
      const id = done.length > 0 ? `${journal.size}` : null;
      if (id !== null) journal.set(id, done);
      const isWhole = done.length === given.length;
      return {
        told: { words: isWhole ? 'Done.' : 'Some were not written.', id, isWhole },
        renamed: new Map<string, string>(),
      };
    },
    async undo(id?: string): Promise<Told> {
      await gate();
      const last = id ?? [...journal.keys()].at(-1);
      const taken = last === undefined ? [] : journal.get(last)!;
      if (last !== undefined) journal.delete(last);
      set(lines.map((line) => (taken.includes(line.raw) ? { ...line, decided: null } : line)));
      for (const text of taken)
        written.splice(
          written.findIndex((entry) => entry.startsWith(`${text} `)),
          1,
        );
      return { words: 'Took it back.', id: null, isWhole: true };
    },
  };
}

interface Pressed {
  readonly rows: readonly string[];
  readonly verb: RowVerb['name'];
  told: Told | null;
}

/** Everything that somebody may do, and what happens to the vault meanwhile. */
const step = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('press' as const),
      verb: fc.constantFrom('accept' as const, 'dismiss' as const, 'done' as const),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('move' as const), by: fc.integer({ min: -4, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('select' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('show' as const), what: fc.constantFrom('all', 'mine', '1') }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('write' as const), fails: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('outside' as const),
      at: fc.nat({ max: 30 }),
      how: fc.constantFrom('retype' as const, 'decide' as const, 'remove' as const, 'add' as const),
    }),
  },
);

const showing = (what: string): Showing => ({
  name: what,
  pick: picking(
    (part) => part.filter((row) => (what === 'all' ? true : what === 'mine' ? row.mine : row.text.includes(what))),
    byFirstLine,
  ),
});

function build(count: number) {
  const world = createWorld(count);
  const queue: PressQueue = createPressQueue({
    followed: { rows: world.rows, settled: () => Promise.resolve(), slowly: () => () => undefined },
    decide: world.decide,
    undo: world.undo,
    onError: failOnError,
  });
  const pressed: Pressed[] = [];
  const keeper: DeskKeeper = keepDesk(
    {
      ...queue,
      press(rows, verb) {
        const press: Pressed = { rows: rows.map(({ text }) => text), verb: verb.name, told: null };
        pressed.push(press);
        const answer = queue.press(rows, verb);
        void answer.then((told) => (press.told = told));
        return answer;
      },
    },
    { showing: showing('all'), countLeft: ({ shown }) => shown.length, onError: failOnError },
  );
  return { world, queue, keeper, pressed };
}

test('what was current when a key was pressed is what is written, or it is told, whatever else happens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const { world, queue, keeper, pressed } = build(12);
      const wanted: { readonly rows: readonly string[]; readonly verb: string }[] = [];
      let undos = 0;
      for (const one of steps) {
        const before = keeper.desk.get();
        switch (one.kind) {
          case 'press': {
            const targets = targetsOf(before);
            keeper.decide(targets, { name: one.verb });
            if (targets.length > 0) wanted.push({ rows: targets.map(({ text }) => text), verb: one.verb });
            // In the same moment they are gone, and what is current is one of those that are left.
            const { index } = keeper.desk.get();
            const shown = [...keeper.desk.get().shown];
            expect(shown.some(({ key }) => targets.some((target) => target.key === key))).toBe(false);
            expect(index).toBe(shown.length === 0 ? -1 : Math.max(0, Math.min(index, shown.length - 1)));
            const first = before.shown.indexOf(targets[0]!);
            const next = [...before.shown]
              .slice(first)
              .find(({ key }) => !targets.some((target) => target.key === key));
            if (next !== undefined && targets.length > 0) expect(currentRow(keeper.desk.get())?.key).toBe(next.key);
            break;
          }
          case 'move':
            keeper.move((desk) => moveTo(desk, Math.max(0, desk.index + one.by)));
            break;
          case 'select': {
            const row = currentRow(before);
            if (row !== undefined) keeper.move((desk) => toggle(desk, row.key));
            break;
          }
          case 'show':
            keeper.show(showing(one.what));
            break;
          case 'undo':
            undos++;
            keeper.undo();
            break;
          case 'write': {
            const current = currentRow(before)?.key;
            await world.letThrough(one.fails);
            // What comes back, or goes, moves nobody whose row is still there.
            const after = keeper.desk.get();
            if (undos === 0 && [...after.shown].some(({ key }) => key === current))
              expect(currentRow(after)?.key).toBe(current);
            break;
          }
          case 'outside':
            world.changeOutside(one.at % Math.max(1, world.lines().length), one.how);
            for (let turn = 0; turn < 6; turn++) await Promise.resolve();
        }
      }
      while (!world.isIdle()) await world.letThrough(false);
      await world.letThrough(false);

      expect(pressed.map(({ rows, verb }) => ({ rows, verb }))).toEqual(wanted);
      expect(pressed.filter(({ told }) => told === null)).toEqual([]);
      expect(queue.presses.get().jobs).toEqual([]);
      expect([...keeper.desk.get().waiting.rows].map(({ text }) => text)).toEqual(
        [...world.rows.get().rows].map(({ text }) => text),
      );
      // Nothing but what was current was written, nothing twice, and all of it where it was not told otherwise.
      const asked = pressed.flatMap(({ rows, verb }) => rows.map((text) => `${text} ${verb}`));
      expect(world.written.filter((entry) => !asked.includes(entry))).toEqual([]);
      expect(new Set(world.written.map((entry) => entry.split(' ')[0])).size).toBe(world.written.length);
      if (undos === 0) {
        const whole = pressed.filter(({ told }) => told!.isWhole);
        const missing = whole.flatMap(({ rows, verb }) => rows.map((text) => `${text} ${verb}`));
        expect(missing.filter((entry) => !world.written.includes(entry))).toEqual([]);
      }
      keeper.stop();
      queue.stop();
    }),
    { numRuns: 300 },
  );
});

test('when the app is closed, all that was pressed can be waited for', async () => {
  const { world, queue, keeper } = build(5);
  await queue.written();
  for (let press = 0; press < 4; press++) keeper.decide(targetsOf(keeper.desk.get()), { name: 'accept' });
  let isWritten = false;
  const written = queue.written().then(() => (isWritten = true));
  for (let press = 0; press < 3; press++) await world.letThrough(false);
  expect(isWritten).toBe(false);
  while (!world.isIdle()) await world.letThrough(false);
  await written;
  expect(world.written).toHaveLength(4);
  keeper.stop();
  queue.stop();
});

test('a thousand keys pressed before anything is written decide a thousand rows in their order', async () => {
  const { world, keeper } = build(1500);
  for (let press = 0; press < 1000; press++)
    keeper.decide(targetsOf(keeper.desk.get()), { name: press % 2 === 0 ? 'accept' : 'dismiss' });
  expect(keeper.desk.get().shown).toHaveLength(500);
  while (!world.isIdle()) await world.letThrough(false);
  expect(world.written).toEqual(
    Array.from({ length: 1000 }, (_, press) => `${press} ${press % 2 === 0 ? 'accept' : 'dismiss'}`),
  );
});

test('undo takes back the last press, also one that waits or is being written, and each of several one more', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 8 }), fc.nat({ max: 8 }), async (presses, letThrough) => {
      const { world, keeper } = build(10);
      for (let press = 0; press < presses; press++) keeper.decide(targetsOf(keeper.desk.get()), { name: 'accept' });
      for (let write = 0; write < letThrough; write++) await world.letThrough(false);
      for (let left = presses - 1; left >= 0; left--) {
        keeper.undo();
        while (!world.isIdle()) await world.letThrough(false);
        await world.letThrough(false);
        expect(world.written).toEqual(Array.from({ length: left }, (_, press) => `${press} accept`));
        expect(currentRow(keeper.desk.get())?.text).toBe(`${left}`);
      }
    }),
    { numRuns: 60 },
  );
});

test('a row that was refused comes back with the reason, and not under the cursor', async () => {
  const { world, keeper, queue } = build(3);
  keeper.decide(targetsOf(keeper.desk.get()), { name: 'accept' });
  await world.letThrough(true);
  const { shown } = keeper.desk.get();
  expect([...shown].map(({ text }) => text)).toEqual(['0', '1', '2']);
  expect(currentRow(keeper.desk.get())?.text).toBe('1');
  expect([...queue.presses.get().marks]).toEqual([[keyOf('0'), 'Some were not written.']]);
  expect(keeper.said.get()).toBe('Some were not written. 3 left.');
});
