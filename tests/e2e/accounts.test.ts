import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { closeStage, openWorkbench, until, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterAll(closeStage);

const meeting = (account: string, body = ''): string =>
  `---\ntype: customer\ntitle: "Call with ${account}"\ndate: "2026-11-10"\naccount: "${account}"\ntags:\n  - "type/customer"\n---\n\n## Action Items\n\n${body}\n`;

async function accountNames(): Promise<readonly string[]> {
  const rows = await workbench.page.getByRole('tree', { name: 'Accounts' }).getByRole('treeitem').all();
  return Promise.all(rows.map(async (item) => (await item.innerText()).replace(/\s+/g, ' ').trim()));
}

const row = (name: string) => workbench.page.getByRole('tree', { name: 'Accounts' }).getByRole('treeitem', { name });

describe('the accounts of the demo vault', () => {
  beforeAll(async () => {
    workbench = await openWorkbench();
    await workbench.run('open-accounts');
    await row('Northwind Traders').waitFor();
    await row('Needs attention').waitFor();
  });
  afterAll(async () => {
    await workbench.close();
    expect(workbench.errors).toEqual([]);
  });

  test('are listed with what waits, the notes without an account first', async () => {
    // Copies count once they are found.
    const names = await until(accountNames, (rows) => rows.some((name) => name.includes(' 16 proposed')));
    expect(names[0]).toMatch(/^No account 4 notes/);
    expect(names[1]).toMatch(/^Needs attention 1 note/);
    expect(names).toHaveLength(8);
    expect(names.join('\n')).toContain('Blue Heron, Inc. met 6 days ago · 3 open 16 proposed 3 overdue, 2 of yours');
  });

  test('are found by name, alias, person and industry', async () => {
    const search = workbench.page.getByRole('searchbox', { name: 'Search accounts and people…' });
    await search.fill('bhi');
    expect(await accountNames()).toEqual([expect.stringMatching(/^Blue Heron, Inc\. .* · BHI /)]);
    await search.fill('gdansk');
    expect(await accountNames()).toEqual([expect.stringMatching(/^Gdańsk Marine Systems/)]);
    await search.fill('nobody of this name');
    await workbench.page.getByRole('status').getByText('No results for “nobody of this name”.').waitFor();
    await search.fill('retail');
    expect(await accountNames()).toEqual([expect.stringMatching(/^Blue Heron, Inc\./)]);
    await search.fill('');
  });

  test('are sorted as the user chooses', async () => {
    await workbench.page.getByRole('button', { name: /^Change sort order/ }).click();
    await workbench.page
      .getByRole('menuitem', { name: 'Name' })
      .or(workbench.page.getByRole('menuitemcheckbox', { name: 'Name' }))
      .or(workbench.page.getByRole('menuitemradio', { name: 'Name' }))
      .click();
    const names = (await accountNames()).slice(2).map((name) => name.split(' met')[0]);
    expect(names).toEqual([
      'Blue Heron, Inc.',
      'Gdańsk Marine Systems',
      'Juniper & Vale',
      'Northwind Traders',
      "O'Leary Foods",
      'Saltmarsh Water',
    ]);
  });

  test('open by key, show what is known, and give the focus back', async () => {
    await row('Northwind Traders').focus();
    await workbench.page.keyboard.press('Enter');
    const region = workbench.page.getByRole('region', { name: 'Northwind Traders' });
    await region.getByRole('img', { name: /^Meetings in 26 weeks/ }).waitFor();
    await region.getByRole('tab', { name: /^Decisions/ }).click();
    expect(await region.getByRole('list', { name: 'Decisions' }).getByRole('listitem').count()).toBe(7);
    await workbench.page.keyboard.press('Escape');
    await row('Northwind Traders').waitFor();
    expect(await workbench.page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Northwind Traders/);
  });

  test('a task opens its note at its line', async () => {
    await row('Saltmarsh Water').click();
    const region = workbench.page.getByRole('region', { name: 'Saltmarsh Water' });
    await region.getByRole('tab', { name: /^Tasks/ }).click();
    await region.getByRole('list', { name: 'Proposed' }).getByRole('link').first().click();
    await workbench.page.waitForFunction(
      () =>
        (
          window.workbench.app as { workspace: { getActiveFile(): { path: string } | null } }
        ).workspace.getActiveFile() !== null,
    );
    await region.getByRole('button', { name: 'Back' }).click();
  });

  test('the notes without an account come with suggestions and their reasons', async () => {
    await row('No account').click();
    const region = workbench.page.getByRole('region', { name: 'No account' });
    await region.getByText('named in the title, named 5 times in the text').waitFor();
    await region.getByRole('button', { name: 'Back' }).click();
  });

  test('a note that cannot be read is listed with its reason', async () => {
    await row('Needs attention').click();
    await workbench.page
      .getByRole('region', { name: 'Needs attention' })
      .getByText('Front matter is not valid YAML')
      .waitFor();
    await workbench.page.getByRole('link', { name: 'Escalation about "chiller 3" alarms', exact: true }).waitFor();
    await workbench.page.keyboard.press('Escape');
  });
});

describe('a vault that other programs change', () => {
  beforeAll(async () => {
    workbench = await openWorkbench({
      files: {
        'A.md': meeting('Northwind', '- [?] One thing @Myself #task #proposed\n- [?] Some other thing #task #proposed'),
        'B.md': meeting('Blue Heron', '- [?] Another thing @Ana #task #proposed'),
      },
    });
    await workbench.run('open-accounts');
    await row('2 proposed').waitFor();
  });
  afterAll(async () => {
    await workbench.close();
    expect(workbench.errors).toEqual([]);
  });

  test('shows a changed note at once, and draws nothing else again', async () => {
    await workbench.page.evaluate(() => {
      const seen: string[] = [];
      new MutationObserver((changes) =>
        changes.forEach(({ target }) => {
          const element = target instanceof Element ? target : target.parentElement;
          seen.push(element?.closest('[role=treeitem]')?.getAttribute('data-key') ?? element?.className ?? '?');
        }),
      ).observe(document.querySelector('.account-actions-tree')!, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
      Object.assign(window, { seenChanges: seen });
    });
    await workbench.write(
      'A.md',
      meeting(
        'Northwind',
        '- [?] One thing @Myself #task #proposed\n- [?] Some other thing #task #proposed\n- [?] A third thing #task #proposed',
      ),
    );
    await row('3 proposed').waitFor();
    const seen = await workbench.page.evaluate(() => (window as unknown as { seenChanges: string[] }).seenChanges);
    expect([...new Set(seen)]).toEqual(['northwind']);
  });

  test('a change that touches nothing that is shown draws nothing', async () => {
    await workbench.page.evaluate(() => (window as unknown as { seenChanges: string[] }).seenChanges.splice(0));
    await workbench.write(
      'B.md',
      `${meeting('Blue Heron', '- [?] Another thing @Ana #task #proposed')}\nA line of talk.\n`,
    );
    await workbench.write(
      'A.md',
      meeting(
        'Northwind',
        ['One thing', 'Some other thing', 'A third thing', 'A fourth']
          .map((words) => `- [?] ${words} #task #proposed\n`)
          .join(''),
      ),
    );
    await row('4 proposed').waitFor();
    const seen = await workbench.page.evaluate(() => (window as unknown as { seenChanges: string[] }).seenChanges);
    expect([...new Set(seen)]).toEqual(['northwind']);
  });

  test('follows new, renamed and deleted notes, and folders', async () => {
    await workbench.write('New/C.md', meeting('Gdańsk Marine'));
    await row('Gdańsk Marine').waitFor();
    await workbench.page.evaluate(async () => {
      const { vault } = window.workbench.app as {
        vault: {
          getAbstractFileByPath(path: string): unknown;
          rename(file: unknown, path: string): Promise<void>;
          delete(file: unknown, force?: boolean): Promise<void>;
        };
      };
      await vault.rename(vault.getAbstractFileByPath('New'), '_archive');
      await vault.delete(vault.getAbstractFileByPath('B.md'));
    });
    await row('Gdańsk Marine').waitFor({ state: 'detached' });
    await row('Blue Heron').waitFor({ state: 'detached' });
    expect(await accountNames()).toHaveLength(1);
  });

  test('an account may be called __proto__, and hostile text comes out as text', async () => {
    await workbench.write(
      'P.md',
      meeting(
        '__proto__',
        '- [?] <img src=x onerror="document.title=\'owned\'"> [click](javascript:alert(1)) ![[A]] \u202Eevil #task #proposed',
      ),
    );
    await row('__proto__').click();
    const region = workbench.page.getByRole('region', { name: '__proto__' });
    await region.getByText('<img src=x onerror=').waitFor();
    await region.getByText('U+202E').first().waitFor();
    expect(await region.locator('img[src], a[href^="javascript"]').count()).toBe(0);
    expect(await workbench.page.title()).not.toBe('owned');
    await region.getByRole('button', { name: 'Back' }).click();
  });

  test('front matter of another engine runs nothing', async () => {
    await workbench.write(
      'J.md',
      '---js\n{ title: (document.title = "owned"), tags: ["type/customer"] }\n---\n\n- [?] A task #type/customer #task #proposed\n',
    );
    await workbench.write('K.md', '---javascript\n{ title: (document.title = "owned") }\n---\n');
    // Notes are read in the order in which they came.
    await workbench.write('L.md', meeting('Larch'));
    await row('Larch').waitFor();
    expect(await workbench.page.title()).not.toBe('owned');
  });
});
