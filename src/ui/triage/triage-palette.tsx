import type { OnError } from '../../app/told';
import { Modal, type App } from 'obsidian';
import { render } from 'preact';
import { Boundary } from '../parts/boundary';
import type { TriageModel } from '../../app/triage/model';
import { PALETTE_NAME_ID, TriagePalettePane } from './triage-palette-pane';
import { words } from '../../words/words';

/**
 * A list like the quick switcher over the proposed tasks that wait. It stays open while one after another is decided.
 * Obsidian's SuggestModal closes on a choice and has no way to keep one's place in a list that changes, so this has its
 * look, and the rest of its own.
 */
export class TriagePalette extends Modal {
  constructor(
    app: App,
    private readonly model: TriageModel,
    private readonly onError: OnError,
  ) {
    super(app);
    this.modalEl.removeClass('modal');
    this.modalEl.addClasses(['prompt', 'account-actions-palette']);
    this.modalEl.empty();
    this.modalEl.setAttribute('aria-labelledby', PALETTE_NAME_ID);
  }

  override onOpen(): void {
    const onError = (error: unknown): void => this.onError(words.failures.draw.palette, error);
    render(
      <Boundary onError={onError}>
        <TriagePalettePane model={this.model} onClose={() => this.close()} />
      </Boundary>,
      this.modalEl,
    );
  }

  override onClose(): void {
    render(null, this.modalEl);
    this.model.stop();
  }
}
