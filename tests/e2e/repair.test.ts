import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { damaged } from '../core/text/damage';
import { seriousFaults, wear } from './axe';
import { diffOf, snapshot } from './vault-diff';
import { closeStage, openWorkbench, pass, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterAll(closeStage);

const dialog = () => workbench.page.getByRole('dialog', { name: 'Repair damaged text' });
const isOffered = () =>
  workbench.page.evaluate(() => window.workbench.run('account-actions:repair-note') as unknown as boolean);
const notice = (text: string | RegExp) => workbench.page.locator('.notice').getByText(text).first().waitFor();

const showAs = (mode: string) =>
  workbench.page.evaluate((wanted) => {
    const { workspace } = window.workbench.app as {
      workspace: {
        activeLeaf: { view: { getState(): object; setState(state: unknown, result: unknown): Promise<void> } };
      };
    };
    const { view } = workspace.activeLeaf;
    return view.setState({ ...view.getState(), mode: wanted }, { history: false });
  }, mode);

const WINDOWS = 'Customers/Juniper & Vale/2026-10-22 - Batch records and lab humidity.md';
const MAC = "Meetings/2026-11-13 - O'Leary Foods creamery go-live plan.md";

beforeAll(async () => {
  workbench = await openWorkbench();
});
afterEach(async () => {
  await workbench.page.keyboard.press('Escape');
});
afterAll(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});

test.each([
  [WINDOWS, 'windows-1252'],
  [MAC, 'mac-roman'],
] as const)('%s is repaired: exactly the damaged runs change, and undo brings the bytes back', async (path, kind) => {
  await workbench.open(path);
  const before = await snapshot(workbench);
  await workbench.run('repair-note');
  const button = dialog().getByRole('button', { name: /^Repair \d+ lines$/ });
  const count = Number(/\d+/.exec(await button.innerText()));
  expect(await dialog().getByRole('list', { name: 'Damaged lines' }).getByRole('listitem').count()).toBe(count);
  await workbench.page.keyboard.press('Enter');
  await notice(`Repaired ${count} lines.`);

  const changed = diffOf(before, await snapshot(workbench));
  expect(changed).toHaveLength(count);
  for (const line of changed) {
    expect(line.path).toBe(path);
    expect(line.after).not.toBe(line.before);
    expect(damaged(line.after!, kind)).toBe(line.before);
  }
  expect(await isOffered()).toBe(false);

  await workbench.run('undo-triage');
  await notice('Undid');
  expect(await snapshot(workbench)).toEqual(before);
});

test('it is offered only where the note at hand is damaged, and writes nothing when it is cancelled', async () => {
  await workbench.open('Daily/2026-11-20.md');
  expect(await isOffered()).toBe(false);
  await workbench.open(WINDOWS);
  const before = await snapshot(workbench);
  await workbench.run('repair-note');
  await dialog().getByRole('button', { name: 'Cancel' }).click();
  await dialog().waitFor({ state: 'detached' });
  expect(await snapshot(workbench)).toEqual(before);
});

test.each(['dark', 'light'] as const)('axe finds nothing serious in the preview in the %s theme', async (theme) => {
  await wear(workbench.page, theme);
  await workbench.open(WINDOWS);
  await workbench.run('repair-note');
  await dialog().waitFor();
  // The colour of the main button is the theme's.
  expect((await seriousFaults(workbench.page, '.modal-content')).filter((fault) => !fault.includes('mod-cta'))).toEqual(
    [],
  );
});

test('lines of a closed note keep CRLF, the byte order mark and the missing last line end', async () => {
  const text =
    '\ufeff# CafÃ©\r\n\r\n- [?] Maudâ€™s task ðŸ“… 2026-11-12 #proposed\r\n- plain é line\nlast Ã© in a cafÃ©';
  await workbench.write('Windows.md', text);
  await workbench.open('Windows.md');
  await showAs('preview');
  // Another program: the app itself saved LF when the mode was switched.
  await workbench.write('Windows.md', text);
  // What was just typed in an editor that is not shown any more is waited for.
  await pass(workbench, 4000);
  await workbench.run('repair-note');
  await dialog().getByRole('button', { name: 'Repair 3 lines' }).click();
  await notice('Repaired 3 lines.');
  expect(await workbench.read('Windows.md')).toBe(
    '\ufeff# Café\r\n\r\n- [?] Maud’s task 📅 2026-11-12 #proposed\r\n- plain é line\nlast é in a café',
  );
  await workbench.run('undo-triage');
  await workbench.page.waitForFunction(async (wanted) => (await window.workbench.read('Windows.md')) === wanted, text);
  await showAs('source');
});

test('a line that was changed while the preview stood is left alone, and named', async () => {
  await workbench.write('Changing.md', '# CafÃ©\n\nMaudâ€™s plan\n\nZoÃ« agrees\n');
  await workbench.open('Changing.md');
  await workbench.run('repair-note');
  await dialog().waitFor();
  await workbench.write('Changing.md', '# CafÃ©\n\nMaud has another plan\n\nZoÃ« agrees\n');
  await workbench.page.locator('.cm-content').getByText('Maud has another plan').waitFor();
  await dialog().getByRole('button', { name: 'Repair 3 lines' }).click();
  await notice(/^Repaired 2 lines\. Couldn't (?:update|write) “Maudâ€™s plan”: /);
  expect(await workbench.read('Changing.md')).toBe('# Café\n\nMaud has another plan\n\nZoë agrees\n');
});
