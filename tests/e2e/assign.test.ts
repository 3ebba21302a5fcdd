import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import { seriousFaults, wear } from './axe';
import { diffOf, snapshot } from './vault-diff';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterAll(closeStage);
afterEach(async () => {
  const { errors } = workbench;
  await workbench.close();
  expect(errors).toEqual([]);
});

const meeting = (title: string, account: string | null, body: string): string =>
  `---\n# kept by the pipeline\ntitle: ${title}\ndate: 2026-11-10${account === null ? '' : `\naccount: ${account}`}\ntags: [type/customer, account/]\nattendees: ['Ilse Brandt']  # one\n---\n\n**Account**: [[]]\n\n## Summary\n\n${body}\n`;

const FILES = {
  'Customers/Northwind Traders/README.md': '---\ntags: [type/customer]\naliases: [Northwind]\n---\n\n# Northwind Traders\n',
  'One.md': meeting('Northwind kick-off', '""', 'Northwind Traders wants racks.'),
  'Two.md': meeting('Northwind review', null, 'Northwind Traders looked at it again.').replaceAll('\n', '\r\n'),
  'Three.md': meeting('A call', '', 'Somebody called.'),
  'Four.md': '---\ntitle: Northwind offer\ndate: 2026-11-10\ntags: [type/customer]\ntags: [type/customer]\n---\n\nNorthwind Traders asked.\n',
};

const region = () => workbench.page.getByRole('region', { name: 'No account' });
const dialog = () => workbench.page.locator('.modal-container');
const notice = (words: string | RegExp) => workbench.page.locator('.notice').getByText(words).first().waitFor();

async function openUnassigned(): Promise<void> {
  workbench = await openWorkbench({ files: FILES });
  await workbench.run('open-accounts');
  await workbench.page.getByRole('treeitem', { name: 'No account' }).click();
  await region().getByRole('link', { name: 'Northwind kick-off' }).waitFor();
}

test('all notes with a suggestion get their account after a look at the lines, and one undo brings every byte back', async () => {
  await openUnassigned();
  const before = await snapshot(workbench);
  await region().getByLabel('Why').selectOption({ label: 'Named in the title (3)' });
  await region().getByRole('button', { name: 'Assign 3 notes …' }).click();
  await dialog().getByText('account: ""').waitFor();
  await dialog().getByText('“Northwind offer”: “Northwind Traders” was not written as the account: the front matter of the note is not valid YAML').waitFor();
  expect(await seriousFaults(workbench.page, '.account-actions-preview-lines')).toEqual([]);
  await dialog().getByRole('button', { name: 'Assign 2 notes' }).click();
  await notice(/^Assigned “Northwind Traders” to 2 notes\. “Northwind offer”: .* is not valid YAML/);
  const after = await snapshot(workbench);
  expect(after).toEqual({
    ...before,
    'One.md': FILES['One.md'].replace('account: ""', 'account: "Northwind Traders"').replace('account/]', 'account/northwind-traders]').replace('[[]]', '[[Northwind Traders]]'),
    // A line that comes has the end of its neighbours.
    'Two.md': FILES['Two.md'].replace('tags:', 'account: Northwind Traders\r\ntags:').replace('account/]', 'account/northwind-traders]').replace('[[]]', '[[Northwind Traders]]'),
  });
  await region().getByRole('link', { name: 'Northwind kick-off' }).waitFor({ state: 'detached' });
  await workbench.run('undo-triage');
  await notice('Took back 6 changes: Assign “Northwind Traders” to 2 notes.');
  expect(await snapshot(workbench)).toEqual(before);
});

test('one suggestion is taken with one press; the command offers suggestions first, and a new account with its page', async () => {
  await openUnassigned();
  const before = await snapshot(workbench);
  await region().getByRole('listitem').filter({ hasText: 'Northwind kick-off' }).getByRole('button', { name: 'Assign: Northwind Traders' }).click();
  await notice('Assigned “Northwind Traders” to “Northwind kick-off”.');
  expect(diffOf(before, await snapshot(workbench))).toHaveLength(3);

  await workbench.open('Three.md');
  await workbench.run('assign-account');
  await workbench.page.keyboard.type('Blue Heron: Inc.');
  await workbench.page.getByText('Create account “Blue Heron: Inc.”').waitFor();
  await workbench.page.keyboard.press('Enter');
  await notice('Created account “Blue Heron: Inc.” and assigned it to 1 note.');
  const after = await snapshot(workbench);
  const page = Object.keys(after).find((path) => !(path in before))!;
  expect(page).toBe('Customers/Blue Heron Inc/README.md');
  expect(after[page]).toContain('# Blue Heron: Inc.');
  expect(after['Three.md']).toContain('account: "Blue Heron: Inc."');
  await workbench.run('undo-triage');
  await notice('Took back');
  const undone = await snapshot(workbench);
  expect(Object.keys(undone)).toEqual(Object.keys(before));
  expect(undone['Three.md']).toBe(before['Three.md']);
});

test('a note whose front matter is broken is refused with a sentence, and two spellings become one', async () => {
  workbench = await openWorkbench({ files: { ...FILES, 'Five.md': meeting('By ear', 'Northwynd', 'x'), 'Six.md': meeting('By ear again', 'Northwynd', 'y') } });
  const before = await snapshot(workbench);
  await workbench.run('open-accounts');
  await workbench.page.getByRole('treeitem', { name: 'No account' }).waitFor();
  await workbench.open('Four.md');
  await workbench.run('assign-account');
  await workbench.page.keyboard.type('Northwind Tr');
  await workbench.page.keyboard.press('Enter');
  await notice('“Northwind offer”: “Northwind Traders” was not written as the account: the front matter of the note is not valid YAML, so open the note and correct it first.');
  expect(await snapshot(workbench)).toEqual(before);

  await workbench.run('merge-accounts');
  await workbench.page.keyboard.type('Northwynd');
  await workbench.page.keyboard.press('Enter');
  await workbench.page.getByPlaceholder('Which account is “Northwynd”?').waitFor();
  await workbench.page.keyboard.type('Traders');
  await workbench.page.keyboard.press('Enter');
  await dialog().getByText('Every note that says “Northwynd” would say “Northwind Traders”').waitFor();
  await dialog().getByRole('button', { name: 'Merge 2 notes' }).click();
  await notice('Merged “Northwynd” into “Northwind Traders”.');
  expect(diffOf(before, await snapshot(workbench)).filter(({ after }) => after?.startsWith('account:')).map(({ path, after }) => `${path} ${after}`)).toEqual([
    'Five.md account: Northwind Traders\n', 'Six.md account: Northwind Traders\n',
  ]);
  await workbench.run('undo-triage');
  await notice(/Took back/);
  expect(await snapshot(workbench)).toEqual(before);
});

test.each(['light', 'dark'] as const)('axe finds nothing serious in the notes without an account, in the %s theme', async (theme) => {
  await openUnassigned();
  await wear(workbench.page, theme);
  expect(await seriousFaults(workbench.page, '.account-actions-view')).toEqual([]);
});
