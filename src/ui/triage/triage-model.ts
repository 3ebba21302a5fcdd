import type { UserEvent } from 'obsidian';
import type { Day } from '../../core/base/day';
import { sameValue } from '../../core/base/equal';
import { deriveStore, type Store } from '../../core/base/store';
import type { Graph } from '../../core/graph/graph';
import type { Place } from '../../core/graph/rows';
import { statusSymbols, type Settings } from '../../core/settings';
import { decideRows, type DecisionName } from '../../core/triage/decide';
import { proposalsSelection, type ProposalRow } from '../../core/triage/proposals';
import { actionLabel, decidedWords, type Decided } from '../../core/triage/report';
import type { Edit } from '../../core/change/edit';
import { inOwnTask } from '../parts/own-task';
import { contextOf } from './context';
import type { TriageModel } from './model';

/** What triage needs of the rest of the plugin. */
export interface TriageParts {
  readonly graph: Store<Graph>;
  readonly today: Store<Day>;
  readonly settings: Store<Settings>;
  readonly progress: TriageModel['progress'];
  readonly actions: {
    run(action: { readonly label: string; readonly notes: readonly { readonly path: string; readonly edits: readonly Edit[] }[] }): Promise<Decided>;
    undo(): Promise<Decided | null>;
  };
  readonly openNote: (place: Partial<Place> & Pick<Place, 'path'>, event: UserEvent | null) => void;
  readonly onError: (what: string, error: unknown) => void;
}

/** The proposals of a view or a list, followed from now until `stop`, and what can be done with them. */
export function followTriage({ graph, today, settings, progress, actions, openNote, onError }: TriageParts): TriageModel {
  const options = { equal: sameValue, onError: (error: unknown) => onError('“Triage” did not follow a change', error) };
  const select = proposalsSelection();
  const shown = inOwnTask(graph, { onError: options.onError });
  const proposals = deriveStore([shown, today, settings], (notes, day, { myNames, readOtherProposals }) =>
    select(notes, { today: day, settings: { myNames, readOtherProposals } }), options);
  const letters = deriveStore([settings], ({ letterKeys }) => letterKeys, options);
  const told = async (what: DecisionName | 'undo', work: () => Promise<Decided | null>): Promise<string> => {
    try {
      const report = await work();
      await shown.settled();
      return report === null ? 'Nothing can be taken back: no change of the plugin is left in its journal.' : decidedWords(what, report, proposals.get().length);
    } catch (error) {
      onError(what === 'undo' ? 'The last change was not taken back' : 'The decision was not written', error);
      return 'An error stopped it, which the notice names.';
    }
  };
  return {
    proposals, today, progress, letters,
    decide: (keys: readonly string[], decision: DecisionName) => told(decision, async () => {
      const { notes, refusals, first } = decideRows(graph.get(), keys, decision, { today: today.get(), symbols: statusSymbols(settings.get()) });
      const count = notes.reduce((sum, { edits }) => sum + edits.length, 0);
      const report = await actions.run({ label: actionLabel(decision, count, first), notes });
      return { ...report, refusals: [...refusals, ...report.refusals] };
    }),
    undo: () => told('undo', () => actions.undo()),
    contextOf: (row: ProposalRow) => contextOf(graph.get(), row),
    open: openNote,
    stop: () => [shown, proposals, letters].forEach((store) => store.stop()),
  };
}
