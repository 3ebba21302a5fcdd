import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Day } from '../../../src/core/base/day';
import { DEFAULT_STATUS_SYMBOLS } from '../../../src/core/task/status';
import { readTask, type Task } from '../../../src/core/task/task';
import { parseTaskLine, type Segment } from '../../../src/core/task/task-line';
import { detectDamage, type Damage } from '../../../src/core/text/encoding';
import { ownerFault, textFault } from '../../../src/core/triage/faults';
import { decideLine, type Verb } from '../../../src/core/triage/verbs';
import { damaged } from '../text/damage';
import { line, oddLine, readAsTasksDoes, usualLine } from './task-lines';

const TODAY: Day = '2026-11-22';
const RUNS = Number(process.env['RUNS'] ?? 1500);

/** The verbs that write what a person typed or chose. */
type RewritingVerb = Extract<Verb, { readonly name: 'set-owners' | 'set-due' | 'set-priority' | 'edit-text' }>;

const NAMES = [
  'Myself',
  'Ana de la Cruz',
  'Wim van der Laan (lead)',
  "Siobhán O'Leary-Smith",
  'Sammy Dee Jr.',
  '李雷',
  'Platform team',
  '3rd line',
];
const TEXTS = [
  'Call Ben.',
  'Send it.',
  'Read [[Note]] and `code` (soon).',
  'Fix the #budget sheet',
  'Move it to 2026-03-06',
  'Remove the ❌ sign',
  'Pay 10 € – “now”',
  'Mail ana@b.example',
];

/** Verbs whose names and texts can be written. */
const usualVerb: fc.Arbitrary<RewritingVerb> = fc.oneof(
  fc.subarray(NAMES).map((owners): RewritingVerb => ({ name: 'set-owners', owners })),
  fc.constantFrom<Day | null>('2026-03-06', '2027-01-04', null).map((due): RewritingVerb => ({ name: 'set-due', due })),
  fc
    .constantFrom('highest', 'high', 'medium', 'low', 'lowest', null)
    .map((priority): RewritingVerb => ({ name: 'set-priority', priority })),
  fc.constantFrom(...TEXTS).map((text): RewritingVerb => ({ name: 'edit-text', text })),
);

/** What a person may type, well or badly. */
const typed = fc.oneof(
  fc.constantFrom(...NAMES, ...TEXTS),
  fc
    .array(
      fc.constantFrom(
        'Ana',
        'call',
        ' ',
        '  ',
        '@',
        '@Ben',
        '#',
        '#tag',
        '#task',
        '📅',
        '📅 2026-03-06',
        '⏫',
        '🔁 every day',
        '✅',
        '❌',
        '(',
        ')',
        '[',
        ']',
        '[[Note]]',
        '{',
        '}',
        '[due:: 2026-03-06]',
        '(priority:: high)',
        '[owner:: Ben]',
        '^abc',
        '.',
        ',',
        '-',
        ' and',
        ' about the',
        '\n',
        '\r',
        '\t',
        '\u2028',
        '\u0000',
        '\u00a0',
        '\ud83d',
        'Â°C',
        'â€™',
        '‚Äô',
        'https://a.example/@b',
        '`',
        '%%',
        '::',
      ),
      { maxLength: 6 },
    )
    .map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary' }),
);
const anyVerb: fc.Arbitrary<RewritingVerb> = fc.oneof(
  usualVerb,
  fc.array(typed, { maxLength: 3 }).map((owners): RewritingVerb => ({ name: 'set-owners', owners })),
  typed.map((text): RewritingVerb => ({ name: 'edit-text', text })),
);

function read(raw: string, damage: Damage | null = null): Task {
  return readTask(raw, { line: 0, heading: null, symbols: DEFAULT_STATUS_SYMBOLS, damage })!;
}

function decide(raw: string, verb: Verb, damage: Damage | null = null): ReturnType<typeof decideLine> {
  return decideLine(raw, verb, { today: TODAY, symbols: DEFAULT_STATUS_SYMBOLS, damage });
}

/** Calls `check` with each line that a verb changed. */
function forRewritten(
  check: (before: Task, after: Task, by: RewritingVerb) => void,
  lines = fc.oneof(line, oddLine),
  verbs = anyVerb,
): void {
  let changed = 0;
  fc.assert(
    fc.property(lines, verbs, (raw, by) => {
      const decided = decide(raw, by);
      if (!decided.ok) return;
      changed++;
      check(read(raw), read(decided.value), by);
    }),
    { numRuns: RUNS },
  );
  expect(changed).toBeGreaterThan(RUNS / 10);
}

const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The fields of a line but those that a verb writes, as they stand there, without the white space before them. */
function otherFields(raw: string, by: RewritingVerb, damage: Damage | null = null): readonly string[] {
  const isWritten = (segment: Segment): boolean => {
    switch (by.name) {
      case 'set-owners':
        return segment.kind === 'owner';
      case 'set-due':
        return segment.kind === 'date' && segment.field === 'due';
      case 'set-priority':
        return segment.kind === 'priority';
      case 'edit-text':
        return (
          segment.kind === 'tag' ||
          (segment.kind === 'date' && segment.field === 'start' && segment.day !== null && segment.day > TODAY)
        );
    }
  };
  return parseTaskLine(raw, damage)!.segments.flatMap((segment) =>
    segment.kind === 'text' || isWritten(segment) ? [] : [segment.raw.trim()],
  );
}

describe('a task line that a person changes', () => {
  test('says what was asked, and everything else as before', () => {
    forRewritten((before, after, by) => {
      const wanted: Partial<Task> =
        by.name === 'set-owners'
          ? { owners: [...new Set(by.owners.map((name) => name.trim()))] }
          : by.name === 'set-due'
            ? { due: by.due }
            : by.name === 'set-priority'
              ? { priority: by.priority }
              : { text: folded(by.text), status: 'open', symbol: ' ', tags: after.tags, start: after.start };
      expect(after).toEqual({ ...before, raw: after.raw, ...wanted });
      expect(otherFields(after.raw, by)).toEqual(otherFields(before.raw, by));
      expect(parseTaskLine(after.raw)!.prefix).toBe(parseTaskLine(before.raw)!.prefix);
    });
  });

  test('is accepted with its new words, by the same rules as without', () => {
    const edit = fc.constantFrom(...TEXTS).map((text): RewritingVerb => ({ name: 'edit-text', text }));
    forRewritten(
      (before, after) => {
        const accepted = decide(before.raw, { name: 'accept' });
        const plain = accepted.ok ? read(accepted.value) : null;
        expect(after).toEqual({ ...plain, raw: after.raw, text: after.text, tags: after.tags });
        const ofWords = (tag: string): boolean => tag === 'budget' || tag === 'Proposed';
        expect(after.tags.filter((tag) => !ofWords(tag))).toEqual(plain!.tags.filter((tag) => !ofWords(tag)));
      },
      usualLine,
      edit,
    );
  });

  test('as it is usually written can be changed in every way, unless it says that already', () => {
    fc.assert(
      fc.property(usualLine, usualVerb, (raw, by) => {
        const decided = decide(raw, by);
        if (decided.ok) return;
        expect([
          'unchanged',
          ...(by.name === 'edit-text' && read(raw).status !== 'proposed' ? ['not-proposed'] : []),
        ]).toContain(decided.error.reason);
      }),
      { numRuns: RUNS },
    );
  });

  test('is not changed the same way twice', () => {
    forRewritten((_, after, by) => {
      expect(decide(after.raw, by)).toMatchObject({
        ok: false,
        error: { reason: by.name === 'edit-text' ? 'not-proposed' : 'unchanged' },
      });
    });
  });

  test('is not changed where the field to take out is not there', () => {
    fc.assert(
      fc.property(
        usualLine.filter((raw) => !/📅|due::/u.test(raw)),
        (raw) => {
          expect(decide(raw, { name: 'set-due', due: null })).toMatchObject({
            ok: false,
            error: { reason: 'unchanged' },
          });
        },
      ),
      { numRuns: RUNS },
    );
  });

  test('holds the new field where the Tasks plugin reads it, once, and loses nothing that it read before', () => {
    forRewritten((before, after, by) => {
      const [was, is] = [readAsTasksDoes(before.raw), readAsTasksDoes(after.raw)];
      const isDue = (field: string): boolean => /^(?:📅|[[(]due::)/u.test(field);
      const isPriority = (field: string): boolean => /^(?:[🔺⏫🔼🔽⏬]|[[(]priority::)/u.test(field);
      const isWritten = by.name === 'set-due' ? isDue : by.name === 'set-priority' ? isPriority : () => false;
      expect(is.filter(isWritten)).toHaveLength(
        (by.name === 'set-due' && by.due !== null) || (by.name === 'set-priority' && by.priority !== null) ? 1 : 0,
      );
      // In front of words, the Tasks plugin takes them into a field such as ⛔: those are none that we know.
      const isGone = (field: string): boolean => isWritten(field) || !otherFields(before.raw, by).includes(field);
      expect(is).toEqual(expect.arrayContaining(was.filter((field) => !isGone(field))));
    }, line);
  });

  test('has one space between what is new and what stands around it', () => {
    forRewritten(
      (before, after) => {
        expect(after.raw.trim()).not.toMatch(/\s{2}/u);
        expect(/(?: \^id-1)?\s*$/u.exec(after.raw)![0]).toBe(/(?: \^id-1)?\s*$/u.exec(before.raw)![0]);
      },
      usualLine,
      usualVerb,
    );
  });

  test.each(['mac-roman', 'windows-1252'] as const)(
    'keeps its bytes where they are damaged by %s, and what is new is written well',
    (damage) => {
      fc.assert(
        fc.property(usualLine, usualVerb, (good, by) => {
          const raw = damaged(good, damage);
          if (detectDamage(raw) !== damage) return;
          const decided = decide(raw, by, damage);
          const wanted = decide(good, by);
          if (!decided.ok || !wanted.ok) return;
          const { raw: _, ...after } = read(decided.value, damage);
          expect(after).toEqual({ ...read(wanted.value), raw: undefined });
          const kept = otherFields(raw, by, damage);
          expect(otherFields(decided.value, by, damage)).toEqual(kept);
          if (by.name === 'set-owners' && read(good).owners.join() !== by.owners.join())
            for (const name of by.owners) expect(decided.value).toContain(`@${name}`);
        }),
        { numRuns: RUNS },
      );
    },
  );
});

describe('what is wrong with a name or a text is known before anything is written', () => {
  const PLAIN = fc.constantFrom(
    '- [?] Write the words',
    '- [?] Write the words #proposed',
    '- [?] Write the words #task #proposed #auto',
  );

  test('for any name', () => {
    fc.assert(
      fc.property(PLAIN, typed, (raw, name) => {
        expect(decide(raw, { name: 'set-owners', owners: [name] }).ok).toBe(ownerFault(name) === null);
      }),
      { numRuns: 3 * RUNS },
    );
  });

  test('for any text', () => {
    fc.assert(
      fc.property(PLAIN, typed, (raw, text) => {
        expect(decide(raw, { name: 'edit-text', text }).ok).toBe(textFault(text) === null);
      }),
      { numRuns: 3 * RUNS },
    );
  });

  test('and what has no fault makes a note no damaged one', () => {
    fc.assert(
      fc.property(typed, typed, (name, text) => {
        if (ownerFault(name) === null && textFault(text) === null)
          expect(detectDamage(`- [?] ${text} @${name}`)).toBeNull();
      }),
      { numRuns: RUNS },
    );
  });
});
