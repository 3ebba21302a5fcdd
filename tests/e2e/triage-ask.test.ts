import { afterAll, afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { accepted, markedCopy, meetingNote, proposed, SAID_TWICE } from '../fixtures/said-twice';
import { seriousFaults, wear } from './axe';
import { openTriage, type TriagePage } from './triage-page';
import { diffOf, snapshot, type Snapshot } from './vault-diff';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

const [RACKS, LIFT] = SAID_TWICE;
const COPY = proposed(RACKS![0], 'Myself', '📅 2026-11-20 ⏫');
const BEST = proposed(RACKS![1], 'Myself');
const FILES = {
  'Call.md': meetingNote({
    title: 'Call',
    day: '2026-11-10',
    account: 'Northwind',
    lines: [COPY, proposed(LIFT![0], 'Ana de la Cruz')],
  }),
  'Mail.md': meetingNote({ title: 'Mail', day: '2026-11-12', account: 'Northwind', lines: [BEST] }),
};

let workbench: OpenWorkbench;
let triage: TriagePage;
let before: Snapshot;

afterAll(closeStage);

beforeEach(async () => {
  workbench = await openWorkbench({ files: FILES });
  triage = await openTriage(workbench, 2);
  before = await snapshot(workbench);
});

afterEach(async () => {
  const { errors } = workbench;
  await workbench.close();
  expect(errors).toEqual([]);
});

const alert = () => workbench.page.getByRole('alert');

/** The lines that differ from what they were, as they are now: of the copy, then of the best line. */
async function changed(): Promise<readonly (string | undefined)[]> {
  return diffOf(before, await snapshot(workbench)).map(({ after }) => after?.trimEnd());
}

test('snooze, owner, due day and priority write all lines of a group, other words the best one; each is taken back by one undo', async () => {
  const { page } = workbench;
  const asked: readonly (readonly [key: string, typed: string, copy: string, best: string, said: string])[] = [
    [
      'o',
      'ana',
      COPY.replace('@Myself', '@Ana de la Cruz'),
      BEST.replace('@Myself', '@Ana de la Cruz'),
      'Changed owner of 1 task.',
    ],
    [
      'o',
      'Mei Tanaka, Robin',
      COPY.replace('@Myself', '@Mei Tanaka @Robin'),
      BEST.replace('@Myself', '@Mei Tanaka @Robin'),
      'Changed owner of 1 task.',
    ],
    ['u', 'friday', COPY.replace('2026-11-20', '2026-11-27'), `${BEST} 📅 2026-11-27`, 'Changed due date of 1 task.'],
    ['p', 'low', COPY.replace('⏫', '🔽'), `${BEST} 🔽`, 'Changed priority of 1 task.'],
    ['h', '2026-12-24', `${COPY} 🛫 2026-12-24`, `${BEST} 🛫 2026-12-24`, 'Snoozed 1 task.'],
    ['h', 'in 3 days', `${COPY} 🛫 2026-11-25`, `${BEST} 🛫 2026-11-25`, 'Snoozed 1 task.'],
    [
      'e',
      'Send Ilse the plan of the racks.',
      markedCopy(COPY, '2026-11-22'),
      accepted(BEST).replace(RACKS![1], 'Send Ilse the plan of the racks.'),
      'Edited and accepted 1 task with 1 copy.',
    ],
  ];
  for (const [key, typed, copy, best, said] of asked) {
    await triage.press('Home', key);
    await page.keyboard.insertText(typed);
    await triage.press('Enter');
    await triage.said(new RegExp(`^${said}`));
    expect(await changed()).toEqual([copy, best]);
    await triage.press('z');
    await triage.said(/^Undid: /);
    await triage.holds(2);
    expect(await changed()).toEqual([]);
  }
  await triage.press('Home', 'h');
  await page.keyboard.insertText('tomorrow');
  await triage.press('Enter');
  await triage.said('Snoozed 1 task. 1 left.');
  await triage.press('ArrowLeft');
  await triage.holds(1);
  expect(await triage.countOf('Snoozed')).toBe(1);
  expect(await triage.row(RACKS![1]).innerText()).toMatch(/snoozed until (tomorrow|23 Nov)/);
  expect(await changed()).toEqual([`${COPY} 🛫 2026-11-23`, `${BEST} 🛫 2026-11-23`]);
});

test('what cannot be written is told in place, and nothing is', async () => {
  const { page } = workbench;
  const faults: readonly (readonly [key: string, typed: string, told: string | RegExp])[] = [
    ['h', '30 february', "“30 february” isn't a date. Try “tomorrow”, “Friday” or “2026-03-06”."],
    ['h', '2026-02-30', "“2026-02-30” isn't a date. Try “tomorrow”, “Friday” or “2026-03-06”."],
    ['h', 'yesterday', 'Choose a day after today.'],
    ['h', 'today', 'Choose a day after today.'],
    ['u', 'some day', "“some day” isn't a date. Try “tomorrow”, “Friday” or “2026-03-06”."],
    ['o', 'Ana 📅 2026-12-01', /^Leave out “📅”/],
    ['o', 'Ana #urgent', /^Leave out “#”/],
    ['o', 'Mei Tanaka, Ana ✅', /^Leave out “✅”/],
    ['p', 'quite', "“quite” isn't a priority."],
    ['e', '', 'Enter what to do.'],
    ['e', '   ', 'Enter what to do.'],
    ['e', 'Send it. 📅 2026-12-01', /^Leave out “📅”/],
    ['e', 'Send it\u2028at once.', 'Put it on one line.'],
  ];
  for (const [key, typed, told] of faults) {
    await triage.press('Home', key);
    await page.keyboard.press('Control+a');
    if (typed === '') await page.keyboard.press('Delete');
    else await page.keyboard.insertText(typed);
    await triage.press('Enter');
    await alert().waitFor();
    expect(await alert().innerText()).toEqual(typeof told === 'string' ? told : expect.stringMatching(told));
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    await triage.press('Escape');
    await alert().waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('grid');
  }
  expect(await changed()).toEqual([]);
  expect(await page.evaluate(() => document.querySelector('.account-actions-said')!.textContent)).toBe('');
});

test('a line break that is pasted becomes no line of the note', async () => {
  const { page } = workbench;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await triage.press('e');
  await page.evaluate(() => navigator.clipboard.writeText('Send the plan.\n- [x] Pay the bill.'));
  await triage.press('Control+a', 'Control+v', 'Enter');
  await triage.said('Edited and accepted 1 task with 1 copy. 1 left.');
  const [copy, best, ...others] = await changed();
  expect([copy, ...others]).toEqual([markedCopy(COPY, '2026-11-22')]);
  expect(best).toMatch(/^- \[ \] Send the plan\. ?- \[x\] Pay the bill\. @Myself #task #auto$/);
});

test('nothing is written of a group whose every line was changed meanwhile, and the reason is said', async () => {
  const texts = {
    'Call.md': FILES['Call.md'].replace('layout', 'plan'),
    'Mail.md': FILES['Mail.md'].replace('layout', 'plan'),
  };
  await workbench.page.evaluate(async (notes) => {
    const writing = Object.entries(notes).map(([path, text]) => window.workbench.write(path, text));
    document
      .querySelector('[role=grid]')!
      .dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, cancelable: true }));
    await Promise.all(writing);
  }, texts);
  await triage.said(
    /^Couldn't update “Send Ilse the layout of the racks in the cold store\..*”: the note changed\. Decide it in the note\./,
  );
  expect(diffOf({ ...before, ...texts }, await snapshot(workbench))).toEqual([]);
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing serious in a question and what is told of its answer, in the %s theme',
  async (theme) => {
    const { page } = workbench;
    await wear(page, theme);
    if (theme === 'light') {
      await triage.press('x', ' ');
      await page.locator('.account-actions-copies').waitFor();
    }
    await triage.press('h');
    await page.keyboard.type('30 february');
    await alert().waitFor();
    expect(await seriousFaults(page, '.account-actions-view')).toEqual([]);
  },
);
