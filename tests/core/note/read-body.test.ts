import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import type { Note } from '../../../src/core/note/note';
import { readingRules, readNote } from '../../../src/core/note/read-note';

const RULES = readingRules(DEFAULT_SETTINGS);
const MATTER = ['---', 'title: "A call"', 'date: 2026-03-06', 'tags: [type/customer]', '---'];

function note(...lines: readonly string[]): Note {
  return readNote('Meetings/a.md', lines.join('\n'), RULES);
}

function body(...lines: readonly string[]): Note {
  return note(...MATTER, ...lines);
}

describe('tasks', () => {
  const texts = (...lines: readonly string[]): readonly string[] =>
    body(...lines).tasks.map((task) => `${task.line - MATTER.length} ${task.status} ${task.text}`);

  it('count anywhere outside of front matter, code and comments', () => {
    expect(
      texts(
        '- [?] a',
        '* [ ] b',
        '1. [x] c',
        '> [!todo] d',
        '> - [?] e',
        '',
        '%%',
        '- [?] no',
        '%%',
        '```',
        '- [?] no',
        '```',
        '',
        '',
        'x',
        '',
        '    - [?] no',
        '',
        '# Decisions',
        '- [ ] f',
        '\t- [/] g',
        '<!--',
        '- [?] no',
        '-->',
        '- [-] h',
      ),
    ).toEqual([
      '0 proposed a',
      '1 open b',
      '2 done c',
      '4 proposed e',
      '19 open f',
      '20 in-progress g',
      '24 dismissed h',
    ]);
    expect(note('---', 'x: |', '  - [?] no', '---', '- [?] a').tasks.map((task) => task.text)).toEqual(['a']);
  });

  it('know their heading', () => {
    expect(
      body('- [?] a', '## **Action** Items', '- [?] b', '# x', '- [?] c').tasks.map((task) => task.heading),
    ).toEqual([null, 'Action Items', 'x']);
  });

  it('are read with any line ends and a byte order mark', () => {
    const lines = [...MATTER, '- [?] a @Ana 📅 2026-03-06', '', '## Decisions', '- d'];
    for (const end of ['\n', '\r\n', '\r']) {
      const { kind, tasks, decisions } = readNote('a.md', `\ufeff${lines.join(end)}${end}`, RULES);
      expect({ kind, task: tasks[0], decisions }).toMatchObject({
        kind: 'meeting',
        task: { text: 'a', owners: ['Ana'], due: '2026-03-06', raw: lines[5] },
        decisions: [{ text: 'd' }],
      });
    }
  });
});

describe('decisions and facts', () => {
  const decisions = (...lines: readonly string[]): readonly string[] =>
    body('## Decisions', ...lines).decisions.map((decision) => decision.text);

  it.each([
    ['items', ['- a', '* b', '1. c', '', '+ d'], ['a', 'b', 'c', 'd']],
    ['lines that go on', ['- a', '  b', 'c', '- d'], ['a b c', 'd']],
    ['no more after a blank', ['- a', '', 'b'], ['a']],
    ['details are left out', ['- a', '  - b', '    c', '- d'], ['a', 'd']],
    ['through a rule', ['- a', '---', '- b', '', '---', '', '- c'], ['a', 'b', 'c']],
    ['not tasks', ['- [ ] a', '- b'], ['b']],
    ['not code or comments', ['```', '- a', '```', '%%', '- b', '%%', '- c'], ['c']],
    ['in a call-out', ['> - a', '> - b'], ['a', 'b']],
    [
      'nothing to say',
      [
        '- None',
        '- *None.*',
        '- N/A',
        '- No decisions were made.',
        '- No key decisions',
        '- (none)',
        '- None of the racks are kept',
      ],
      ['None of the racks are kept'],
    ],
    ['white space folded', ['-  a\u00a0 b\tc '], ['a b c']],
    ['empty items', ['-', '- ', '- a'], ['a']],
    ['deeper headings', ['### Money', '- a', '## Notes', '- b'], ['a']],
  ])('%s', (_what, lines, wanted) => {
    expect(decisions(...lines)).toEqual(wanted);
  });

  it('are found under their headings, at any level, hyphens and brackets folded', () => {
    const {
      decisions: found,
      facts,
      summary,
    } = body(
      '# Summary',
      'a',
      'b',
      '',
      'c',
      '#### (Key) Decisions',
      '- d',
      '###### Key\u2011facts',
      '- e',
      '# Key information',
      '',
      '- f',
      '',
      '---',
      '',
      '- g',
    );
    expect([found, facts].map((list) => list.map(({ text }) => text))).toEqual([['d'], ['e', 'f', 'g']]);
    expect(summary).toBe('a b c');
  });

  it('know their line', () => {
    expect(body('## Decisions', '', '- a').decisions).toEqual([
      { line: MATTER.length + 2, last: MATTER.length + 2, raw: '- a', text: 'a', confirmed: null, superseded: null },
    ]);
  });

  it('say what a person said of them at the end of any of their lines', () => {
    expect(
      body('## Decisions', '- Run the pilot [confirmed:: 2026-03-06] ^id', '  in aisle 4. [superseded:: [[B]]]')
        .decisions,
    ).toMatchObject([
      {
        line: MATTER.length + 1,
        last: MATTER.length + 2,
        text: 'Run the pilot in aisle 4.',
        confirmed: '2026-03-06',
        superseded: 'B',
      },
    ]);
  });
});

describe('comments within a line', () => {
  it.each([
    '- Rent the hall <!-- id: 7 -->',
    '- Rent the hall %%[todoist_id:: 9]%% ^b1',
    '- %%id%% Rent the hall %%a%% %%b%%',
    '- Rent %% they owe us 40k %% the hall',
  ])('are no words of a decision: %j', (line) => {
    expect(body('## Decisions %%log%%', line).decisions.map(({ text }) => text)).toEqual(['Rent the hall']);
  });

  it('hide no day that it was confirmed', () => {
    const [decision] = body('## Decisions', '- Rent the hall [confirmed:: 2026-03-06] %%id%% ^b1').decisions;
    expect(decision).toMatchObject({ text: 'Rent the hall', confirmed: '2026-03-06' });
  });

  it('stand in no summary and under no heading', () => {
    const read = body('## Summary', 'They pay %% late %% in March.', '# Racks <!-- r -->', '- [?] Go %% x %% there');
    expect(read.summary).toBe('They pay in March.');
    expect(read.tasks.map(({ heading, text }) => [heading, text])).toEqual([['Racks', 'Go there']]);
  });
});
