import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import { seriousFaults } from './axe';
import { snapshot } from './vault-diff';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterAll(closeStage);
afterEach(async () => {
  const { errors } = workbench;
  await workbench.close();
  expect(errors).toEqual([]);
});

const meeting = (title: string, ...body: readonly string[]): string =>
  `---\ntitle: ${title}\ndate: 2026-11-10\naccount: Northwind\ntags: [type/customer]\nparticipants: [Ilse Brandt, Robin Sayer]\n---\n\n${body.join('\n')}\n`;

const FILES = {
  'One.md': meeting('One', '- [ ] Send the racks. @Ilse #task', '- [ ] Count the doors. @Ilse Brandt (ops) #task'),
  'Two.md': meeting('Two', '- [ ] Call back. @Wim #task'),
};

const choice = (words: string | RegExp) =>
  workbench.page.locator('.prompt .suggestion-item').filter({ hasText: words });
const notice = (words: string | RegExp) => workbench.page.locator('.notice').getByText(words).first().waitFor();
const person = (name: string) =>
  workbench.page.getByRole('region', { name: 'Northwind' }).locator('li').filter({ hasText: name });

test('a first name and a full name are offered, joined by choosing them only, and no note is written', async () => {
  workbench = await openWorkbench({ files: FILES });
  const before = await snapshot(workbench);
  await workbench.run('open-accounts');
  await workbench.page.getByRole('treeitem', { name: 'Northwind' }).click();
  await workbench.page.getByRole('tab', { name: 'People' }).click();
  await person('Ilse').nth(1).waitFor();
  await workbench.run('join-people');
  await choice('Ilse → Ilse Brandt').waitFor();
  expect(await choice('Ilse → Ilse Brandt').textContent()).toContain(
    'first name only; Ilse: owner of 1 task (Northwind); Ilse Brandt: in 2 meetings, owner of 1 task (Northwind)',
  );
  await choice('Ilse → Ilse Brandt').click();
  await notice('“Ilse” is now “Ilse Brandt”.');
  await person('Ilse').nth(1).waitFor({ state: 'detached' });
  await person('Ilse Brandt').getByText('owes 2 tasks').waitFor();
  const after = await snapshot(workbench);
  for (const path of Object.keys(FILES)) expect(after[path]).toBe(before[path]);
});

test('any two names can be joined by keys, and the setting says so', async () => {
  workbench = await openWorkbench({ files: FILES });
  await workbench.run('open-accounts');
  await workbench.page.getByRole('treeitem', { name: 'Northwind' }).waitFor();
  await workbench.run('join-people');
  await workbench.page.keyboard.type('two other');
  await choice('Merge two other names').waitFor();
  await workbench.page.keyboard.press('Enter');
  await workbench.page.getByPlaceholder('Which name do you want to show?').fill('Robin');
  await workbench.page.keyboard.press('Enter');
  await workbench.page.getByPlaceholder('Which name is also “Robin Sayer”?').fill('Wim');
  await workbench.page.keyboard.press('Enter');
  await notice('“Wim” is now “Robin Sayer”.');
  await workbench.page.evaluate(() => {
    (window.workbench.app as { setting: { openTabById(id: string): unknown } }).setting.openTabById('account-actions');
  });
  const field = workbench.page
    .locator('.setting-item')
    .filter({ has: workbench.page.locator('.setting-item-name').getByText('People', { exact: true }) })
    .locator('textarea');
  expect(await field.inputValue()).toBe('Robin Sayer = Wim');
});

test('what needs attention is told by kind, with what to do, and goes when it is mended', async () => {
  const text = meeting('One', 'x');
  workbench = await openWorkbench({
    files: {
      'One.md': text,
      'One 2.md': text,
      'Two.md': meeting('"{{title}}"', 'y'),
      'Three.md': meeting('Three', '*Source: [[Gone]]*'),
      'Four.md': meeting('Four', '*Source: [[Here]]*'),
      'Here.md': 'Hello',
    },
  });
  await workbench.run('open-accounts');
  await workbench.page.getByRole('treeitem', { name: 'Needs attention' }).click();
  const region = workbench.page.getByRole('region', { name: 'Needs attention' });
  await region.getByText('Source “Gone” not found.').waitFor();
  await region.getByText('Delete this copy.').waitFor();
  await region.getByText('Unfilled template “{{title}}” in line 2.').waitFor();
  expect(await seriousFaults(workbench.page, '.account-actions-view')).toEqual([]);
  await workbench.write('Gone.md', 'Here it is');
  await region.getByText('Source “Gone” not found.').waitFor({ state: 'detached' });
  await workbench.write('Two.md', meeting('Two', 'y'));
  await workbench.write('One 2.md', meeting('Two', 'other'));
  await region.getByText('Nothing needs attention.').waitFor();
});
