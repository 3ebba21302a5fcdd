import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/core/change/apply';
import { markDecision, type DecisionMark } from '../../../src/core/change/mark-decision';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';

const RULES = readingRules(DEFAULT_SETTINGS);
const FRONT = ['---', 'title: Call', 'date: 2026-03-01', 'tags: [type/customer]', '---', ''];
const CONFIRM: DecisionMark = { name: 'confirm', day: '2026-03-06' };
const SUPERSEDE: DecisionMark = { name: 'supersede', by: 'Pilot results' };
const UNMARK: DecisionMark = { name: 'unmark', kinds: ['confirmed', 'superseded'] };

/** The lines of the first decision after a mark, or the reason why it was refused; all other lines must stay. */
function marked(lines: readonly string[], mark: DecisionMark, end = '\n'): readonly string[] | string {
  const before = [...FRONT, '## Decisions', '', ...lines, '', '## Next'].join(end);
  const [decision] = readNote('Call.md', before, RULES).decisions;
  if (decision === undefined) throw new Error('The note holds no decision.');
  const edit = markDecision('Call.md', before, decision, mark, RULES);
  if (!edit.ok) return edit.error.reason;
  const written = applyEdits(before, [edit.value]);
  const undo = written.outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  expect(applyEdits(written.text, undo).text).toBe(before);
  const after = written.text.split(end);
  expect([...after.slice(0, FRONT.length + 2), ...after.slice(-2)]).toEqual([
    ...FRONT,
    '## Decisions',
    '',
    '',
    '## Next',
  ]);
  return after.slice(FRONT.length + 2, -2);
}

describe('a decision is confirmed', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['at the end of its line', ['- Run the pilot.'], ['- Run the pilot. [confirmed:: 2026-03-06]']],
    ['before a block id', ['- Run it. ^a1-b2'], ['- Run it. [confirmed:: 2026-03-06] ^a1-b2']],
    ['before trailing spaces, which stay', ['* Run it.  '], ['* Run it. [confirmed:: 2026-03-06]  ']],
    ['before a block id with its spaces', ['- Run it.\t ^id\t'], ['- Run it. [confirmed:: 2026-03-06]\t ^id\t']],
    ['behind tabs and odd spaces', ['-\tRun \u00a0 it.\u00a0'], ['-\tRun \u00a0 it. [confirmed:: 2026-03-06]\u00a0']],
    ['in a call-out', ['> - Run it.'], ['> - Run it. [confirmed:: 2026-03-06]']],
    ['in a call-out in a call-out', ['> > 2) Run it.'], ['> > 2) Run it. [confirmed:: 2026-03-06]']],
    ['in a numbered list', ['12. Run it.'], ['12. Run it. [confirmed:: 2026-03-06]']],
    [
      'on the first of several lines',
      ['- Run it', '  in aisle 4.', '  - a detail'],
      ['- Run it [confirmed:: 2026-03-06]', '  in aisle 4.', '  - a detail'],
    ],
    [
      'behind what it was superseded by',
      ['- Run it. [superseded:: [[B]]] ^id'],
      ['- Run it. [superseded:: [[B]]] [confirmed:: 2026-03-06] ^id'],
    ],
    [
      'anew, in the place of the older day',
      ['- Run it. (Confirmed::2026-01-01) [superseded:: [[B]]]'],
      ['- Run it. [confirmed:: 2026-03-06] [superseded:: [[B]]]'],
    ],
    [
      'behind a mark that cannot be read',
      ['- Keep the field [confirmed:: soon]'],
      ['- Keep the field [confirmed:: soon] [confirmed:: 2026-03-06]'],
    ],
    [
      'behind code',
      ['- Keep `[confirmed:: 2026-01-01]`'],
      ['- Keep `[confirmed:: 2026-01-01]` [confirmed:: 2026-03-06]'],
    ],
    [
      'before a comment that ends the line',
      ['- Run it. %% or not %%'],
      ['- Run it. [confirmed:: 2026-03-06] %% or not %%'],
    ],
    ['with a sign that opens nothing', ['- Run `it <b> a[0]'], ['- Run `it <b> a[0] [confirmed:: 2026-03-06]']],
    ['in damaged text', ['- Pok√© it‚Äôs ‚Äì ^id'], ['- Pok√© it‚Äôs ‚Äì [confirmed:: 2026-03-06] ^id']],
  ])('%s', (_, lines, expected) => {
    expect(marked(lines, CONFIRM)).toEqual(expected);
    expect(marked(lines, CONFIRM, '\r\n')).toEqual(expected);
  });
});

describe('a decision is superseded', () => {
  test.each<[string, readonly string[], string, readonly string[]]>([
    ['by a note', ['- Run it. ^id'], 'Pilot results', ['- Run it. [superseded:: [[Pilot results]]] ^id']],
    [
      'by a note in a folder',
      ['- Run it.'],
      'Customers/A & B, Inc./2026-03-06 - Call (2)',
      ['- Run it. [superseded:: [[Customers/A & B, Inc./2026-03-06 - Call (2)]]]'],
    ],
    [
      'by another one than before',
      ['- Run it. [superseded:: [[A#b|c]]] [confirmed:: 2026-01-01]'],
      'B',
      ['- Run it. [superseded:: [[B]]] [confirmed:: 2026-01-01]'],
    ],
    [
      'by a note with accents, in damaged text',
      ['- It‚Äôs Zo√´.'],
      'Café Zoë',
      ['- It‚Äôs Zo√´. [superseded:: [[Café Zoë]]]'],
    ],
  ])('%s', (_, lines, by, expected) => {
    expect(marked(lines, { name: 'supersede', by })).toEqual(expected);
  });
});

describe('what is said of a decision is taken away', () => {
  test.each<[string, readonly string[], DecisionMark, readonly string[] | string]>([
    ['all of it', ['- Run it. [confirmed:: 2026-03-06] [superseded:: [[B]]] ^id'], UNMARK, ['- Run it. ^id']],
    [
      'the day alone',
      ['- Run it. [confirmed:: 2026-03-06] [superseded:: [[B]]]'],
      { name: 'unmark', kinds: ['confirmed'] },
      ['- Run it. [superseded:: [[B]]]'],
    ],
    [
      'the other note alone',
      ['- Run it. [superseded:: B] (confirmed:: 2026-03-06)  '],
      { name: 'unmark', kinds: ['superseded'] },
      ['- Run it. (confirmed:: 2026-03-06)  '],
    ],
    ['each time it is said', ['- Run it. [confirmed:: 2026-03-06] [confirmed:: 2026-03-07]'], UNMARK, ['- Run it.']],
    [
      'on lines that it goes on in',
      ['- Run it [confirmed:: 2026-03-06]', '  in aisle 4 [superseded:: [[B]]]', '  and 5.'],
      UNMARK,
      ['- Run it', '  in aisle 4', '  and 5.'],
    ],
    [
      'with a line that says nothing else',
      ['- Run it', '  [confirmed:: 2026-03-06]', '  in aisle 4.'],
      UNMARK,
      ['- Run it', '  in aisle 4.'],
    ],
    ['not where nothing is said', ['- Run it.'], UNMARK, 'unchanged'],
    [
      'not where that is not said',
      ['- Run it. [confirmed:: 2026-03-06]'],
      { name: 'unmark', kinds: ['superseded'] },
      'unchanged',
    ],
  ])('%s', (_, lines, mark, expected) => {
    expect(marked(lines, mark)).toEqual(expected);
    expect(marked(lines, mark, '\r\n')).toEqual(expected);
  });
});

describe('nothing is written', () => {
  test.each<[string, readonly string[], DecisionMark, string]>([
    ['where it says so already', ['- Run it. [confirmed:: 2026-03-06] ^id'], CONFIRM, 'unchanged'],
    [
      'where a later line says so already',
      ['- Run it', '  now. [superseded:: [[Pilot results#x]]]'],
      SUPERSEDE,
      'unchanged',
    ],
    ['inside of code that goes on', ['- Run `it', '  now`.'], CONFIRM, 'misread'],
    ['inside of a comment', ['- Run it. %% or not'], CONFIRM, 'misread'],
    ['inside of an HTML comment', ['- Run it. <!-- or', '  not -->'], CONFIRM, 'misread'],
    ['inside of a link', ['- See [[Pilot'], SUPERSEDE, 'misread'],
    ['into a line that is too long', [`- ${'a'.repeat(10_000)}`], CONFIRM, 'too-long'],
    ['that would make it too long', [`- ${'a'.repeat(9_980)}`], CONFIRM, 'too-long'],
    ['that would make the note look damaged', ['- Run it.'], { name: 'supersede', by: 'Caf√© ‚Äì plan' }, 'misread'],
    ...['', 'A]', 'A|B', 'A#B', 'A^B', 'A`', 'A::B', 'A%%', 'A\nB', '{{A', ' A', 'A  B', 'A\u202eB'].map(
      (by): [string, readonly string[], DecisionMark, string] => [
        `for a name that no link holds: ${JSON.stringify(by)}`,
        ['- Run it.'],
        { name: 'supersede', by },
        'note-name',
      ],
    ),
  ])('%s', (_, lines, mark, reason) => {
    expect(marked(lines, mark)).toBe(reason);
  });

  const text = [
    ...FRONT,
    '## Decisions',
    '- Run it.',
    '```',
    '- code',
    '```',
    '## Key facts',
    '- A fact.',
    '- [ ] A task.',
  ].join('\n');
  const reasonAt = (line: number, raw: string, of = text): string => {
    const edit = markDecision('Call.md', of, { line, raw }, CONFIRM, RULES);
    return edit.ok ? 'written' : edit.error.reason;
  };
  test('to a line that changed, that is masked, or that is no decision', () => {
    expect(reasonAt(7, '- Run it.')).toBe('written');
    expect([
      reasonAt(7, '- Run it'),
      reasonAt(70, '- Run it.'),
      reasonAt(9, '- code'),
      reasonAt(12, '- A fact.'),
      reasonAt(13, '- [ ] A task.'),
    ]).toEqual(['changed', 'changed', 'masked', 'not-a-decision', 'not-a-decision']);
    expect(reasonAt(7, '- Run it.', text.replace('type/customer', 'other'))).toBe('not-a-decision');
  });
});

test('a mark that somebody moved to a line alike meanwhile is not taken from there', () => {
  const [plain, said] = ['- Run it.', '- Run it. [superseded:: [[Pilot results]]]'];
  const note = (...lines: readonly string[]): string => [...FRONT, '## Decisions', ...lines].join('\n');
  const edit = markDecision('Call.md', note(plain, plain), { line: 7, raw: plain }, SUPERSEDE, RULES);
  const written = applyEdits(note(plain, plain), edit.ok ? [edit.value] : []);
  expect(written.text).toBe(note(said, plain));
  const undo = written.outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  expect(applyEdits(note(plain, said), undo).outcomes).toMatchObject([{ ok: false, error: { reason: 'ambiguous' } }]);
  expect(applyEdits(`${note(said, plain)}\nMore.`, undo).text).toBe(`${note(plain, plain)}\nMore.`);
});
