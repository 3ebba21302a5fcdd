import type { Day } from '../../core/base/day';
import type { Steps } from '../../core/base/steps';
import { createStore, deriveStore, type Store } from '../../core/base/store';
import type { Groups } from '../../core/copies/copy-finder';
import { accountKeyOf, type Graph } from '../../core/graph/graph';
import type { RollupShow } from '../../core/rollup/keys';
import type { Scene } from '../../core/rollup/material';
import type { RollupResult } from '../../core/rollup/rows';
import { rollupRunner, type RollupPlace } from '../../core/rollup/run';
import type { RollupSpec } from '../../core/rollup/spec';
import type { Settings } from '../../core/settings';
import { inOwnTask } from '../parts/own-task';
import { createTurns, type Turns } from './turns';

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
  /** What they see; it changes with the graph, when what blocks about all accounts show was made of it. */
  readonly scene: Store<Scene>;
  /** Tells when blocks may show something else than before. */
  readonly changed: Store<unknown>;
  /** Whether the notes were read once: before, nothing can be told. */
  readonly isRead: () => boolean;
  /** In which blocks are drawn. */
  readonly turns: Turns;
  /** Where a block in the note (or canvas) at a path stands now. */
  readonly placeOf: (path: string) => RollupPlace;
  /** What a block shows that stands there; null where that is not known yet, and will be told. Blocks that ask for the same are run once. */
  readonly resultOf: (spec: RollupSpec, place: RollupPlace) => RollupResult | null;
  readonly stop: () => void;
}

/** Longest time, in milliseconds, that making rows holds the screen before it yields. */
const SLICE_MS = 8;

/** Runs rollups over a graph that is followed, from now until `stop`. */
export function createRollups({ graph, groups, today, settings, progress, onError }: RollupParts): Rollups {
  const options = { onError: (error: unknown) => onError('A rollup did not follow a change', error) };
  const shown = inOwnTask(graph, options);
  const copies = inOwnTask(groups, options);
  const newest = deriveStore([shown, copies, today, settings], (notes, known, day, { myNames, people, readOtherProposals }): Scene =>
    ({ graph: notes, groups: known ?? NO_GROUPS, viewpoint: { today: day, settings: { myNames, people, readOtherProposals } } }), options);
  const scene = createStore(newest.get(), options);
  let isRead = graph.get().revision > 0 && progress.get() === null;
  const changed = createStore({}, options);
  const runner = rollupRunner();
  /** What blocks about all accounts show: it is made in slices before they see a scene. */
  const ofAll = new Set<RollupShow>();
  const ready = new Set<RollupShow>();
  let results = new Map<string, RollupResult>();
  let timer: number | null = null;

  const work = (steps: Steps<void>, next: Scene): void => {
    timer = null;
    const end = performance.now() + SLICE_MS;
    try {
      while (steps.next().done !== true) {
        if (performance.now() < end) continue;
        timer = window.setTimeout(() => work(steps, next));
        return;
      }
    } catch (error) {
      options.onError(error);
      return;
    }
    ofAll.forEach((show) => ready.add(show));
    results = new Map();
    scene.set(next);
    changed.set({});
  };
  const prepare = (): void => {
    if (timer !== null) window.clearTimeout(timer);
    const next = newest.get();
    work((function* () {
      for (const show of ofAll) yield* runner.prepare(next, show);
    })(), next);
  };
  const stops = [
    newest.subscribe(prepare),
    progress.subscribe((left) => {
      if (left !== null || isRead) return;
      isRead = true;
      changed.set({});
    }),
  ];
  return {
    scene, changed, isRead: () => isRead, turns: createTurns(options.onError),
    placeOf: (path) => placeOf(scene.get().graph, path),
    resultOf(spec, place) {
      if (!isRead) return null;
      if (spec.account === 'all' && !ready.has(spec.show)) {
        if (!ofAll.has(spec.show)) {
          ofAll.add(spec.show);
          if (timer !== null) window.clearTimeout(timer);
          timer = window.setTimeout(prepare);
        }
        return null;
      }
      const asked = keyOf(spec, place);
      const result = results.get(asked) ?? runner.run(scene.get(), spec, place);
      results.set(asked, result);
      return result;
    },
    stop() {
      if (timer !== null) window.clearTimeout(timer);
      stops.forEach((stop) => stop());
      [shown, copies, newest].forEach((store) => store.stop());
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
