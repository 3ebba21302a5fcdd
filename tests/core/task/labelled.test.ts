import { expect, test } from '@jest/globals';
import { parseTaskLine } from '../../../src/core/task/task-line';

/** The pieces of a task line behind its words, as `kind: bytes`. */
function pieces(text: string): readonly string[] {
  return parseTaskLine(`- [?] Call${text}`)!
    .segments.slice(1)
    .map(({ kind, raw }) => `${kind}:${raw}`);
}

test.each([
  [' | Deadline: 06.03.2026 please call', ['date: | Deadline: 06.03.2026', 'text: please call']],
  [' | Deadline: 06.03.2026 \\#tag', ['date: | Deadline: 06.03.2026', 'text: \\#tag']],
  [' | Due: 6 March 2026 at the latest', ['date: | Due: 6 March 2026', 'text: at the latest']],
  [' · Frist: bis Fr 06.03.2026 nachmittags', ['date: · Frist: bis Fr 06.03.2026', 'text: nachmittags']],
  [' | Due: March 6, 2026 or so', ['date: | Due: March 6, 2026', 'text: or so']],
  [' | Due: Friday 6 March 2026 10:00', ['date: | Due: Friday 6 March 2026 10:00']],
  [' | Due: 2026-03-06T10:00:00Z', ['date: | Due: 2026-03-06T10:00:00Z']],
  [' | Due: 06.03.2026 "x"', ['date: | Due: 06.03.2026', 'text: "x"']],
])('of %j the day alone is the day, and what follows stays words', (text, wanted) => {
  expect(pieces(text)).toEqual(wanted);
});

test.each([
  ' | Due: moved to 06.03.2026',
  ' | Due: "06.03.2026"',
  ' | Due: 06.03.2026-07.03.2026',
  ' | Due: 06.03.2026please',
])('%j is words: a day is not all that its label says', (text) => {
  expect(pieces(text)).toEqual([]);
  expect(
    parseTaskLine(`- [?] Call${text}`)!
      .segments.map(({ raw }) => raw)
      .join(''),
  ).toContain('06.03.2026');
});
