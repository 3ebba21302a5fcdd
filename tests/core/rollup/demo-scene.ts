import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { selectGroups } from '../../../src/core/graph/groups';
import { readVault } from '../../../src/core/graph/read-vault';
import type { Scene } from '../../../src/core/rollup/material';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';

const ROOT = 'tests/demo-vault';

/** The demo vault as a rollup sees it on a day. */
export function demoScene(today: Scene['viewpoint']['today'] = '2026-11-22'): Scene {
  const paths = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'));
  const graph = readVault(
    paths.map((path) => [path.replaceAll(sep, '/'), readFileSync(join(ROOT, path), 'utf8')] as const),
    DEFAULT_SETTINGS,
  );
  const viewpoint = { today, settings: DEFAULT_SETTINGS };
  return { graph, groups: selectGroups(graph, DEFAULT_SETTINGS), viewpoint };
}
