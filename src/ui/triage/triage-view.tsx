import type { ComponentChildren } from 'preact';
import type { WorkspaceLeaf } from 'obsidian';
import { PreactView } from '../preact-view';
import type { TriageModel } from './model';
import { TriagePane } from './triage-pane';

export const TRIAGE_VIEW = 'account-actions-triage';

/** The view "Triage": proposed tasks, to be decided by key or by button. */
export class TriageView extends PreactView {
  constructor(
    leaf: WorkspaceLeaf,
    private readonly model: TriageModel,
    onError: (what: string, error: unknown) => void,
  ) {
    super(leaf, onError);
    this.register(() => model.stop());
  }

  override getViewType(): string {
    return TRIAGE_VIEW;
  }

  override getDisplayText(): string {
    return 'Triage';
  }

  override getIcon(): string {
    return 'list-checks';
  }

  protected override draw(): ComponentChildren {
    return <TriagePane model={this.model} />;
  }
}
