import { expect, test } from '@jest/globals';
import { reportOf } from '../../scripts/workbench/report';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { noteText, vaultOf } from '../core/graph/vault';

test('a pipeline finds why a task was dismissed in what inspect prints', () => {
  const graph = vaultOf({
    'Call.md': noteText({
      date: '2026-11-10',
      account: 'Northwind',
      body: [
        '## Action Items',
        '',
        '- [-] Send the plan. @Ana [reason:: not-needed] 📅 2026-11-20 #task ❌ 2026-11-22',
        '- [-] Call Ben. #task ❌ 2026-11-22',
      ],
    }),
  });
  const { tasks } = reportOf(graph, { today: '2026-11-22', settings: DEFAULT_SETTINGS }, new Set());
  expect(tasks).toMatchObject([
    { text: 'Send the plan.', status: 'dismissed', due: '2026-11-20', reason: 'not-needed' },
    { text: 'Call Ben.', status: 'dismissed', reason: null },
  ]);
});
