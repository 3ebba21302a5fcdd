import { Notice } from 'obsidian';
import { visible } from '../../core/text/inline';
import { sentencesOf, undoneWords, type Decided, type Undone } from '../../core/triage/report';

/** What became of an action of the journal; its id is null where the journal does not have it. */
export interface Acted extends Decided {
  readonly id: string | null;
}

/** What is said of an action. */
export interface Told {
  readonly words: string;
  /** The action that can be taken back; null where nothing was written. */
  readonly id: string | null;
  /** Whether all of it was done. */
  readonly isWhole: boolean;
}

/** Tells in a notice what was done, with a button that takes it back. */
export type Tell = (told: Told) => void;

/** Words about an action. */
export function told(words: string, { id, written, refusals, stopped }: Acted): Told {
  return { words, id: written > 0 ? id : null, isWhole: refusals.length === 0 && stopped === 0 };
}

/** What was `done` in a sentence, where anything was written, and why the rest was not. */
export function toldOf(report: Acted, done: string): Told {
  return told(sentencesOf(report.written > 0 ? done : null, report), report);
}

/** Words alone: nothing that can be taken back. */
export function toldOnly(words: string): Told {
  return { words, id: null, isWhole: false };
}

/** What is said of work that an error stopped; what the error is, a notice of its own says. */
export const STOPPED = 'An error stopped it.';

/** What became of an undo, which itself is taken back by doing the thing again. */
export function toldUndone(undone: Undone | null): Told {
  return { words: undoneWords(undone), id: null, isWhole: (undone?.refusals.length ?? 0) === 0 };
}

/** What work gives; where it failed, `onError` is told, and `otherwise` is what comes back. */
export async function orError<T>(
  what: string,
  work: () => Promise<T>,
  onError: (what: string, error: unknown) => void,
  otherwise: T,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    onError(what, error);
    return otherwise;
  }
}

/**
 * Longer than others, so that one gets to its button, or to the end of a reason, and not so long that what it covers is
 * missed.
 */
const NOTICE_MS = 8_000;

/** Takes back an action of the journal, the last one where no id is given, and says so. It never fails. */
export type Undo = (id?: string) => Promise<Told>;

/** The one way in which views take something back. */
export function createUndo({
  actions,
  onError,
}: {
  readonly actions: { undo(id?: string): Promise<Undone | null> };
  readonly onError: (what: string, error: unknown) => void;
}): Undo {
  return (id) =>
    orError(
      'The change was not taken back',
      async () => toldUndone(await actions.undo(id)),
      onError,
      toldOnly(STOPPED),
    );
}

interface TellParts {
  readonly actions: { undo(id?: string): Promise<Undone | null> };
  readonly onError: (what: string, error: unknown) => void;
}

/**
 * The one way in which actions are told of outside of views. A notice that says no more than that all was done makes
 * room for the next.
 */
export function createTell({ actions, onError }: TellParts): Tell {
  let last: Notice | null = null;
  const takeBack = createUndo({ actions, onError });
  const undo = async (id: string): Promise<void> => tell(await takeBack(id));
  const tell: Tell = ({ words, id, isWhole }) => {
    last?.hide();
    const said = words === '' ? 'Nothing was written.' : visible(words);
    const notice =
      id === null
        ? new Notice(said, NOTICE_MS)
        : new Notice(
            createFragment((part) => {
              part.createSpan({ text: said });
              part
                .createEl('button', { text: 'Undo', cls: 'account-actions-notice-undo', attr: { type: 'button' } })
                .addEventListener('click', () => void undo(id), { once: true });
            }),
            NOTICE_MS,
          );
    last = isWhole ? notice : null;
  };
  return tell;
}
