import { expect, test } from '@jest/globals';
import { groupsSelection } from '../../../src/core/graph/groups';
import { whyInWords } from '../../../src/core/copies/why';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { NOTHING_SAID, type Said } from '../../../src/core/copies/pair';
import { noteText, vaultOf } from '../graph/vault';
import { allGroups } from '../../../src/core/copies/group';

const run = (task: string): string =>
  noteText({ date: '2026-11-03', account: 'Northwind', body: [`- [?] ${task} #proposed`] });

function whyOf(first: string, second: string, said: Said = NOTHING_SAID): string {
  const selection = groupsSelection();
  selection.setSaid(said);
  selection.follow(vaultOf({ 'a.md': run(first), 'b.md': run(second) }), DEFAULT_SETTINGS);
  selection.work(() => false);
  const [a, b] = allGroups(selection.groups())[0]!.lines;
  return whyInWords(selection.why(a!, b!)!);
}

test('a pair says why it is one', () => {
  expect(
    whyOf(
      'Send the pilot report of door 7 to Ilse. @Ana 📅 2026-11-10',
      'Forward Ilse the pilot report of door 7. @Ana 📅 2026-11-10',
    ),
  ).toBe('same owner and day, 6 words in common');
  expect(whyOf('Send the pilot report to Ilse.', 'Send the pilot report to Ilse!')).toBe('same words');
  expect(whyOf('Send the pilot report to Ilse. @Ana', 'Forward the pilot report to Ilse. @Ana')).toBe(
    'same owner, 4 words in common',
  );
  const [a, b] = ['Call Ilse.', 'Order the probes.'];
  expect(
    whyOf(a, b, {
      ...NOTHING_SAID,
      same: [
        [
          { path: 'a.md', text: a },
          { path: 'b.md', text: b },
        ],
      ],
    }),
  ).toBe('you said so');
});
