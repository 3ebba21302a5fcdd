import { Modal, type App } from 'obsidian';
import { render, type VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Edit } from '../../core/change/edit';
import { visible } from '../../core/text/inline';
import { LineChange } from '../changes/line-change';
import { Boundary } from '../parts/boundary';
import { LongList } from '../parts/long-list';
import { pressOnce } from '../parts/press-once';

/** What would be written, to be looked at before it is. */
export interface Preview {
  readonly title: string;
  readonly text: string;
  /** What the list of lines is called. */
  readonly list: string;
  readonly lines: readonly PreviewLine[];
  /** Why some would not be written, a sentence for each. */
  readonly refusals: readonly string[];
  /** What the button says that writes it; null where nothing would be written, and there is none. */
  readonly action: string | null;
  readonly write: () => Promise<void>;
  readonly onError: (what: string, error: unknown) => void;
}

/** A line before and after; null where it comes or goes. */
export interface PreviewLine {
  /** `Line 12`, with the name of its note where there are several. */
  readonly where: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The lines of edits, to be shown. `note`: the name to show beside the number, or null. */
export function previewLines(edits: readonly Edit[], note: string | null): readonly PreviewLine[] {
  return edits.flatMap(({ expected, replacement, surroundings: { hint } }): readonly PreviewLine[] => {
    const where = (at: number): string => `${note === null ? 'Line' : `${note}, line`} ${hint + at + 1}`;
    if (expected.length === replacement.length)
      return expected.map((before, at) => ({ where: where(at), before, after: replacement[at]! }));
    // Lines that are not as many have nothing to do with each other: those that go, then those that come, empty ones
    // left out.
    return [
      ...expected.map((before, at) => ({ where: where(at), before, after: null })),
      ...replacement
        .map((after, at) => ({ where: where(at), before: null, after }))
        .filter(({ after }) => after !== ''),
    ];
  });
}

/** Shows what would change, line by line, and asks whether to write it. */
export class PreviewModal extends Modal {
  constructor(
    app: App,
    private readonly preview: Preview,
  ) {
    super(app);
    this.setTitle(preview.title);
    this.modalEl.addClass('account-actions-preview');
    pressOnce(this.modalEl);
  }

  override onOpen(): void {
    const onError = (error: unknown): void => this.preview.onError('The lines were not drawn', error);
    render(
      <Boundary onError={onError}>
        <Lines preview={this.preview} onClose={() => this.close()} />
      </Boundary>,
      this.contentEl,
    );
  }

  override onClose(): void {
    render(null, this.contentEl);
  }
}

function Lines({
  preview: { text, list, lines, refusals, action, write },
  onClose,
}: {
  readonly preview: Preview;
  readonly onClose: () => void;
}): VNode {
  const [writing, setWriting] = useState(false);
  const start = useRef<HTMLButtonElement>(null);
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => (start.current ?? cancel.current!).focus(), []);
  const press = async (): Promise<void> => {
    setWriting(true);
    await write();
    onClose();
  };
  return (
    <>
      <p>{visible(text)}</p>
      <div class="account-actions-preview-lines" tabIndex={0}>
        <LongList items={lines} label={list}>
          {({ where, before, after }) => (
            <li key={`${where} ${before === null}`}>
              <div class="account-actions-sub">
                <bdi>{visible(where)}</bdi>
              </div>
              <LineChange before={before} after={after} />
            </li>
          )}
        </LongList>
        {refusals.length > 0 && (
          <LongList items={refusals} label="Left as they are">
            {(sentence) => (
              <li key={sentence} class="account-actions-refusal">
                {visible(sentence)}
              </li>
            )}
          </LongList>
        )}
      </div>
      <div class="modal-button-container">
        {action !== null && (
          <button
            type="button"
            class="mod-cta"
            disabled={writing || lines.length === 0}
            ref={start}
            onClick={() => void press()}
          >
            {action}
          </button>
        )}
        <button type="button" class="mod-cancel" ref={cancel} onClick={onClose}>
          {action === null ? 'Close' : 'Cancel'}
        </button>
      </div>
    </>
  );
}
