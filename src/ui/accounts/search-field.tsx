import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { words } from '../../words/words';

interface SearchFieldProps {
  /** What it is for, seen while it is empty: `Search facts`. */
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A search field that Escape or its button empties. */
export function SearchField({ placeholder, value, onChange }: SearchFieldProps): VNode {
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
          if (event.key !== 'Escape' || value === '') return;
          event.preventDefault();
          event.stopPropagation();
          clear();
        }}
      />
      {value !== '' && (
        <button type="button" class="search-input-clear-button" aria-label={words.common.clearSearch} onClick={clear} />
      )}
    </div>
  );
}
