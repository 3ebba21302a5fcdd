import type { App } from 'obsidian';
import type { Day } from '../../core/base/day';
import type { Store } from '../../core/base/store';
import type { DecisionMark } from '../../core/change/mark-decision';
import type { Groups } from '../../core/copies/group';
import type { Graph } from '../../core/graph/graph';
import { markRow, type MarkedRow, type MarkPlan } from '../../core/graph/mark-rows';
import { readingRules } from '../../core/note/read-note';
import type { MarkKind } from '../../core/note/statement-marks';
import type { Settings } from '../../core/settings';
import { orError, STOPPED, told, toldOnly, type Acted, type Told } from '../parts/tell';
import { markedWords, markLabel } from './mark-words';

/**
 * What the user says of a decision: that it is confirmed, today; by which note (its path) it was superseded; or neither
 * any more.
 */
export type DecisionWish =
  | { readonly name: 'confirm' }
  | { readonly name: 'supersede'; readonly by: string }
  | { readonly name: 'unmark'; readonly kinds: readonly MarkKind[] };

/** Says something of a row of decisions, in one action; what happened comes back, and it never fails. */
export type MarkDecision = (row: MarkedRow, wish: DecisionWish) => Promise<Told>;

/** Who writes what is said. */
export interface MarkActions {
  run(action: { readonly label: string; readonly notes: MarkPlan['notes'] }): Promise<Acted>;
}

interface MarkParts {
  readonly app: App;
  readonly graph: Store<Graph>;
  /** The lines that say the same; null until they were found once. */
  readonly groups: Store<Groups | null>;
  /** Comes back when they are those of the graph as it is. */
  readonly groupsSettled: () => Promise<void>;
  readonly today: Store<Day>;
  readonly settings: Store<Settings>;
  readonly actions: MarkActions;
  readonly onError: (what: string, error: unknown) => void;
}

/** The one way in which views say something of decisions, for all views that show them. */
export function createMarkDecision({
  app,
  graph,
  groups,
  groupsSettled,
  today,
  settings,
  actions,
  onError,
}: MarkParts): MarkDecision {
  return (row, wish) =>
    orError(
      'The decision was not written',
      async () => {
        // With the copies of a moment before, one of them might go on saying what is taken back.
        await groupsSettled();
        const mark = markOf(app, wish, row.path, today.get());
        return runMark(
          actions,
          mark,
          markRow(graph.get(), row, mark, { groups: groups.get() ?? new Map(), rules: readingRules(settings.get()) }),
        );
      },
      onError,
      toldOnly(STOPPED),
    );
}

/** What is to be written in a note for what the user wishes. */
export function markOf(app: App, wish: DecisionWish, path: string, today: Day): DecisionMark {
  switch (wish.name) {
    case 'confirm':
      return { name: 'confirm', day: today };
    case 'supersede':
      return { name: 'supersede', by: linkPath(app, wish.by, path) };
    case 'unmark':
      return wish;
  }
}

/** Writes a plan as one action; says what became of it, and of what the plan itself refused. */
export async function runMark(actions: MarkActions, mark: DecisionMark, plan: MarkPlan): Promise<Told> {
  const report = await actions.run({ label: markLabel(mark, plan), notes: plan.notes });
  const all = { ...report, refusals: [...plan.refusals, ...report.refusals] };
  return told(markedWords(mark, plan, all), all);
}

/** The text of a link to a note: the shortest that leads there and nowhere else. */
function linkPath({ vault, metadataCache }: App, to: string, from: string): string {
  const file = vault.getFileByPath(to);
  const shortest = file === null ? '' : metadataCache.fileToLinktext(file, from, true);
  return file !== null && metadataCache.getFirstLinkpathDest(shortest, from) === file
    ? shortest
    : to.replace(/\.md$/i, '');
}
