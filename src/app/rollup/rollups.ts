import type { Steps } from '../../core/base/steps';
import { createStore, deriveStore, type Store, type StoreOptions } from '../../core/base/store';
import { accountKeyOf, type Graph } from '../../core/graph/graph';
import type { RollupShow } from '../../core/rollup/keys';
import type { Scene } from '../../core/rollup/material';
import type { RollupResult } from '../../core/rollup/rows';
import { rollupRunner, type RollupPlace } from '../../core/rollup/run';
import type { RollupSpec } from '../../core/rollup/spec';
import type { Context } from '../context';
import { deriveInSlices } from '../sliced-store';
import { createTurns, type Turns } from './turns';
import type { Groups } from '../../core/copies/group';
import { words } from '../../words/words';

type RollupParts = Pick<
  Context,
  'graph' | 'groups' | 'today' | 'settings' | 'progress' | 'inSlices' | 'timers' | 'onError'
>;

/** What all rollups of the vault have in common. */
export interface Rollups {
  /** What they see now; it follows the graph when what blocks about all accounts show was made of it. */
  readonly scene: () => Scene;
  /** Tells when blocks may show something else than before. */
  readonly changed: Store<unknown>;
  /** Whether the notes were read once: before, nothing can be told. */
  readonly isRead: () => boolean;
  /** In which blocks are drawn. */
  readonly turns: Turns;
  /** Where a block in the note (or canvas) at a path stands now. */
  readonly placeOf: (path: string) => RollupPlace;
  /**
   * What a block shows that stands there; null where that is not known yet, and will be told. Blocks that ask for the
   * same are run once.
   */
  readonly resultOf: (spec: RollupSpec, place: RollupPlace) => RollupResult | null;
  readonly stop: () => void;
}

/** What rollups see, what was made of it before they see it, and what they found in it since. */
interface Prepared {
  readonly scene: Scene;
  readonly ofAll: readonly RollupShow[];
  readonly results: Map<string, RollupResult>;
}

/** Runs rollups over a graph that is followed, from now until `stop`. */
export function createRollups(parts: RollupParts): Rollups {
  const { graph, progress, inSlices, timers, onError } = parts;
  const options = { onError: (error: unknown) => onError(words.failures.update.rollup, error) };
  const runner = rollupRunner();
  /** What blocks about all accounts show. */
  const asked = createStore<readonly RollupShow[]>([], options);
  const newest = newestScene(parts, options);
  const prepared = deriveInSlices(
    [newest, asked],
    function* (scene, ofAll): Steps<Prepared> {
      for (const show of ofAll) yield* runner.prepare(scene, show);
      return { scene, ofAll, results: new Map() };
    },
    { ...options, inSlices, timers, initial: { scene: newest.get(), ofAll: [], results: new Map() } },
  );
  let isRead = graph.get().revision > 0 && progress.get() === null;
  const changed = createStore({}, options);
  const stops = [
    prepared.subscribe(() => changed.set({})),
    progress.subscribe((left) => {
      if (left !== null || isRead) return;
      // What was read last is seen a task later; before that, a note may seem to belong to no account.
      void prepared.settled().then(() => {
        isRead = true;
        changed.set({});
      });
    }),
  ];
  return {
    scene: () => prepared.get().scene,
    changed,
    isRead: () => isRead,
    turns: createTurns(timers, options.onError),
    placeOf: (path) => placeOf(prepared.get().scene.graph, path),
    resultOf(spec, place) {
      if (!isRead) return null;
      const { scene, ofAll, results } = prepared.get();
      if (spec.account === 'all' && !ofAll.includes(spec.show)) {
        if (!asked.get().includes(spec.show)) asked.set([...asked.get(), spec.show]);
        return null;
      }
      const key = keyOf(spec, place);
      const result = results.get(key) ?? runner.run(scene, spec, place);
      results.set(key, result);
      return result;
    },
    stop() {
      stops.forEach((stop) => stop());
      [newest, prepared].forEach((store) => store.stop());
    },
  };
}

/** What rollups see of the graph as it is. */
function newestScene({ graph, groups, today, settings }: RollupParts, options: Pick<StoreOptions<unknown>, 'onError'>) {
  return deriveStore(
    [graph, groups, today, settings],
    (notes, known, day, { myNames, people, readOtherProposals }): Scene => ({
      graph: notes,
      groups: known ?? NO_GROUPS,
      viewpoint: { today: day, settings: { myNames, people, readOtherProposals } },
    }),
    options,
  );
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
