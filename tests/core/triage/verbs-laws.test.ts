import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Day } from '../../../src/core/base/day';
import { DEFAULT_STATUS_SYMBOLS } from '../../../src/core/task/status';
import { readTask, type Task } from '../../../src/core/task/task';
import { parseTaskLine, printTaskLine } from '../../../src/core/task/task-line';
import { decideLine, type Verb } from '../../../src/core/triage/verbs';

const TODAY: Day = '2026-11-22';
const RUNS = Number(process.env['RUNS'] ?? 1500);

const verb: fc.Arbitrary<Verb> = fc.constantFrom<Verb>(
  { name: 'accept' }, { name: 'dismiss' }, { name: 'done', day: '2026-11-20' }, { name: 'snooze', until: '2026-12-01' }, { name: 'mark-copy' },
);

/** Pieces of task lines in any order and number, well-formed or not. */
const piece = fc.constantFrom(
  'Send it', 'to Ilse.', '@Myself', '@Ana de la Cruz', '📅 2026-03-06', '📅 TBD', '⏳ 2026-03-01', '🛫 2026-12-24', '🛫 2026-01-01', '🛫 soon', '➕ 2026-01-01',
  '✅ 2026-01-02', '❌ 2026-01-03', '❌', '⏫', '🔽', '🔁 every week', '🏁 delete', '🆔 abc', '⛔ def', '#task', '#proposed', '#auto', '#copy', '#Proposed',
  '[due:: 2026-03-06]', '(start:: 2026-12-24)', '[cancelled:: 2026-01-01]', '[priority:: high]', '[owner:: Ana]', '`code`', '[[link]]', '', '^block-1', '(later)',
);
const line: fc.Arbitrary<string> = fc
  .record({ prefix: fc.constantFrom('- ', '\t* ', '> 1. '), symbol: fc.constantFrom('?', '?', ' ', '/', 'x', '-'), pieces: fc.array(piece, { maxLength: 9 }), end: fc.constantFrom('', ' ', ' ^id-1', ' ^id-1 ') })
  .map(({ prefix, symbol, pieces, end }) => `${prefix}[${symbol}] ${pieces.join(' ')}${end}`);

/** Lines as they are usually written: words, owners, then fields in any order. */
const usualLine: fc.Arbitrary<string> = fc
  .record({
    symbol: fc.constantFrom('?', '?', ' ', '/'),
    words: fc.constantFrom('Send it.', 'Call Ilse #Proposed about it.', 'Read [[Note]] and `code` (later).'),
    owners: fc.subarray(['@Myself', '@Ana de la Cruz']),
    fields: fc.shuffledSubarray([
      '📅 2026-03-06', '📅 TBD', '⏳ 2026-03-01', '🛫 2026-12-24', '🛫 2026-01-01', '🛫 TBD', '➕ 2026-01-01', '✅ 2026-01-02', '❌ 2026-01-03', '⏫', '🔽', '🔁 every week',
      '🆔 abc', '#task', '#proposed', '#auto', '#copy', '[due:: 2026-03-06]', '(start:: 2026-12-24)', '[cancelled:: 2026-01-01]', '[priority:: high]',
    ]),
    end: fc.constantFrom('', ' ', ' ^id-1'),
  })
  .map(({ symbol, words, owners, fields, end }) => `- [${symbol}] ${[words, ...owners, ...fields].join(' ')}${end}`);

function read(raw: string): Task {
  return readTask(raw, { line: 0, heading: null, symbols: DEFAULT_STATUS_SYMBOLS, damage: null })!;
}

function decide(raw: string, wanted: Verb): string | null {
  const decided = decideLine(raw, wanted, { today: TODAY, symbols: DEFAULT_STATUS_SYMBOLS, damage: null });
  return decided.ok ? decided.value : null;
}

/** Calls `check` with each line that a decision changed. */
function forDecided(check: (before: Task, after: Task, by: Verb) => void, lines = line): void {
  fc.assert(fc.property(lines, verb, (raw, by) => {
    const decided = decide(raw, by);
    if (decided !== null) check(read(raw), read(decided), by);
  }), { numRuns: RUNS });
}

/** What the Tasks plugin reads of a line, the way it does: fields and tags from the end backwards, until something else stands there. */
function readAsTasksDoes(raw: string): readonly string[] {
  const found: string[] = [];
  let rest = raw.replace(/\s\^[a-zA-Z0-9-]+\s*$/u, '').trim();
  const field = /(?:(?:📅|⏳|🛫|➕|✅|❌)\ufe0f? *\d{4}-\d{2}-\d{2}|[🔺⏫🔼🔽⏬]\ufe0f?|🔁\ufe0f? ?[a-zA-Z0-9, !]+|🏁 *[a-zA-Z]+|🆔 *[\w-]+|⛔ *[\w, -]+|(?:^|\s)#[^ !@#$%^&*(),.?":{}|<>]+|[[(](?:due|scheduled|start|created|completion|cancelled|priority|repeat):: [^\])]*[\])])$/u;
  for (let match = field.exec(rest); match !== null; match = field.exec(rest)) {
    found.push(match[0].trim());
    rest = rest.slice(0, match.index).trim();
  }
  return found;
}

describe('a task line that is decided', () => {
  test('keeps what is to be done, by whom, until when and how urgently', () => {
    forDecided((before, after) => {
      expect(after.text).toBe(before.text);
      expect(after.owners).toEqual(before.owners);
      expect(after.due).toBe(before.due);
      expect(after.priority).toBe(before.priority);
      expect(after.recurring).toBe(before.recurring);
      expect(after.tags.filter((tag) => !/^(?:proposed|copy)$/i.test(tag))).toEqual(before.tags.filter((tag) => !/^(?:proposed|copy)$/i.test(tag)));
    }, usualLine);
  });

  test('says what was decided', () => {
    forDecided((before, after, by) => {
      const wanted = { accept: 'open', dismiss: 'dismissed', done: 'done', snooze: before.status, 'mark-copy': 'dismissed' }[by.name];
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
      const days = { accept: null, dismiss: `❌ ${TODAY}`, done: '✅ 2026-11-20', snooze: '🛫 2026-12-01', 'mark-copy': `❌ ${TODAY}` }[by.name];
      if (days !== null) {
        const dataview = days.replace('❌ ', '[cancelled:: ').replace('✅ ', '[completion:: ').replace('🛫 ', '[start:: ');
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

  test('is not decided the same way twice, and a snooze changes nothing the second time', () => {
    fc.assert(fc.property(usualLine, verb, (raw, by) => {
      const once = decide(raw, by);
      if (once !== null) expect(decide(once, by)).toBe(by.name === 'snooze' ? once : null);
    }), { numRuns: RUNS });
  });

  test('keeps the order of all that the decision does not mean', () => {
    forDecided((before, after) => {
      const rest = (raw: string): string => raw
        .replace(/\[.\]/u, '[]')
        .replace(/\s#(?:proposed|copy)(?!\S)/giu, '')
        .replace(/\s?(?:(?:❌|✅|🛫) (?:\d{4}-\d{2}-\d{2}|TBD)|[[(](?:start|cancelled|completion):: [^\])]*[\])])/giu, '')
        .replace(/\s+/gu, ' ');
      expect(rest(after.raw).trim()).toBe(rest(before.raw).trim());
    });
  });
});
