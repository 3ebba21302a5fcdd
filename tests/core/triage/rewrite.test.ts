import { describe, expect, test } from '@jest/globals';
import { DEFAULT_STATUS_SYMBOLS } from '../../../src/core/task/status';
import type { Priority } from '../../../src/core/task/task-line';
import type { Day } from '../../../src/core/base/day';
import type { Damage } from '../../../src/core/text/encoding';
import { ownerFault, textFault } from '../../../src/core/triage/faults';
import { decideLine, type Verb } from '../../../src/core/triage/verbs';

/** The line that a change makes, or the reason why it makes none. */
function decide(raw: string, verb: Verb, damage: Damage | null = null): string {
  const decided = decideLine(raw, verb, { today: '2026-11-22', symbols: DEFAULT_STATUS_SYMBOLS, damage });
  return decided.ok ? decided.value : `refused: ${decided.error.reason}`;
}

describe('setting the owners', () => {
  test.each<[string, string, readonly string[], string]>([
    [
      'takes the place of those that stand there',
      '- [?] Send it. @Myself 📅 2026-03-06 #task',
      ['Ana de la Cruz', 'Ben'],
      '- [?] Send it. @Ana de la Cruz @Ben 📅 2026-03-06 #task',
    ],
    ['takes all of them out', '- [?] Send it. @Ana, @Ben and @Cy #task', [], '- [?] Send it. #task'],
    [
      'writes them after the words and before the fields',
      '- [ ] Send it. 📅 2026-03-06 ⏫ #task',
      ['Ana'],
      '- [ ] Send it. @Ana 📅 2026-03-06 ⏫ #task',
    ],
    ['writes them at the end where there is no field', '- [/] Send it.  ', ['Ana'], '- [/] Send it. @Ana  '],
    ['writes them before a block id', '- [?] Send it. ^a1', ['Ana'], '- [?] Send it. @Ana ^a1'],
    [
      'keeps a space before a field that had none',
      '- [?] Send it📅 2026-03-06',
      ['Ana'],
      '- [?] Send it @Ana 📅 2026-03-06',
    ],
    [
      'keeps their place behind a tag',
      '- [?] Send it. #budget @Myself #task',
      ['Ana'],
      '- [?] Send it. #budget @Ana #task',
    ],
    [
      'brings them before the fields, where the Tasks plugin reads on',
      '- [?] Send it. 📅 2026-03-06 @Myself ⏫',
      ['Ana'],
      '- [?] Send it. @Ana 📅 2026-03-06 ⏫',
    ],
    [
      'takes brackets out that held an owner',
      '- [?] Send it (@Myself) soon 📅 2026-03-06',
      ['Ana'],
      '- [?] Send it soon @Ana 📅 2026-03-06',
    ],
    ['takes an owner out in front of the words', '- [?] @Myself: send it #task', ['Ana'], '- [?] send it @Ana #task'],
    [
      'replaces an owner of Dataview',
      '- [?] Send it. [owner:: Myself] [due:: 2026-03-06]',
      ['Ana'],
      '- [?] Send it. @Ana [due:: 2026-03-06]',
    ],
    [
      'keeps a mention in the words',
      '- [?] Ask @Ilse about the racks. @Myself #task',
      ['Ana'],
      '- [?] Ask @Ilse about the racks. @Ana #task',
    ],
    [
      'keeps a mention in the words where all owners go',
      '- [?] Ask @Ilse about the racks. @Myself #task',
      [],
      '- [?] Ask @Ilse about the racks. #task',
    ],
    ['writes each name once, without white space around it', '- [?] Send it.', [' Ana ', 'Ana'], '- [?] Send it. @Ana'],
    ['is refused where they are so already', '- [?] Send it. @Ana, @Ben', ['Ana', 'Ben'], 'refused: unchanged'],
    ['takes another order', '- [?] Send it. @Ana, @Ben', ['Ben', 'Ana'], '- [?] Send it. @Ben @Ana'],
    ['is refused for a name that is none', '- [?] Send it.', ['Ana', 'Ben 📅'], 'refused: owner'],
    [
      'writes a name that would be read as words into a field of Dataview',
      '- [?] Send it #task',
      ['Head of the lab', 'Ana'],
      '- [?] Send it [owner:: Head of the lab] @Ana #task',
    ],
    ['is refused for a task without words', '- [?] #task', ['Ana'], 'refused: no-words'],
    ['is refused for a task that is done', '- [x] Send it.', ['Ana'], 'refused: decided'],
  ])('%s', (_, raw, owners, wanted) => expect(decide(raw, { name: 'set-owners', owners })).toBe(wanted));
});

describe('setting the due day', () => {
  test.each<[string, string, Day | null, string]>([
    [
      'replaces it in its place',
      '- [?] Call 📅 2026-03-06 ⏫ #task',
      '2027-01-04',
      '- [?] Call 📅 2027-01-04 ⏫ #task',
    ],
    ['writes it at the end', '- [ ] Call @Ana #task ^a1', '2027-01-04', '- [ ] Call @Ana #task 📅 2027-01-04 ^a1'],
    ['takes it out', '- [?] Call 📅 2026-03-06 ⏫ #task', null, '- [?] Call ⏫ #task'],
    [
      'takes all of them out, with the brackets that held one',
      '- [?] Call (📅 2026-03-06) Ilse [due:: 2026-03-07]',
      null,
      '- [?] Call Ilse',
    ],
    [
      'replaces one that says no day',
      '- [?] Call @Ana 📅 TBD #task',
      '2027-01-04',
      '- [?] Call @Ana #task 📅 2027-01-04',
    ],
    ['takes one out that says no day', '- [?] Call 📅 TBD #task', null, '- [?] Call #task'],
    [
      'writes in the style of Dataview where the line has no other',
      '- [?] Call [priority:: high]',
      '2027-01-04',
      '- [?] Call [priority:: high] [due:: 2027-01-04]',
    ],
    ['keeps another sign for the same day', '- [?] Call 📆 2027-01-04', '2027-01-04', 'refused: unchanged'],
    ['is refused where there is none to take out', '- [?] Call', null, 'refused: unchanged'],
    [
      'is refused where the words after it would become an owner',
      '- [?] Call @Ana 📅 next week',
      '2027-01-04',
      'refused: misread',
    ],
    ['is refused for a task that is dismissed', '- [-] Call', '2027-01-04', 'refused: decided'],
  ])('%s', (_, raw, due, wanted) => expect(decide(raw, { name: 'set-due', due })).toBe(wanted));
});

describe('setting the priority', () => {
  test.each<[string, string, Priority | null, string]>([
    ['replaces it in its place', '- [?] Call 📅 2026-03-06 ⏫ #task', 'lowest', '- [?] Call 📅 2026-03-06 ⏬ #task'],
    ['writes it at the end', '- [ ] Call 📅 2026-03-06  ', 'highest', '- [ ] Call 📅 2026-03-06 🔺  '],
    ['takes it out', '- [?] Call ⏫ 📅 2026-03-06', null, '- [?] Call 📅 2026-03-06'],
    [
      'writes in the style of Dataview where the line has no other',
      '- [?] Call [due:: 2026-03-06]',
      'medium',
      '- [?] Call [due:: 2026-03-06] [priority:: medium]',
    ],
    [
      'replaces one of Dataview',
      '- [?] Call (priority:: high) [due:: 2026-03-06]',
      'low',
      '- [?] Call [priority:: low] [due:: 2026-03-06]',
    ],
    ['is refused where it is so already', '- [?] Call ⏫\ufe0f', 'high', 'refused: unchanged'],
    ['is refused where there is none to take out', '- [?] Call', null, 'refused: unchanged'],
  ])('%s', (_, raw, priority, wanted) => expect(decide(raw, { name: 'set-priority', priority })).toBe(wanted));
});

describe('other words', () => {
  test.each<[string, string, string, string]>([
    [
      'are written and accepted',
      '- [?] Send it. @Myself 📅 2026-03-06 ⏫ #task #proposed #auto',
      'Call  Ilse.',
      '- [ ] Call Ilse. @Myself 📅 2026-03-06 ⏫ #task #auto',
    ],
    ['take a future start day out', '- [?] Send it. 🛫 2026-12-24 #proposed', 'Call', '- [ ] Call'],
    [
      'come before what stood in front of the old ones',
      '- [?] 📅 2026-03-06 Send it',
      'Call',
      '- [ ] Call 📅 2026-03-06',
    ],
    ['take the place of tags among the old ones', '- [?] Send the #budget sheet #task', 'Call', '- [ ] Call #task'],
    ['may hold a tag', '- [?] Send it #task', 'Send the #budget sheet', '- [ ] Send the #budget sheet #task'],
    ['that are the same are only accepted', '- [?] Send  it #proposed', 'Send it', '- [ ] Send  it'],
    [
      'that are the same may hold a mention',
      '- [?] Ask @Ilse about the racks. @Myself #proposed',
      'Ask @Ilse about the racks.',
      '- [ ] Ask @Ilse about the racks. @Myself',
    ],
    ['keep a block id and white space at the end', '- [?] Send it ^a1 ', 'Call', '- [ ] Call ^a1 '],
    ['give words to a task without any', '- [?] #task #proposed', 'Call', '- [ ] Call #task'],
    ['are refused with a line break', '- [?] Send it', 'Call\nIlse', 'refused: text'],
    ['are refused for an open task', '- [ ] Send it', 'Call', 'refused: not-proposed'],
  ])('%s', (_, raw, text, wanted) => expect(decide(raw, { name: 'edit-text', text })).toBe(wanted));
});

describe('a damaged line', () => {
  const RAW = '- [?] Share Ilse‚Äôs answers. @Jürg √úlk \uf8ffüìÖ 2025-11-14 ‚è´ #task #proposed';

  test.each<[string, Verb, string]>([
    [
      'owners',
      { name: 'set-owners', owners: ['Ümit Öz'] },
      '- [?] Share Ilse‚Äôs answers. @Ümit Öz \uf8ffüìÖ 2025-11-14 ‚è´ #task #proposed',
    ],
    [
      'the due day',
      { name: 'set-due', due: '2027-01-04' },
      '- [?] Share Ilse‚Äôs answers. @Jürg √úlk ‚è´ #task #proposed 📅 2027-01-04',
    ],
    [
      'no priority',
      { name: 'set-priority', priority: null },
      '- [?] Share Ilse‚Äôs answers. @Jürg √úlk \uf8ffüìÖ 2025-11-14 #task #proposed',
    ],
    [
      'words',
      { name: 'edit-text', text: 'Share Ilse’s “answers”.' },
      '- [ ] Share Ilse’s “answers”. @Jürg √úlk \uf8ffüìÖ 2025-11-14 ‚è´ #task',
    ],
    [
      'the same words',
      { name: 'edit-text', text: 'Share Ilse’s answers.' },
      '- [ ] Share Ilse‚Äôs answers. @Jürg √úlk \uf8ffüìÖ 2025-11-14 ‚è´ #task',
    ],
  ])('keeps its damaged bytes where it is given %s', (_, verb, wanted) =>
    expect(decide(RAW, verb, 'mac-roman')).toBe(wanted),
  );
});

describe('the fault of a name', () => {
  test.each<[string, string]>([
    [' ', 'Enter a name.'],
    ['Ana\n', 'Put it on one line.'],
    ['Ana\u0007', 'Leave out control characters.'],
    ['Ana 📅', 'Leave out “📅”: it starts a date.'],
    ['Ana ⏫', 'Leave out “⏫”: it starts a priority.'],
    ['Ana [due:: 2026-03-06]', 'Leave out “[due”: it starts a date.'],
    ['Ana #lead', 'Leave out “#”: it starts a tag.'],
    ['Ana @Ben', 'Leave out “@”: it starts another owner.'],
    ['Ana (lead', 'Close the brackets, or leave them out.'],
    ['Ana ^a1', 'Leave out “^a1”: it starts a block ID.'],
    ['…', 'Start with a letter or digit, and use eight words at most.'],
    ['Ana and', 'Use a plain name, without a link, or a sign, “and” or “or” at either end.'],
    ['â€™Ana', 'Leave out damaged characters such as “â€™”.'],
  ])('%j', (name, sentence) => expect(ownerFault(name)).toBe(sentence));

  test.each(['Ana', ' Ana ', 'Ana (lead)', 'Wim van der Laan', 'Sammy Dee Jr.', "O'Leary-Smith", '李雷', '3rd line'])(
    'is none for %j',
    (name) => expect(ownerFault(name)).toBeNull(),
  );
});

describe('the fault of a text', () => {
  test.each<[string, string]>([
    [' ', 'Enter what to do.'],
    ['Call\r\nIlse', 'Put it on one line.'],
    ['Call\u0000', 'Leave out control characters.'],
    ['Ask @Ana Lopez', 'Leave out “@Ana”: it would be read as an owner.'],
    ['Call 📅 2026-03-06', 'Leave out “📅”: it would be read as a date.'],
    ['Call [priority:: high]', 'Leave out “[priority”: it would be read as a priority.'],
    ['Call 🔁 every day', 'Leave out “🔁”: it would be read as a Tasks plugin field.'],
    ['Call #budget', 'Leave out “#budget”: it would be lost there.'],
    ['Call #proposed Ilse', 'Leave out “#proposed”: it would be lost there.'],
    ['Call ^a1', 'Leave out “^a1”: it would be read as a block ID.'],
    ['Donâ€™t call', 'Leave out damaged characters such as “â€™”.'],
    ['a'.repeat(5001), 'Use 5,000 characters at most.'],
  ])('%j', (text, sentence) => expect(textFault(text)).toBe(sentence));

  test.each([
    'Call',
    '\tCall  Ilse ',
    'Send the #budget sheet',
    'Mail ana@b.example',
    'Remove the ❌ sign',
    'Read [[Note]] (soon)',
  ])('is none for %j', (text) => expect(textFault(text)).toBeNull());
});

describe('a refusal to change a line', () => {
  test.each<[string, Verb, string]>([
    [
      'that says it already',
      { name: 'set-priority', priority: null },
      "Couldn't update “Call @Ana”: it already says that.",
    ],
    [
      'for a name',
      { name: 'set-owners', owners: ['#'] },
      "Couldn't update “Call @Ana”: the owner's name has a sign such as @, # or 📅. Leave it out.",
    ],
    [
      'for a text',
      { name: 'edit-text', text: '' },
      "Couldn't update “Call @Ana”: the text ends with an owner, date or tag, or is empty. Write words only.",
    ],
  ])('%s says so', (_, verb, sentence) => {
    expect(
      decideLine('- [?] Call @Ana', verb, { today: '2026-11-22', symbols: DEFAULT_STATUS_SYMBOLS, damage: null }),
    ).toMatchObject({ ok: false, error: { sentence } });
  });
});
