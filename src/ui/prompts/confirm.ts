import { ConfirmationModal, type App } from 'obsidian';
import type { Question } from '../../app/prompts';
import { pressOnce } from '../parts/press-once';

/** Asks, and says whether the user wants it. */
export function confirm(app: App, { title, text, action }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    let wanted = false;
    const modal = new ConfirmationModal(app);
    pressOnce(modal.modalEl);
    modal.setTitle(title);
    modal.setContent(text);
    modal.addButton((button) =>
      button
        .setButtonText(action)
        .setCta()
        .onClick(() => {
          wanted = true;
        }),
    );
    modal.addCancelButton();
    modal.setCloseCallback(() => resolve(wanted));
    modal.open();
  });
}
