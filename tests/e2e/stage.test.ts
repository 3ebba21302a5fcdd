import { afterAll, expect, jest, test } from '@jest/globals';
import { join } from 'node:path';
import { runJest } from '../../scripts/jest-step.mjs';
import { closeStage, openWorkbench, type OpenWorkbench } from './workbench';

jest.setTimeout(150_000);

afterAll(closeStage);

/** All that a page can leave to the next one. */
const leftIn = ({ page }: OpenWorkbench) =>
  page.evaluate(async () => ({
    local: localStorage.getItem('left'),
    session: sessionStorage.getItem('left'),
    cookie: document.cookie,
    databases: (await indexedDB.databases()).map(({ name }) => name).filter((name) => name === 'left'),
    global: 'left' in window,
    class: document.body.classList.contains('left'),
    clipboard: (await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })).state,
    hovered: document.querySelectorAll(':hover').length,
    note: window.workbench.read('Left.md'),
    settings: window.workbench.read('.obsidian/plugins/account-actions/data.json'),
  }));

test('a page that is opened anew knows nothing of what was done in it before', async () => {
  const files = { 'A.md': 'Words.\n' };
  let workbench = await openWorkbench({ files });
  const before = await leftIn(workbench);
  await workbench.page.evaluate(async () => {
    localStorage.setItem('left', '1');
    sessionStorage.setItem('left', '1');
    document.cookie = 'left=1';
    await new Promise((done) => (indexedDB.open('left').onsuccess = done));
    Object.assign(window, { left: 1 });
    document.body.classList.add('left');
    window.open('about:blank');
  });
  await workbench.page.context().grantPermissions(['clipboard-read']);
  await workbench.page.mouse.move(300, 300);
  await workbench.write('Left.md', 'Left.\n');
  await workbench.write('.obsidian/plugins/account-actions/data.json', '{"letterKeys":false}');
  await workbench.write('A.md', 'Other words.\n');
  await workbench.reload();
  expect(await leftIn(workbench)).toMatchObject({ local: '1', session: '1', cookie: 'left=1', note: 'Left.\n' });
  // What still runs when a test ends says nothing in the next one.
  await workbench.page.evaluate(() => {
    setInterval(() => console.error('left'), 1);
  });
  await workbench.close();

  workbench = await openWorkbench({ files });
  expect(await leftIn(workbench)).toEqual(before);
  expect(await workbench.read('A.md')).toBe('Words.\n');
  expect(workbench.page.context().pages()).toHaveLength(1);
  expect(workbench.errors).toEqual([]);
  await workbench.close();
});

test('a browser that dies costs the test that it was in, and the next one has another', async () => {
  const here = join('tests', 'fixtures', 'lost-browser');
  const { ACCOUNT_ACTIONS_STAGES: _, JEST_WORKER_ID: __, ...env } = process.env;
  const sum = await runJest(['--ci', '--config', join(here, 'jest.config.mjs'), '--maxWorkers=1', '--forceExit'], {
    cwd: process.cwd(),
    patienceMs: 120_000,
    env,
  });
  expect({ ...sum, output: '' }).toEqual({
    passed: 2,
    failed: 0,
    skipped: 0,
    ended: [{ file: join(here, 'a-loses-it.test.ts'), why: 'its browser died', tests: 1 }],
    output: '',
  });
});
