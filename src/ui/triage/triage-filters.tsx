import { Menu } from 'obsidian';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { partByPart, type SharedList } from '../../core/base/shared-list';
import { visible } from '../../core/text/inline';
import type { SavedFilter } from '../../core/settings';
import { AGES, countFacet, filterRows, NO_FILTER, sumFacet, type Facet, type Filter } from '../../core/triage/filter';
import type { ProposalRow } from '../../core/triage/rows';
import { NOTHING_WAITS } from '../../core/triage/waiting';
import { IconButton } from '../parts/icon';
import { memo } from '../parts/memo';
import { words } from '../../words/words';
import { addEntry, showMenu } from '../parts/show-menu';

interface TriageFiltersProps {
  /** The rows of the split. */
  readonly rows: SharedList<ProposalRow>;
  /** How many of them pass the filter. */
  readonly shown: number;
  readonly filter: Filter;
  /** How often somebody asked for the filters: each time the words get the focus. */
  readonly asked: number;
  readonly onChange: (change: Partial<Filter>) => void;
  /** Goes into the list; what is set stays. */
  readonly onLeave: () => void;
  /** Takes the filter away, and what sets it. */
  readonly onClose: () => void;
  readonly saved: readonly SavedFilter[];
  readonly onPick: (filter: SavedFilter) => void;
  readonly onKeep: () => void;
  readonly onForget: (name: string) => void;
}

/** What can be chosen of, in the order it is shown. */
export const FACETS: readonly (FacetNames & { readonly icon: string })[] = [
  { facet: 'account', label: words.triage.filter.account, icon: 'building-2' },
  { facet: 'owner', label: words.triage.filter.owner, icon: 'user' },
  { facet: 'age', label: words.triage.filter.age, icon: 'calendar' },
  { facet: 'note', label: words.triage.filter.note, icon: 'file-text' },
];

/**
 * What narrows a split: words, account, owner, age and note, each with how many rows it leaves; and the filters that
 * were kept.
 */
export function TriageFilters({
  rows,
  shown,
  filter,
  asked,
  onChange,
  onLeave,
  onClose,
  saved,
  onPick,
  onKeep,
  onForget,
}: TriageFiltersProps): VNode {
  const showSaved = (event: MouseEvent): void => {
    const menu = new Menu();
    for (const known of saved) addEntry(menu, visible(known.name), 'bookmark', () => onPick(known));
    if (saved.length > 0) menu.addSeparator();
    addEntry(menu, words.triage.filter.save, 'bookmark-plus', onKeep);
    for (const { name } of saved)
      addEntry(menu, words.triage.filter.remove(visible(name)), 'bookmark-minus', () => onForget(name));
    showMenu(menu, event);
  };
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (asked > 0) field.current!.focus();
  }, [asked]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' || event.key === 'ArrowDown') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const counted = useLater(
    useMemo(() => ({ rows, filter }), [rows, filter]),
    NOTHING,
  );
  return (
    <div class="account-actions-filters">
      <div class="search-input-container">
        <input
          type="search"
          enterKeyHint="search"
          spellcheck={false}
          placeholder={words.triage.filter.placeholder}
          value={filter.words}
          ref={field}
          onInput={(event) => onChange({ words: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
        {filter.words !== '' && (
          <button
            type="button"
            class="search-input-clear-button"
            aria-label={words.triage.filter.clear}
            onClick={() => onChange({ words: '' })}
          />
        )}
      </div>
      <IconButton icon="bookmark" label={words.triage.filter.saved} hasMenu onPress={showSaved} />
      <div class="account-actions-facets">
        {FACETS.map(({ facet, label }) => (
          <FacetChoice
            key={facet}
            facet={facet}
            label={label}
            counted={counted}
            shown={shown}
            value={filter[facet]}
            onChange={onChange}
          />
        ))}
      </div>
    </div>
  );
}

/** What the values of facets are counted among. */
interface Counted {
  readonly rows: SharedList<ProposalRow>;
  readonly filter: Filter;
}

const NOTHING: Counted = { rows: NOTHING_WAITS.rows, filter: NO_FILTER };
/** So long, in milliseconds, nothing must change before values are counted again. */
const CALM_MS = 250;

/**
 * A value once it was the same for a moment, so that a decision or a letter does not wait for lists of thousands of
 * values; `first` until then.
 */
function useLater<T>(value: T, first: T): T {
  const [later, setLater] = useState(first);
  useEffect(() => {
    const timer = window.setTimeout(() => setLater(value), CALM_MS);
    return () => window.clearTimeout(timer);
  }, [value]);
  return later;
}

interface FacetNames {
  readonly facet: Facet;
  readonly label: string;
}

interface FacetChoiceProps extends FacetNames, Pick<TriageFiltersProps, 'shown' | 'onChange'> {
  readonly counted: Counted;
  readonly value: string | null;
}

const ANY = 'any';

function FacetChoice({ facet, label, counted, shown, value, onChange }: FacetChoiceProps): VNode {
  // Thousands of notes are listed only for somebody who goes there.
  const [asked, setAsked] = useState(facet !== 'note');
  return (
    <select
      class="dropdown"
      aria-label={label}
      onFocus={() => setAsked(true)}
      onPointerEnter={() => setAsked(true)}
      value={value === null ? ANY : `=${value}`}
      onChange={(event) =>
        onChange({ [facet]: event.currentTarget.value === ANY ? null : event.currentTarget.value.slice(1) })
      }
    >
      <option value={ANY}>{label}</option>
      <FacetOptions
        facet={facet}
        counted={asked ? counted : NOTHING}
        value={value}
        shown={value === null ? 0 : shown}
      />
    </select>
  );
}

interface FacetOptionsProps extends Pick<FacetChoiceProps, 'facet' | 'counted' | 'value'> {
  /** How many rows have the chosen value, which is known at once. */
  readonly shown: number;
}

const FacetOptions = memo(function FacetOptions({
  facet,
  counted: { rows, filter },
  value,
  shown,
}: FacetOptionsProps): VNode {
  const count = useMemo(() => {
    const passing = filterRows(filter, facet);
    return partByPart<ProposalRow, ReadonlyMap<string, number>>((part) => countFacet(passing(part), facet));
  }, [filter, facet]);
  const counts = useMemo(() => inOrder(facet, [...sumFacet(count(rows), facet)]), [rows, count, facet]);
  const options =
    value === null || counts.some(([name]) => name === value) ? counts : inOrder(facet, [...counts, [value, shown]]);
  return (
    <>
      {options.map(([name, count]) => (
        <option key={name} value={`=${name}`}>
          {words.triage.filter.counted(valueWords(facet, name), name === value ? shown : count)}
        </option>
      ))}
    </>
  );
});

/** A value of a facet, as people read it. */
export function valueWords(facet: Facet, value: string): string {
  if (value === '') return facet === 'account' ? words.common.noAccount : words.common.noOwner;
  if (facet === 'age') return words.triage.ages[value as keyof typeof words.triage.ages];
  return visible(facet === 'note' ? value.replace(/\.md$/, '') : value);
}

const NAMES = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function inOrder(
  facet: Facet,
  options: readonly (readonly [string, number])[],
): readonly (readonly [string, number])[] {
  if (facet === 'age') return AGES.flatMap(({ name }) => options.filter(([value]) => value === name));
  return [...options].sort(([a], [b]) => Number(b === '') - Number(a === '') || NAMES.compare(a, b));
}
