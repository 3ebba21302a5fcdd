import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings';
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

describe('sections that no heading opens', () => {
  const decisions = (...lines: readonly string[]): readonly string[] =>
    body(...lines).decisions.map(({ text }) => text);

  it.each([
    ['an underlined heading', ['Decisions', '---------', '- A']],
    ['one with =', ['Decisions', '===', '', '- A']],
    ['a bold line', ['**Decisions:**', '- A']],
    ['a bold line with its colon outside', ['### Topic 1', '', '**Decisions**:', '- A', '', '**Topics**', '- b']],
    ['a label', ['Decisions:', '- A', '', 'Next topics:', '- b']],
    ['the title of a call-out', ['> [!success]+ ✅ Decisions', '> - A', '', '- b']],
    ['the type of a call-out', ['> [!decision]', '> - A']],
    ['a heading in a quote', ['> ## Decisions', '> - A', '> ## Notes', '> - b']],
    ['a list item', ['- **Decisions**', '  - A', '- b']],
    ['a heading in a list item', ['- ## Beschlüsse', '\t- A', '- ## Themen', '\t- b']],
    ['a field of an outliner', ['- Call #meeting', '  - Decisions::', '    - A', '  - Attendees::', '    - Ana']],
    ['a bold label with its words', ['- **Decision:** A', '- **Price:** b', '- Decision: c']],
  ])('are opened by %s', (_, lines) => expect(decisions(...lines)).toEqual(['A']));

  it.each([
    ['a rule below a list', ['## Decisions', '- A', '---', '## Notes', '- b']],
    ['a sentence above a rule', ['## Decisions', 'They were made in March.', '---', '- A']],
    ['a bold line that parts them', ['## Decisions', '**Pricing**', '- A']],
    ['properties of an outliner', ['## Decisions', '- A', '  id:: 65c0aa10-1111']],
    ['a task with their name', ['## Decisions', '- A', '', '## Other', '- [ ] Decisions:', '  - b']],
  ])('stay as they are at %s', (_, lines) => expect(decisions(...lines)).toEqual(['A']));

  it('end at parts that hold something else, even below them', () => {
    expect(decisions('# Decisions', '- A', '## Notes', '- b', '## Prices', '- c')).toEqual(['A', 'c']);
  });
});

describe('tables', () => {
  const ROW = { owners: ['Ana'], due: '2026-03-06', form: 'row' };

  it.each([
    ['| Action | Owner | Due |', '|---|---|---|', '| Send it | Ana | 2026-03-06 |'],
    [
      '| # | To do | Who? | Deadline | Status |',
      '|-|-|-|-|-|',
      '| 1 | Send it | [[People/Ana\\|Ana]] | 06.03.2026 | Open |',
    ],
    ['Aufgabe | Verantwortlich | Frist', ':-- | --- | --:', 'Send it | @Ana | 2026-03-06'],
    ['| 担当者 | アクション | 期限 |', '|---|---|---|', '| Ana | Send it | 2026年3月6日 |'],
  ])('of actions are read row by row: %j', (...lines) => {
    const [task, ...others] = body(...lines).tasks;
    expect(task).toMatchObject({ ...ROW, text: 'Send it', status: 'open', line: MATTER.length + 2, raw: lines[2] });
    expect(others).toEqual([]);
  });

  it('tell by their words how far an action is', () => {
    const rows = ['✅ Done', 'In progress', 'abgesagt', 'Open', ''].map((state, n) => `| Task ${n} | ${state} |`);
    expect(body('| Task | Status |', '|---|---|', ...rows).tasks.map(({ status }) => status)).toEqual([
      'done',
      'in-progress',
      'dismissed',
      'open',
      'open',
    ]);
  });

  it('hold boxes and several actions in a cell', () => {
    const { tasks, decisions } = body(
      '| Item | Content |',
      '|---|---|',
      '| **Decisions** | Start in aisle 3 |',
      '| **Action items** | - [x] Send it<br>- [?] Call them |',
    );
    expect(tasks.map(({ text, status }) => [text, status])).toEqual([
      ['Send it', 'done'],
      ['Call them', 'proposed'],
    ]);
    expect(decisions).toMatchObject([{ text: 'Start in aisle 3', isRow: true, line: MATTER.length + 2 }]);
  });

  it.each([
    ['of prices', ['| Item | Price |', '|---|---|', '| Rack | 4 |']],
    ['of what is done when, without people', ['| What | When |', '|---|---|', '| Coffee | 10:00 |']],
    [
      'of what was found elsewhere',
      ['## Decisions', '| Day | Text | Note |', '|---|---|---|', '| 6 Mar 2026 | Pay | [[a]] |'],
    ],
    ['that are none', ['| Action | Owner |', '| Send it | Ana |']],
  ])('%s say nothing', (_, lines) => {
    expect(body(...lines)).toMatchObject({ tasks: [], decisions: [] });
  });

  it('of ten thousand rows are read as far as a person would write them, and that is told', () => {
    const rows = Array.from({ length: 10_000 }, (_, n) => `| Task ${n} | Ana |`);
    const read = body('| Task | Owner |', '|---|---|', ...rows);
    expect(read.tasks).toHaveLength(1000);
    expect(read.problem).toBe("Its tables have more than 1,000 rows. The rest wasn't read.");
  });
});

describe('owners without a sign', () => {
  const owners = (words: string, people = '[Ana Lopez, Ben Fox]'): unknown => {
    const [task] = note(
      '---',
      'date: 2026-03-06',
      'tags: [type/customer]',
      `participants: ${people}`,
      '---',
      `- [ ] ${words}`,
    ).tasks;
    return [task!.text, task!.owners];
  };

  it.each([
    ['**Ana:** send it', 'send it', ['Ana']],
    ['**Ana Lopez**: send it', 'send it', ['Ana Lopez']],
    ['**Ana Lopez** Send it', 'Send it', ['Ana Lopez']],
    ['**Ana** – send it', 'send it', ['Ana']],
    ['Ana - send it', 'send it', ['Ana']],
    ['Ana L.: send it', 'send it', ['Ana L.']],
    ['Ana and Ben: send it', 'send it', ['Ana', 'Ben']],
    ['Ana to send it', 'to send it', ['Ana']],
    ['Send it (Ben Fox)', 'Send it', ['Ben Fox']],
    ['Send it. *(Ben Fox)* #task', 'Send it.', ['Ben Fox']],
    ['Send it — Ben', 'Send it', ['Ben']],
    ['Send it (Owner: Cy, Due: 2026-03-06)', 'Send it', ['Cy']],
    ['Send it - Verantwortlich: Cy Diaz - Frist: 06.03.2026', 'Send it', ['Cy Diaz']],
    ['Send it (担当：佐藤、期限：2026-03-06)', 'Send it', ['佐藤']],
    ['Reminder: send it', 'Reminder: send it', []],
    ['**Freight lift:** book it', '**Freight lift:** book it', []],
    ['Pricing - send it', 'Pricing - send it', []],
    ['Reminder: send it @Cy', 'Reminder: send it', ['Cy']],
    ['Find the owner: Ana knows', 'Find the owner: Ana knows', []],
    ['Send it (Owner: TBD)', 'Send it (Owner: TBD)', []],
    ['Read `(Owner: Ana)`', 'Read `(Owner: Ana)`', []],
  ])('%j', (words, text, names) => expect(owners(words)).toEqual([text, names]));

  it('are nobody where the note knows no such person', () => {
    expect(owners('Ana: send it', '[Cy]')).toEqual(['Ana: send it', []]);
  });
});

describe('what is proposed by a setting', () => {
  const read = (settings: Partial<Settings>, ...lines: readonly string[]): readonly string[] =>
    readNote('AI/a.md', [...MATTER, ...lines].join('\n'), readingRules({ ...DEFAULT_SETTINGS, ...settings })).tasks.map(
      ({ status, form, text }) => `${status} ${form} ${text}`,
    );
  const LINES = [
    '## Action items',
    '- [ ] Send it',
    '- [ ] Call them ➕ 2026-03-06',
    '- Ask Ana',
    '  - by mail',
    '- None',
    '## Notes',
    '- [ ] Look',
    '- Talk',
  ];

  it('is nothing until the user says so', () => {
    const marked = ['open box Send it', 'open box Call them', 'open box Look'];
    expect(read({}, ...LINES)).toEqual(marked);
    expect(read({ machineFolders: ['AI'] }, ...LINES)).toEqual(marked);
    expect(read({ proposeOpenBoxes: true, proposePlainItems: true }, ...LINES)).toEqual(marked);
  });

  it.each<Partial<Settings>>([
    { machineFolders: ['AI'] },
    { machineTags: ['type'] },
    { machineProperties: ['title: A call'] },
    { machineProperties: ['title'] },
  ])('are open boxes and plain items below action items, in notes of %j', (machine) => {
    expect(read({ ...machine, proposeOpenBoxes: true, proposePlainItems: true }, ...LINES)).toEqual([
      'proposed open-box Send it',
      'open box Call them',
      'proposed plain Ask Ana',
      'open box Look',
    ]);
    expect(read({ ...machine, proposeOpenBoxes: true }, ...LINES)).not.toContain('proposed plain Ask Ana');
  });

  it('stands below the own words of the user, too', () => {
    const settings = { machineFolders: ['AI'], proposePlainItems: true };
    expect(
      read(
        { ...settings, sectionWords: { ...DEFAULT_SETTINGS.sectionWords, actions: ['Our moves'] } },
        '## Our Moves',
        '- Go',
      ),
    ).toEqual(['proposed plain Go']);
    expect(read(settings, '## Our Moves', '- Go')).toEqual([]);
  });
});
