import { describe, expect, test } from '@jest/globals';
import type { Day } from '../../../src/core/base/day';
import { applyEdits } from '../../../src/core/change/apply';
import { DEFAULT_STATUS_SYMBOLS } from '../../../src/core/task/status';
import type { TaskForm } from '../../../src/core/task/task';
import type { Damage } from '../../../src/core/text/encoding';
import { decideLine, decideTasks, type Verb } from '../../../src/core/triage/verbs';

const TODAY: Day = '2026-11-22';
const ACCEPT: Verb = { name: 'accept' };
const DISMISS: Verb = { name: 'dismiss' };
const DONE: Verb = { name: 'done', day: TODAY };
const SNOOZE: Verb = { name: 'snooze', until: '2026-12-01' };
const COPY: Verb = { name: 'mark-copy' };

/** The line that a decision makes, or the reason why it makes none. */
function decide(raw: string, verb: Verb, damage: Damage | null = null): string {
  const decided = decideLine(raw, verb, { today: TODAY, symbols: DEFAULT_STATUS_SYMBOLS, damage });
  return decided.ok ? decided.value : `refused: ${decided.error.reason}`;
}

describe('a decision of a proposed task', () => {
  const LINE = '- [?] Send the rack layout to Ilse. @Myself 📅 2026-03-06 ⏫ #task #proposed #auto';

  test.each<[string, Verb, string]>([
    ['accept', ACCEPT, '- [ ] Send the rack layout to Ilse. @Myself 📅 2026-03-06 ⏫ #task #auto'],
    ['dismiss', DISMISS, '- [-] Send the rack layout to Ilse. @Myself 📅 2026-03-06 ⏫ #task #auto ❌ 2026-11-22'],
    ['mark done', DONE, '- [x] Send the rack layout to Ilse. @Myself 📅 2026-03-06 ⏫ #task #auto ✅ 2026-11-22'],
    [
      'mark done on another day',
      { name: 'done', day: '2026-03-05' },
      '- [x] Send the rack layout to Ilse. @Myself 📅 2026-03-06 ⏫ #task #auto ✅ 2026-03-05',
    ],
    [
      'snooze',
      SNOOZE,
      '- [?] Send the rack layout to Ilse. @Myself 📅 2026-03-06 ⏫ #task #proposed #auto 🛫 2026-12-01',
    ],
    [
      'mark as a copy',
      COPY,
      '- [-] Send the rack layout to Ilse. @Myself 📅 2026-03-06 ⏫ #task #copy #auto ❌ 2026-11-22',
    ],
  ])('%s', (_, verb, wanted) => expect(decide(LINE, verb)).toBe(wanted));
});

describe('accepting', () => {
  test.each<[string, string, string]>([
    ['takes a future start day out', '- [?] Call 🛫 2026-12-01 #proposed', '- [ ] Call'],
    ['keeps a start day of today', '- [?] Call 🛫 2026-11-22 #proposed', '- [ ] Call 🛫 2026-11-22'],
    ['keeps a start day that is past', '- [?] Call 🛫 2026-01-01', '- [ ] Call 🛫 2026-01-01'],
    ['keeps a start day that nobody can read', '- [?] Call 🛫 2026-02-30', '- [ ] Call 🛫 2026-02-30'],
    [
      'takes a future start day of Dataview out',
      '- [?] Call [start:: 2026-12-01] [due:: 2026-12-05]',
      '- [ ] Call [due:: 2026-12-05]',
    ],
    ['takes the tag out in the middle of the words', '- [?] Call #proposed Ilse', '- [ ] Call Ilse'],
    ['takes the tag out in front of the words', '- [?] #proposed Call Ilse', '- [ ] Call Ilse'],
    ['takes one space out with the tag, no more', '- [?] Call  #proposed  #auto', '- [ ] Call   #auto'],
    ['takes the tag out before a block id', '- [?] Call #task #proposed ^abc-1', '- [ ] Call #task ^abc-1'],
    ['takes the tag out wherever it stands twice', '- [?] Call #proposed #Proposed', '- [ ] Call'],
    [
      'keeps tags that only look like it',
      '- [?] Call #proposed/later #not-proposed',
      '- [ ] Call #proposed/later #not-proposed',
    ],
    ['keeps white space at the end', '- [?] Call #proposed  ', '- [ ] Call  '],
    ['keeps indent, quote marks and numbers', '> \t2) [?] Call #proposed', '> \t2) [ ] Call'],
    ['takes a line of another pipeline', '- [ ] Call #proposed', '- [ ] Call'],
    ['takes a task that repeats', '- [?] Call 🔁 every week #proposed', '- [ ] Call 🔁 every week'],
    ['takes a tag without words before it for no task', '- [?] #task #proposed', 'refused: no-words'],
    ['is refused for an open task', '- [ ] Call', 'refused: not-proposed'],
    ['is refused for a task in progress', '- [/] Call #proposed', 'refused: not-proposed'],
    ['is refused for a dismissed task', '- [-] Call ❌ 2026-01-01', 'refused: not-proposed'],
    ['is refused for a task that is done', '- [x] Call #proposed ✅ 2026-01-01', 'refused: not-proposed'],
    ['is refused for a line that is no task', '- Call #proposed', 'refused: not-a-task'],
    ['is refused for a line that is too long', `- [?] ${'a'.repeat(10_000)}`, 'refused: too-long'],
  ])('%s', (_, raw, wanted) => expect(decide(raw, ACCEPT)).toBe(wanted));
});

describe('dismissing', () => {
  test.each<[string, string, string]>([
    ['writes the day before a block id', '- [?] Call #task #proposed ^abc', '- [-] Call #task ❌ 2026-11-22 ^abc'],
    ['writes the day before white space at the end', '- [?] Call #task  ', '- [-] Call #task ❌ 2026-11-22  '],
    ['writes the day after the words', '- [?] Call Ilse  ', '- [-] Call Ilse ❌ 2026-11-22  '],
    ['writes the day after a name', '- [?] Call. @Ana de la Cruz', '- [-] Call. @Ana de la Cruz ❌ 2026-11-22'],
    [
      'replaces the day at the end in its place',
      '- [?] Call ❌ 2026-01-01 #task #proposed',
      '- [-] Call ❌ 2026-11-22 #task',
    ],
    ['does not double the day', '- [?] Call ❌ 2026-01-01 ❌ 2026-01-02', '- [-] Call ❌ 2026-11-22'],
    [
      'moves a day that the Tasks plugin does not read to the end',
      '- [?] Call ❌ 2026-01-01 and then Ilse',
      '- [-] Call and then Ilse ❌ 2026-11-22',
    ],
    [
      'moves a day to the end where a time after it stops the Tasks plugin',
      '- [?] Call ❌ 2026-01-01 📅 2026-03-06T10:00',
      '- [-] Call 📅 2026-03-06T10:00 ❌ 2026-11-22',
    ],
    ['keeps a cross that is only a picture', '- [?] Remove the ❌ sign', '- [-] Remove the ❌ sign ❌ 2026-11-22'],
    [
      'writes in the style of Dataview where the line has no other',
      '- [?] Call [due:: 2026-03-06] #proposed',
      '- [-] Call [due:: 2026-03-06] [cancelled:: 2026-11-22]',
    ],
    [
      'writes emoji where the line has both',
      '- [?] Call [due:: 2026-03-06] ⏫',
      '- [-] Call [due:: 2026-03-06] ⏫ ❌ 2026-11-22',
    ],
    [
      'writes emoji where only the owner is of Dataview',
      '- [?] Call [owner:: Ana]',
      '- [-] Call [owner:: Ana] ❌ 2026-11-22',
    ],
    [
      'replaces a day of Dataview in its style',
      '- [?] Call (cancelled:: 2026-01-01) [priority:: high]',
      '- [-] Call [cancelled:: 2026-11-22] [priority:: high]',
    ],
    [
      'replaces a day of Dataview among emoji by one that is read with them',
      '- [?] Call (cancelled:: 2026-01-01) ⏫',
      '- [-] Call ⏫ ❌ 2026-11-22',
    ],
    ['replaces an impossible day', '- [?] Call ❌ 2026-02-30 #auto', '- [-] Call ❌ 2026-11-22 #auto'],
    ['keeps a cross at the end that has no day', '- [?] Remove the sign ❌', '- [-] Remove the sign ❌ ❌ 2026-11-22'],
    ['takes a task without words', '- [?] #task #proposed', '- [-] #task ❌ 2026-11-22'],
    ['takes an open task', '- [ ] Call', '- [-] Call ❌ 2026-11-22'],
    ['is refused for a dismissed task', '- [-] Call', 'refused: decided'],
    ['is refused for a task that is done', '- [x] Call', 'refused: decided'],
  ])('%s', (_, raw, wanted) => expect(decide(raw, DISMISS)).toBe(wanted));
});

describe('marking done', () => {
  test.each<[string, string, string]>([
    ['takes an open task', '- [ ] Call 📅 2026-03-06', '- [x] Call 📅 2026-03-06 ✅ 2026-11-22'],
    ['takes a task in progress', '- [/] Call', '- [x] Call ✅ 2026-11-22'],
    [
      'replaces a day in the style of Dataview',
      '- [ ] Call [completion:: 2026-01-01]',
      '- [x] Call [completion:: 2026-11-22]',
    ],
    ['is refused for a task that repeats', '- [ ] Call 🔁 every week', 'refused: recurring'],
    ['is refused for a task that repeats by Dataview', '- [ ] Call [repeat:: every week]', 'refused: recurring'],
    ['is refused for a task that acts when it is done', '- [?] Call 🏁 delete', 'refused: recurring'],
    ['is refused for a task that is done', '- [X] Call', 'refused: decided'],
    ['is refused for a dismissed task', '- [-] Call', 'refused: decided'],
    ['is refused for an empty task', '- [?] ', 'refused: no-words'],
  ])('%s', (_, raw, wanted) => expect(decide(raw, DONE)).toBe(wanted));
});

describe('snoozing', () => {
  test.each<[string, string, string]>([
    ['replaces the start day', '- [?] Call 🛫 2026-01-01 #proposed', '- [?] Call 🛫 2026-12-01 #proposed'],
    ['replaces a start day that nobody can read', '- [?] Call 🛫 TBD #proposed', '- [?] Call #proposed 🛫 2026-12-01'],
    ['keeps an open line with the tag open', '- [ ] Call #proposed', '- [ ] Call #proposed 🛫 2026-12-01'],
    ['is refused for an open task', '- [ ] Call', 'refused: not-proposed'],
    ['is refused for a task that is done', '- [x] Call', 'refused: not-proposed'],
    ['is refused until the day that the line says already', '- [?] Call 🛫 2026-12-01', 'refused: unchanged'],
  ])('%s', (_, raw, wanted) => expect(decide(raw, SNOOZE)).toBe(wanted));

  test.each<Day>(['2026-11-22', '2026-11-21'])('is refused for %s, which is not after today', (until) => {
    expect(decide('- [?] Call', { name: 'snooze', until })).toBe('refused: past-day');
  });
});

describe('marking a copy', () => {
  test.each<[string, string, string]>([
    ['adds the tag where there was none', '- [?] Call #task ^id', '- [-] Call #task #copy ❌ 2026-11-22 ^id'],
    ['does not double the tag', '- [?] Call #copy #proposed', '- [-] Call #copy ❌ 2026-11-22'],
    ['keeps the place of the tag', '- [ ] Call #proposed #auto', '- [-] Call #copy #auto ❌ 2026-11-22'],
    ['never touches a copy that was accepted', '- [ ] Call', 'refused: not-proposed'],
  ])('%s', (_, raw, wanted) => expect(decide(raw, COPY)).toBe(wanted));
});

describe('a damaged line', () => {
  const RAW = '- [?] Share Ilse‚Äôs answers. @Mirko \uf8ffüìÖ 2025-11-14 ‚è´ #task #proposed ‚ùå 2026-01-01';

  test('keeps its damaged bytes, and what is new is written well', () => {
    expect(decide(RAW, ACCEPT, 'mac-roman')).toBe(
      '- [ ] Share Ilse‚Äôs answers. @Mirko \uf8ffüìÖ 2025-11-14 ‚è´ #task ‚ùå 2026-01-01',
    );
    expect(decide(RAW, DISMISS, 'mac-roman')).toBe(
      '- [-] Share Ilse‚Äôs answers. @Mirko \uf8ffüìÖ 2025-11-14 ‚è´ #task ❌ 2026-11-22',
    );
  });

  test('is decided as well where the damage is of the other kind', () => {
    expect(decide('- [?] Donâ€™t wait. ðŸ“… 2026-03-06 #proposed', DONE, 'windows-1252')).toBe(
      '- [x] Donâ€™t wait. ðŸ“… 2026-03-06 ✅ 2026-11-22',
    );
  });
});

describe('a symbol of the user’s own', () => {
  const symbols = new Map([...DEFAULT_STATUS_SYMBOLS, ['!', 'proposed'] as const, ['c', 'dismissed'] as const]);

  test('is read with the meaning that was set', () => {
    expect(decideLine('- [!] Call', ACCEPT, { today: TODAY, symbols, damage: null })).toEqual({
      ok: true,
      value: '- [ ] Call',
    });
    expect(decideLine('- [c] Call', DISMISS, { today: TODAY, symbols, damage: null })).toMatchObject({
      error: { reason: 'decided' },
    });
  });
});

describe('decisions of a note', () => {
  const NOTE = [
    '---',
    'a: - [?] x',
    '---',
    '- [?] one #proposed',
    '```',
    '- [?] one #proposed',
    '```',
    '- [?] two 🔁 every day',
    '',
    'words',
    '2. [?] three',
    '',
  ].join('\r\n');
  const rules = { today: TODAY, symbols: DEFAULT_STATUS_SYMBOLS };

  test('become edits of exactly their lines', () => {
    const edits = decideTasks(
      'Note.md',
      NOTE,
      [
        { line: 3, raw: '- [?] one #proposed', verb: ACCEPT },
        { line: 7, raw: '- [?] two 🔁 every day', verb: ACCEPT },
      ],
      rules,
    ).flatMap((edit) => (edit.ok ? [edit.value] : []));
    expect(applyEdits(NOTE, edits).text).toBe(
      NOTE.replace('[?] one #proposed', '[ ] one').replace('[?] two', '[ ] two'),
    );
  });

  test.each<[string, number, string, Verb, string]>([
    ['a line that reads differently from what the user saw', 3, '- [?] other', ACCEPT, 'changed'],
    ['a line that is not there', 99, '- [?] one #proposed', ACCEPT, 'changed'],
    ['a number that goes on with a paragraph', 10, '2. [?] three', ACCEPT, 'not-a-task'],
    ['a line in code', 5, '- [?] one #proposed', ACCEPT, 'masked'],
    ['a line of front matter', 1, 'a: - [?] x', ACCEPT, 'masked'],
    ['a task that repeats', 7, '- [?] two 🔁 every day', DONE, 'recurring'],
  ])('are refused for %s', (_, line, raw, verb, reason) => {
    expect(decideTasks('Note.md', NOTE, [{ line, raw, verb }], rules)).toMatchObject([
      { ok: false, error: { reason } },
    ]);
  });
});

describe('what is proposed by a setting', () => {
  const decideAs = (form: TaskForm, raw: string, verb: Verb): string => {
    const decided = decideLine(raw, verb, { today: TODAY, symbols: DEFAULT_STATUS_SYMBOLS, damage: null, form });
    return decided.ok ? decided.value : `refused: ${decided.error.reason}`;
  };

  test.each<[TaskForm, string, Verb, string]>([
    ['plain', '- Send it', ACCEPT, '- [ ] Send it'],
    ['plain', '- Send it', DISMISS, '- [-] Send it ❌ 2026-11-22'],
    ['plain', '- Send it', DONE, '- [x] Send it ✅ 2026-11-22'],
    ['plain', '- Send it', SNOOZE, '- [?] Send it 🛫 2026-12-01'],
    ['plain', '- Send it', COPY, '- [-] Send it #copy ❌ 2026-11-22'],
    ['plain', '> 1)  Send it %%id%% ^a1', { name: 'set-owners', owners: ['Ana'] }, '> 1)  [?] Send it @Ana %%id%% ^a1'],
    ['plain', '* Send it', { name: 'edit-text', text: 'Call them' }, '* [ ] Call them'],
    ['open-box', '- [ ] Send it', ACCEPT, '- [ ] Send it ➕ 2026-11-22'],
    ['open-box', '- [ ] Send it [due:: 2026-12-01]', ACCEPT, '- [ ] Send it [due:: 2026-12-01] [created:: 2026-11-22]'],
    ['open-box', '- [ ] Send it 🛫 2026-12-24', ACCEPT, '- [ ] Send it ➕ 2026-11-22'],
    ['open-box', '- [ ] Send it ➕ 2026-01-01', ACCEPT, 'refused: unchanged'],
    ['open-box', '- [ ] Send it', DISMISS, '- [-] Send it ❌ 2026-11-22'],
    ['open-box', '- [ ] Send it', DONE, '- [x] Send it ✅ 2026-11-22'],
    ['open-box', '- [ ] Send it', SNOOZE, '- [ ] Send it 🛫 2026-12-01'],
    ['box', '- [ ] Send it', ACCEPT, 'refused: not-proposed'],
    ['box', '- Send it', ACCEPT, 'refused: not-a-task'],
  ])('as a %s: %s', (form, raw, verb, wanted) => expect(decideAs(form, raw, verb)).toBe(wanted));

  test.each(['- Send it', '- [ ] Send it'])('comes back byte for byte when it is undone: %s', (raw) => {
    const text = `## Action items\r\n${raw}\r\n`;
    const form = raw === '- Send it' ? 'plain' : 'open-box';
    const rules = { today: TODAY, symbols: DEFAULT_STATUS_SYMBOLS };
    const [edit] = decideTasks('a.md', text, [{ line: 1, raw, form, verb: ACCEPT }], rules);
    if (!edit!.ok) throw new Error(edit!.error.sentence);
    const applied = applyEdits(text, [edit!.value]);
    const [undo] = applied.outcomes;
    if (!undo!.ok) throw new Error(undo!.error.sentence);
    expect(applied.text).not.toBe(text);
    expect(applyEdits(applied.text, [undo!.value]).text).toBe(text);
  });

  test('is never written into the row of a table', () => {
    const raw = '| - [?] Send it | Ana |';
    const text = `| Action | Owner |\n|---|---|\n${raw}\n`;
    const [decided] = decideTasks('a.md', text, [{ line: 2, raw, form: 'row', verb: ACCEPT }], {
      today: TODAY,
      symbols: DEFAULT_STATUS_SYMBOLS,
    });
    expect(decided!.ok ? '' : decided!.error.sentence).toContain("it's in a table. Edit its row in the note.");
  });
});
