import type { VNode } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { visible } from '../../core/text/inline';
import { useUniqueId } from '../parts/unique-id';
import type { Ask } from '../../app/prompts';
import { search } from '../prompts/search';
import { words } from '../../words/words';

interface AskFormProps<T> {
  readonly ask: Ask<T>;
  /** The words of the task that it is about, or how many tasks; may be empty. */
  readonly about: string;
  readonly onAnswer: (value: T) => void;
  readonly onClose: () => void;
}

/**
 * A field with what it may mean below it: type and press Enter, or choose. A fault is told in place, and nothing is
 * done.
 */
export function AskForm<T>({ ask, about, onAnswer, onClose }: AskFormProps<T>): VNode {
  const [text, setText] = useState(ask.initial);
  const [active, setActive] = useState(0);
  const [pressed, setPressed] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useUniqueId();
  const { options, fault } = ask.answers(text, search);
  const index = Math.min(active, options.length - 1);
  const shownFault = fault !== null && (pressed || text.trim() !== '') ? fault : null;

  useLayoutEffect(() => {
    input.current!.focus();
    input.current!.select();
  }, []);
  const answer = (at: number): void => {
    const option = options[at];
    setPressed(true);
    if (option !== undefined) onAnswer(option.value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = text === '' && !event.isComposing ? options.findIndex(({ key }) => key === event.key) : -1;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && !event.isComposing && !event.repeat) answer(index);
    else if (chosen >= 0 && !event.repeat) answer(chosen);
    else if (step !== undefined && options.length > 0) setActive((index + step + options.length) % options.length);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="account-actions-ask">
      <div class="account-actions-ask-head">
        <label for={`${id}-field`}>{ask.title}</label>
        {about !== '' && <bdi>{visible(about)}</bdi>}
      </div>
      <div class="account-actions-ask-field">
        <input
          id={`${id}-field`}
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          ref={input}
          placeholder={ask.placeholder}
          value={text}
          role="combobox"
          aria-expanded={options.length > 0}
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-invalid={shownFault !== null}
          aria-activedescendant={options.length === 0 ? undefined : `${id}-${index}`}
          aria-describedby={shownFault === null ? undefined : `${id}-fault`}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" onClick={onClose}>
          {words.common.cancel}
        </button>
      </div>
      <Options id={id} options={options} index={index} onChoose={answer} />
      <span id={`${id}-name`} hidden>
        {ask.title}
      </span>
      {shownFault !== null && (
        <p class="account-actions-fault" role="alert" id={`${id}-fault`}>
          {visible(shownFault)}
        </p>
      )}
    </div>
  );
}

interface OptionsProps {
  /** What the ids begin with. */
  readonly id: string;
  readonly options: readonly { readonly label: string; readonly detail: string }[];
  /** The one that Enter takes. */
  readonly index: number;
  readonly onChoose: (at: number) => void;
}

/** What the text may mean. */
function Options({ id, options, index, onChoose }: OptionsProps): VNode {
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-labelledby={`${id}-name`}
      class="account-actions-ask-options"
      onMouseDown={(event) => event.preventDefault()}
    >
      {options.map(({ label, detail }, at) => (
        <div
          key={label}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === index}
          class={`suggestion-item ${at === index ? 'is-selected' : ''}`}
          onClick={() => onChoose(at)}
        >
          <bdi>{visible(label)}</bdi>
          {detail !== '' && <span class="account-actions-sub">{detail}</span>}
        </div>
      ))}
    </div>
  );
}
