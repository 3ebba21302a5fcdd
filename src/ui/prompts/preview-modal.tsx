import { Modal, type App } from 'obsidian';
import { render, type VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { OnError } from '../../app/told';
import type { Preview } from '../../app/prompts';
import { visible } from '../../core/text/inline';
import { LineChange } from '../parts/line-change';
import { Boundary } from '../parts/boundary';
import { LongList } from '../parts/long-list';
import { pressOnce } from '../parts/press-once';
import { words } from '../../words/words';

/** Shows what would change, line by line, and asks whether to write it. */
export class PreviewModal extends Modal {
  constructor(
    app: App,
    private readonly preview: Preview,
    private readonly onError: OnError,
  ) {
    super(app);
    this.setTitle(preview.title);
    this.modalEl.addClass('account-actions-preview');
    pressOnce(this.modalEl);
  }

  override onOpen(): void {
    const onError = (error: unknown): void => this.onError(words.failures.draw.lines, error);
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
          <LongList items={refusals} label={words.common.leftUnchanged}>
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
          {action === null ? words.common.close : words.common.cancel}
        </button>
      </div>
    </>
  );
}
