import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { words } from '../../words/words';

interface SearchFieldProps {
  /** What it is for, seen while it is empty: `Search facts`. */
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Goes on from it to what was found, by Enter or the arrow key. */
  readonly onLeave?: (field: HTMLElement) => void;
}

/** A search field that Escape or its button empties. */
export function SearchField({ placeholder, value, onChange, onLeave }: SearchFieldProps): VNode {
  const field = useRef<HTMLInputElement>(null);
  const clear = (): void => {
    onChange('');
    field.current!.focus();
  };
  return (
    <div class="search-input-container">
      <input
        ref={field}
        type="search"
        enterKeyHint="search"
        spellcheck={false}
        placeholder={placeholder}
        value={value}
        onInput={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          const leaves = event.key === 'ArrowDown' || (event.key === 'Enter' && !event.isComposing);
          if (event.key === 'Escape' && value !== '') clear();
          else if (leaves && onLeave !== undefined) onLeave(event.currentTarget);
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {value !== '' && (
        <button type="button" class="search-input-clear-button" aria-label={words.common.clearSearch} onClick={clear} />
      )}
    </div>
  );
}
