import { selectGroups } from '../../../src/core/graph/groups';
import type { Graph } from '../../../src/core/graph/graph';
import type { RollupResult } from '../../../src/core/rollup/rows';
import { runRollup, type RollupPlace } from '../../../src/core/rollup/run';
import { readSpec } from '../../../src/core/rollup/spec';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings';
import { type NoteParts } from '../graph/vault';

export const TODAY = '2026-11-22';

export function run(
  graph: Graph,
  lines: readonly string[],
  place: RollupPlace = { account: 'aster' },
  settings: Settings = DEFAULT_SETTINGS,
): RollupResult {
  const { spec, faults } = readSpec(lines.join('\n'));
  if (spec === null) throw new Error(faults.map(({ sentence }) => sentence).join(' '));
  return runRollup(
    { graph, groups: selectGroups(graph, settings), viewpoint: { today: TODAY, settings } },
    spec,
    place,
  );
}

export const textsOf = ({ sections }: RollupResult): readonly string[] =>
  sections.flatMap(({ rows }) => rows.map(({ text }) => text));
export const titled = ({ sections }: RollupResult): readonly string[] =>
  sections.map(({ title, rows }) => `${title ?? ''}: ${rows.map(({ text }) => text).join(', ')}`);
export const meeting = (date: string, ...body: readonly string[]): NoteParts => ({
  title: `Call of ${date}`,
  date,
  account: 'Aster',
  body,
});
export const of = (account: string, note: NoteParts): NoteParts => ({ ...note, account });
