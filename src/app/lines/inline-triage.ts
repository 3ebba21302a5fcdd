import { createStore, deriveStore, type WritableStore } from '../../core/base/store';
import type { Note } from '../../core/note/note';
import { statusSymbols } from '../../core/settings';
import { asEdited, scanLines } from '../../core/text/lines';
import type { RowVerb } from '../../core/triage/decide';
import { isDecidable, tasksByKey } from '../../core/triage/proposals';
import { taskKeys, waitingTask, type LineRules } from '../../core/triage/waiting-lines';
import { inOwnTask } from '../own-task';
import type { Context } from '../context';
import { toldOnly, type Told } from '../told';
import type { DecideByKey } from '../triage/decide-by-key';
import type { DecideLines } from '../triage/decide-lines';
import type { FollowedRows } from '../triage/followed-rows';
import { lineFacts, NO_FACTS, type LineFacts } from './line-facts';
import { words } from '../../words/words';

/** What the buttons of a line show. */
export interface ShownLine {
  /** The words of its task. */
  readonly text: string;
  readonly facts: LineFacts;
  /** Whether it is being decided, so that it cannot be pressed again. */
  readonly pending: boolean;
}

/** A note whose proposed lines carry buttons. */
export interface LinesOfNote {
  readonly rules: LineRules;
  /** What the buttons of the line with this key show. */
  readonly shown: (key: string, text: string) => ShownLine;
}

/** A line on which a button was pressed: as it was drawn, and where it stands in the text of now. */
export interface PressedLine {
  readonly path: string;
  /** The text of the note as it is seen. */
  readonly text: string;
  /** Its number in that text, from 0. */
  readonly line: number;
  /** What it said when its buttons were drawn. */
  readonly raw: string;
}

/** What editors and reading views share to put buttons on proposed lines. */
export interface InlineTriage {
  /**
   * The note at a path, or null where its lines carry no buttons. It is the same value while what its lines show is the
   * same.
   */
  readonly noteAt: (path: string) => LinesOfNote | null;
  /** Whether the proposed lines of the note at a path have a box of their own, so that none is shown as ticked. */
  readonly hasOwnBoxes: (path: string) => boolean;
  /** Decides a line with its copies and tells what happened. It never fails. */
  readonly press: (pressed: PressedLine, verb: RowVerb) => Promise<void>;
  /** Calls when something that lines show may have changed; the function that comes back ends that. */
  readonly onChange: (listener: () => void) => () => void;
  readonly stop: () => void;
}

/** What inline triage needs of the rest of the app. */
export type LinesContext = Pick<Context, 'graph' | 'settings' | 'today' | 'prompts' | 'timers' | 'onError'> & {
  readonly followed: FollowedRows;
  readonly decide: DecideByKey;
  readonly decideLines: DecideLines;
};

/** Follows what is known of proposed lines, from now until `stop`. */
export function followInlineTriage(context: LinesContext): InlineTriage {
  const { graph, settings, today, prompts, timers, followed, onError } = context;
  const options = { onError: (error: unknown) => onError(words.failures.update.buttons, error) };
  const pending = createStore<ReadonlySet<string>>(new Set(), options);
  // Buttons do not wait until all copies were found.
  const read = inOwnTask(graph, timers, options);
  const changes = deriveStore([read, followed.rows, settings, today, pending], (...values) => values, options);
  const known = new Map<string, { readonly from: readonly unknown[]; readonly lines: LinesOfNote | null }>();
  return {
    noteAt(path) {
      const note = settings.get().noteButtons ? decidable(context, path) : null;
      const from = [note, followed.rows.get().byNote.get(path), settings.get(), today.get(), pending.get()];
      const before = known.get(path);
      if (before !== undefined && from.every((value, index) => value === before.from[index])) return before.lines;
      const lines = note === null ? null : linesOf(context, note, pending.get());
      known.set(path, { from, lines });
      return lines;
    },
    hasOwnBoxes(path) {
      const now = settings.get();
      return now.proposedBoxes && statusSymbols(now).get('?') === 'proposed' && decidable(context, path) !== null;
    },
    async press(pressed, verb) {
      try {
        const done = await decideLine(context, pending, pressed, verb);
        if (done !== null) prompts.tell(done);
      } catch (error) {
        onError(words.failures.decideTask, error);
      }
    },
    onChange: (listener) => changes.subscribe(listener),
    stop: () => [read, changes].forEach((store) => store.stop()),
  };
}

function decidable({ graph, settings }: LinesContext, path: string): Note | null {
  const note = graph.get().notes.get(path);
  return note !== undefined && isDecidable(graph.get(), note, settings.get().readOtherProposals) ? note : null;
}

function rulesOf({ settings, today }: LinesContext, note: Note): LineRules {
  return { symbols: statusSymbols(settings.get()), damage: note.damage, today: today.get() };
}

function linesOf(context: LinesContext, note: Note, pending: ReadonlySet<string>): LinesOfNote {
  const { followed, today } = context;
  const facts = lineFacts(followed.rows.get().byNote.get(note.path) ?? [], note.path, today.get());
  return {
    rules: rulesOf(context, note),
    shown: (key, text) => ({ text, facts: facts.get(key) ?? NO_FACTS, pending: pending.has(key) }),
  };
}

/** Decides a line, which is pending meanwhile; null where it already is. */
async function decideLine(
  context: LinesContext,
  pending: WritableStore<ReadonlySet<string>>,
  { path, text, line, raw }: PressedLine,
  verb: RowVerb,
): Promise<Told | null> {
  const note = decidable(context, path);
  const lines = scanLines(text);
  const task = note === null || lines[line]?.text !== raw ? null : waitingTask(raw, line, rulesOf(context, note));
  const key = taskKeys(path, lines, new Set([line])).get(line);
  if (note === null || task === null || key === undefined) return toldOnly(words.changes.lineChanged);
  if (pending.get().has(key)) return null;
  pending.set(new Set([...pending.get(), key]));
  try {
    const alike = lines.filter((other) => other.kind === 'item' && other.text === raw).length;
    return isKnown(note, key, text, alike)
      ? await context.decide([key], verb, { asPressed: true })
      : await context.decideLines(verb, path, text, [task]);
  } finally {
    pending.set(new Set([...pending.get()].filter((other) => other !== key)));
  }
}

/**
 * Whether a line that is seen is the one that the graph knows under the same key. A line that was typed a moment ago is
 * not known yet; where lines are equal, the key tells them apart only while nothing else was typed.
 */
function isKnown(note: Note, key: string, text: string, alike: number): boolean {
  const task = tasksByKey(note).get(key);
  if (task === undefined) return false;
  return (
    (alike === 1 && note.tasks.filter(({ raw }) => raw === task.raw).length === 1) ||
    asEdited(note.text) === asEdited(text)
  );
}
