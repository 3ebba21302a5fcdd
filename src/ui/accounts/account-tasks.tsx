import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Day } from '../../core/base/day';
import type { AccountDetail } from '../../core/graph/rows';
import { searchTasks, taskSections } from '../../core/graph/task-sections';
import { visible } from '../../core/text/inline';
import { firstRows, LongList } from '../parts/long-list';
import { ChoiceField } from './choice-field';
import type { AccountsState, AccountsViewModel } from './state';
import { enterRows } from '../rows/row-keys';
import { TaskItem } from '../rows/task-item';
import { SearchField } from './search-field';
import { Section } from '../parts/section';
import { words } from '../../words/words';

interface AccountTasksProps {
  readonly model: AccountsViewModel;
  readonly detail: AccountDetail;
  readonly state: Pick<AccountsState, 'grouping' | 'whose'>;
  readonly onChange: (changed: Partial<AccountsState>) => void;
  readonly today: Day;
}

/** The tasks of an account, put together as the user wishes. */
export function AccountTasks({ model, detail, state: { grouping, whose }, onChange, today }: AccountTasksProps): VNode {
  const [search, setSearch] = useState('');
  if (detail.tasks.length === 0) return <p class="account-actions-empty">{words.accounts.none.tasks}</p>;
  const found = searchTasks(detail.tasks, search);
  const sections = taskSections({ ...detail, tasks: found }, { grouping, whose, today });
  const first = firstRows(sections.map(({ tasks, closed }) => (closed ? 0 : tasks.length)));
  return (
    <>
      <div class="account-actions-choices">
        <SearchField
          placeholder={words.accounts.searchIn.tasks}
          value={search}
          onChange={setSearch}
          onLeave={(field) => enterRows(field.closest<HTMLElement>('[role=tabpanel]')!)}
        />
        <ChoiceField
          label={words.accounts.groupTasks}
          choices={words.accounts.groupings}
          value={grouping}
          onChange={(next) => onChange({ grouping: next })}
        />
        <ChoiceField
          label={words.accounts.whoseTasks}
          choices={words.accounts.whose}
          value={whose}
          onChange={(next) => onChange({ whose: next })}
        />
      </div>
      {sections.length === 0 && (
        <p class="account-actions-empty">
          {search.trim() !== ''
            ? words.accounts.noResults(search)
            : whose === 'mine'
              ? words.accounts.noneOfMine
              : words.accounts.noneOfOthers}
        </p>
      )}
      {sections.map(({ title, tasks, closed }, index) => (
        // What is searched for is not folded away.
        <Section
          key={`${grouping} ${title} ${search.trim() === ''}`}
          title={visible(title)}
          count={tasks.length}
          folded={closed && search.trim() === ''}
        >
          {() => (
            <LongList items={tasks} label={visible(title)} first={closed ? undefined : first[index]}>
              {(task) => <TaskItem key={`${task.path}:${task.line}`} model={model.rows} task={task} today={today} />}
            </LongList>
          )}
        </Section>
      ))}
    </>
  );
}
