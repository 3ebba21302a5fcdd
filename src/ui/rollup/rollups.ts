import type { Day } from '../../core/base/day';
import { createStore, deriveStore, type Store } from '../../core/base/store';
import type { Groups } from '../../core/copies/copy-finder';
import { accountKeyOf, type Graph } from '../../core/graph/graph';
import type { Scene } from '../../core/rollup/material';
import type { RollupResult } from '../../core/rollup/rows';
import { rollupRun, type RollupPlace } from '../../core/rollup/run';
import type { RollupSpec } from '../../core/rollup/spec';
import type { Settings } from '../../core/settings';
import { inOwnTask } from '../parts/own-task';

interface RollupParts {
  readonly graph: Store<Graph>;
  /** The lines that say the same; null until they were found once. */
  readonly groups: Store<Groups | null>;
  readonly today: Store<Day>;
  readonly settings: Store<Settings>;
  /** How far the first reading is; null when all are read. */
  readonly progress: Store<unknown>;
  readonly onError: (what: string, error: unknown) => void;
}

/** What all rollups of the vault have in common. */
export interface Rollups {
  /** What they see; it changes with the graph, a task later. */
  readonly scene: Store<Scene>;
  /** Whether the notes were read once: before, nothing can be told. */
  readonly isRead: Store<boolean>;
  /** Where a block in the note (or canvas) at a path stands now. */
  readonly placeOf: (path: string) => RollupPlace;
  /** What a block shows that stands there. Blocks that ask for the same are run once. */
  readonly resultOf: (spec: RollupSpec, place: RollupPlace) => RollupResult;
  readonly stop: () => void;
}

/** Runs rollups over a graph that is followed, from now until `stop`. */
export function createRollups({ graph, groups, today, settings, progress, onError }: RollupParts): Rollups {
  const options = { onError: (error: unknown) => onError('A rollup did not follow a change', error) };
  const shown = inOwnTask(graph, options);
  const copies = inOwnTask(groups, options);
  const scene = deriveStore([shown, copies, today, settings], (notes, known, day, { myNames, people, readOtherProposals }): Scene =>
    ({ graph: notes, groups: known ?? NO_GROUPS, viewpoint: { today: day, settings: { myNames, people, readOtherProposals } } }), options);
  const isRead = createStore(graph.get().revision > 0 && progress.get() === null, options);
  const stopReading = progress.subscribe((left) => {
    if (left === null) isRead.set(true);
  });
  const run = rollupRun();
  let known: { readonly scene: Scene; readonly results: Map<string, RollupResult> } | null = null;
  return {
    scene, isRead,
    placeOf: (path) => placeOf(scene.get().graph, path),
    resultOf(spec, place) {
      const now = scene.get();
      if (known?.scene !== now) known = { scene: now, results: new Map() };
      const asked = keyOf(spec, place);
      const result = known.results.get(asked) ?? run(now, spec, place);
      known.results.set(asked, result);
      return result;
    },
    stop() {
      stopReading();
      [shown, copies, scene].forEach((store) => store.stop());
    },
  };
}

const NO_GROUPS: Groups = new Map();

/** What is no Markdown file (a canvas) has no account. */
function placeOf(graph: Graph, path: string): RollupPlace {
  if (!/\.md$/i.test(path)) return 'no-note';
  const account = accountKeyOf(graph, path);
  return account === null ? 'no-account' : { account };
}

function keyOf(spec: RollupSpec, place: RollupPlace): string {
  return JSON.stringify([{ ...spec, decisions: [...spec.decisions], tasks: [...spec.tasks] }, place]);
}
