import { afterAll, afterEach, expect, jest, test } from '@jest/globals';
import { seriousFaults } from './axe';
import { diffOf, snapshot } from './vault-diff';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(120_000);

const CALL = `---
title: Call
date: 2026-11-10
account: Gull
tags: [type/customer]
---

## Action items
- [?] Send the plan @Ana 📅 2026-11-20 #task #proposed
- Ask about the racks

## Decisions
- Start in June
`;

let workbench: OpenWorkbench;
afterEach(async () => {
  await workbench.close();
  expect(workbench.errors).toEqual([]);
});
afterAll(closeStage);

const modal = () => workbench.page.locator('.modal');
const row = (words: string) => modal().getByRole('listitem').filter({ hasText: words });

test('a note says of each line what was read of it, and leads to that line', async () => {
  workbench = await openWorkbench({ files: { 'Call.md': CALL } });
  await workbench.open('Call.md');
  const before = await snapshot(workbench);
  await workbench.run('explain-note');
  await row('Send the plan').getByText('Proposed task, for Ana, due 20 Nov 2026').waitFor();
  await row('Ask about the racks').getByText('Not a task: it has no checkbox').waitFor();
  await row('Start in June').getByText('Decision').waitFor();
  await modal().getByText('Gull (from a property)').waitFor();
  expect(await seriousFaults(workbench.page, '.modal')).toEqual([]);
  await row('Start in June').getByRole('link', { name: 'Line 13' }).click();
  await modal().waitFor({ state: 'detached' });
  expect(diffOf(before, await snapshot(workbench))).toEqual([]);
});

test('a note without one of the tags says so, and what to do', async () => {
  workbench = await openWorkbench({ files: { 'Call.md': CALL.replace('type/customer', 'Customer') } });
  await workbench.open('Call.md');
  await workbench.run('explain-note');
  await modal().getByText('It has none of your tags (#type/customer).').waitFor();
  await modal()
    .getByText(/Run “Set up for this vault”/)
    .waitFor();
});
