import { Modal, type App } from 'obsidian';
import { render, type VNode } from 'preact';
import type { OnError } from '../../app/told';
import type { ExplainedNote } from '../../app/prompts';
import { visible } from '../../core/text/inline';
import { Boundary } from '../parts/boundary';
import { LongList } from '../parts/long-list';
import { PressLink } from '../parts/press-link';
import { words } from '../../words/words';

/** Shows what was read of a note: of it as a whole, then line by line. A press on a line opens the note there. */
export class ExplainModal extends Modal {
  constructor(
    app: App,
    private readonly explanation: ExplainedNote,
    private readonly onError: OnError,
  ) {
    super(app);
    this.setTitle(visible(explanation.title));
    this.modalEl.addClass('account-actions-preview');
  }

  override onOpen(): void {
    const onError = (error: unknown): void => this.onError(words.failures.draw.lines, error);
    const open = (line: number): void => {
      this.close();
      this.explanation.open(line);
    };
    render(
      <Boundary onError={onError}>
        <Explained explanation={this.explanation} onOpen={open} />
      </Boundary>,
      this.contentEl,
    );
  }

  override onClose(): void {
    render(null, this.contentEl);
  }
}

function Explained({
  explanation: { facts, lines },
  onOpen,
}: {
  readonly explanation: ExplainedNote;
  readonly onOpen: (line: number) => void;
}): VNode {
  return (
    <>
      <dl class="account-actions-explained-facts">
        {facts.map(([name, value]) => (
          <div key={`${name} ${value}`}>
            <dt>{name}</dt>
            <dd>
              <bdi>{visible(value)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      <div class="account-actions-preview-lines" tabIndex={0}>
        <LongList items={lines} label={words.explain.lines}>
          {({ line, text, said, isRead }) => (
            <li key={line} class={isRead ? '' : 'is-unread'}>
              <div class="account-actions-sub">
                <PressLink class="account-actions-from" onPress={() => onOpen(line)}>
                  {words.common.line(line + 1)}
                </PressLink>
                <span class="account-actions-explained-said">{visible(said)}</span>
              </div>
              <bdi class="account-actions-explained-text">{visible(text)}</bdi>
            </li>
          )}
        </LongList>
      </div>
    </>
  );
}
