import type { App, Editor, TFile } from 'obsidian';
import type { Day } from '../core/base/day';
import type { Store } from '../core/base/store';
import type { Groups } from '../core/copies/group';
import type { Graph } from '../core/graph/graph';
import { decisionsIn, markLines, otherDecisions } from '../core/graph/mark-rows';
import type { MergedStatement } from '../core/graph/rows';
import type { Statement } from '../core/note/note';
import { readingRules } from '../core/note/read-note';
import type { Settings } from '../core/settings';
import type { Actions } from '../host/actions';
import type { Failure } from '../host/failure';
import { DecisionPicker } from '../ui/decisions/decision-picker';
import { markOf, runMark, type DecisionWish } from '../ui/decisions/mark-decision';
import type { Tell } from '../ui/parts/tell';
import { selectedLines } from './selected-lines';

/** What can be said of the decisions at the cursor. */
export type DecisionVerb = DecisionWish['name'];

/** Says something of the decisions at the cursor, or in the selection. */
export interface DecisionCommands {
  /** Of how many of them this can be said. */
  countDecisions(editor: Editor, file: TFile, verb: DecisionVerb): number;
  /** Says it. To supersede asks first by which decision. */
  markDecisions(editor: Editor, file: TFile, verb: DecisionVerb): void;
}

interface DecisionParts {
  readonly app: App;
  readonly graph: Store<Graph>;
  readonly groups: Store<Groups | null>;
  readonly settings: Store<Settings>;
  readonly today: Store<Day>;
  readonly actions: Actions;
  readonly tell: Tell;
  readonly failure: Failure;
}

/**
 * The commands that say something of decisions in a note: of the lines that are meant, and of no copies elsewhere. What
 * they did is told in a notice.
 */
export function decisionCommands({
  app,
  graph,
  groups,
  settings,
  today,
  actions,
  tell,
  failure,
}: DecisionParts): DecisionCommands {
  const rules = () => readingRules(settings.get());
  const atCursor = (editor: Editor, { path }: TFile, verb: DecisionVerb): readonly Statement[] =>
    decisionsIn(path, editor.getValue(), selectedLines(editor), rules()).filter(MEANT[verb]);
  const othersOf = ({ path }: TFile, decisions: readonly Statement[]): readonly MergedStatement[] =>
    otherDecisions(
      graph.get(),
      path,
      decisions.map(({ text }) => text),
      groups.get() ?? new Map(),
    );
  const say = (editor: Editor, file: TFile, wish: DecisionWish): void =>
    failure.guard('The decision was not written', async () => {
      const mark = markOf(app, wish, file.path, today.get());
      tell(
        await runMark(
          actions,
          mark,
          markLines(file.path, editor.getValue(), atCursor(editor, file, wish.name), mark, rules()),
        ),
      );
    });
  return {
    countDecisions(editor, file, verb) {
      const decisions = atCursor(editor, file, verb);
      return verb === 'supersede' && decisions.length > 0 && othersOf(file, decisions).length === 0
        ? 0
        : decisions.length;
    },
    markDecisions(editor, file, verb) {
      if (verb === 'confirm') say(editor, file, { name: 'confirm' });
      else if (verb === 'unmark') say(editor, file, { name: 'unmark', kinds: ['confirmed', 'superseded'] });
      else {
        new DecisionPicker(app, {
          placeholder: 'Which decision is there instead?',
          decisions: othersOf(file, atCursor(editor, file, verb)),
          today: today.get(),
          onChoose: ({ path }) => say(editor, file, { name: 'supersede', by: path }),
        }).open();
      }
    },
  };
}

const MEANT: Readonly<Record<DecisionVerb, (decision: Statement) => boolean>> = {
  confirm: ({ confirmed }) => confirmed === null,
  supersede: ({ superseded }) => superseded === null,
  unmark: ({ confirmed, superseded }) => confirmed !== null || superseded !== null,
};
