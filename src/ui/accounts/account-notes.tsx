import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Day } from '../../core/base/day';
import type { NoteRow } from '../../core/graph/rows';
import { timelineOf, type NoteFilter } from '../../core/graph/timeline';
import { monthWords } from '../../words/format';
import { FIRST_ROWS, LongList } from '../parts/long-list';
import { ChoiceField } from './choice-field';
import { NoteItem } from './rows';
import { SearchField } from './search-field';
import { Section } from '../parts/section';
import type { AccountsViewModel } from './state';
import { words } from '../../words/words';

interface AccountNotesProps {
  readonly model: AccountsViewModel;
  readonly notes: readonly NoteRow[];
  readonly today: Day;
}

const KINDS: Readonly<Record<NoteFilter['kind'], string>> = words.accounts.noteKinds;

/**
 * The notes of an account month by month, newest first. At first whole months are unfolded, with as many notes as a
 * list has; the newest month always.
 */
export function AccountNotes({ model, notes, today }: AccountNotesProps): VNode {
  const [filter, setFilter] = useState<NoteFilter>({ kind: 'all', words: '' });
  if (notes.length === 0) return <p class="account-actions-empty">{words.accounts.none.notes}</p>;
  const months = timelineOf(notes, filter);
  let count = 0;
  return (
    <>
      <div class="account-actions-choices">
        <SearchField
          placeholder={words.accounts.filterNotes}
          value={filter.words}
          onChange={(words) => setFilter({ ...filter, words })}
        />
        <ChoiceField
          label={words.accounts.kindOfNote}
          choices={KINDS}
          value={filter.kind}
          onChange={(kind) => setFilter({ ...filter, kind })}
        />
      </div>
      {months.length === 0 && <p class="account-actions-empty">{words.accounts.noNotes}</p>}
      {months.map(({ month, notes: held }, index) => {
        count += held.length;
        const title = month === null ? words.common.noDay : monthWords(month);
        return (
          <Section key={title} title={title} count={held.length} folded={index > 0 && count > FIRST_ROWS}>
            {() => (
              <LongList items={held} label={title}>
                {(note) => <NoteItem key={note.path} model={model} note={note} today={today} />}
              </LongList>
            )}
          </Section>
        );
      })}
    </>
  );
}
