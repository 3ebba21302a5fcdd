import { createStore, type Store } from '../../core/base/store';
import type { RowVerb } from '../../core/triage/decide';
import type { Place } from '../../core/graph/rows';
import { otherParts } from '../../core/base/shared-list';
import type { ProposalRow } from '../../core/triage/rows';
import { rowAt } from '../../core/triage/waiting';
import type { Told } from '../told';
import { goToFirst, leaveRows, startDesk, withRows, withShowing, type Desk, type Rows, type Showing } from './desk';
import type { PressQueue } from './press-queue';
import { words } from '../../words/words';

/** A desk that follows what is pressed and written, and what somebody does at it. */
export interface DeskKeeper {
  readonly desk: Store<Desk>;
  /** What happened last, for the user and the screen reader. */
  readonly said: Store<string>;
  /** Moves or selects. */
  readonly move: (change: (desk: Desk) => Desk) => void;
  /** Shows something else. */
  readonly show: (showing: Showing) => void;
  readonly say: (words: string) => void;
  /** Decides those of these rows that still wait. The next one that is left is current at once. */
  readonly decide: (rows: readonly ProposalRow[], verb: RowVerb) => void;
  /** Does something that no note has, and says so. The first of these rows that is shown then is current. */
  readonly tell: (keys: ReadonlySet<string>, act: () => Saying) => void;
  /** Takes back the last press, or what was told last. What comes back is current, unless something else was done meanwhile. */
  readonly undo: () => void;
  readonly stop: () => void;
}

/** What was told of rows, in words, and what takes it back and says so. */
export interface Saying {
  readonly words: string;
  readonly takeBack: () => string;
}

interface DeskOptions {
  /** What is shown first. */
  readonly showing: Showing;
  /** How many rows are left to decide. */
  readonly countLeft: (desk: Desk) => number;
  /** Shows the line that only the user can change. */
  readonly onByHand?: (line: Place) => void;
  readonly onError: (what: string, error: unknown) => void;
}

/** So many reasons why something was not written are said at once. */
const MOST_FAULTS = 3;

/** Keeps a desk from now until `stop`. */
export function keepDesk(
  queue: Pick<PressQueue, 'presses' | 'press' | 'undo'>,
  { showing, countLeft, onByHand, onError }: DeskOptions,
): DeskKeeper {
  const options = { onError: (error: unknown) => onError(words.failures.update.triage, error) };
  const desk = createStore(startDesk(queue.presses.get().waiting, showing), options);
  const said = createStore('', options);
  /** Grows with all that is done, so that what takes a while moves nobody who went on. */
  let turn = 0;
  /** What was done here, in its order: what was told, and null for each press. */
  const acts: (Saying | null)[] = [];
  const move = (change: (before: Desk) => Desk): void => {
    turn++;
    desk.set(change(desk.get()));
  };
  const stop = queue.presses.subscribe(({ waiting, renamed, marks }) =>
    desk.set(withRows(desk.get(), waiting, renamed, marks)),
  );
  const listen = listener(said.set, () => countLeft(desk.get()), onByHand);
  return {
    desk,
    said,
    move,
    show(next) {
      said.set('');
      move((before) => withShowing(before, next));
    },
    say: said.set,
    decide(rows, verb) {
      const { waiting } = desk.get();
      const wanted = rows.filter(({ key }) => rowAt(waiting, key) !== undefined);
      if (wanted.length === 0) return;
      acts.push(null);
      move((before) => leaveRows(before, wanted));
      void listen(queue.press(wanted, verb));
    },
    tell(keys, act) {
      const saying = act();
      acts.push(saying);
      said.set(saying.words);
      move((before) => goToFirst(before, keys));
    },
    undo() {
      const last = acts.pop();
      if (last != null) return said.set(last.takeBack());
      const known = desk.get().shown;
      const { rows, answer } = queue.undo();
      const back = new Set(rows.map(({ key }) => key));
      move((before) => goToFirst(before, back));
      const asked = turn;
      void listen(
        answer.then((given) => {
          if (asked === turn && rows.length === 0)
            desk.set(goToFirst(desk.get(), keysThatCame(known, desk.get().shown)));
          return given;
        }),
      );
    },
    stop,
  };
}

type Answer = Pick<Told, 'words' | 'isWhole' | 'byHand'>;

/** Says what comes of what was pressed. What went wrong stays to be read while others are answered. */
function listener(
  say: (words: string) => void,
  countLeft: () => number,
  onByHand: DeskOptions['onByHand'],
): (answer: Promise<Answer>) => Promise<void> {
  let unanswered = 0;
  let faults: readonly string[] = [];
  return async (answer) => {
    if (unanswered === 0) faults = [];
    unanswered++;
    const { words: told, isWhole, byHand } = await answer;
    unanswered--;
    if (byHand !== undefined) onByHand?.(byHand);
    if (!isWhole) faults = [...new Set([...faults, told])];
    const more = faults.length - MOST_FAULTS;
    say(
      [
        ...faults.slice(0, MOST_FAULTS),
        ...(more > 0 ? [words.changes.moreNotWritten(more)] : []),
        ...(isWhole ? [told] : []),
        words.changes.left(countLeft()),
      ].join(' '),
    );
  };
}

function keysThatCame(before: Rows, now: Rows): ReadonlySet<string> {
  const known = new Set([...otherParts(before, now)].map(({ key }) => key));
  return new Set([...otherParts(now, before)].flatMap(({ key }) => (known.has(key) ? [] : key)));
}
