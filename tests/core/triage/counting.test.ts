import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { finish } from '../../../src/core/base/steps';
import { briefOf } from '../../../src/core/brief/brief';
import { selectAccount } from '../../../src/core/graph/account-detail';
import { selectGroups } from '../../../src/core/graph/groups';
import { selectAccounts } from '../../../src/core/graph/select';
import { countUnassigned } from '../../../src/core/graph/waiting';
import type { Scene } from '../../../src/core/rollup/material';
import { runRollup } from '../../../src/core/rollup/run';
import { readSpec } from '../../../src/core/rollup/spec';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { filterRows, NO_FILTER } from '../../../src/core/triage/filter';
import { selectRows } from '../../../src/core/triage/select-rows';
import { countSplits } from '../../../src/core/triage/splits';
import { vaultOf, type NoteParts } from '../graph/vault';
import { demoScene } from '../rollup/demo-scene';

/** The proposals that wait of an account, wherever somebody reads that number. */
function numbersOf(scene: Scene, key: string): Readonly<Record<string, number>> {
  const { graph, groups, viewpoint } = scene;
  const detail = selectAccount(graph, key, viewpoint, groups)!;
  const { name } = detail.account;
  const rows = filterRows({ ...NO_FILTER, account: name })(selectRows(graph, groups, viewpoint));
  const brief = briefOf(graph, key, { ...viewpoint, since: null, groups })!;
  const { spec } = readSpec('show: tasks\nstatus: proposed');
  return {
    listed: selectAccounts(graph, viewpoint, groups).find((row) => row.key === key)!.waiting,
    opened: detail.tasks.filter(({ waits }) => waits).length,
    'opened, above': detail.account.waiting,
    triage: countSplits(rows, { today: viewpoint.today, isNew: () => false }).all,
    brief: Number(/^## Waiting for a decision: (\d+)$/m.exec(brief)?.[1] ?? 0),
    rollup: runRollup(scene, spec!, { account: key }).count,
  };
}

function expectOneNumber(scene: Scene): readonly number[] {
  return [...scene.graph.resolution.accounts.keys()].map((key) => {
    const numbers = numbersOf(scene, key);
    expect({ key, ...numbers, different: new Set(Object.values(numbers)).size }).toMatchObject({ key, different: 1 });
    return numbers['listed']!;
  });
}

/** The proposals that wait in meeting notes without an account, as the accounts and Triage say it. */
function unassignedOf({ graph, groups, viewpoint }: Scene): readonly [number, number] {
  const counts = countSplits(selectRows(graph, groups, viewpoint), { today: viewpoint.today, isNew: () => false });
  return [finish(countUnassigned(graph, groups, viewpoint.today)), counts['no-account']];
}

describe('what waits of an account', () => {
  test('is one number in the list, the opened account, Triage, the brief and a rollup of the demo vault', () => {
    const counts = expectOneNumber(demoScene());
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(3);
  });

  test('of no account is one number in the accounts and in Triage of the demo vault, without its inbox lists', () => {
    const scene = demoScene();
    const [listed, inTriage] = unassignedOf(scene);
    expect(listed).toBe(inTriage);
    expect(listed).toBeGreaterThan(5);
    const { graph, groups, viewpoint } = scene;
    const without = [...selectRows(graph, groups, viewpoint)].filter(({ account }) => account === null);
    expect(without.some(({ inList }) => inList)).toBe(true);
    expect(without.length).toBeGreaterThan(listed);
  });

  test('is one number whatever the notes say: snoozed, said twice, decided before here or elsewhere', () => {
    const tasks = fc.constantFrom(
      '- [?] Send the pilot report to Ilse. @Ana #proposed',
      '- [?] Send Ilse the pilot report. #proposed',
      '- [ ] Send the report of the pilot to Ilse. @Ana',
      '- [x] Send Ilse the pilot report. ✅ 2026-11-15',
      '- [?] Book the freight lift. 🛫 2026-12-23 #proposed',
      '- [?] Book the freight lift. @Myself #proposed',
      '- [-] Book the freight lift. ❌ 2026-11-02',
      '- [-] Book the freight lift. #copy',
    );
    const notes = fc
      .record({
        account: fc.constantFrom('Northwind', 'Northwind', 'Heron', ''),
        date: fc.constantFrom('2026-11-10', '2026-11-12'),
        tasks: fc.array(tasks, { maxLength: 3 }),
        source: fc.constantFrom('call', 'mail'),
      })
      .map(({ account, date, tasks: lines, source }): NoteParts => ({
        title: 'Call',
        date,
        ...(account === '' ? {} : { account }),
        body: ['## Action Items', ...lines, '', `*Source: [[${source}]]*`],
      }));
    const lists = fc.array(tasks, { maxLength: 2 }).map((lines) => lines.join('\n'));
    const vaults = fc.record({
      'A.md': notes,
      'B.md': notes,
      'C.md': notes,
      'Inbox.md': lists,
      'Sources/call.md': lists,
    });
    fc.assert(
      fc.property(vaults, (files) => {
        const graph = vaultOf(files);
        const viewpoint = { today: '2026-11-22' as const, settings: DEFAULT_SETTINGS };
        const scene = { graph, groups: selectGroups(graph, DEFAULT_SETTINGS), viewpoint };
        expectOneNumber(scene);
        const [listed, inTriage] = unassignedOf(scene);
        expect(listed).toBe(inTriage);
      }),
      { numRuns: 200 },
    );
  });
});
