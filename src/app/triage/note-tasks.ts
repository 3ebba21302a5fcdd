import { isSource } from '../../core/graph/graph';
import { readingRules } from '../../core/note/read-note';
import type { TaskStatus } from '../../core/task/status';
import type { Task } from '../../core/task/task';
import { decideRows, tasksIn, type Lines, type RowVerb } from '../../core/triage/decide';
import { proposalsOf, type Proposal } from '../../core/triage/proposals';
import { singleRow } from '../../core/triage/rows';
import type { Context, OpenNote } from '../context';
import { guarded, type Told } from '../told';
import { createDecideLines } from './decide-lines';
import { runPlan } from './run-plan';
import { verbRules } from './verb-rules';
import { isFor, type VerbEntry } from './verbs';
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
  /** What the tasks of these lines say that a verb is offered for. */
  readonly textsIn: (lines: NoteLines, entry: VerbEntry) => readonly string[];
  /** Asks first, where the verb does. `now`: the lines as they are when it is decided. */
  readonly decideIn: (now: () => NoteLines, entry: VerbEntry) => void;
  /** How many proposed tasks of the active note wait. */
  readonly countInNote: () => number;
  readonly decideInNote: (verb: RowVerb) => void;
  /** How many proposed tasks of the note at a path wait. */
  readonly countInFile: (path: string) => number;
  readonly decideInFile: (path: string, verb: RowVerb) => void;
}

const WHOLE_NOTE: Lines = { first: 0, last: Infinity };

type NoteTasksContext = Pick<
  Context,
  'graph' | 'settings' | 'today' | 'taskFormat' | 'actions' | 'vault' | 'prompts' | 'onError'
> & { readonly people: () => readonly string[] };

/** How tasks of a note are decided. */
export function createNoteTasks(context: NoteTasksContext): NoteTasks {
  const { graph, settings, today, actions, vault, prompts, people, onError } = context;
  const waitingIn = (path: string): readonly Proposal[] =>
    proposalsOf(graph.get(), path, { today: today.get(), settings: settings.get() }).filter(
      ({ snoozed }) => snoozed === null,
    );
  const tasksOf = ({ path, text, lines }: NoteLines, isMeant: (status: TaskStatus) => boolean): readonly Task[] =>
    isSource(graph.get(), path) ? [] : tasksIn(path, text, lines, readingRules(settings.get()), isMeant);
  const tasksFor = (lines: NoteLines, entry: VerbEntry): readonly Task[] =>
    tasksOf(lines, (status) => isFor(entry, status));
  /** What waits in an open note, with what was typed a moment ago. */
  const waitingInOpen = ({ path, text }: OpenNote): readonly Task[] =>
    tasksOf({ path, text, lines: WHOLE_NOTE }, (status) => status === 'proposed').filter(
      ({ start }) => start === null || start <= today.get(),
    );
  const decide = createDecideLines(context);
  const tell = (deciding: () => Promise<Told>): void =>
    guarded(words.failures.decideTasks, onError, async () => prompts.tell(await deciding()));
  return {
    textsIn(lines, entry) {
      // What was done to a task before is known of rows alone.
      if (entry.only === 'decided-before') return [];
      const tasks = tasksFor(lines, entry);
      return entry.only === 'one' && tasks.length > 1 ? [] : tasks.map(({ text }) => text);
    },
    decideIn(now, entry) {
      const decideNow = (verb: RowVerb): void => {
        const lines = now();
        tell(() => decide(verb, lines.path, lines.text, tasksFor(lines, entry)));
      };
      if (entry.verb !== null) return decideNow(entry.verb);
      const text = tasksFor(now(), entry)[0]?.text ?? '';
      prompts.ask(entry.ask!.question({ today: today.get(), people, text }), decideNow);
    },
    countInNote() {
      const open = vault.activeNote();
      return open === null ? 0 : waitingInOpen(open).length;
    },
    decideInNote(verb) {
      const open = vault.activeNote();
      if (open !== null) tell(() => decide(verb, open.path, open.text, waitingInOpen(open)));
    },
    countInFile: (path) => waitingIn(path).length,
    decideInFile: (path, verb) =>
      tell(() =>
        runPlan(actions, verb, decideRows(graph.get(), waitingIn(path).map(singleRow), verb, verbRules(context))),
      ),
  };
}
