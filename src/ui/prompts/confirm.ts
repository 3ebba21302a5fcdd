import { ConfirmationModal, type App } from 'obsidian';
import type { Question } from '../../app/prompts';
import { words } from '../../words/words';
import { pressOnce } from '../parts/press-once';

/** Asks, and says whether the user wants it. Enter alone does nothing: Cancel has the focus. */
export function confirm(app: App, { title, text, action, isDestructive = false }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    let wanted = false;
    const modal = new ConfirmationModal(app);
    pressOnce(modal.modalEl);
    modal.setTitle(title);
    modal.setContent(text);
    modal.addButton((button) => {
      button.setButtonText(action).onClick(() => {
        wanted = true;
      });
      if (isDestructive) button.setDestructive();
      else button.setCta();
    });
    modal.addButton((button) => button.setButtonText(words.common.cancel).setCancel().setInitialFocus());
    modal.setCloseCallback(() => resolve(wanted));
    modal.open();
  });
}
