import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import { seriousFaults, wear } from './axe';
import { diffOf, snapshot } from './vault-diff';
import { atRest, closeStage, openWorkbench, type OpenWorkbench } from './workbench';

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
  'Customers/Northwind Traders/README.md':
    '---\ntags: [type/customer]\naliases: [Northwind]\n---\n\n# Northwind Traders\n',
  'One.md': meeting('Northwind kick-off', '""', 'Northwind Traders wants racks.'),
  'Two.md': meeting('Northwind review', null, 'Northwind Traders looked at it again.').replaceAll('\n', '\r\n'),
  'Three.md': meeting('A call', '', 'Somebody called.'),
  'Four.md':
    '---\ntitle: Northwind offer\ndate: 2026-11-10\ntags: [type/customer]\ntags: [type/customer]\n---\n\nNorthwind Traders asked.\n',
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
  await region().getByLabel('Show').selectOption({ label: 'Named in the title (3)' });
  // One of them cannot be written: it says so, offers nothing, and is not counted.
  await region().getByText("Can't assign yet: front matter isn't valid YAML. Correct that first.").waitFor();
  expect(await region().getByRole('button', { name: 'Assign: Northwind Traders' }).count()).toBe(2);
  expect(await seriousFaults(workbench.page, '.account-actions-suggestions')).toEqual([]);
  await region().getByRole('button', { name: 'Assign 2 notes…' }).click();
  await dialog().getByText('account: ""').waitFor();
  await dialog().getByText('Assigns “Northwind Traders” to 2 notes. These lines will change').waitFor();
  expect(await seriousFaults(workbench.page, '.account-actions-preview-lines')).toEqual([]);
  await dialog().getByRole('button', { name: 'Assign 2 notes' }).click();
  await notice('Assigned “Northwind Traders” to 2 notes.');
  const after = await snapshot(workbench);
  expect(after).toEqual({
    ...before,
    'One.md': FILES['One.md']
      .replace('account: ""', 'account: "Northwind Traders"')
      .replace('account/]', 'account/northwind-traders]')
      .replace('[[]]', '[[Northwind Traders]]'),
    // A line that comes has the end of its neighbours.
    'Two.md': FILES['Two.md']
      .replace('tags:', 'account: Northwind Traders\r\ntags:')
      .replace('account/]', 'account/northwind-traders]')
      .replace('[[]]', '[[Northwind Traders]]'),
  });
  await region().getByRole('link', { name: 'Northwind kick-off' }).waitFor({ state: 'detached' });
  await workbench.run('undo-triage');
  await notice('Undid: assign “Northwind Traders” to 2 notes.');
  expect(await snapshot(workbench)).toEqual(before);
});

test('one suggestion is taken with one press; the command offers suggestions first, and a new account with its page', async () => {
  await openUnassigned();
  const before = await snapshot(workbench);
  await region()
    .getByRole('listitem')
    .filter({ hasText: 'Northwind kick-off' })
    .getByRole('button', { name: 'Assign: Northwind Traders' })
    .focus();
  await workbench.page.keyboard.press('Enter');
  await notice('Assigned “Northwind Traders” to “Northwind kick-off”.');
  // The keys go on with the note that came in its place.
  expect(await workbench.page.evaluate(() => document.activeElement?.textContent)).toContain('Northwind Traders');
  expect(diffOf(before, await snapshot(workbench))).toHaveLength(3);
  expect(await seriousFaults(workbench.page, '.notice-container')).toEqual([]);
  await workbench.page.locator('.notice').getByRole('button', { name: 'Undo' }).click();
  await notice('Undid: assign “Northwind Traders” to “Northwind kick-off”.');
  expect(await snapshot(workbench)).toEqual(before);

  await workbench.open('Three.md');
  await workbench.run('assign-account');
  await workbench.page.keyboard.type('Blue Heron: Inc.');
  await workbench.page.getByText('Create account “Blue Heron: Inc.”').waitFor();
  await workbench.page.keyboard.press('Enter');
  await notice('Created account “Blue Heron: Inc.” and assigned it to “A call”.');
  const after = await snapshot(workbench);
  const page = Object.keys(after).find((path) => !(path in before))!;
  expect(page).toBe('Customers/Blue Heron Inc/README.md');
  expect(after[page]).toContain('# Blue Heron: Inc.');
  expect(after['Three.md']).toContain('account: "Blue Heron: Inc."');
  await workbench.run('undo-triage');
  await notice('Undid: create account “Blue Heron: Inc.” and assign it to “A call”.');
  const undone = await snapshot(workbench);
  expect(Object.keys(undone)).toEqual(Object.keys(before));
  expect(undone['Three.md']).toBe(before['Three.md']);
});

test('a note whose front matter is broken is refused with a sentence, and two spellings become one', async () => {
  workbench = await openWorkbench({
    files: {
      ...FILES,
      'Five.md': meeting('By ear', 'Northwynd', 'x'),
      'Six.md': meeting('By ear again', 'Northwynd', 'y'),
      'Seven.md':
        '---\ntitle: Racks\ndate: 2026-11-09\naccount: Northwynd\ntags: [type/customer, account/{{account}}]\n---\n',
      'Eight.md':
        '---\ntitle: Offer\ndate: 2026-11-09\naccount: Northwynd\ntags: [type/customer]\ntags: [type/customer]\n---\n',
    },
  });
  const before = await snapshot(workbench);
  await workbench.run('open-accounts');
  await workbench.page.getByRole('treeitem', { name: 'No account' }).waitFor();
  await workbench.open('Four.md');
  await workbench.run('assign-account');
  await workbench.page.keyboard.type('Northwind Tr');
  await workbench.page.keyboard.press('Enter');
  await notice(
    "Couldn't assign “Northwind Traders”: the front matter isn't valid YAML. Correct it first. (Northwind offer)",
  );
  expect(await snapshot(workbench)).toEqual(before);

  await workbench.run('merge-accounts');
  await workbench.page.keyboard.type('Northwynd');
  await workbench.page.keyboard.press('Enter');
  await workbench.page.getByPlaceholder('Which account is the same as “Northwynd”?').waitFor();
  await workbench.page.keyboard.type('Traders');
  await workbench.page.keyboard.press('Enter');
  await dialog()
    .getByText(
      'Changes “Northwynd” to “Northwind Traders” in 2 notes. Adds “Northwynd” to the aliases of “Customers/Northwind Traders/README.md”. 2 notes will stay unchanged: 1 with invalid YAML, 1 with an unfilled template.',
    )
    .waitFor();
  await dialog().getByRole('button', { name: 'Merge 2 notes' }).click();
  await notice(/^Merged “Northwynd” into “Northwind Traders”\. 2 notes left unchanged: .* See Recent changes\.$/);
  // It would cover what comes next for a while.
  await workbench.page
    .locator('.notice')
    .filter({ hasText: 'Merged' })
    .click({ position: { x: 3, y: 3 } });
  await workbench.run('recent-changes');
  const changes = workbench.page.locator('.account-actions-changes');
  await changes.getByRole('button', { name: /^Merge “Northwynd” into “Northwind Traders”/ }).click();
  await changes
    .getByText(
      "Couldn't assign “Northwind Traders”: a template in the front matter isn't filled in. Fill it in first. (Racks)",
    )
    .waitFor();
  await changes.getByText('7 lines in 3 notes, 2 not written').waitFor();
  expect(
    diffOf(before, await snapshot(workbench))
      .filter(({ after }) => /^(?:account|aliases):/.test(after ?? ''))
      .map(({ path, after }) => `${path} ${after}`),
  ).toEqual([
    'Customers/Northwind Traders/README.md aliases: [Northwind, Northwynd]\n',
    'Five.md account: Northwind Traders\n',
    'Six.md account: Northwind Traders\n',
  ]);
  await workbench.run('undo-triage');
  await notice(/Undid/);
  expect(await snapshot(workbench)).toEqual(before);
});

test('a note that has an account says so, shows its lines before it gets another, and an account that cannot be made changes nothing', async () => {
  workbench = await openWorkbench({
    files: { ...FILES, 'Five.md': meeting('By name', 'Zed', 'x'), 'Customers/Taken/README.md': 'Mine.\n' },
  });
  const before = await snapshot(workbench);
  await workbench.run('open-accounts');
  await workbench.page.getByRole('treeitem', { name: 'Zed' }).waitFor();
  await workbench.open('Five.md');
  await workbench.run('assign-account');
  await workbench.page.getByPlaceholder('Account for “By name” (now “Zed”)').waitFor();
  await workbench.page.keyboard.type('[[Northwind Traders]]');
  await workbench.page.keyboard.press('Enter');
  await dialog().getByText('“By name” belongs to “Zed” (front matter). Change it to “Northwind Traders”?').waitFor();
  expect(await snapshot(workbench)).toEqual(before);
  await dialog().getByRole('button', { name: 'Change' }).click();
  await notice('Changed account of “By name” from “Zed” to “Northwind Traders”.');
  await workbench.run('undo-triage');
  await notice(/Undid/);
  expect(await snapshot(workbench)).toEqual(before);

  await workbench.open('Three.md');
  for (const [name, words] of [
    ['Taken', /^Couldn't create “README”: “Customers\/Taken\/README\.md” already exists/],
    ['x {{date}}', /^Couldn't create a page for “x {{date}}”: .*\.$/],
  ] as const) {
    await workbench.run('assign-account');
    await workbench.page.keyboard.type(name);
    await workbench.page.getByText(`Create account “${name}”`).waitFor();
    await workbench.page.keyboard.press('Enter');
    await notice(words);
    expect(await snapshot(workbench)).toEqual(before);
  }
});

test('a note between two accounts is left out of many, and so is one that cannot be written; a double click writes once', async () => {
  workbench = await openWorkbench({
    files: {
      ...FILES,
      'Customers/Blue Heron/README.md': '---\ntags: [type/customer]\n---\n\n# Blue Heron\n',
      'Both.md': meeting('Workshop with Blue Heron and Northwind Traders', '""', 'x'),
      'Left.md':
        '---\ntitle: Northwind racks\ndate: 2026-11-09\naccount: ""\ntags: [type/customer, account/{{account}}]\n---\n',
      'New.md': meeting(
        'Orchard Lane intro',
        '""',
        'Orchard Lane asked. We met Orchard Lane. Then Orchard Lane wrote.',
      ),
    },
  });
  await workbench.run('open-accounts');
  await workbench.page.getByRole('treeitem', { name: 'No account' }).click();
  const row = (title: string) =>
    region()
      .getByRole('listitem')
      .filter({ has: workbench.page.getByRole('link', { name: title, exact: true }) })
      .first();
  await row('Workshop with Blue Heron and Northwind Traders').getByText('Two accounts match. Choose one.').waitFor();
  await row('Northwind review').getByText('“Northwind” in the title, “Northwind Traders” in the summary').waitFor();
  await row('Northwind racks').getByText("Can't assign yet: unfilled template in the front matter.").waitFor();
  await region().getByRole('button', { name: 'Assign 2 notes…' }).waitFor();
  await region().getByLabel('Show').selectOption({ label: 'Between two accounts (1)' });
  await row('Workshop with Blue Heron and Northwind Traders')
    .getByRole('button', { name: /^Assign: Blue Heron/ })
    .click();
  await region().getByText('Nothing left here.').waitFor();
  await region().getByLabel('Show').selectOption('all');
  await row('Orchard Lane intro').getByRole('button', { name: 'Create account Orchard Lane' }).dblclick();
  await notice('Created account “Orchard Lane” and assigned it to “Orchard Lane intro”.');
  await row('Orchard Lane intro').waitFor({ state: 'detached' });
  expect(await workbench.page.locator('.notice').filter({ hasText: 'Orchard Lane' }).count()).toBe(1);
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing serious in the notes without an account, in the %s theme',
  async (theme) => {
    await openUnassigned();
    await wear(workbench.page, theme);
    expect(await seriousFaults(workbench.page, '.account-actions-view')).toEqual([]);
  },
);

test('a key that is held assigns one note and confirms nothing, and after a refusal the focus is where it was', async () => {
  workbench = await openWorkbench({
    files: {
      ...FILES,
      'Five.md': meeting('Northwind racks', '""', 'x'),
    },
  });
  const { page } = workbench;
  const hold = async (times: number): Promise<void> => {
    for (let turn = 0; turn < times; turn++) {
      await page.keyboard.down('Enter');
      await atRest(page);
    }
    await page.keyboard.up('Enter');
  };
  const changed = async (): Promise<readonly string[]> => [
    ...new Set(diffOf(before, await snapshot(workbench)).map(({ path }) => path)),
  ];
  await workbench.run('open-accounts');
  await page.getByRole('treeitem', { name: 'No account' }).click();
  const item = (title: string) =>
    region()
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: title, exact: true }) })
      .first();
  const before = await snapshot(workbench);
  await item('Northwind kick-off').getByRole('button', { name: 'Assign: Northwind Traders' }).focus();
  await hold(10);
  await notice(/^Assigned “Northwind Traders” to “/);
  expect(await changed()).toEqual(['One.md']);

  await region().getByRole('button', { name: 'Assign 2 notes to Northwind Traders…' }).focus();
  await hold(10);
  await dialog().getByRole('button', { name: 'Assign 2 notes' }).waitFor();
  expect(await changed()).toEqual(['One.md']);
  await page.keyboard.press('Escape');

  await page.evaluate(() => {
    const { doors } = window.workbench.app as {
      readonly doors: { readonly faults: { write(fault: (path: string) => Error | null): void } };
    };
    doors.faults.write((path) => (path === 'Five.md' ? new Error('EIO: i/o error') : null));
  });
  await item('Northwind racks').getByRole('button', { name: 'Assign: Northwind Traders' }).focus();
  await page.keyboard.press('Enter');
  await notice("Couldn't write “Five”: EIO: i/o error.");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
    'Assign: Northwind Traders, to Northwind racks',
  );
  await region().getByLabel('Show').focus();
  await region().getByLabel('Show').selectOption('kind:named in the title');
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT');
  expect(await changed()).toEqual(['One.md']);
});
