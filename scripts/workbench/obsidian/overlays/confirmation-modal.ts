import type { App } from 'obsidian';
import { Modal } from './modal';
import { ButtonComponent } from '../elements/setting-components';

/** A button of a confirmation: closes it, then does what it says. */
export class ConfirmationButton extends ButtonComponent {
  private focusFirst = false;

  constructor(
    containerEl: HTMLElement,
    private readonly modal: Modal,
  ) {
    super(containerEl);
  }

  override onClick(callback: (event: MouseEvent) => unknown): this {
    return super.onClick(async (event) => {
      await callback(event);
      this.modal.close();
    });
  }

  setInitialFocus(): this {
    this.focusFirst = true;
    return this;
  }

  get wantsFocus(): boolean {
    return this.focusFirst;
  }

  setSecondary(): this {
    this.buttonEl.addClass('mod-secondary');
    return this;
  }

  setCancel(): this {
    this.buttonEl.addClass('mod-cancel');
    return this.onClick(() => undefined);
  }
}

/** A question with buttons below. */
export class ConfirmationModal extends Modal {
  readonly buttonContainerEl: HTMLElement;
  private readonly buttons: ConfirmationButton[] = [];

  constructor(app: App) {
    super(app);
    this.modalEl.addClass('mod-confirmation');
    this.buttonContainerEl = this.modalEl.createDiv({ cls: 'modal-button-container' });
  }

  override open(): void {
    super.open();
    (this.buttons.find((button) => button.wantsFocus) ?? this.buttons[0])?.buttonEl.focus();
  }

  addClass(cls: string): this {
    this.modalEl.addClass(cls);
    return this;
  }

  addCheckbox(label: string, callback: (value: boolean) => unknown): this {
    const holder = createEl('label', { cls: 'mod-checkbox' });
    const box = holder.createEl('input', { type: 'checkbox', attr: { tabindex: -1 } });
    holder.appendText(label);
    box.addEventListener('change', () => {
      void callback(box.checked);
    });
    this.buttonContainerEl.prepend(holder);
    return this;
  }

  addButton(callback: (button: ConfirmationButton) => unknown): this {
    const button = new ConfirmationButton(this.buttonContainerEl, this);
    this.buttons.push(button);
    callback(button);
    return this;
  }

  addCancelButton(text = 'Cancel'): this {
    return this.addButton((button) => button.setButtonText(text).setCancel());
  }
}
