import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readingRules, readNote } from '../../../src/core/note/read-note';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { DEFAULT_STATUS_SYMBOLS } from '../../../src/core/task/status';
import { scanLines } from '../../../src/core/text/lines';
import { tasksByKey } from '../../../src/core/triage/proposals';
import { renderedTasks, taskKeys, waitingTask } from '../../../src/core/triage/waiting-lines';

const RULES = { symbols: DEFAULT_STATUS_SYMBOLS, damage: null, today: '2026-11-22' } as const;
const POOL = [
  '- [?] Send it. #proposed',
  '- [?] Send it. #proposed',
  '  - [?] Send it. #proposed',
  '- [ ] Open #proposed',
  '- [x] Done',
  '* [?] Later 🛫 2026-12-24',
  '> - [?] Quoted',
  '1. [?] Numbered',
  '```',
  '~~~',
  '%%',
  '<!--',
  '-->',
  '---',
  '',
  'Words.',
  '    - [?] Code, or nested',
  '## Heading',
  '- [?]',
  '- no task',
];
const texts = fc.array(fc.constantFrom(...POOL), { maxLength: 25 });

describe('a line that waits', () => {
  test.each([
    ['- [?] Send it.', true],
    ['  1) [?] Send it.', true],
    ['> - [?] Send it.', true],
    ['- [ ] Send it. #Proposed', true],
    ['- [?] Send it. 🛫 2026-11-22', true],
    ['- [?] Send it. 🛫 2026-11-23', false],
    ['- [ ] Send it.', false],
    ['- [x] Send it. #proposed', false],
    ['- Send it. #proposed', false],
    ['[?] Send it.', false],
    ['', false],
    [`- [?] ${'x'.repeat(100_000)}`, false],
  ])('%#: %.40s', (raw, waits) => {
    expect(waitingTask(raw, 0, RULES) !== null).toBe(waits);
  });

  test('waits by a symbol of the settings, too', () => {
    expect(
      waitingTask('- [!] Send it.', 3, { ...RULES, symbols: new Map([...DEFAULT_STATUS_SYMBOLS, ['!', 'proposed']]) }),
    ).toMatchObject({ line: 3, text: 'Send it.' });
  });
});

describe('the keys of lines', () => {
  test('are those that the graph has for them, whichever lines are asked for; no line in code or a comment has one', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(24)), (lines, asked) => {
        const text = lines.join('\n');
        const wanted = new Set(asked);
        const known = new Map(
          [...tasksByKey(readNote('A.md', text, readingRules(DEFAULT_SETTINGS)))].flatMap(([key, { line }]) =>
            wanted.has(line) ? [[line, key]] : [],
          ),
        );
        const keys = taskKeys('A.md', scanLines(text), wanted);
        expect(
          new Map([...keys].filter(([line]) => waitingTask(lines[line]!, line, RULES) !== null || known.has(line))),
        ).toEqual(known);
      }),
    );
  });
});

describe('what was rendered', () => {
  const lines = scanLines('# A\n- [?] one\n- [ ] two\n  - [x] three\n```\n- [?] code\n```\n- [?] four');

  test.each<[string, number, number, readonly string[], readonly number[] | null]>([
    ['all', 0, 7, ['?', ' ', 'x', '?'], [1, 2, 3, 7]],
    ['a section', 1, 3, ['?', ' ', 'x'], [1, 2, 3]],
    ['nothing', 4, 6, [], []],
    ['more than there is', 1, 3, ['?', ' ', 'x', '?'], null],
    ['less', 1, 3, ['?', ' '], null],
    ['another order', 1, 3, [' ', '?', 'x'], null],
    ['code as tasks', 4, 6, ['?'], null],
  ])('is told line by line, or not at all: %s', (_name, first, last, symbols, found) => {
    expect(renderedTasks(lines, { first, last }, symbols, RULES)?.map(({ line }) => line) ?? null).toEqual(found);
  });
});
