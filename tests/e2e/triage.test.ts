import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import { accepted, dismissed, markedCopy, markedDone, meetingNote, proposed, SAID_TWICE } from '../fixtures/said-twice';
import { openTriage } from './triage-page';
import { diffOf, snapshot, type LineDiff, type Snapshot } from './vault-diff';
import { closeStage, openWorkbench, until, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

const TODAY = '2026-11-22';
const OTHERS = ['Weld the gate of the tank farm.', 'Paint the lines of the loading bay.', 'Rent a scissor lift.'];
const ACCOUNTS = ['Northwind', 'Blue Heron', 'Juniper'];

let workbench: OpenWorkbench;

afterAll(closeStage);

afterEach(async () => {
  const { errors } = workbench;
  await workbench.close();
  expect(errors).toEqual([]);
});

/** What a diff did, line by line, in the order of their words. */
function changesOf(diff: readonly LineDiff[]): readonly string[] {
  return diff.map(({ path, before, after }) => `${path}: ${before?.trimEnd()} → ${after?.trimEnd()}`).sort();
}

function change(path: string, before: string, after: string): string {
  return `${path}: ${before} → ${after}`;
}

/** Waits until the vault is what it was. */
async function untilIs(before: Snapshot): Promise<void> {
  const differs = async (): Promise<readonly LineDiff[]> => diffOf(before, await snapshot(workbench));
  expect(await until(differs, (diff) => diff.length === 0)).toEqual([]);
}

test('a split of 30 groups is emptied by keys alone, writes exactly the lines that were decided, and each undo brings every byte back', async () => {
  const [first, again] = [0, 1].map((run) =>
    SAID_TWICE.map((said, index) => ({
      path: `${ACCOUNTS[index % 3]!} ${['call', 'mail'][run]!}.md`,
      line: proposed(said[run]!, 'Myself', index % 2 === 0 ? '📅 2026-12-01' : ''),
      words: said[run]!,
    })),
  );
  const notes = [...first!, ...again!];
  const text = (path: string, day: string): string =>
    meetingNote({
      title: path.replace('.md', ''),
      day,
      account: path.replace(/ \w+\.md/, ''),
      lines: notes.filter((note) => note.path === path).map(({ line }) => line),
    });
  workbench = await openWorkbench({
    files: {
      ...Object.fromEntries(first!.map(({ path }) => [path, text(path, '2026-11-10')])),
      ...Object.fromEntries(again!.map(({ path }) => [path, text(path, '2026-11-12')])),
      'Others.md': meetingNote({
        title: 'Others',
        day: '2026-11-20',
        account: 'Saltmarsh',
        lines: OTHERS.map((words) => proposed(words, 'Mei Tanaka')),
      }),
    },
  });
  const triage = await openTriage(workbench, 33);
  const { page } = workbench;
  await triage.press('ArrowLeft');
  await page.getByText('Nothing is snoozed.').waitFor();
  await triage.press('ArrowRight', 'ArrowRight');
  expect(await triage.tab('Mine').innerText()).toMatch(/Mine\s*30/);
  expect(await triage.tab('Mine').getAttribute('aria-selected')).toBe('true');

  const verbs: readonly {
    readonly keys: readonly string[];
    readonly typed?: string;
    readonly best: (line: string) => string;
    readonly copy?: (line: string) => string;
  }[] = [
    { keys: ['a'], best: accepted },
    { keys: ['d'], best: (line) => dismissed(line, TODAY) },
    { keys: ['3'], best: (line) => markedDone(line, TODAY) },
    {
      keys: ['h'],
      typed: 'tomorrow',
      best: (line) => `${line} 🛫 2026-11-23`,
      copy: (line) => `${line} 🛫 2026-11-23`,
    },
    { keys: ['1'], best: accepted },
    { keys: ['2'], best: (line) => dismissed(line, TODAY) },
    { keys: ['e', 'End'], typed: ' Twice', best: (line) => accepted(line).replace('. @', '. Twice @') },
  ];
  const states: Snapshot[] = [await snapshot(workbench)];
  const expected: string[] = [];
  for (let left = 29; left >= 0; left--) {
    const current = await triage.current();
    const best = again!.find(({ words }) => words === current)!;
    const copy = first![again!.indexOf(best)]!;
    const { keys, typed, ...verb } = verbs[left % verbs.length]!;
    await triage.press(...keys);
    if (typed !== undefined) {
      await page.keyboard.type(typed);
      await triage.press('Enter');
    }
    await triage.said(new RegExp(` ${left} left\\.$`));
    expected.push(
      change(best.path, best.line, verb.best(best.line)),
      change(copy.path, copy.line, (verb.copy ?? ((line) => markedCopy(line, TODAY)))(copy.line)),
    );
    states.push(await snapshot(workbench));
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  }
  await page.getByText(/^Nothing is waiting for you\. \d+ decided today.$/).waitFor();
  expect(changesOf(diffOf(states[0]!, states.at(-1)!))).toEqual([...expected].sort());
  for (let action = 29; action >= 0; action--) {
    await triage.press('z');
    await untilIs(states[action]!);
    await triage.holds(30 - action);
  }
});

test('two lines of one note that ask two people the same thing are two rows, and one is decided without the other', async () => {
  const [brook, paz] = ['Brook Ansel', 'Paz Oduya'].map((owner) =>
    proposed('Attend the site walk at the creamery.', owner, '📅 2026-11-27 🔼'),
  );
  workbench = await openWorkbench({
    files: {
      'Walk.md': meetingNote({ title: 'Walk', day: '2026-11-19', account: 'Northwind', lines: [brook!, paz!] }),
    },
  });
  const triage = await openTriage(workbench, 2);
  const before = await snapshot(workbench);
  expect(await triage.row('Attend the site walk').allInnerTexts()).toEqual([
    expect.stringContaining('Brook Ansel'),
    expect.stringContaining('Paz Oduya'),
  ]);
  expect(await triage.countOf('Copies')).toBe(0);
  await triage.press('ArrowDown', 'a');
  await triage.said('Accepted 1 task. 1 left.');
  expect(changesOf(diffOf(before, await snapshot(workbench)))).toEqual([change('Walk.md', paz!, accepted(paz!))]);
});

test('a copy in an inbox list is named in its row and written with it; the other lines of the list and the source are not', async () => {
  const [first, again] = SAID_TWICE[0]!;
  const inSource = `- [?] ${first} @Myself #task #proposed`;
  const inList = proposed(first, 'Myself', '⏫');
  const inNote = proposed(again, 'Myself', '📅 2026-11-27');
  const source = '2026-11-19 - Mail about racks';
  workbench = await openWorkbench({
    files: {
      'Tasks inbox.md': `# Tasks inbox\n\n- [?] Water the plants. #task #proposed\n${inList}\n- [ ] Renew the parking card\n\t- ${first}\n`,
      'Racks.md': meetingNote({ title: 'Racks', day: '2026-11-19', account: 'Northwind', lines: [inNote], source }),
      [`Sources/${source}.md`]: `# Mail about racks\n\nHello Robin,\n\n${inSource}\n`,
    },
  });
  const triage = await openTriage(workbench, 2);
  const before = await snapshot(workbench);
  const row = triage.row(again);
  expect(await row.innerText()).toContain('1 copy in Tasks inbox');
  await row.getByRole('button', { name: `Accept: ${again}` }).click();
  await triage.said('Accepted 1 task with 1 copy. 1 left.');
  expect(changesOf(diffOf(before, await snapshot(workbench)))).toEqual([
    change('Racks.md', inNote, accepted(inNote)),
    change('Tasks inbox.md', inList, markedCopy(inList, TODAY)),
  ]);
  await triage.grid.focus();
  await triage.press('z');
  await triage.said(/^Undid: /);
  expect(diffOf(before, await snapshot(workbench))).toEqual([]);
});

test('what the pipeline brings a second time, in other words, says how it was decided, and is settled by one action', async () => {
  const [call, mail] = [0, 1].map((run) => SAID_TWICE.slice(0, 7).map((said) => proposed(said[run]!, 'Myself')));
  const source = '2026-11-03 - Transcript of the first call';
  workbench = await openWorkbench({
    files: {
      'First call.md': meetingNote({
        title: 'First call',
        day: '2026-11-03',
        account: 'Northwind',
        source,
        lines: [
          accepted(call![0]!),
          accepted(call![1]!),
          dismissed(call![2]!, '2026-11-05'),
          dismissed(call![3]!, '2026-11-06'),
          markedDone(call![4]!, '2026-11-07').replace(' #proposed', ''),
        ],
      }),
      [`Sources/${source}.md`]: `# ${source}\n\n- [x] ${SAID_TWICE[5]![0]} @Myself ✅ 2026-11-04\n`,
      'The same call, read again.md': meetingNote({
        title: 'The same call, read again',
        day: '2026-11-03',
        account: 'Northwind',
        source,
        lines: mail!,
      }),
    },
  });
  const triage = await openTriage(workbench, 2);
  const { page } = workbench;
  const before = await snapshot(workbench);
  for (let split = 0; split < 5; split++) await triage.press('ArrowRight');
  await triage.holds(6);
  expect(await triage.countOf('Decided before')).toBe(6);
  const evidence = [
    'accepted 3 Nov in First call',
    'accepted 3 Nov in First call',
    'dismissed 5 Nov in First call',
    'dismissed 6 Nov in First call',
    'done 7 Nov in First call',
    `done 4 Nov in ${source}`,
  ];
  for (const [index, words] of evidence.entries())
    expect(await triage.row(SAID_TWICE[index]![1]).innerText()).toContain(words);

  await triage.press('End', 'b');
  await triage.said('Applied earlier decision to 1 task. 5 left.');
  expect(changesOf(diffOf(before, await snapshot(workbench)))).toEqual([
    change('The same call, read again.md', mail![5]!, markedDone(mail![5]!, '2026-11-04')),
  ]);
  await triage.press('z');
  await untilIs(before);
  await triage.holds(6);

  await triage.decideAll('Apply 6 earlier decisions');
  await page.getByText('2 accepted, 2 done, 2 dismissed, 2 marked as copies. Changes 6 lines in 1 note.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Apply 6 earlier decisions' }).click();
  await triage.said('Applied earlier decision to 6 tasks. The 2 tasks accepted earlier stay. 0 left.');
  const settled = [
    markedCopy(mail![0]!, TODAY),
    markedCopy(mail![1]!, TODAY),
    dismissed(mail![2]!, TODAY),
    dismissed(mail![3]!, TODAY),
    markedDone(mail![4]!, '2026-11-07'),
    markedDone(mail![5]!, '2026-11-04'),
  ];
  expect(changesOf(diffOf(before, await snapshot(workbench)))).toEqual(
    settled.map((line, index) => change('The same call, read again.md', mail![index]!, line)).sort(),
  );
  await triage.grid.focus();
  await triage.press('z');
  await triage.said(/^Undid: /);
  expect(diffOf(before, await snapshot(workbench))).toEqual([]);
});
