import { describe, expect, test } from '@jest/globals';
import type { App } from 'obsidian';
import { createTaskFormat } from '../../src/host/task-format';

/** How fields are written in a vault with these plugins, when what they stored was read. */
async function formatWith(plugins: unknown): Promise<{ format: string; failures: readonly string[] }> {
  const failures: string[] = [];
  const report = (what: string): void => void failures.push(what);
  const app = { plugins, workspace: { onLayoutReady: (run: () => void) => run() } } as unknown as App;
  const format = createTaskFormat(app, {
    report,
    guard: (what, action) => void Promise.resolve(action()).catch(() => report(what)),
  });
  await new Promise((resolve) => setTimeout(resolve));
  return { format: format(), failures };
}

const stored = (data: unknown): unknown => ({ plugins: { 'obsidian-tasks-plugin': { loadData: async () => data } } });

describe('fields are written', () => {
  test.each<[string, unknown, string]>([
    ['as Dataview does where the Tasks plugin is set to it', stored({ taskFormat: 'dataview' }), 'dataview'],
    ['as emoji where the Tasks plugin is set to them', stored({ taskFormat: 'tasksPluginEmoji' }), 'emoji'],
    ['as emoji where the Tasks plugin has stored nothing', stored(null), 'emoji'],
    ['as emoji where the Tasks plugin is not installed', { plugins: {} }, 'emoji'],
    ['as emoji where Obsidian has no list of plugins', undefined, 'emoji'],
  ])('%s', async (_, plugins, format) => {
    expect(await formatWith(plugins)).toEqual({ format, failures: [] });
  });
});
