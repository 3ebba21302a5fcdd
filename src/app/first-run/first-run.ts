import { sameValue } from '../../core/base/equal';
import { createStore, deriveStore, type Store } from '../../core/base/store';
import { sampleNote } from '../../core/first-run/sample';
import type { Graph } from '../../core/graph/graph';
import { isRead } from '../../core/graph/read-vault';
import { baseName } from '../../core/note/note';
import type { Settings } from '../../core/settings';
import { isDecidable } from '../../core/triage/proposals';
import { words } from '../../words/words';
import type { Context } from '../context';
import { guarded, toldOf } from '../told';
import { lookAtVault, type Look } from './look';

/** What sets the plugin up for a vault. */
export interface FirstRun {
  /** Whether all was read, and is neither an account's nor proposed. */
  readonly isNothing: Store<boolean>;
  /** The tags by which notes are ours. */
  readonly tags: Store<readonly string[]>;
  /** Whether the sample note is there. */
  readonly hasSample: Store<boolean>;
  /** Looks at the vault, from now until `stop`. */
  readonly look: () => Look;
  readonly addSample: () => void;
  /** Takes the sample note away where nobody changed it; else says so. */
  readonly removeSample: () => void;
  readonly stop: () => void;
}

const SAMPLE = 'sample-note';

/** What is asked of a vault in which nothing is found, or on demand. */
export function createFirstRun(
  context: Pick<
    Context,
    'graph' | 'progress' | 'settings' | 'today' | 'actions' | 'vault' | 'prompts' | 'memory' | 'inSlices' | 'onError'
  >,
): FirstRun {
  const { graph, progress, settings, today, actions, vault, prompts, memory, onError } = context;
  const options = { equal: sameValue, onError: (error: unknown) => onError(words.failures.update.firstRun, error) };
  const isNothing = deriveStore(
    [graph, progress, settings],
    (notes, left, values) => left === null && holdsNothing(notes, values),
    options,
  );
  const tags = deriveStore([settings], ({ noteTags }) => noteTags, options);
  const sampleIfThere = (): Sample | null => {
    const sample = readSample(memory.get(SAMPLE));
    return sample !== null && vault.createdAt(sample.path) !== null ? sample : null;
  };
  const hasSample = createStore(sampleIfThere() !== null, options);
  const lookForSample = (): void => hasSample.set(sampleIfThere() !== null);
  const unfollow = graph.subscribe(lookForSample);
  const addSample = async (): Promise<void> => {
    if (sampleIfThere() !== null) return;
    const { name, text } = sampleNote(settings.get().noteTags[0]!, today.get());
    const free = await vault.freePath(name);
    const path = isRead(free, settings.get()) ? free : `${name}.md`;
    const done = words.firstRun.sample.added(name);
    const report = await actions.run({ label: done, notes: [{ path, edits: [], effect: { kind: 'create', text } }] });
    if (report.written > 0) memory.set(SAMPLE, { path, text });
    lookForSample();
    prompts.tell(toldOf(report, done));
  };
  const removeSample = async (): Promise<void> => {
    const sample = sampleIfThere();
    if (sample === null) return;
    const { path, text } = sample;
    const done = words.firstRun.sample.removed(baseName(path));
    const report = await actions.run({ label: done, notes: [{ path, edits: [], effect: { kind: 'trash', text } }] });
    lookForSample();
    prompts.tell(toldOf(report, done));
  };
  return {
    isNothing,
    tags,
    hasSample,
    look: () => lookAtVault(context),
    addSample: () => guarded(words.failures.sample, onError, addSample),
    removeSample: () => guarded(words.failures.sample, onError, removeSample),
    stop() {
      unfollow();
      isNothing.stop();
      tags.stop();
    },
  };
}

/** Whether no note is ours, and none is proposed to be decided. */
function holdsNothing(graph: Graph, { readOtherProposals }: Settings): boolean {
  if (graph.resolution.accounts.size > 0 || graph.unassigned.length > 0) return false;
  for (const note of graph.notes.values())
    if (note.counts.proposed > 0 && isDecidable(graph, note, readOtherProposals)) return false;
  return true;
}

interface Sample {
  readonly path: string;
  readonly text: string;
}

function readSample(stored: unknown): Sample | null {
  const { path, text } = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<string, unknown>;
  return typeof path === 'string' && typeof text === 'string' ? { path, text } : null;
}
