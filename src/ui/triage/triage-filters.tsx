import { Menu } from 'obsidian';
import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { partByPart, type SharedList } from '../../core/base/shared-list';
import { visible } from '../../core/text/inline';
import type { SavedFilter } from '../../core/settings';
import { AGES, countFacet, filterTest, NO_FILTER, sumFacet, type Facet, type Filter } from '../../core/triage/filter';
import type { ProposalRow } from '../../core/triage/rows';
import { NOTHING_WAITS } from '../../core/triage/waiting';
import { IconButton } from '../parts/icon';
import { memo } from '../parts/memo';

interface TriageFiltersProps {
  /** The rows of the split. */
  readonly rows: SharedList<ProposalRow>;
  /** How many of them pass the filter. */
  readonly shown: number;
  readonly filter: Filter;
  readonly onChange: (change: Partial<Filter>) => void;
  readonly saved: readonly SavedFilter[];
  readonly onPick: (filter: SavedFilter) => void;
  readonly onKeep: () => void;
  readonly onForget: (name: string) => void;
}

const FACETS: readonly FacetNames[] = [
  { facet: 'account', label: 'Account', any: 'Account', none: 'No account' },
  { facet: 'owner', label: 'Owner', any: 'Owner', none: 'Nobody yet' },
  { facet: 'age', label: 'Age', any: 'Age', none: '' },
  { facet: 'note', label: 'Note', any: 'Note', none: '' },
];

/**
 * What narrows a split: words, account, owner, age and note, each with how many rows it leaves; and the filters that
 * were kept.
 */
export function TriageFilters({
  rows,
  shown,
  filter,
  onChange,
  saved,
  onPick,
  onKeep,
  onForget,
}: TriageFiltersProps): VNode {
  const showSaved = (event: MouseEvent): void => {
    const menu = new Menu();
    for (const known of saved)
      menu.addItem((item) =>
        item
          .setTitle(visible(known.name))
          .setIcon('bookmark')
          .onClick(() => onPick(known)),
      );
    if (saved.length > 0) menu.addSeparator();
    menu.addItem((item) => item.setTitle('Keep this filter …').setIcon('bookmark-plus').onClick(onKeep));
    for (const { name } of saved)
      menu.addItem((item) =>
        item
          .setTitle(`Forget “${visible(name)}”`)
          .setIcon('bookmark-minus')
          .onClick(() => onForget(name)),
      );
    menu.showAtMouseEvent(event);
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
          placeholder="Filter by words"
          value={filter.words}
          onInput={(event) => onChange({ words: event.currentTarget.value })}
        />
        {filter.words !== '' && (
          <button
            type="button"
            class="search-input-clear-button"
            aria-label="Clear filter"
            onClick={() => onChange({ words: '' })}
          />
        )}
      </div>
      <IconButton icon="bookmark" label="Kept filters" onPress={showSaved} />
      <div class="account-actions-facets">
        {FACETS.map((known) => (
          <FacetChoice
            key={known.facet}
            {...known}
            counted={counted}
            shown={shown}
            value={filter[known.facet]}
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
  readonly any: string;
  readonly none: string;
}

interface FacetChoiceProps extends FacetNames, Pick<TriageFiltersProps, 'shown' | 'onChange'> {
  readonly counted: Counted;
  readonly value: string | null;
}

const ANY = 'any';

function FacetChoice({ facet, label, any, none, counted, shown, value, onChange }: FacetChoiceProps): VNode {
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
      <option value={ANY}>{any}</option>
      <FacetOptions
        facet={facet}
        none={none}
        counted={asked ? counted : NOTHING}
        value={value}
        shown={value === null ? 0 : shown}
      />
    </select>
  );
}

interface FacetOptionsProps extends Pick<FacetChoiceProps, 'facet' | 'none' | 'counted' | 'value'> {
  /** How many rows have the chosen value, which is known at once. */
  readonly shown: number;
}

const FacetOptions = memo(function FacetOptions({
  facet,
  none,
  counted: { rows, filter },
  value,
  shown,
}: FacetOptionsProps): VNode {
  const count = useMemo(() => {
    const passes = filterTest(filter, facet);
    return partByPart<ProposalRow, ReadonlyMap<string, number>>((part) => countFacet(part.filter(passes), facet));
  }, [filter, facet]);
  const counts = useMemo(() => inOrder(facet, [...sumFacet(count(rows), facet)]), [rows, count, facet]);
  const options =
    value === null || counts.some(([name]) => name === value) ? counts : inOrder(facet, [...counts, [value, shown]]);
  return (
    <>
      {options.map(([name, count]) => (
        <option
          key={name}
          value={`=${name}`}
        >{`${name === '' ? none : nameOf(facet, name)} (${NUMBERS.format(name === value ? shown : count)})`}</option>
      ))}
    </>
  );
});

const NUMBERS = new Intl.NumberFormat('en-GB');

function nameOf(facet: Facet, value: string): string {
  if (facet === 'age') return AGES.find(({ name }) => name === value)?.label ?? value;
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
