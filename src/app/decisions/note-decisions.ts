import { decisionsIn, markLines, otherDecisions } from '../../core/graph/mark-rows';
import type { Statement } from '../../core/note/note';
import { readingRules } from '../../core/note/read-note';
import type { Context } from '../context';
import { guarded } from '../told';
import type { NoteLines } from '../triage/note-tasks';
import { markOf, runMark, type DecisionWish } from './mark-decision';
import type { StatementRow } from '../../core/graph/rows';
import { words } from '../../words/words';

/** What can be said of the decisions of lines. */
export type DecisionVerb = DecisionWish['name'];

/**
 * Says something of decisions in a note: of the lines that are meant, and of no copies elsewhere. What was done is told.
 */
export interface NoteDecisions {
  /** What the decisions of these lines say of which this can be said. */
  readonly textsIn: (lines: NoteLines, verb: DecisionVerb) => readonly string[];
  /** Says it of the lines as they are `now`. To supersede asks first by which decision. */
  readonly markDecisions: (now: () => NoteLines, verb: DecisionVerb) => void;
}

/** How decisions of a note are marked. */
export function createNoteDecisions({
  graph,
  groups,
  settings,
  today,
  actions,
  vault,
  prompts,
  onError,
}: Pick<
  Context,
  'graph' | 'groups' | 'settings' | 'today' | 'actions' | 'vault' | 'prompts' | 'onError'
>): NoteDecisions {
  const rules = () => readingRules(settings.get());
  const meant = ({ path, text, lines }: NoteLines, verb: DecisionVerb): readonly Statement[] =>
    decisionsIn(path, text, lines, rules()).filter(MEANT[verb]);
  const othersOf = ({ path }: NoteLines, decisions: readonly Statement[]): readonly StatementRow[] =>
    otherDecisions(
      graph.get(),
      path,
      decisions.map(({ text }) => text),
      groups.get() ?? new Map(),
    );
  const say = (now: () => NoteLines, wish: DecisionWish): void =>
    guarded(words.failures.decide, onError, async () => {
      const lines = now();
      const mark = markOf(vault, wish, lines.path, today.get());
      const plan = markLines(lines.path, lines.text, meant(lines, wish.name), mark, rules());
      prompts.tell(await runMark(actions, mark, plan));
    });
  return {
    textsIn(lines, verb) {
      const decisions = meant(lines, verb);
      return verb === 'supersede' && decisions.length > 0 && othersOf(lines, decisions).length === 0
        ? []
        : decisions.map(({ text }) => text);
    },
    markDecisions(now, verb) {
      if (verb === 'confirm') say(now, { name: 'confirm' });
      else if (verb === 'unmark') say(now, { name: 'unmark', kinds: ['confirmed', 'superseded'] });
      else {
        prompts.chooseDecision({
          placeholder: words.decisions.whichReplaces,
          decisions: othersOf(now(), meant(now(), verb)),
          today: today.get(),
          onChoose: ({ path }) => say(now, { name: 'supersede', by: path }),
        });
      }
    },
  };
}

const MEANT: Readonly<Record<DecisionVerb, (decision: Statement) => boolean>> = {
  confirm: ({ confirmed }) => confirmed === null,
  supersede: ({ superseded }) => superseded === null,
  unmark: ({ confirmed, superseded }) => confirmed !== null || superseded !== null,
};
