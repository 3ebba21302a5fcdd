import { afterAll, expect, jest, test } from '@jest/globals';
import { RECORDED_SPECS, type RecordedPlace } from '../core/rollup/recorded-specs';
import { openTriage } from './triage-page';
import { atRest, closeStage, openWorkbench } from './workbench';

// What a screen reader is told of the recorded rollups. The snapshots stand in one file, to be read like code.
jest.setTimeout(120_000);

afterAll(closeStage);

const PLACES: Readonly<Record<Exclude<RecordedPlace, 'no-note'>, string>> = {
  'Northwind Traders': 'Customers/Northwind Traders/README.md',
  'Gdańsk Marine Systems': 'Customers/Gdańsk Marine Systems/README.md',
  'Blue Heron': 'Customers/Blue Heron/README.md',
  // What names its account shows the same wherever it stands.
  'no-account': 'Daily/2026-11-20.md',
};

test.each(Object.entries(PLACES))('the rollups of %s are told as they are shown', async (place, path) => {
  // So high that every block can be seen at once.
  const workbench = await openWorkbench({ height: 16_000 });
  const { page } = workbench;
  // It holds so many rows when copies are known.
  await openTriage(workbench, 84);
  const specs = RECORDED_SPECS.filter(
    ([, , where]) => where === place || (place === 'no-account' && where === 'no-note'),
  );
  const text = (await workbench.read(path)).replace(/```account-rollup[^]*?```/g, '');
  await workbench.write(
    path,
    [text, ...specs.map(([, source]) => ['```account-rollup', source, '```'].join('\n'))].join('\n\n'),
  );
  await workbench.open(path);
  await page.evaluate(() =>
    (window.workbench.app as { commands: { executeCommandById(id: string): boolean } }).commands.executeCommandById(
      'markdown:toggle-preview',
    ),
  );
  const blocks = page.locator('.markdown-preview-view .account-actions-rollup-block');
  await blocks
    .nth(specs.length - 1)
    .locator('section, p')
    .first()
    .waitFor();
  await atRest(page);
  for (const [index, [what, source]] of specs.entries())
    expect(`\n${source}\n\n${await blocks.nth(index).ariaSnapshot()}\n`).toMatchSnapshot(what);
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});
