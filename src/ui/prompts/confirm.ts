import { ConfirmationModal, type App } from 'obsidian';
import { pressOnce } from '../parts/press-once';

/** A question before something larger is done. */
export interface Question {
  readonly title: string;
  readonly text: string;
  /** What the button says that does it. */
  readonly action: string;
}

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
