import { Menu } from 'obsidian';
import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { visible } from '../../core/text/inline';
import type { SavedFilter } from '../../core/settings';
import { AGES, countFacet, filterTest, type Facet, type Filter } from '../../core/triage/filter';
import type { ProposalRow } from '../../core/triage/rows';
import { IconButton } from '../parts/icon';

interface TriageFiltersProps {
  /** The rows of the split. */
  readonly rows: readonly ProposalRow[];
  readonly filter: Filter;
  readonly onChange: (change: Partial<Filter>) => void;
  readonly saved: readonly SavedFilter[];
  readonly onPick: (filter: SavedFilter) => void;
  readonly onKeep: () => void;
  readonly onForget: (name: string) => void;
}

const FACETS: readonly { readonly facet: Facet; readonly label: string; readonly any: string; readonly none: string }[] = [
  { facet: 'account', label: 'Account', any: 'All accounts', none: 'No account' },
  { facet: 'owner', label: 'Owner', any: 'All owners', none: 'Nobody yet' },
  { facet: 'age', label: 'Age', any: 'Any age', none: '' },
  { facet: 'note', label: 'Note', any: 'All notes', none: '' },
];

/** What narrows a split: words, account, owner, age and note, each with how many rows it leaves; and the filters that were kept. */
export function TriageFilters({ rows, filter, onChange, saved, onPick, onKeep, onForget }: TriageFiltersProps): VNode {
  const showSaved = (event: MouseEvent): void => {
    const menu = new Menu();
    for (const known of saved) menu.addItem((item) => item.setTitle(visible(known.name)).setIcon('bookmark').onClick(() => onPick(known)));
    if (saved.length > 0) menu.addSeparator();
    menu.addItem((item) => item.setTitle('Keep this filter …').setIcon('bookmark-plus').onClick(onKeep));
    for (const { name } of saved) menu.addItem((item) => item.setTitle(`Forget “${visible(name)}”`).setIcon('bookmark-minus').onClick(() => onForget(name)));
    menu.showAtMouseEvent(event);
  };
  return (
    <div class="account-actions-filters">
      <div class="search-input-container">
        <input
          type="search" enterKeyHint="search" spellcheck={false} placeholder="Filter by words" value={filter.words}
          onInput={(event) => onChange({ words: event.currentTarget.value })}
        />
        {filter.words !== '' && <button type="button" class="search-input-clear-button" aria-label="Clear filter" onClick={() => onChange({ words: '' })} />}
      </div>
      <IconButton icon="bookmark" label="Kept filters" onPress={showSaved} />
      <div class="account-actions-facets">
        {FACETS.map((known) => <FacetChoice key={known.facet} {...known} rows={rows} filter={filter} onChange={onChange} />)}
      </div>
    </div>
  );
}

interface FacetChoiceProps extends Pick<TriageFiltersProps, 'rows' | 'filter' | 'onChange'> {
  readonly facet: Facet;
  readonly label: string;
  readonly any: string;
  readonly none: string;
}

const ANY = 'any';

function FacetChoice({ facet, label, any, none, rows, filter, onChange }: FacetChoiceProps): VNode {
  const value = filter[facet];
  const options = useMemo(() => {
    const passes = filterTest(filter, facet);
    const counts = countFacet(rows.filter(passes), facet);
    if (value !== null && !counts.has(value)) return [...counts, [value, 0] as const];
    return [...counts];
  }, [rows, filter, facet]);
  return (
    <select
      class="dropdown" aria-label={label} value={value === null ? ANY : `=${value}`}
      onChange={(event) => onChange({ [facet]: event.currentTarget.value === ANY ? null : event.currentTarget.value.slice(1) })}
    >
      <option value={ANY}>{any}</option>
      {inOrder(facet, options).map(([name, count]) => <option key={name} value={`=${name}`}>{`${name === '' ? none : nameOf(facet, name)} (${count.toLocaleString('en-GB')})`}</option>)}
    </select>
  );
}

function nameOf(facet: Facet, value: string): string {
  if (facet === 'age') return AGES.find(({ name }) => name === value)?.label ?? value;
  return visible(facet === 'note' ? value.replace(/\.md$/, '') : value);
}

const NAMES = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function inOrder(facet: Facet, options: readonly (readonly [string, number])[]): readonly (readonly [string, number])[] {
  if (facet === 'age') return AGES.flatMap(({ name }) => options.filter(([value]) => value === name));
  return [...options].sort(([a], [b]) => Number(b === '') - Number(a === '') || NAMES.compare(a, b));
}
