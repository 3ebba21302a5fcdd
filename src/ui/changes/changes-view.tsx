import type { OnError } from '../../app/told';
import type { ComponentChildren } from 'preact';
import type { WorkspaceLeaf } from 'obsidian';
import { PreactView } from '../preact-view';
import { ChangesPane } from './changes-pane';
import type { ChangesModel } from '../../app/changes/follow-changes';
import { words } from '../../words/words';

export const CHANGES_VIEW = 'account-actions-changes';

/** The view "Recent changes": what the plugin wrote, and how to take it back. */
export class ChangesView extends PreactView {
  constructor(
    leaf: WorkspaceLeaf,
    private readonly model: ChangesModel,
    onError: OnError,
  ) {
    super(leaf, onError);
    this.register(() => model.stop());
  }

  override getViewType(): string {
    return CHANGES_VIEW;
  }

  override getDisplayText(): string {
    return words.changes.title;
  }

  override getIcon(): string {
    return 'history';
  }

  protected override draw(): ComponentChildren {
    return <ChangesPane model={this.model} />;
  }
}
