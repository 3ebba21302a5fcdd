import { isSource } from '../../core/graph/graph';
import { readingRules } from '../../core/note/read-note';
import { statusSymbols } from '../../core/settings';
import type { Task } from '../../core/task/task';
import {
  decideLines,
  decideRows,
  tasksFor,
  type DecisionName,
  type LineDecision,
  type Lines,
  type Plan,
  type RowVerb,
} from '../../core/triage/decide';
import { proposalsOf, type Proposal } from '../../core/triage/proposals';
import { singleRow } from '../../core/triage/rows';
import { askSnooze } from '../asks';
import type { Context, OpenNote } from '../context';
import { guarded } from '../told';
import { createDecideLines } from './decide-lines';
import { runPlan } from './run-plan';
import { words } from '../../words/words';

/** Lines of an open note, in the text as it stands there. */
export interface NoteLines {
  readonly path: string;
  readonly text: string;
  readonly lines: Lines;
}

/**
 * What commands and menus do with the tasks of a note: the lines that are meant, and no copies elsewhere. What they did
 * is told.
 */
export interface NoteTasks {
  /** How many tasks of these lines can be decided so. */
  readonly countIn: (lines: NoteLines, decision: LineDecision) => number;
  readonly decideIn: (lines: NoteLines, decision: DecisionName) => void;
  /** Asks for a day first; `now`: the lines as they are when it is chosen. */
  readonly snoozeIn: (now: () => NoteLines) => void;
  /** How many proposed tasks of the active note wait. */
  readonly countInNote: () => number;
  readonly decideInNote: (decision: DecisionName) => void;
  /** How many proposed tasks of the note at a path wait. */
  readonly countInFile: (path: string) => number;
  readonly decideInFile: (path: string, decision: DecisionName) => void;
}

const WHOLE_NOTE: Lines = { first: 0, last: Infinity };

/** How tasks of a note are decided. */
export function createNoteTasks({
  graph,
  settings,
  today,
  taskFormat,
  actions,
  vault,
  prompts,
  onError,
}: Pick<
  Context,
  'graph' | 'settings' | 'today' | 'taskFormat' | 'actions' | 'vault' | 'prompts' | 'onError'
>): NoteTasks {
  const rules = () => ({ today: today.get(), symbols: statusSymbols(settings.get()), format: taskFormat() });
  const waitingIn = (path: string): readonly Proposal[] =>
    proposalsOf(graph.get(), path, { today: today.get(), settings: settings.get() }).filter(
      ({ snoozed }) => snoozed === null,
    );
  const tasksIn = ({ path, text, lines }: NoteLines, decision: LineDecision): readonly Task[] =>
    isSource(graph.get(), path) ? [] : tasksFor(decision, path, text, lines, readingRules(settings.get()));
  /** What waits in an open note, with what was typed a moment ago. */
  const waitingInOpen = ({ path, text }: OpenNote): readonly Task[] =>
    tasksIn({ path, text, lines: WHOLE_NOTE }, 'accept').filter(({ start }) => start === null || start <= today.get());
  const run = (verb: RowVerb['name'], plan: Plan): void =>
    guarded(words.failures.decideTasks, onError, async () => prompts.tell(await runPlan(actions, verb, plan)));
  const decide = createDecideLines({ settings, today, taskFormat, actions });
  const runLines = (...lines: Parameters<typeof decide>): void =>
    guarded(words.failures.decideTasks, onError, async () => prompts.tell(await decide(...lines)));
  return {
    countIn: (lines, decision) => tasksIn(lines, decision).length,
    decideIn: (lines, decision) => runLines(decision, lines.path, lines.text, tasksIn(lines, decision)),
    snoozeIn: (now) =>
      prompts.ask(askSnooze(today.get()), (verb) => {
        if (verb.name !== 'snooze') return;
        const lines = now();
        run('snooze', decideLines(verb, lines.path, lines.text, tasksIn(lines, 'snooze'), rules()));
      }),
    countInNote() {
      const open = vault.activeNote();
      return open === null ? 0 : waitingInOpen(open).length;
    },
    decideInNote(decision) {
      const open = vault.activeNote();
      if (open !== null) runLines(decision, open.path, open.text, waitingInOpen(open));
    },
    countInFile: (path) => waitingIn(path).length,
    decideInFile: (path, decision) =>
      run(decision, decideRows(graph.get(), waitingIn(path).map(singleRow), { name: decision }, rules())),
  };
}
