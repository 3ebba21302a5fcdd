import type { OnError } from '../../app/told';
import type { ComponentChildren } from 'preact';
import type { WorkspaceLeaf } from 'obsidian';
import { createStore, type WritableStore } from '../../core/base/store';
import { PreactView } from '../preact-view';
import type { KeyDoor } from './keys';
import type { TriageModel } from '../../app/triage/model';
import type { VerbDoor } from '../../app/triage/verbs';
import type { Wanted } from './use-looking';
import { TriagePane } from './triage-pane';
import { words } from '../../words/words';

export const TRIAGE_VIEW = 'account-actions-triage';

/** The view "Triage": proposed tasks, to be decided by key or by button. */
export class TriageView extends PreactView {
  private readonly wanted: WritableStore<Wanted | null>;
  private readonly keys: KeyDoor = { press: null, verbs: null };

  constructor(
    leaf: WorkspaceLeaf,
    private readonly model: TriageModel,
    onError: OnError,
  ) {
    super(leaf, onError);
    this.wanted = createStore<Wanted | null>(null, {
      onError: (error) => onError(words.failures.update.triage, error),
    });
    this.register(() => model.stop());
    this.scope!.register(null, null, (event) => this.takeKey(event));
  }

  /** Shows what waits of what somebody wants to see. */
  show(wanted: Wanted): void {
    this.wanted.set(wanted);
  }

  /** What verbs are pressed for, or null while nothing is drawn. */
  get verbs(): VerbDoor | null {
    return this.keys.verbs;
  }

  override getViewType(): string {
    return TRIAGE_VIEW;
  }

  override getDisplayText(): string {
    return words.triage.title;
  }

  override getIcon(): string {
    return 'list-checks';
  }

  protected override draw(): ComponentChildren {
    return <TriagePane model={this.model} wanted={this.wanted} keys={this.keys} />;
  }

  /** A key while the view is active and nothing in it has the focus, as after a click on its header. */
  private takeKey(event: KeyboardEvent): false | undefined {
    if (this.contentEl.contains(event.target as Node | null) || this.keys.press?.(event) !== true) return undefined;
    this.takeFocus();
    return false;
  }
}
