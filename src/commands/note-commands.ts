import type { App, Editor, TFile } from 'obsidian';
import type { Day } from '../core/base/day';
import type { Store } from '../core/base/store';
import { isSource, type Graph } from '../core/graph/graph';
import { readingRules } from '../core/note/read-note';
import { statusSymbols, type Settings } from '../core/settings';
import {
  decideLines,
  decideRows,
  tasksFor,
  type LineDecision,
  type Lines,
  type Plan,
  type RowVerb,
} from '../core/triage/decide';
import type { Task } from '../core/task/task';
import { proposalsOf, type Proposal } from '../core/triage/proposals';
import { singleRow } from '../core/triage/rows';
import type { Actions } from '../host/actions';
import type { Failure } from '../host/failure';
import type { Tell, Told } from '../ui/parts/tell';
import { askSnooze } from '../ui/triage/ask';
import { AskModal } from '../ui/triage/ask-modal';
import { createDecideLines } from '../ui/triage/decide-lines';
import { runPlan } from '../ui/triage/run-plan';
import { activeNote, type OpenNote } from './active-note';
import type { CommandActions } from './commands';
import type { TaskMenuActions } from './menus';
import { selectedLines } from './selected-lines';

interface NoteCommandParts {
  readonly app: App;
  readonly graph: Store<Graph>;
  readonly settings: Store<Settings>;
  readonly today: Store<Day>;
  readonly actions: Actions;
  /** Takes back what was done last. */
  readonly undo: () => Promise<Told>;
  readonly tell: Tell;
  readonly failure: Failure;
}

type NoteCommands = Pick<
  CommandActions,
  'countAtCursor' | 'decideAtCursor' | 'snoozeAtCursor' | 'countInNote' | 'decideInNote' | 'undo'
> &
  TaskMenuActions;

const WHOLE_NOTE: Lines = { first: 0, last: Infinity };

/**
 * The commands and menu entries that decide tasks of a note: the lines that are meant, and no copies elsewhere. What
 * they did is told in a notice.
 */
export function noteCommands({
  app,
  graph,
  settings,
  today,
  actions,
  undo,
  tell,
  failure,
}: NoteCommandParts): NoteCommands {
  const rules = () => ({ today: today.get(), symbols: statusSymbols(settings.get()) });
  const waitingIn = (path: string): readonly Proposal[] =>
    proposalsOf(graph.get(), path, { today: today.get(), settings: settings.get() }).filter(
      ({ snoozed }) => snoozed === null,
    );
  const tasksAtCursor = (editor: Editor, { path }: TFile, decision: LineDecision): readonly Task[] =>
    isSource(graph.get(), path)
      ? []
      : tasksFor(decision, path, editor.getValue(), selectedLines(editor), readingRules(settings.get()));
  /** What waits in an open note, with what was typed a moment ago. */
  const waitingInOpen = ({ file: { path }, text }: OpenNote): readonly Task[] =>
    isSource(graph.get(), path)
      ? []
      : tasksFor('accept', path, text, WHOLE_NOTE, readingRules(settings.get())).filter(
          ({ start }) => start === null || start <= today.get(),
        );
  const run = (verb: RowVerb['name'], plan: Plan): void =>
    failure.guard('The tasks were not decided', async () => tell(await runPlan(actions, verb, plan)));
  const decide = createDecideLines({ settings, today, actions });
  const runLines = (...lines: Parameters<typeof decide>): void =>
    failure.guard('The tasks were not decided', async () => tell(await decide(...lines)));
  return {
    countAtCursor: (editor, file, decision) => tasksAtCursor(editor, file, decision).length,
    decideAtCursor: (editor, file, decision) =>
      runLines(decision, file.path, editor.getValue(), tasksAtCursor(editor, file, decision)),
    snoozeAtCursor: (editor, file) =>
      new AskModal(app, askSnooze(today.get()), (verb) => {
        if (verb.name === 'snooze')
          run(
            'snooze',
            decideLines(verb, file.path, editor.getValue(), tasksAtCursor(editor, file, 'snooze'), rules()),
          );
      }).open(),
    countInNote() {
      const open = activeNote(app);
      return open === null ? 0 : waitingInOpen(open).length;
    },
    decideInNote(decision) {
      const open = activeNote(app);
      if (open !== null) runLines(decision, open.file.path, open.text, waitingInOpen(open));
    },
    countInFile: ({ path }) => waitingIn(path).length,
    decideInFile: ({ path }, decision) =>
      run(decision, decideRows(graph.get(), waitingIn(path).map(singleRow), { name: decision }, rules())),
    undo: () => failure.guard('The last change was not taken back', async () => tell(await undo())),
  };
}
