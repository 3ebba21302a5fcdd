import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/change/apply';
import { createEdit, type Edit } from '../../../src/core/change/edit';
import {
  completeNote,
  failNote,
  forget,
  inverse,
  lastToUndo,
  renamed,
  settleEntry,
  startEntry,
  withinLimits,
  type JournalEntry,
} from '../../../src/core/change/journal';
import { readJournal } from '../../../src/core/change/read-journal';
import { selectRecent } from '../../../src/core/change/recent';
import { surveyText } from '../../../src/core/change/survey';
import { decidedByDay } from '../../../src/core/triage/progress';
import { change, changeLines, decideAgain, lineText, textOf, wordsOf } from './note-model';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A vault in memory that writes through the journal, as the host does. */
class Desk {
  readonly entries: JournalEntry[] = [];

  constructor(readonly notes: Map<string, string>) {}

  edit(path: string, line: number, text: string): Edit {
    return createEdit(surveyText(this.notes.get(path)!), { path, line, count: 1, replacement: [text] });
  }

  start(label: string, edits: readonly Edit[], undoOf: string | null = null): JournalEntry {
    const byPath = new Map<string, Edit[]>();
    edits.forEach((edit) => byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit]));
    const planned = [...byPath].map(([path, own]) => ({
      path,
      edits: own,
      foreseen: applyEdits(this.notes.get(path)!, own).outcomes,
    }));
    return startEntry({ id: `e${this.entries.length}`, at: this.entries.length, label, undoOf, decided: 0 }, planned);
  }

  write(label: string, edits: readonly Edit[], undoOf: string | null = null): JournalEntry {
    let entry = this.start(label, edits, undoOf);
    for (const note of entry.notes) {
      const written = applyEdits(this.notes.get(note.path)!, note.edits);
      this.notes.set(note.path, written.text);
      entry = completeNote(entry, note.path, written.outcomes);
    }
    this.entries.push(entry);
    return entry;
  }

  undo(entry: JournalEntry): JournalEntry {
    return this.write(
      'Undo',
      inverse(entry, this.entries).flatMap(({ edits }) => edits),
      entry.id,
    );
  }
}

const desk = (): Desk =>
  new Desk(
    new Map([
      ['A.md', 'p\n- [?] one\nq\n- [?] two\n'],
      ['B.md', '- [?] three\r\nend'],
    ]),
  );

describe('the journal', () => {
  test('takes an action over several notes back as a whole', () => {
    const d = desk();
    const before = new Map(d.notes);
    const entry = d.write('Accept 3', [
      d.edit('A.md', 1, '- [ ] one'),
      d.edit('A.md', 3, '- [ ] two'),
      d.edit('B.md', 0, '- [ ] three'),
    ]);
    expect(entry.notes.map(({ path, state, edits }) => [path, state, edits.length])).toEqual([
      ['A.md', 'done', 2],
      ['B.md', 'done', 1],
    ]);
    d.undo(entry);
    expect(d.notes).toEqual(before);
  });

  test('takes back all but what somebody changed, names that, and can take it back later', () => {
    const d = desk();
    const entry = d.write('Accept 2', [d.edit('A.md', 1, '- [ ] one'), d.edit('A.md', 3, '- [ ] two')]);
    d.notes.set('A.md', d.notes.get('A.md')!.replace('[ ] two', '[x] two'));
    const undo = d.undo(entry);
    expect(d.notes.get('A.md')).toBe('p\n- [?] one\nq\n- [x] two\n');
    expect(undo.notes[0]!.outcomes.map((outcome) => (outcome.ok ? null : outcome.error.reason))).toEqual([
      null,
      'changed',
    ]);
    // The line that was taken back is not taken back again, even if it comes to say the same.
    expect(inverse(entry, d.entries).map(({ edits }) => edits.map(({ expected }) => expected))).toEqual([
      [['- [ ] two']],
    ]);
    d.notes.set('A.md', d.notes.get('A.md')!.replace('[x] two', '[ ] two'));
    d.undo(entry);
    expect(d.notes.get('A.md')).toBe('p\n- [?] one\nq\n- [?] two\n');
    expect(inverse(entry, d.entries)).toEqual([]);
  });

  test('offers the newest action, then the one before it; an undo that was taken back is an action again', () => {
    const d = desk();
    const first = d.write('first', [d.edit('A.md', 1, '- [ ] one')]);
    const second = d.write('second', [d.edit('A.md', 3, '- [ ] two')]);
    expect(lastToUndo(d.entries)).toBe(second);
    const undone = d.undo(second);
    expect(lastToUndo(d.entries)).toBe(first);
    const redone = d.undo(undone);
    expect(d.notes.get('A.md')).toBe('p\n- [ ] one\nq\n- [ ] two\n');
    expect(lastToUndo(d.entries)).toBe(redone);
    d.undo(redone);
    expect(lastToUndo(d.entries)).toBe(first);
    d.undo(first);
    expect(lastToUndo(d.entries)).toBeNull();
    expect(d.notes.get('A.md')).toBe('p\n- [?] one\nq\n- [?] two\n');
  });

  test('does not stay at an action that cannot be taken back', () => {
    const d = desk();
    const first = d.write('first', [d.edit('A.md', 1, '- [ ] one')]);
    const second = d.write('second', [d.edit('A.md', 3, '- [ ] two')]);
    d.notes.set('A.md', 'p\n- [ ] one\nq\n');
    d.undo(second);
    expect(lastToUndo(d.entries)).toBe(first);
  });

  test('has nothing to take back of a note that was refused or failed', () => {
    const d = desk();
    const entry = d.start('Accept', [d.edit('A.md', 1, '- [ ] one')]);
    expect(inverse(failNote(entry, 'A.md', 'The disk is full.'), [])).toEqual([]);
    expect(failNote(entry, 'A.md', 'The disk is full.').notes[0]).toMatchObject({
      state: 'failed',
      reason: 'The disk is full.',
    });
    const refused = completeNote(entry, 'A.md', applyEdits('other', entry.notes[0]!.edits).outcomes);
    expect(refused.notes[0]!.state).toBe('refused');
    expect(inverse(refused, [])).toEqual([]);
    expect(inverse(entry, [])).toEqual([]);
  });

  test('follows notes and folders that are renamed', () => {
    const d = new Desk(new Map([['Customers/A.md', '- [?] one']]));
    const entry = d.write('Accept', [d.edit('Customers/A.md', 0, '- [ ] one')]);
    const [moved] = renamed(renamed([entry], 'Customers', 'Clients'), 'Clients/A.md', 'Clients/B.md');
    expect(JSON.stringify(moved)).not.toContain('Customers');
    expect(inverse(moved!, [])).toEqual([
      { path: 'Clients/B.md', edits: [expect.objectContaining({ path: 'Clients/B.md' })] },
    ]);
    expect(renamed([entry], 'Custom', 'x')[0]).toBe(entry);
  });

  test('ends where damaged entries take back each other, and still offers the others', () => {
    const d = desk();
    const first = d.write('first', [d.edit('A.md', 1, '- [ ] one')]);
    const second = d.write('second', [d.edit('A.md', 3, '- [ ] two')]);
    const third = d.write('third', [d.edit('B.md', 0, '- [ ] three')]);
    const circle = [first, { ...second, undoOf: third.id }, { ...third, undoOf: second.id }];
    expect(lastToUndo(circle)).not.toBeUndefined();
    expect(selectRecent(circle)).toHaveLength(3);
    expect(decidedByDay(circle, '2026-11-23', 7)).toHaveLength(7);
    const itself = [first, { ...second, undoOf: second.id }];
    expect(lastToUndo(itself)).toBe(first);
    expect(selectRecent(itself)).toHaveLength(2);
    expect(decidedByDay(itself, '2026-11-23', 7)).toHaveLength(7);
  });

  test('keeps 1,000 actions of 90 days, and what is being written', () => {
    const entryAt = (at: number): JournalEntry => ({
      id: String(at),
      at,
      label: '',
      undoOf: null,
      decided: 0,
      notes: [],
      left: [],
    });
    const now = 1000 * DAY_MS;
    const many = Array.from({ length: 1200 }, (_, index) => entryAt(now - 1200 + index));
    expect(withinLimits(many, now)).toEqual(many.slice(200));
    const pending = {
      ...entryAt(0),
      notes: [{ path: 'A.md', state: 'pending' as const, effect: null, edits: [], outcomes: [], reason: null }],
    };
    const between = [60, 30, 0].map((days) => entryAt(now - days * DAY_MS));
    expect(withinLimits([pending, entryAt(now - 91 * DAY_MS), entryAt(now - 90 * DAY_MS), ...between], now)).toEqual([
      pending,
      entryAt(now - 90 * DAY_MS),
      ...between,
    ]);
    expect(forget([...many, pending])).toEqual([pending]);
  });

  test('loses no action to a clock that was wrong for a while, by how much ever', () => {
    const entryAt = (at: number): JournalEntry => ({
      id: String(at),
      at,
      label: '',
      undoOf: null,
      decided: 0,
      notes: [],
      left: [],
    });
    const now = 1000 * DAY_MS;
    const usual = Array.from({ length: 30 }, (_, day) => entryAt(now - (30 - day) * DAY_MS));
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), fc.nat({ max: 30 }), fc.boolean(), (off, at, restarted) => {
        const wrong = entryAt(now + off * DAY_MS + 1);
        const entries = [...usual.slice(0, at), wrong, ...usual.slice(at)];
        const kept = withinLimits(entries, restarted ? now + off * DAY_MS + 2 : now);
        expect(kept.filter((entry) => entry !== wrong)).toEqual(usual);
      }),
    );
  });
});

describe('after the app was closed in the middle', () => {
  const accept = (d: Desk): JournalEntry =>
    d.start('Accept', [d.edit('A.md', 1, '- [ ] one'), d.edit('A.md', 3, '- [ ] two')]);

  test.each<[string, string | null | undefined, string]>([
    ['a note that was written is done', 'p\n- [ ] one\nq\n- [ ] two\n', 'done'],
    ['a note that was written is done, though a line changed since', 'p\n- [x] one\nq\n- [ ] two\n', 'done'],
    ['a note that was not written failed', 'p\n- [?] one\nq\n- [?] two\n', 'failed'],
    ['a note whose lines contradict each other is not known', 'p\n- [?] one\nq\n- [ ] two\n', 'unknown'],
    ['a note whose lines are gone is not known', 'p\nq\n', 'unknown'],
    ['a note that is gone is not known', null, 'unknown'],
    ['a note that was not read stays pending', undefined, 'pending'],
  ])('%s', (_, text, state) => {
    const entry = accept(desk());
    const settled = settleEntry(entry, new Map(text === undefined ? [] : [['A.md', text]]));
    expect(settled.notes[0]!.state).toBe(state);
    expect(settled.notes[0]!.reason === null).toBe(state === 'done' || state === 'pending');
    if (settled.notes[0]!.reason !== null) expect(settled.notes[0]!.reason).toMatch(/^[A-Z].+\.$/);
  });

  test('a note that was written can be taken back', () => {
    const d = desk();
    const entry = accept(d);
    d.notes.set('A.md', applyEdits(d.notes.get('A.md')!, entry.notes[0]!.edits).text);
    const settled = settleEntry(entry, d.notes);
    const undone = applyEdits(d.notes.get('A.md')!, inverse(settled, [settled])[0]!.edits);
    expect(undone.text).toBe('p\n- [?] one\nq\n- [?] two\n');
  });

  test('what is settled is right, whatever else was changed in the note since', () => {
    const scene = fc.record({
      texts: fc.array(lineText, { minLength: 1, maxLength: 16 }),
      picks: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
      written: fc.boolean(),
      steps: fc.array(change, { maxLength: 5 }),
    });
    fc.assert(
      fc.property(scene, ({ texts, picks, written, steps }) => {
        const tasks = texts.flatMap((text, line) => (wordsOf(text) === undefined ? [] : [line]));
        if (tasks.length === 0) return;
        const chosen = [...new Set(picks.map((pick) => tasks[pick % tasks.length]!))];
        const d = new Desk(new Map([['A.md', texts.join('\n')]]));
        const entry = d.start(
          'Decide',
          chosen.map((line) => d.edit('A.md', line, decideAgain(texts[line]!, '/'))),
        );
        const text = written ? applyEdits(d.notes.get('A.md')!, entry.notes[0]!.edits).text : d.notes.get('A.md')!;
        const touched = new Set(chosen.map((line) => texts[line]!));
        const now = changeLines(
          text.split('\n').map((line, id) => ({ id, text: line })),
          steps,
          {
            mayTouch: (id, { kind }) => !chosen.includes(id) && kind !== 'move',
            mayBecome: (line) => !touched.has(line) && !line.startsWith('- [/]') && wordsOf(line) === undefined,
          },
        );
        const { state } = settleEntry(entry, new Map([['A.md', textOf(now)]])).notes[0]!;
        expect([written ? 'done' : 'failed', 'unknown']).toContain(state);
        if (steps.length === 0) expect(state).toBe(written ? 'done' : 'failed');
      }),
      { numRuns: Number(process.env['RUNS'] ?? 500) },
    );
  });
});

describe('a stored journal', () => {
  const d = desk();
  d.write('Accept', [d.edit('A.md', 1, '- [ ] one'), d.edit('A.md', 1, '- [x] one'), d.edit('A.md', 3, '- [ ] two')]);
  d.write('Insert', [
    createEdit(surveyText(d.notes.get('B.md')!), { path: 'B.md', line: 1, count: 0, replacement: ['new'] }),
  ]);
  const stored = JSON.parse(JSON.stringify(d.entries)) as unknown;

  test('is read back as it was', () => {
    expect(readJournal(stored)).toEqual(d.entries);
  });

  test.each([undefined, null, 3, 'text', {}, [null, 3, 'x', {}, []]])('is empty where there was %j', (value) => {
    expect(readJournal(value)).toEqual([]);
  });

  test('has an entry once that was stored twice', () => {
    expect(readJournal([...(stored as unknown[]), ...(stored as unknown[])])).toEqual(d.entries);
  });

  test.each([Number.MAX_SAFE_INTEGER, -9e15, 1e300])('loses an entry of no day that there is: %d', (at) => {
    const [first, second] = JSON.parse(JSON.stringify(stored)) as [object, object];
    expect(readJournal([{ ...first, at }, second])).toEqual([d.entries[1]]);
  });

  test('keeps the reason of a dismissal, where it is one that there is', () => {
    const [first] = stored as [object];
    expect(readJournal([{ ...first, reason: 'not-mine' }])).toEqual([{ ...d.entries[0], reason: 'not-mine' }]);
    expect(readJournal([{ ...first, reason: 'because' }])).toEqual([d.entries[0]]);
  });

  test('loses only the entry that is damaged, wherever the damage is', () => {
    const wrong: fc.Arbitrary<unknown> = fc.constantFrom<unknown>(undefined, 7.5, -1, 'strange', {}, [], [[]], true);
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), wrong, (choices, value) => {
        const copy = JSON.parse(JSON.stringify(stored)) as Record<string, unknown>[];
        let at: Record<string, unknown> = copy[0]!;
        for (;;) {
          const keys = Object.keys(at);
          const key = keys[choices.next().value! % keys.length]!;
          const inner = at[key];
          if (
            typeof inner === 'object' &&
            inner !== null &&
            Object.keys(inner).length > 0 &&
            choices.next().value! % 5 > 0
          ) {
            at = inner as Record<string, unknown>;
            continue;
          }
          at[key] = value;
          break;
        }
        const read = readJournal(copy);
        // What is read can be worked with, and the other entry is there.
        expect(read.at(-1)).toEqual(d.entries[1]);
        for (const entry of read) {
          const texts = new Map([...d.notes]);
          for (const { path, edits } of inverse(entry, read)) applyEdits(texts.get(path) ?? '', edits);
          settleEntry(entry, texts);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
