import type { OnError } from '../app/told';
import { h, render, type ComponentChildren } from 'preact';
import { ItemView, Scope, type WorkspaceLeaf } from 'obsidian';
import { Boundary } from './parts/boundary';
import { keepFocus } from './parts/keep-focus';
import { words } from '../words/words';

/** An Obsidian view whose content is drawn by Preact, from when it is opened until it is closed. */
export abstract class PreactView extends ItemView {
  constructor(
    leaf: WorkspaceLeaf,
    private readonly onError: OnError,
  ) {
    super(leaf);
    const scope = new Scope(this.app.scope);
    // Else Obsidian takes it, and brings the focus to the note that was worked in last.
    scope.register([], 'Escape', ({ target }) => (this.contentEl.contains(target as Node | null) ? true : undefined));
    this.scope = scope;
  }

  /** What the view shows. */
  protected abstract draw(): ComponentChildren;

  protected override async onOpen(): Promise<void> {
    this.contentEl.addClass('account-actions-view');
    this.register(keepFocus(this.contentEl));
    const onError = (error: unknown): void => this.onError(words.failures.view(this.getDisplayText()), error);
    render(h(Boundary, { onError, children: this.draw() }), this.contentEl);
  }

  /** Puts the focus on what one works with first in the view: the element with `data-takes-focus`. */
  takeFocus(): void {
    this.contentEl.querySelector<HTMLElement>('[data-takes-focus]')?.focus();
  }

  override setEphemeralState(state: unknown): void {
    super.setEphemeralState(state);
    if ((state as { readonly focus?: unknown } | null)?.focus === true) this.takeFocus();
  }

  protected override async onClose(): Promise<void> {
    render(null, this.contentEl);
  }
}
