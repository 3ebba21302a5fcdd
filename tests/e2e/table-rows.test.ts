import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import { openTriage } from './triage-page';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

let workbench: OpenWorkbench;

afterAll(closeStage);
afterEach(async () => {
  const { errors } = workbench;
  await workbench.close();
  expect(errors).toEqual([]);
});

const NOTE = [
  '---',
  'date: 2026-11-10',
  'account: Northwind',
  'tags: [type/customer]',
  '---',
  '## Action items',
  '| Task | Owner | Due |',
  '| --- | --- | --- |',
  '| [?] Send the rack layout | Mei Tanaka | 2026-11-24 |',
  '',
  '- [?] Book the freight lift @Myself #task #proposed',
  '',
].join('\n');

test('a task in a table is left as it is: Triage says why, shows its note, and goes on', async () => {
  workbench = await openWorkbench({ files: { 'Call.md': NOTE } });
  const triage = await openTriage(workbench, 2);
  const { page } = workbench;
  await page.getByRole('row', { name: /Send the rack layout/ }).click();
  expect(await triage.current()).toBe('Send the rack layout');
  await triage.press('d');
  await triage.said(/it's in a table\. Edit its row in the note\./);
  await page.locator('.workspace-leaf .cm-content').getByText('Send the rack layout').waitFor();
  // The focus stays, so that the next key decides the next task.
  await page.getByRole('row', { name: /Book the freight lift/ }).click();
  await triage.press('d');
  await triage.said(/^Dismissed 1 task/);
  expect(await workbench.read('Call.md')).toBe(
    NOTE.replace(
      '- [?] Book the freight lift @Myself #task #proposed',
      '- [-] Book the freight lift @Myself #task ❌ 2026-11-22',
    ),
  );
});
