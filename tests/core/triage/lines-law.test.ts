import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Day } from '../../../src/core/base/day';
import { DISMISS_REASONS } from '../../../src/core/task/dismiss-reason';
import { DEFAULT_STATUS_SYMBOLS } from '../../../src/core/task/status';
import { readTask, type Task } from '../../../src/core/task/task';
import { parseTaskLine, type Segment } from '../../../src/core/task/task-line';
import type { FieldFormat } from '../../../src/core/task/tasks-tail';
import { findSpans } from '../../../src/core/text/spans';
import { decideLine, type Verb } from '../../../src/core/triage/verbs';
import { line, piece } from './odd-lines';
import { readAsTasks } from './tasks-plugin';

/** `RUNS=200000 npx jest --selectProjects core --testPathPatterns lines-law` tries so many lines. */
const RUNS = Number(process.env['RUNS'] ?? 1500);
const TODAY: Day = '2026-11-22';

const verb: fc.Arbitrary<Verb> = fc.oneof(
  fc.constantFrom<Verb>(
    { name: 'accept' },
    { name: 'dismiss' },
    { name: 'dismiss', reason: 'not-needed' },
    { name: 'dismiss', reason: 'copy' },
    { name: 'done', day: '2026-11-20' },
    { name: 'snooze', until: '2026-12-01' },
    { name: 'mark-copy' },
    { name: 'set-due', due: '2027-01-04' },
    { name: 'set-due', due: null },
    { name: 'set-priority', priority: 'low' },
    { name: 'set-priority', priority: null },
    { name: 'set-owners', owners: [] },
    { name: 'set-owners', owners: ['Zed'] },
    { name: 'set-owners', owners: ['Zed Xu', 'customer success'] },
    { name: 'edit-text', text: 'Call Zed' },
  ),
  fc
    .array(piece, { minLength: 1, maxLength: 4 })
    .map((pieces): Verb => ({ name: 'edit-text', text: pieces.join(' ') })),
  piece.map((owner): Verb => ({ name: 'set-owners', owners: [owner] })),
);
const format = fc.constantFrom<FieldFormat>('emoji', 'emoji', 'dataview');
const known = fc.constantFrom<readonly string[]>([], ['Ana', 'Ana Lopez', 'Ben']);

function read(raw: string, people: readonly string[]): Task {
  return readTask(raw, { line: 0, heading: null, symbols: DEFAULT_STATUS_SYMBOLS, damage: null, people })!;
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The first start day that stays: one after today goes. */
function startAfterAccepting({ raw, people }: Task): Day | null {
  const days = parseTaskLine(raw, null, { people, isPlain: false })!.segments.flatMap((segment) =>
    segment.kind === 'date' && segment.field === 'start' && segment.day !== null && segment.day <= TODAY
      ? [segment.day]
      : [],
  );
  return days[0] ?? null;
}

/** What a verb asks of a line, as far as a task says it. */
function asked(before: Task, by: Verb): Partial<Task> {
  switch (by.name) {
    case 'accept':
      return { status: 'open', start: startAfterAccepting(before) };
    case 'dismiss':
      return { status: 'dismissed', cancelled: TODAY, reason: by.reason ?? before.reason };
    case 'mark-copy':
      return { status: 'dismissed', cancelled: TODAY };
    case 'done':
      return { status: 'done', done: by.day };
    case 'snooze':
      return { start: by.until };
    case 'set-due':
      return { due: by.due };
    case 'set-priority':
      return { priority: by.priority };
    case 'set-owners':
      return { owners: [...new Set(by.owners.map((name) => name.trim()))] };
    case 'edit-text':
      return {
        status: 'open',
        text: folded(by.text),
        start: startAfterAccepting(before),
      };
  }
}

/** Whether a verb writes or takes out a piece. */
function isMeant(segment: Segment, by: Verb): boolean {
  const isDate = (field: string): boolean => segment.kind === 'date' && segment.field === field;
  const isTag = segment.kind === 'tag' && /^(?:proposed|copy)$/i.test(segment.tag);
  switch (by.name) {
    case 'accept':
      return isTag || isDate('start');
    case 'dismiss':
      return isTag || isDate('cancelled') || (segment.kind === 'reason' && by.reason !== undefined);
    case 'mark-copy':
      return isTag || isDate('cancelled');
    case 'done':
      return isDate('done') || isTag;
    case 'snooze':
      return isDate('start');
    case 'set-due':
      return isDate('due');
    case 'set-priority':
      return segment.kind === 'priority';
    case 'set-owners':
      return segment.kind === 'owner';
    case 'edit-text':
      return segment.kind === 'text' || segment.kind === 'tag' || isDate('start');
  }
}

/** The bytes of all other pieces, without the white space between them, and without brackets that are left empty. */
function kept(raw: string, by: Verb, people: readonly string[]): string {
  return parseTaskLine(raw, null, { people, isPlain: false })!
    .segments.flatMap((segment) => (isMeant(segment, by) ? [] : [segment.raw]))
    .join('')
    .replace(/\s+/g, '');
}

const withoutEmptyBrackets = (text: string): string => {
  let shorter = text;
  for (let last = ''; last !== shorter;) {
    last = shorter;
    shorter = shorter.replace(/\(\)|\[\]|\{\}/g, '');
  }
  return shorter;
};

/** The spans of a line; those of links only where no owner is written, which may be a link. */
function spansOf(raw: string, by: Verb): readonly string[] {
  return findSpans(raw)
    .filter(({ kind }) => by.name !== 'set-owners' || (kind !== 'note-link' && kind !== 'link'))
    .map(({ start, end }) => raw.slice(start, end));
}

const FIELD_OF: Readonly<Record<Verb['name'], string | null>> = {
  accept: 'start',
  dismiss: 'cancelled',
  'mark-copy': 'cancelled',
  done: 'done',
  snooze: 'start',
  'set-due': 'due',
  'set-priority': 'priority',
  'set-owners': null,
  'edit-text': 'start',
};

/** What the Tasks plugin is to read of the field that a verb writes; undefined where the verb takes it out or none. */
function writtenValue(by: Verb): string | undefined {
  if (by.name === 'dismiss' || by.name === 'mark-copy') return TODAY;
  if (by.name === 'done') return by.day;
  if (by.name === 'snooze') return by.until;
  if (by.name === 'set-due') return by.due ?? undefined;
  return by.name === 'set-priority' ? (by.priority ?? undefined) : undefined;
}

/** Whether a field is written by a label (`Due: 2026-03-06`), which is no field of the Tasks plugin. */
function isLabelled({ raw }: Segment): boolean {
  return !/^\s*(?:[[(]\s*[a-z]+::|\p{Extended_Pictographic})/iu.test(raw);
}

/** How many fields of a kind that say something we read in a line, of those of a format. */
function countOf(raw: string, field: string, style: FieldFormat): number {
  const nameOf = (segment: Segment): string =>
    (segment.kind === 'date' && !isLabelled(segment)) || (segment.kind === 'other' && segment.value !== '')
      ? segment.field
      : segment.kind;
  return parseTaskLine(raw)!.segments.filter(
    (segment) => nameOf(segment) === field && /^\s*[[(]/.test(segment.raw) === (style === 'dataview'),
  ).length;
}

function decide(raw: string, by: Verb, format: FieldFormat, people: readonly string[]): string | null {
  const decided = decideLine(raw, by, {
    today: TODAY,
    symbols: DEFAULT_STATUS_SYMBOLS,
    format,
    damage: null,
    people,
  });
  return decided.ok ? decided.value : null;
}

/** Calls `check` with each line that a verb changed, and returns how many there were. */
function forWritten(
  check: (before: string, after: string, by: Verb, set: FieldFormat, people: readonly string[]) => void,
): void {
  let written = 0;
  fc.assert(
    fc.property(line, verb, format, known, (raw, by, set, people) => {
      if (parseTaskLine(raw) === null) return;
      const decided = decide(raw, by, set, people);
      if (decided === null) return;
      written++;
      // A line that cannot say why is dismissed all the same.
      const saysWhy = by.name === 'dismiss' && decide(raw, { name: 'dismiss' }, set, people) !== decided;
      check(raw, decided, by.name === 'dismiss' && !saysWhy ? { name: 'dismiss' } : by, set, people);
    }),
    { numRuns: RUNS },
  );
  expect(written).toBeGreaterThan(RUNS / 4);
}

describe('a line that a verb has written', () => {
  test('says what was asked, and all else as before', () => {
    forWritten((raw, written, by, _set, people) => {
      const [before, after] = [read(raw, people), read(written, people)];
      const { tags: _, raw: __, status, symbol: ___, ...said } = after;
      const { tags: ____, raw: _____, status: was, symbol: ______, ...wanted } = { ...before, ...asked(before, by) };
      expect(said).toEqual(wanted);
      if (by.name !== 'set-owners' && by.name !== 'set-due' && by.name !== 'set-priority') expect(status).toBe(was);
    });
  });

  test('keeps the bytes of every other piece, in their order', () => {
    forWritten((raw, written, by, _set, people) => {
      expect(withoutEmptyBrackets(kept(written, by, people))).toBe(withoutEmptyBrackets(kept(raw, by, people)));
      if (by.name === 'edit-text') return;
      expect(spansOf(written, by)).toEqual(spansOf(raw, by));
    });
  });

  test('is read by the Tasks plugin as was asked, and with all that it read before', () => {
    forWritten((raw, written, by, set) => {
      const fields = parseTaskLine(written)!.segments.filter(
        (segment) =>
          (segment.kind === 'date' || segment.kind === 'priority' || segment.kind === 'other') && !isLabelled(segment),
      );
      const ofDataview = fields.filter((segment) => /^\s*[[(]/.test(segment.raw)).length;
      const style =
        ofDataview === 0 ? (fields.length === 0 ? set : 'emoji') : ofDataview === fields.length ? 'dataview' : set;
      const [was, is] = [readAsTasks(raw, style), readAsTasks(written, style)];
      if (was.blockLink !== '') expect(is.blockLink).toBe(was.blockLink);
      const field = FIELD_OF[by.name];
      const value = writtenValue(by);
      if (value !== undefined) expect(is.fields.get(field!)).toBe(value);
      else if (field !== null && by.name.startsWith('set-')) expect(is.fields.has(field)).toBe(false);
      for (const [name, text] of was.fields) {
        // Of two fields of a kind, that plugin may have read one, and now both; words behind a bare 🏁 are ours.
        if (name === field || name.startsWith('tag ') || countOf(raw, name, style) !== 1) continue;
        expect([name, is.fields.get(name)]).toEqual([name, text]);
      }
    });
  });

  test('says why it was dismissed before the fields that the Tasks plugin reads, and else what it says without a reason', () => {
    let written = 0;
    fc.assert(
      fc.property(line, format, known, fc.constantFrom(...DISMISS_REASONS), (raw, set, people, reason) => {
        if (parseTaskLine(raw) === null) return;
        const [bare, told] = [{}, { reason }].map((why) => decide(raw, { name: 'dismiss', ...why }, set, people));
        if (bare == null) return;
        // A line that cannot say why is dismissed all the same.
        expect(told).not.toBeNull();
        if (told == null || told === bare) return;
        written++;
        const [without, withReason] = [read(bare, people), read(told, people)];
        expect(withReason).toEqual({ ...without, raw: told, reason });
        const field = `[reason:: ${reason}]`;
        const at = told.lastIndexOf(field);
        const [before, behind] = [told.slice(0, at), told.slice(at + field.length)];
        expect(behind).toContain(`${TODAY}`);
        if (without.reason === null) expect((before + behind).replace(/\s+/g, '')).toBe(bare.replace(/\s+/g, ''));
        // It says so once.
        expect(parseTaskLine(told)!.segments.filter(({ kind }) => kind === 'reason')).toHaveLength(1);
      }),
      { numRuns: RUNS },
    );
    expect(written).toBeGreaterThan(RUNS / 3);
  });
});
