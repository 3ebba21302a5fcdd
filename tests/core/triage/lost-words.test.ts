import { describe, expect, test } from '@jest/globals';
import { DEFAULT_STATUS_SYMBOLS } from '../../../src/core/task/status';
import { readTask } from '../../../src/core/task/task';
import { decideLine, type Verb, type VerbRules } from '../../../src/core/triage/verbs';

const RULES: VerbRules = { today: '2026-11-22', symbols: DEFAULT_STATUS_SYMBOLS };
const DISMISS: Verb = { name: 'dismiss' };
const OWNER: Verb = { name: 'set-owners', owners: ['Zed'] };
const NOBODY: Verb = { name: 'set-owners', owners: [] };

function decide(words: string, verb: Verb, rules: VerbRules = RULES): string {
  const decided = decideLine(`- [?] ${words}`, verb, { ...rules, damage: null });
  return decided.ok ? decided.value : `refused: ${decided.error.reason}`;
}

function read(words: string): readonly [string, readonly string[]] {
  const task = readTask(`- [?] ${words}`, { line: 0, heading: null, symbols: DEFAULT_STATUS_SYMBOLS, damage: null })!;
  return [task.text, task.owners];
}

describe('the words and owners', () => {
  test.each<[string, string, readonly string[]]>([
    ['Ask @Ilse about the racks', 'Ask @Ilse about the racks', []],
    ['Ask @Ilse Brandt whether it is free', 'Ask @Ilse Brandt whether it is free', []],
    ["Send @Ilse's plan to the port", "Send @Ilse's plan to the port", []],
    ['Ask @Ilse and @Ben about the racks', 'Ask @Ilse and @Ben about the racks', []],
    ['Ask @Ilse about the racks. @Myself', 'Ask @Ilse about the racks.', ['Myself']],
    ['Ring the bank (@2026-03-06 09:30) @Ana', 'Ring the bank (@2026-03-06 09:30)', ['Ana']],
    ['Ring @[[2026-03-06]] @Ana', 'Ring @[[2026-03-06]]', ['Ana']],
    ['Ring @due(2026-03-06)', 'Ring @due(2026-03-06)', []],
    ['Meet again @3pm @Ana', 'Meet again @3pm', ['Ana']],
    ['Meet again @today', 'Meet again @today', []],
    ['Send it. [[@Ana Lopez]] 📅 2026-03-06', 'Send it.', ['Ana Lopez']],
    ['Show it to [[@Ana Lopez]] for review', 'Show it to [[@Ana Lopez]] for review', []],
    ['Send it [owner:: [[People/Ana|Ana]]]', 'Send it', ['Ana']],
    ['Ask @Ana, @Benhttps://x.example/a', 'Ask @Ana, @Benhttps://x.example/a', []],
    ['Send it (@Ana, due: Jan 20)', 'Send it (due: Jan 20)', ['Ana']],
    ['@Ana - Write the plan', 'Write the plan', ['Ana']],
    ['@Ana Lopez to draft the plan', 'to draft the plan', ['Ana Lopez']],
    ['@Ana Talk to the port', 'Talk to the port', ['Ana']],
    ['@Ana Send the deck', 'Send the deck', ['Ana']],
    ['Send it @Ana and Ben 📅 2026-03-06', 'Send it', ['Ana', 'Ben']],
    ['Send it @Ana/@Ben', 'Send it', ['Ana', 'Ben']],
    ['Send it @Ana, Ben #task', 'Send it', ['Ana', 'Ben']],
    ['Follow @ana@social.example', 'Follow @ana@social.example', []],
    ['Move the 📅 view to the portal', 'Move the 📅 view to the portal', []],
    ['Read `@Ana #x` and %%@Ben%% $@Cy$', 'Read `@Ana #x` and $@Cy$', []],
  ])('of %j', (words, text, owners) => expect(read(words)).toEqual([text, owners]));
});

describe('a verb loses no word of', () => {
  test.each<[string, string, Verb, string]>([
    ['a mention', 'Ask @Ilse about the racks', OWNER, '- [?] Ask @Ilse about the racks @Zed'],
    ['a mention, with nobody', 'Ask @Ilse about the racks @Ana', NOBODY, '- [?] Ask @Ilse about the racks'],
    ['a day', 'Ring (@2026-03-06 09:30) @Ana', OWNER, '- [?] Ring (@2026-03-06 09:30) @Zed'],
    ['a link to a person', 'Send [[@Ana Lopez]] 📅 2026-03-06', OWNER, '- [?] Send @Zed 📅 2026-03-06'],
    ['a field of a person', 'Do [owner:: [[People/Ana|Ana]]] now', OWNER, '- [?] Do now @Zed'],
    ['a bracket', 'Call (@Ana, due: Jan 20)', OWNER, '- [?] Call (due: Jan 20) @Zed'],
    ['a line for somebody', '@Ana - Write the plan', OWNER, '- [?] Write the plan @Zed'],
    ['several owners', 'Send it @Ana and Ben, @Cy #task', OWNER, '- [?] Send it @Zed #task'],
    [
      'code',
      'Run `grep #proposed notes` again #proposed',
      DISMISS,
      '- [-] Run `grep #proposed notes` again ❌ 2026-11-22',
    ],
    ['a link', 'Read [[Plan #proposed]]', DISMISS, '- [-] Read [[Plan #proposed]] ❌ 2026-11-22'],
    [
      'code with a field',
      'Write `✅ 2026-01-05` into the log',
      { name: 'done', day: '2026-11-22' },
      '- [x] Write `✅ 2026-01-05` into the log ✅ 2026-11-22',
    ],
    ['a comment', 'Send it %%❌ 2026-01-05%%', DISMISS, '- [-] Send it %%❌ 2026-01-05%% ❌ 2026-11-22'],
    ['no words at all', '🛫 2026-12-24  ^id-1', { name: 'edit-text', text: '' }, 'refused: no-words'],
    ['a backslash', 'Send it \\ #proposed, now', DISMISS, 'refused: misread'],
    [
      'a field with a picture',
      'Draw it [due:: ![a](b.png)]',
      { name: 'set-due', due: '2026-03-07' },
      '- [?] Draw it [due:: ![a](b.png)] 📅 2026-03-07',
    ],
    [
      'an escaped bracket',
      'Send it \\(📅 2026-03-06)',
      { name: 'set-due', due: '2026-03-07' },
      '- [?] Send it \\() 📅 2026-03-07',
    ],
    ['maths', 'Show $a #proposed$ now', DISMISS, '- [-] Show $a #proposed$ now ❌ 2026-11-22'],
  ])('%s', (_, words, verb, wanted) => expect(decide(words, verb)).toBe(wanted));
});

describe('as the Tasks plugin reads it,', () => {
  test.each<[string, string, Verb, string]>([
    ['ids stay together', 'Call ⛔ a, b', DISMISS, '- [-] Call ⛔ a, b ❌ 2026-11-22'],
    ['a tag behind a bare 🔁 goes alone', 'Call 🔁 #proposed', DISMISS, '- [-] Call 🔁 ❌ 2026-11-22'],
    ['a field is read before a block id behind a tab', 'Call\t^id1', DISMISS, '- [-] Call ❌ 2026-11-22 ^id1'],
    ['no field goes behind a block id', 'Call 🔁 ^id1', DISMISS, '- [-] Call 🔁 ❌ 2026-11-22 ^id1'],
    [
      'blanks within a field of Dataview do not count',
      'Call [ due:: 2026-03-06 ]',
      { name: 'set-due', due: '2026-03-07' },
      '- [?] Call [due:: 2026-03-07]',
    ],
    [
      'brackets that do not match are words',
      'Call [due:: 2026-03-06)',
      { name: 'set-due', due: '2026-03-07' },
      '- [?] Call [due:: 2026-03-06) 📅 2026-03-07',
    ],
    ['an owner hides no field before a number', 'Call 📅 2026-03-06 #1', OWNER, '- [?] Call @Zed 📅 2026-03-06 #1'],
    [
      'a priority glued to a link with a tag stays one',
      'Read [[Plan #a]]⏫',
      { name: 'set-due', due: '2026-03-06' },
      '- [?] Read [[Plan #a]] ⏫ 📅 2026-03-06',
    ],
    [
      'a day glued to a tag is a field',
      'Read it #a📆 2026-03-07',
      { name: 'set-due', due: '2026-03-06' },
      '- [?] Read it #a📅 2026-03-06',
    ],
    ['a day that is none, too', 'Read it #a❌ 2026-02-30', DISMISS, '- [-] Read it #a❌ 2026-11-22'],
    ['an owner hides no field before a tag', 'Call 📅 2026-03-06 #a;b', OWNER, '- [?] Call @Zed 📅 2026-03-06 #a;b'],
  ])('%s', (_, words, verb, wanted) => expect(decide(words, verb)).toBe(wanted));

  test('a line without a field gets its first one in the format that is set', () => {
    expect(decide('Call', DISMISS, { ...RULES, format: 'dataview' })).toBe('- [-] Call [cancelled:: 2026-11-22]');
    expect(decide('Call ⏫', DISMISS, { ...RULES, format: 'dataview' })).toBe('- [-] Call ⏫ ❌ 2026-11-22');
  });
});
