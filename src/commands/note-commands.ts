import { Notice, type App, type Editor, type TFile } from 'obsidian';
import type { Day } from '../core/base/day';
import type { Store } from '../core/base/store';
import { isSource, type Graph } from '../core/graph/graph';
import { readingRules } from '../core/note/read-note';
import { statusSymbols, type Settings } from '../core/settings';
import { decideLines, decideRows, tasksFor, type DecidedRows, type DecisionName, type Lines } from '../core/triage/decide';
import type { Task } from '../core/task/task';
import { isSnoozed, proposalsOf } from '../core/triage/proposals';
import { actionLabel, decidedWords } from '../core/triage/report';
import type { Actions } from '../host/actions';
import type { Failure } from '../host/failure';
import { activeNote, type OpenNote } from './active-note';
import type { CommandActions } from './commands';
import type { MenuActions } from './menus';

interface NoteCommandParts {
  readonly app: App;
  readonly graph: Store<Graph>;
  readonly settings: Store<Settings>;
  readonly today: Store<Day>;
  readonly actions: Actions;
  readonly failure: Failure;
}

type NoteCommands = Pick<CommandActions, 'countAtCursor' | 'decideAtCursor' | 'countInNote' | 'decideInNote' | 'undo'> & MenuActions;

const WHOLE_NOTE: Lines = { first: 0, last: Infinity };

/** The commands and menu entries that decide tasks of a note. What they did is told in a notice. */
export function noteCommands({ app, graph, settings, today, actions, failure }: NoteCommandParts): NoteCommands {
  const reading = () => readingRules(settings.get());
  const waitingKeys = (path: string): readonly string[] => proposalsOf(graph.get(), path, { today: today.get(), settings: settings.get() }).map(({ key }) => key);
  const tasksAtCursor = (editor: Editor, { path }: TFile, decision: DecisionName): readonly Task[] =>
    isSource(graph.get(), path) ? [] : tasksFor(decision, path, editor.getValue(), selectedLines(editor), reading());
  /** What waits in an open note, with what was typed a moment ago. */
  const waitingIn = ({ file: { path }, text }: OpenNote): readonly Task[] =>
    isSource(graph.get(), path) ? [] : tasksFor('accept', path, text, WHOLE_NOTE, reading()).filter((task) => !isSnoozed(task, today.get()));
  const run = (decision: DecisionName, { notes, refusals, first }: DecidedRows): void => failure.guard('The tasks were not decided', async () => {
    const count = notes.reduce((sum, { edits }) => sum + edits.length, 0);
    const report = await actions.run({ label: actionLabel(decision, count, first), notes });
    tell(decidedWords(decision, { ...report, refusals: [...refusals, ...report.refusals] }, null));
  });
  return {
    countAtCursor: (editor, file, decision) => tasksAtCursor(editor, file, decision).length,
    decideAtCursor: (editor, file, decision) =>
      run(decision, decideLines(decision, file.path, editor.getValue(), tasksAtCursor(editor, file, decision), { today: today.get(), reading: reading() })),
    countInNote() {
      const open = activeNote(app);
      return open === null ? 0 : waitingIn(open).length;
    },
    decideInNote(decision) {
      const open = activeNote(app);
      if (open !== null) run(decision, decideLines(decision, open.file.path, open.text, waitingIn(open), { today: today.get(), reading: reading() }));
    },
    countInFile: ({ path }) => waitingKeys(path).length,
    decideInFile: ({ path }, decision) =>
      run(decision, decideRows(graph.get(), waitingKeys(path), decision, { today: today.get(), symbols: statusSymbols(settings.get()) })),
    undo: () => failure.guard('The last change was not taken back', async () => {
      const report = await actions.undo();
      tell(report === null ? 'Nothing can be taken back: no change of the plugin is left in its journal.' : decidedWords('undo', report, null));
    }),
  };
}

function tell(words: string): void {
  new Notice(words === '' ? 'Nothing was left to decide.' : words);
}

/** The lines that the selections of an editor touch: from the first of them to the last. */
function selectedLines(editor: Editor): Lines {
  const ends = editor.listSelections().flatMap(({ anchor, head }) => [anchor.line, head.line]);
  return { first: Math.min(...ends), last: Math.max(...ends) };
}
