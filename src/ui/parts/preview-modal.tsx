import { Modal, type App } from 'obsidian';
import { render, type VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Edit } from '../../core/change/edit';
import { visible } from '../../core/text/inline';
import { LineChange } from '../changes/line-change';
import { Boundary } from '../parts/boundary';
import { countWords } from '../parts/day-words';
import { LongList } from '../parts/long-list';

/** What the preview of a repair is given. */
export interface RepairPreview {
  /** The name of the note. */
  readonly note: string;
  /** One for each damaged line. */
  readonly edits: readonly Edit[];
  /** Writes them. */
  repair(): Promise<void>;
  onError(what: string, error: unknown): void;
}

/** Shows what a repair of damaged text would change, line by line, and asks whether to do it. */
export class RepairModal extends Modal {
  constructor(app: App, private readonly preview: RepairPreview) {
    super(app);
    this.setTitle('Repair damaged text');
    this.modalEl.addClass('account-actions-repair');
  }

  override onOpen(): void {
    const onError = (error: unknown): void => this.preview.onError('The damaged lines were not drawn', error);
    render(<Boundary onError={onError}><Repair preview={this.preview} onClose={() => this.close()} /></Boundary>, this.contentEl);
  }

  override onClose(): void {
    render(null, this.contentEl);
  }
}

function Repair({ preview, onClose }: { readonly preview: RepairPreview; readonly onClose: () => void }): VNode {
  const { note, edits } = preview;
  const [writing, setWriting] = useState(false);
  const start = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => start.current!.focus(), []);
  const write = async (): Promise<void> => {
    setWriting(true);
    await preview.repair();
    onClose();
  };
  return (
    <>
      <p>
        Letters and signs of <bdi>“{visible(note)}”</bdi> were damaged when it was written. {edits.length === 1 ? 'This line' : `These ${countWords(edits.length, 'line')}`} would
        change, and nothing else; “Undo last change” brings them back.
      </p>
      <div class="account-actions-repair-lines" tabIndex={0}>
        <LongList items={edits} label="Damaged lines">
          {({ expected, replacement, surroundings: { hint } }) => (
            <li key={hint}>
              <div class="account-actions-sub">Line {hint + 1}</div>
              <LineChange before={expected[0]!} after={replacement[0]!} />
            </li>
          )}
        </LongList>
      </div>
      <div class="modal-button-container">
        <button type="button" class="mod-cta" disabled={writing} ref={start} onClick={() => void write()}>Repair {countWords(edits.length, 'line')}</button>
        <button type="button" class="mod-cancel" onClick={onClose}>Cancel</button>
      </div>
    </>
  );
}
