import type { OnError } from '../app/told';
import { h, render, type ComponentChildren } from 'preact';
import { ItemView, type WorkspaceLeaf } from 'obsidian';
import { Boundary } from './parts/boundary';
import { keepFocus } from './parts/keep-focus';

/** An Obsidian view whose content is drawn by Preact, from when it is opened until it is closed. */
export abstract class PreactView extends ItemView {
  constructor(
    leaf: WorkspaceLeaf,
    private readonly onError: OnError,
  ) {
    super(leaf);
  }

  /** What the view shows. */
  protected abstract draw(): ComponentChildren;

  protected override async onOpen(): Promise<void> {
    this.contentEl.addClass('account-actions-view');
    this.register(keepFocus(this.contentEl));
    const onError = (error: unknown): void => this.onError(`“${this.getDisplayText()}” was not drawn`, error);
    render(h(Boundary, { onError, children: this.draw() }), this.contentEl);
  }

  /** Puts the focus on what one works with first in the view: the element with `data-takes-focus`. */
  takeFocus(): void {
    this.contentEl.querySelector<HTMLElement>('[data-takes-focus]')?.focus();
  }

  protected override async onClose(): Promise<void> {
    render(null, this.contentEl);
  }
}
