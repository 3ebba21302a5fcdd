import { Notice } from 'obsidian';
import type { Context } from '../../app/context';
import type { Prompts } from '../../app/prompts';
import { createUndo } from '../../app/told';
import { visible } from '../../core/text/inline';
import { words } from '../../words/words';

/**
 * Longer than others, so that one gets to its button, or to the end of a reason, and not so long that what it covers is
 * missed.
 */
const NOTICE_MS = 8_000;

/**
 * The one way in which actions are told of outside of views. A notice that says no more than that all was done makes
 * room for the next.
 */
export function createTell({ actions, onError }: Pick<Context, 'actions' | 'onError'>): Prompts['tell'] {
  let last: Notice | null = null;
  const takeBack = createUndo(actions, onError);
  const undo = async (id: string): Promise<void> => tell(await takeBack(id));
  const tell: Prompts['tell'] = ({ words: text, id, isWhole }) => {
    last?.hide();
    const said = text === '' ? words.changes.nothingWritten : visible(text);
    const notice =
      id === null
        ? new Notice(said, NOTICE_MS)
        : new Notice(
            createFragment((part) => {
              part.createSpan({ text: said });
              part
                .createEl('button', {
                  text: words.common.undo,
                  cls: 'account-actions-notice-undo',
                  attr: { type: 'button' },
                })
                .addEventListener('click', () => void undo(id), { once: true });
            }),
            NOTICE_MS,
          );
    last = isWhole ? notice : null;
  };
  return tell;
}
