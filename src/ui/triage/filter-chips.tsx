import type { VNode } from 'preact';
import { NO_FILTER, type Filter } from '../../core/triage/filter';
import { words } from '../../words/words';
import { Icon } from '../parts/icon';
import { useSilentLabel } from '../parts/silent-label';
import { FACETS, valueWords } from './triage-filters';

interface FilterChipsProps {
  readonly filter: Filter;
  /** Whether the words are to be seen already, in their field. */
  readonly showsWords: boolean;
  readonly onChange: (change: Partial<Filter>) => void;
  /** Goes into the list. */
  readonly onLeave: () => void;
}

/** What is set of a filter, each as a button that takes it away. */
export function FilterChips({ filter, showsWords, onChange, onLeave }: FilterChipsProps): VNode | null {
  const name = useSilentLabel(words.triage.filter.set);
  const chips = [
    ...(filter.words === '' || showsWords ? [] : [{ part: 'words' as const, icon: 'search', label: filter.words }]),
    ...FACETS.flatMap(({ facet, icon }) => {
      const value = filter[facet];
      return value === null ? [] : [{ part: facet, icon, label: valueWords(facet, value) }];
    }),
  ];
  if (chips.length === 0) return null;
  const remove = (chip: HTMLElement, part: keyof Filter): void => {
    // It goes, and the focus must not go with it.
    const next = chip.nextElementSibling ?? chip.previousElementSibling;
    if (next?.instanceOf(HTMLButtonElement) === true) next.focus();
    else onLeave();
    onChange({ [part]: NO_FILTER[part] });
  };
  return (
    <div class="account-actions-chips" role="group" aria-labelledby={name.id}>
      {chips.map(({ part, icon, label }) => (
        <button
          key={part}
          type="button"
          class="account-actions-chip"
          aria-label={words.triage.filter.take(label)}
          onClick={(event) => remove(event.currentTarget, part)}
          onKeyDown={(event) => {
            if (event.key !== 'Delete' && event.key !== 'Backspace') return;
            event.preventDefault();
            event.stopPropagation();
            remove(event.currentTarget, part);
          }}
        >
          <Icon name={icon} />
          <bdi>{label}</bdi>
          <Icon name="x" />
        </button>
      ))}
      {name.element}
    </div>
  );
}
