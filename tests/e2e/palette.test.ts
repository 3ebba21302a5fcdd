import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { seriousFaults, wear } from './axe';
import { diffOf, snapshot } from './vault-diff';
import { type OpenWorkbench, closeStage, openWorkbench, typeInEditor } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterAll(closeStage);

const search = () => workbench.page.getByRole('combobox');
const options = () => workbench.page.getByRole('listbox', { name: 'Proposed tasks' }).getByRole('option');
const active = () => workbench.page.getByRole('option', { selected: true }).locator('.suggestion-title').innerText();
const said = () => workbench.page.getByRole('status').filter({ hasText: /\S/ }).first().innerText();
const editorText = () =>
  workbench.page.evaluate(() => {
    const { workspace } = window.workbench.app as { workspace: { activeEditor: { editor: { getValue(): string } } } };
    return workspace.activeEditor.editor.getValue();
  });

/** Presses a key that decides, and waits until the row is gone. */
async function decide(key: string): Promise<string> {
  const text = await active();
  const waiting = await workbench.page.locator('.account-actions-palette-said').innerText();
  await workbench.page.keyboard.press(key);
  await workbench.page.waitForFunction((before) => {
    const now = document.querySelector<HTMLElement>('.account-actions-palette-said')!.innerText;
    return now !== before && document.querySelector('[role=option][aria-disabled=true]') === null;
  }, waiting);
  return text;
}

const NOTE = 'Customers/Juniper & Vale/2026-11-18 - Security questionnaire walkthrough.md';
const meeting = (account: string, ...lines: readonly string[]): string =>
  `---\ndate: "2026-11-10"\naccount: "${account}"\ntags:\n  - "type/customer"\n---\n\n## Action Items\n\n${lines.join('\n')}\n`;

describe('ten tasks of the demo vault', () => {
  beforeAll(async () => {
    workbench = await openWorkbench();
    await workbench.open(NOTE);
  });
  afterAll(async () => {
    await workbench.close();
    expect(workbench.errors).toEqual([]);
  });

  test('are decided without the mouse while the note one is writing in keeps its typing', async () => {
    const { page } = workbench;
    const before = await snapshot(workbench);
    await page.evaluate(() => {
      const { workspace } = window.workbench.app as {
        workspace: { activeEditor: { editor: { focus(): void; lastLine(): number; setCursor(line: number): void } } };
      };
      const { editor } = workspace.activeEditor;
      editor.focus();
      editor.setCursor(editor.lastLine());
    });
    await page.keyboard.press('Control+End');
    await typeInEditor(page, '\nI am writing ');
    await page.keyboard.press('Control+p');
    await page.keyboard.type('triage proposed tasks');
    await page.keyboard.press('Enter');
    await options().first().waitFor();
    const accepted: string[] = [];
    const dismissed: string[] = [];
    for (let turn = 0; turn < 5; turn++) {
      accepted.push(await decide('Enter'));
      await page.keyboard.press('ArrowDown');
      dismissed.push(await decide('Control+Enter'));
    }
    await page.keyboard.press('Escape');
    await typeInEditor(page, 'on.');
    expect(await editorText()).toMatch(/\nI am writing on\.$/);

    const written = diffOf(
      { ...before, [NOTE]: `${before[NOTE]}\nI am writing on.` },
      { ...(await snapshot(workbench)), [NOTE]: await editorText() },
    );
    // One of them has a copy, in the inbox list.
    expect(written.filter(({ after }) => !after!.includes('#copy'))).toHaveLength(10);
    expect(written.filter(({ after }) => after!.includes('#copy')).map(({ path }) => path)).toEqual(['Tasks inbox.md']);
    for (const text of accepted) {
      const { before: old, after } = written.find((line) => line.before!.includes(text.slice(0, 20)))!;
      expect(after).toBe(old!.replace('[?]', '[ ]').replace(' #proposed', ''));
    }
    for (const text of dismissed) {
      const { before: old, after } = written.find((line) => line.before!.includes(text.slice(0, 20)))!;
      expect(after).toBe(`${old!.replace('[?]', '[-]').replace(' #proposed', '').trimEnd()} ❌ 2026-11-22\n`);
    }
  });
});

describe('the list', () => {
  beforeAll(async () => {
    workbench = await openWorkbench({
      files: {
        'A.md': meeting(
          'Gdańsk Marine',
          '- [?] Alpha one @Myself 📅 2026-11-30 #task #proposed',
          '- [?] Alpha two @Ana Lopez #task #proposed',
          '- [?] Alpha three #task #proposed',
        ),
        'B.md': meeting(
          'Blue Heron',
          '- [?] Beta <img src=x onerror="document.title=\'owned\'"> #task #proposed',
          '- [?] Water the plants 🔁 every week #task #proposed',
        ),
        'Writing.md': 'Some words.\n',
      },
    });
    await workbench.open('Writing.md');
    await workbench.run('triage-palette');
    await options().first().waitFor();
  });
  afterAll(async () => {
    await workbench.close();
    expect(workbench.errors).toEqual([]);
  });

  test('finds by words, account and owner', async () => {
    await search().fill('gdansk two');
    expect(await options().count()).toBe(1);
    await search().fill('ana lop');
    expect(await active()).toBe('Alpha two');
    await search().fill('blue her');
    expect(await options().count()).toBe(2);
    await search().fill('qqqq');
    await workbench.page.getByText('No matching tasks.').waitFor();
    await search().fill('');
    expect(await options().count()).toBe(5);
  });

  test.each(['dark', 'light'] as const)('holds nothing that axe finds serious in the %s theme', async (theme) => {
    await wear(workbench.page, theme);
    expect(await seriousFaults(workbench.page, '.prompt')).toEqual([]);
  });

  test('keeps the query and its place, says what happened, and brings a row that is taken back into focus', async () => {
    const before = await snapshot(workbench);
    await search().fill('alpha');
    await workbench.page.keyboard.press('ArrowDown');
    const [, second, third] = await options().locator('.suggestion-title').allInnerTexts();
    expect(await active()).toBe(second);
    await decide('Enter');
    expect(await said()).toBe('Accepted 1 task. 4 left.');
    expect(await active()).toBe(third);
    expect(await search().inputValue()).toBe('alpha');
    await workbench.page.keyboard.press('Control+z');
    await workbench.page.getByText(/^Undid: /).waitFor();
    expect(await active()).toBe(second);
    expect(diffOf(before, await snapshot(workbench))).toEqual([]);
  });

  test('decides once for a key that is held down, and twice for one that is pressed twice at once', async () => {
    await search().fill('alpha');
    const before = await snapshot(workbench);
    await workbench.page.evaluate(() => {
      const input = document.querySelector('[role=combobox]')!;
      const press = (repeat: boolean) =>
        input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', repeat, bubbles: true, cancelable: true }));
      press(false);
      press(false);
      press(true);
    });
    await workbench.page.waitForFunction(() => document.querySelectorAll('[role=option]').length === 1);
    await workbench.page.getByRole('status').filter({ hasText: 'Accepted 1 task. 3 left.' }).waitFor();
    expect(diffOf(before, await snapshot(workbench))).toHaveLength(2);
    await workbench.page.keyboard.press('Control+z');
    await workbench.page.keyboard.press('Control+z');
    await workbench.page.waitForFunction(() => document.querySelectorAll('[role=option]').length === 3);
  });

  test('draws untrusted text as text, and follows what changes outside', async () => {
    await search().fill('');
    expect(await workbench.page.locator('.prompt img').count()).toBe(0);
    expect(await workbench.page.title()).not.toBe('owned');
    await workbench.write('A.md', meeting('Gdańsk Marine', '- [?] Alpha one @Myself 📅 2026-11-30 #task #proposed'));
    await workbench.page.waitForFunction(() => document.querySelectorAll('[role=option]').length === 3);
  });

  test('a line that was retyped meanwhile is refused in one sentence, and nothing is written', async () => {
    await search().fill('alpha');
    await workbench.page.evaluate(
      (text) => {
        const { vault } = window.workbench.app as {
          vault: {
            process(file: unknown, change: (before: string) => string): Promise<string>;
            getFileByPath(path: string): unknown;
          };
        };
        const { process } = vault;
        // Somebody else is first, by so little that no event tells of it.
        vault.process = async (file, change) => process.call(vault, file, () => change(text));
        return undefined;
      },
      meeting('Gdańsk Marine', '- [?] Other words altogether #task #proposed'),
    );
    await workbench.page.keyboard.press('Enter');
    await workbench.page
      .getByText(/Couldn't (?:update|write) /)
      .first()
      .waitFor();
  });

  test('opens the note at the line, and closes', async () => {
    await search().fill('water');
    await workbench.page.keyboard.press('Alt+Enter');
    await search().waitFor({ state: 'detached' });
    await workbench.page.waitForFunction(
      () =>
        (window.workbench.app as { workspace: { getActiveFile(): { path: string } | null } }).workspace.getActiveFile()
          ?.path === 'B.md',
    );
  });

  test('closed, gives the focus back to the editor', async () => {
    await workbench.page.evaluate(() =>
      (
        window.workbench.app as { workspace: { activeEditor: { editor: { focus(): void } } } }
      ).workspace.activeEditor.editor.focus(),
    );
    await workbench.run('triage-palette');
    await options().first().waitFor();
    await workbench.page.keyboard.press('Escape');
    expect(await workbench.page.evaluate(() => document.activeElement?.closest('.cm-editor') !== null)).toBe(true);
  });
});
