import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Day } from '../../../src/core/base/day';
import { DEFAULT_STATUS_SYMBOLS } from '../../../src/core/task/status';
import { readTask, type Task } from '../../../src/core/task/task';
import { parseTaskLine, printTaskLine } from '../../../src/core/task/task-line';
import { decideLine, type Verb } from '../../../src/core/triage/verbs';
import { line, readAsTasksDoes, usualLine } from './task-lines';

const TODAY: Day = '2026-11-22';
const RUNS = Number(process.env['RUNS'] ?? 1500);

/** The verbs that decide a task; what the others write has its own laws. */
type DecidingVerb = Extract<Verb, { readonly name: 'accept' | 'dismiss' | 'done' | 'snooze' | 'mark-copy' }>;

const verb: fc.Arbitrary<DecidingVerb> = fc.constantFrom<DecidingVerb>(
  { name: 'accept' },
  { name: 'dismiss' },
  { name: 'done', day: '2026-11-20' },
  { name: 'snooze', until: '2026-12-01' },
  { name: 'mark-copy' },
);

function read(raw: string): Task {
  return readTask(raw, { line: 0, heading: null, symbols: DEFAULT_STATUS_SYMBOLS, damage: null })!;
}

function decide(raw: string, wanted: Verb): string | null {
  const decided = decideLine(raw, wanted, { today: TODAY, symbols: DEFAULT_STATUS_SYMBOLS, damage: null });
  return decided.ok ? decided.value : null;
}

/** Calls `check` with each line that a decision changed. */
function forDecided(check: (before: Task, after: Task, by: DecidingVerb) => void, lines = line): void {
  fc.assert(
    fc.property(lines, verb, (raw, by) => {
      const decided = decide(raw, by);
      if (decided !== null) check(read(raw), read(decided), by);
    }),
    { numRuns: RUNS },
  );
}

describe('a task line that is decided', () => {
  test('keeps What to do, by whom, until when and how urgently', () => {
    forDecided((before, after) => {
      expect(after.text).toBe(before.text);
      expect(after.owners).toEqual(before.owners);
      expect(after.due).toBe(before.due);
      expect(after.priority).toBe(before.priority);
      expect(after.recurring).toBe(before.recurring);
      expect(after.tags.filter((tag) => !/^(?:proposed|copy)$/i.test(tag))).toEqual(
        before.tags.filter((tag) => !/^(?:proposed|copy)$/i.test(tag)),
      );
    }, usualLine);
  });

  test('says what was decided', () => {
    forDecided((before, after, by) => {
      const wanted = {
        accept: 'open',
        dismiss: 'dismissed',
        done: 'done',
        snooze: before.status,
        'mark-copy': 'dismissed',
      }[by.name];
      expect(after.status).toBe(wanted);
      if (by.name === 'accept') expect(after.start === null || after.start <= TODAY).toBe(true);
      if (by.name === 'snooze') expect(after.start).toBe(by.until);
      if (by.name === 'done') expect(after.done).toBe(by.day);
      if (by.name === 'dismiss' || by.name === 'mark-copy') expect(after.cancelled).toBe(TODAY);
      if (by.name === 'mark-copy') expect(after.tags.filter((tag) => tag === 'copy').length).toBeGreaterThanOrEqual(1);
      if (by.name !== 'done' && by.name !== 'snooze') expect(after.tags).not.toContain('proposed');
    });
  });

  test('holds the new day where the Tasks plugin reads it, once, and loses nothing that it read before', () => {
    forDecided((before, after, by) => {
      const [was, is] = [readAsTasksDoes(before.raw), readAsTasksDoes(after.raw)];
      const days = {
        accept: null,
        dismiss: `❌ ${TODAY}`,
        done: '✅ 2026-11-20',
        snooze: '🛫 2026-12-01',
        'mark-copy': `❌ ${TODAY}`,
      }[by.name];
      if (days !== null) {
        const dataview = days
          .replace('❌ ', '[cancelled:: ')
          .replace('✅ ', '[completion:: ')
          .replace('🛫 ', '[start:: ');
        expect(is.filter((field) => field === days || field === `${dataview}]`)).toHaveLength(1);
      }
      const kept = was.filter((field) => !/^(?:#proposed|❌|✅|🛫|[[(](?:cancelled|completion|start)::)/iu.test(field));
      expect(is).toEqual(expect.arrayContaining([...kept]));
    });
  });

  test('ends with its block id, if it had one', () => {
    forDecided((before, after) => {
      const blockId = (raw: string): string | undefined => /\s\^[a-zA-Z0-9-]+\s*$/u.exec(raw)?.[0];
      if (blockId(before.raw) !== undefined) expect(blockId(after.raw)).toBe(blockId(before.raw));
    });
  });

  test('can be read and printed without a change', () => {
    forDecided((_, after) => expect(printTaskLine(parseTaskLine(after.raw)!)).toBe(after.raw));
  });

  test('is not decided the same way twice', () => {
    fc.assert(
      fc.property(usualLine, verb, (raw, by) => {
        const once = decide(raw, by);
        if (once !== null) expect(decide(once, by)).toBeNull();
      }),
      { numRuns: RUNS },
    );
  });

  test('keeps the order of all that the decision does not mean', () => {
    forDecided((before, after) => {
      const rest = (raw: string): string =>
        raw
          .replace(/\[.\]/u, '[]')
          .replace(/\s#(?:proposed|copy)(?!\S)/giu, '')
          .replace(
            /\s?(?:(?:❌|✅|🛫) (?:\d{4}-\d{2}-\d{2}|TBD)|[[(](?:start|cancelled|completion):: [^\])]*[\])])/giu,
            '',
          )
          .replace(/\s+/gu, ' ');
      expect(rest(after.raw).trim()).toBe(rest(before.raw).trim());
    });
  });
});
