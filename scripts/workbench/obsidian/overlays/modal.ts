import '../elements/dom';
import type { App } from 'obsidian';
import { setIcon } from '../elements/icons';
import { Scope } from '../base/scope';

const FOCUSABLE =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex]:not([tabindex="-1"])';

/** A window over the others: it takes the keys and the focus until it is closed. */
export class Modal {
  readonly scope = new Scope();
  readonly containerEl: HTMLElement;
  readonly modalEl: HTMLElement;
  readonly titleEl: HTMLElement;
  readonly contentEl: HTMLElement;
  shouldRestoreSelection = true;
  private closeCallback: () => unknown = () => undefined;
  private focusedBefore: Element | null = null;

  constructor(readonly app: App) {
    this.containerEl = createDiv({ cls: ['modal-container', 'mod-dim'] });
    this.containerEl.createDiv({ cls: 'modal-bg' }).addEventListener('click', () => this.close());
    this.modalEl = this.containerEl.createDiv({
      cls: 'modal',
      attr: { role: 'dialog', 'aria-modal': 'true', tabindex: -1 },
    });
    const close = this.modalEl.createDiv({
      cls: 'modal-close-button',
      attr: { role: 'button', tabindex: 0, 'aria-label': 'Close' },
    });
    setIcon(close, 'x');
    close.addEventListener('click', () => this.close());
    close.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') this.close();
    });
    this.titleEl = this.modalEl.createDiv({ cls: 'modal-header' }).createDiv({ cls: 'modal-title' });
    this.contentEl = this.modalEl.createDiv({ cls: 'modal-content' });
    this.scope.register([], 'Escape', () => this.onEscapeKey());
    this.containerEl.addEventListener('keydown', (event) => {
      if (event.key === 'Tab') this.keepFocusInside(event);
    });
  }

  get isOpen(): boolean {
    return this.containerEl.isConnected;
  }

  open(): void {
    if (this.isOpen) return;
    this.focusedBefore = activeDocument.activeElement;
    activeDocument.body.appendChild(this.containerEl);
    this.app.keymap.pushScope(this.scope);
    if (this.titleEl.textContent) this.modalEl.setAttr('aria-label', this.titleEl.textContent);
    void this.onOpen();
    if (!this.containerEl.contains(this.modalEl.doc.activeElement))
      (this.contentEl.querySelector<HTMLElement>(FOCUSABLE) ?? this.modalEl).focus();
  }

  close(): void {
    if (!this.isOpen) return;
    this.app.keymap.popScope(this.scope);
    this.containerEl.detach();
    if (this.shouldRestoreSelection && this.focusedBefore?.instanceOf(HTMLElement) && this.focusedBefore.isConnected)
      this.focusedBefore.focus();
    this.onClose();
    this.closeCallback();
  }

  onOpen(): Promise<void> | void {
    /* For those who build on it. */
  }
  onClose(): void {
    /* For those who build on it. */
  }

  setTitle(title: string): this {
    this.titleEl.setText(title);
    if (title !== '') this.modalEl.setAttr('aria-label', title);
    return this;
  }

  setContent(content: string | DocumentFragment): this {
    this.contentEl.setText(content);
    return this;
  }

  setCloseCallback(callback: () => unknown): this {
    this.closeCallback = callback;
    return this;
  }

  protected onEscapeKey(): false {
    this.close();
    return false;
  }

  private keepFocusInside(event: KeyboardEvent): void {
    const stops = this.modalEl.findAll(FOCUSABLE).filter((el) => el.isShown());
    const [first] = stops;
    const last = stops[stops.length - 1];
    if (!first || !last) return;
    const at = this.modalEl.doc.activeElement;
    const leaves = event.shiftKey ? at === first || at === this.modalEl : at === last;
    if (!leaves) return;
    event.preventDefault();
    (event.shiftKey ? last : first).focus();
  }
}
