import type { VNode } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { currentRow, type Desk } from '../../app/triage/desk';
import type { Ask } from '../../app/prompts';
import { rowAt } from '../../core/triage/waiting';
import { AskForm } from './ask-form';

/** A question that is open, and the key of the row that was current when it was asked. */
interface Asking {
  readonly row: string | null;
  readonly form: VNode;
}

/** A question in place, one at a time. */
export interface Question {
  /** The form, or null where nothing is asked. */
  readonly form: VNode | null;
  /** Asks; `about`: the words of the task that it is about, or how many tasks. */
  readonly ask: <T>(ask: Ask<T>, about: string, answer: (value: T) => void) => void;
}

/**
 * Questions about the rows of a desk. One is about the row it was asked for, and closes when one goes to another. It
 * stays while its row is only written anew: what is typed must not become keys of the list. `deskNow`: the desk as it
 * is, also before it was drawn. `onClose`: gives the focus back.
 */
export function useQuestion(desk: Desk, deskNow: () => Desk, onClose: () => void): Question {
  const [asking, setAsking] = useState<Asking | null>(null);
  const current = currentRow(desk)?.key;
  useLayoutEffect(
    () =>
      setAsking((open) =>
        open?.row != null && open.row !== current && rowAt(desk.waiting, open.row) !== undefined ? null : open,
      ),
    [current],
  );
  const close = (): void => {
    setAsking(null);
    onClose();
  };
  return {
    form: asking?.form ?? null,
    ask(ask, about, answer) {
      const form = (
        <AskForm
          key={`${ask.title} ${about}`}
          ask={ask}
          about={about}
          onClose={close}
          onAnswer={(value) => {
            close();
            answer(value);
          }}
        />
      );
      setAsking({ row: currentRow(deskNow())?.key ?? null, form });
    },
  };
}
