import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readVaultFolder } from '../../../scripts/workbench/vault-folder';
import { SIGNS } from '../../../src/core/copies/signs';
import { selectGroups } from '../../../src/core/graph/groups';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { SIGN_WORDS } from '../../evaluation/copies/sign-words';
import { judgeReruns } from '../../evaluation/reruns/judge-reruns';
import { noteText, vaultOf } from '../graph/vault';
import { allGroups, eachGroup } from '../../../src/core/copies/group';

describe('the table of signs', () => {
  test('has a name and a sentence of each, and weights in halves', () => {
    expect(new Set(SIGNS.map(({ name }) => name)).size).toBe(SIGNS.length);
    for (const { name, weight } of SIGNS) {
      expect(SIGN_WORDS[name]).toMatch(/^[A-Z].*\.$/);
      expect(Number.isInteger(weight * 2) && weight !== 0).toBe(true);
    }
  });
});

/** A note of one account that a pipeline made of a source. */
const run = (tasks: readonly string[], { date = '2026-11-03', source = 'call' } = {}): string =>
  noteText({
    title: 'Call',
    date,
    account: 'Northwind',
    more: [`source_ref: "Sources/${source}.md"`],
    body: ['## Action Items', '', ...tasks.map((task) => `- [?] ${task} #proposed`)],
  });

function groupsOf(notes: Readonly<Record<string, string>>): readonly (readonly string[])[] {
  return allGroups(selectGroups(vaultOf(notes), DEFAULT_SETTINGS)).map(({ lines }) => lines.map(({ text }) => text));
}

const VERBOSE = [
  'Set the listener on the test gate back to the earlier waiting time of 2,500 ms. @Dario Penhall 📅 2026-11-10',
  'Check in the manual whether the indicator of the north gate transmits one telegram or two. @Ilan Greff 📅 2026-11-12',
  'Sign the release form so that the raw weighbridge readings may be passed on. @Lorna Bisk',
  'Generate the list of all trucks without a weight since the update. @Yusra Lindqvist 📅 2026-11-12',
];

describe('two runs of one meeting', () => {
  test('are one list, however terse the second writer is', () => {
    const terse = [
      'Look up how many telegrams the north indicator sends. @Ilan 📅 2026-11-12',
      'Sign the release for the readings. @Lorna',
      'Restore the 2,500 ms wait on the test gate. @Dario 📅 2026-11-10',
      'Produce a truck list. @Yusra 📅 2026-11-12',
    ];
    expect(groupsOf({ 'a.md': run(VERBOSE), 'b.md': run(terse) })).toHaveLength(4);
  });

  test('have each line in one pair at most: what is said once is not twice the same', () => {
    const groups = groupsOf({
      'a.md': run(['Send the rack layout to Ilse. @Ana', 'Send the rack layout to Priya. @Ana']),
      'b.md': run(['Forward Ilse the layout of the racks. @Ana', 'Book the freight lift. @Mei']),
    });
    expect(groups).toEqual([['Send the rack layout to Ilse.', 'Forward Ilse the layout of the racks.']]);
  });

  test('are told apart by what one line says and no other', () => {
    const groups = groupsOf({
      'a.md': run(['Draft the migration plan. @Ana', 'Present the migration plan to the steering board. @Ana']),
      'b.md': run(['Present the migration plan to the board. @Ana', 'Write the draft of the migration plan. @Ana']),
    });
    expect(groups.map((texts) => texts.map((text) => /present/i.test(text)))).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  test('whoever has no rivals needs words in common', () => {
    expect(
      groupsOf({
        'a.md': run(['Look up the telegrams. @Ilan 📅 2026-11-12']),
        'b.md': run(['Check in the manual whether the indicator transmits one telegram or two. @Ilan 📅 2026-11-12']),
      }),
    ).toEqual([]);
  });

  test('in one inbox list are found by their order', () => {
    const again = [
      'Set the listener of the test gate back to the earlier 2,500 ms. @Dario Penhall',
      'Look in the manual whether the north gate indicator transmits one telegram or two. @Ilan Greff',
      'Sign the release form for the raw weighbridge readings. @Lorna Bisk',
      'Make the list of all trucks without weight since the update. @Yusra Lindqvist',
    ];
    const list = [...VERBOSE, ...again].map((task) => `- [?] ${task} #proposed`).join('\n');
    expect(groupsOf({ 'Inbox.md': list }).map((texts) => texts.length)).toEqual([2, 2, 2, 2]);
  });
});

test('what is likely the same is in two groups that share an id', () => {
  const notes = {
    'a.md': run(['Finish the letter to leavers, of which half is written. @Ana', 'Book the freight lift. @Mei']),
    'b.md': run(['Complete the letter and give it to Bronagh. @TBD', 'Order badge readers. @Mei']),
  };
  const likely = eachGroup(selectGroups(vaultOf(notes), DEFAULT_SETTINGS)).filter((group) => group.likely !== null);
  expect(likely.map(({ lines }) => lines.map(({ text }) => text))).toEqual([
    ['Finish the letter to leavers, of which half is written.'],
    ['Complete the letter and give it to Bronagh.'],
  ]);
  expect(new Set(likely.map((group) => group.likely)).size).toBe(1);
});

test('on labelled notes of two writers, the groups are as good as they were', async () => {
  const folder = join(__dirname, '../../evaluation/reruns/dev');
  const vault = await readVaultFolder(join(folder, 'vault'));
  if (!vault.ok) throw new Error(vault.error);
  const gold = readFileSync(join(folder, 'gold.tsv'), 'utf8');
  const { task, decision, fact } = judgeReruns({ files: vault.value.files, gold });
  expect(task.precision).toBeGreaterThanOrEqual(0.96);
  expect(task.recall).toBeGreaterThanOrEqual(0.78);
  expect(task.groups).toBeLessThanOrEqual(150);
  for (const statement of [decision, fact]) expect(statement.precision).toBe(1);
  expect(decision.recall).toBeGreaterThanOrEqual(0.55);
  expect(fact.recall).toBeGreaterThanOrEqual(0.85);
});
