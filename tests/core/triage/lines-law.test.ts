import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Day } from '../../../src/core/base/day';
import { DEFAULT_STATUS_SYMBOLS } from '../../../src/core/task/status';
import { readTask, type Task } from '../../../src/core/task/task';
import { parseTaskLine, type Segment } from '../../../src/core/task/task-line';
import type { FieldFormat } from '../../../src/core/task/tasks-tail';
import { findSpans } from '../../../src/core/text/spans';
import { decideLine, type Verb } from '../../../src/core/triage/verbs';
import { readAsTasks } from './tasks-plugin';

/** `RUNS=200000 npx jest --selectProjects core --testPathPatterns lines-law` tries so many lines. */
const RUNS = Number(process.env['RUNS'] ?? 1500);
const TODAY: Day = '2026-11-22';

const PIECES = [
  'Ask',
  'Send',
  'it',
  'about',
  'the racks',
  'to',
  'draft',
  'and',
  'Ben',
  'Ana',
  'next week',
  'by',
  'soon.',
  'Then',
  ',',
  '.',
  ':',
  ';',
  ' - ',
  '(',
  ')',
  '[',
  ']',
  '[[',
  ']]',
  '{',
  '}',
  '@Ana',
  '@Ilse',
  '@Ana Lopez',
  '@Ana and Ben',
  '@Ana/@Ben',
  '@Ana, Ben',
  '@Ana, @Ben',
  "@Ilse's plan",
  '@Platform team',
  '@customer success',
  '@ana',
  '@',
  '@3pm',
  '@today',
  '@2026-03-06',
  '(@2026-03-06 09:30)',
  '@[[2026-03-06]]',
  '@due(2026-03-06)',
  '(@Ana)',
  '(@Ana, due: Jan 20)',
  '@Ana:',
  '@Ana -',
  '@李明',
  'ana@x.example',
  '@a@b.example',
  '@types/node',
  '[[@Ana Lopez]]',
  '[[People/@Ana|@Ana]]',
  '@[[People/Ana Lopez|Ana]]',
  '[@Ana](People/Ana.md)',
  '[[Plan #proposed]]',
  '[[Plan|✅ 2026-01-05]]',
  '[the deck](https://x.example/deck#a)',
  'https://x.example/@ana?q=1#frag',
  '<ana@x.example>',
  '<mark style="color: #fff">',
  '</mark>',
  '![a](b.png)',
  '`grep #proposed notes`',
  '`✅ 2026-01-05`',
  '`@Ana`',
  '`',
  '``a ` b``',
  '$x_1 @Ana$',
  '$5',
  '$',
  '$$ #a $$',
  '%%id 3 #proposed @Ana%%',
  '%%',
  '<!-- task-id: zz9 📅 2026-03-01 -->',
  '<!--',
  '-->',
  '📅',
  '📅 2026-03-06',
  '📅2026-03-06',
  '📅 2026-03-06.',
  '(📅 2026-03-06)',
  '📅 TBD',
  '📆 2026-03-07',
  '⏳ 2026-03-01',
  '🛫 2026-12-24',
  '🛫 2026-01-01',
  '➕ 2026-01-01',
  '✅ 2026-01-02',
  '✅',
  '❌ 2026-01-03',
  '❌',
  '❌ 2026-02-30',
  '⏫',
  '🔽',
  '⏰ 2026-03-06 18:00',
  '🔁 every week',
  '🔁',
  '🏁 delete',
  '🏁',
  '🆔 abc',
  '⛔ a, b',
  '⛔ a',
  '[due:: 2026-03-06]',
  '[ due:: 2026-03-06 ]',
  '(due:: 2026-03-06)',
  '[due:: 2026-03-06)',
  '[due:: 2026-03-06],',
  '[due:: soon]',
  '[completion:: 2026-01-01]',
  '(start:: 2026-12-24)',
  '[cancelled:: 2026-01-01]',
  '[priority:: high]',
  '[owner:: Ana]',
  '[owner:: [[People/Ana|Ana]]]',
  '[owner:: Ana, Ben]',
  '[repeat:: every day]',
  '[id:: a]',
  '[due::',
  '(Owner: Ana, Due: 2026-03-06)',
  ' - Owner: Ana - Due: 2026-03-06',
  '— responsável: Inês · prazo: 2026-03-06 ·',
  '| Ansvarig: Ana | Deadline: 06.03.2026',
  '（担当：佐藤、期限：2026-03-06）',
  '(Deadline: 2026-03-06)',
  'Owner:',
  '**Ana:**',
  '**Ana Lopez** –',
  'Ana:',
  '(Ana)',
  'Reminder:',
  '#task',
  '#proposed',
  '#Proposed',
  '#copy',
  '#auto',
  '#budget',
  '#1',
  '#a;b',
  '#',
  '^id1',
  '^a b',
  '\\@Ben',
  '\\#tag',
  '\u00a0',
  '\t',
  '\u200b',
  '🎉',
];
const piece = fc.oneof(fc.constantFrom(...PIECES), fc.stringMatching(/^[ -~]{0,4}$/u));
const line: fc.Arbitrary<string> = fc
  .record({
    prefix: fc.constantFrom('- ', '- ', '\t* ', '> 1. ', '- - '),
    symbol: fc.constantFrom('?', '?', '?', ' ', '/', 'x'),
    pieces: fc.array(fc.tuple(piece, fc.constantFrom(' ', ' ', ' ', ' ', '', '  ')), { maxLength: 10 }),
    end: fc.constantFrom('', '', ' #task #proposed', ' 📅 2026-03-06 #proposed', ' ^id-1', ' '),
  })
  .map(
    ({ prefix, symbol, pieces, end }) =>
      `${prefix}[${symbol}] ${pieces.map(([text, gap]) => text + gap).join('')}${end}`,
  );

const verb: fc.Arbitrary<Verb> = fc.oneof(
  fc.constantFrom<Verb>(
    { name: 'accept' },
    { name: 'dismiss' },
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

/** Calls `check` with each line that a verb changed, and returns how many there were. */
function forWritten(
  check: (before: string, after: string, by: Verb, set: FieldFormat, people: readonly string[]) => void,
): void {
  let written = 0;
  fc.assert(
    fc.property(line, verb, format, known, (raw, by, set, people) => {
      if (parseTaskLine(raw) === null) return;
      const decided = decideLine(raw, by, {
        today: TODAY,
        symbols: DEFAULT_STATUS_SYMBOLS,
        format: set,
        damage: null,
        people,
      });
      if (!decided.ok) return;
      written++;
      check(raw, decided.value, by, set, people);
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
});
