import type { VNode } from 'preact';
import type { Day } from '../../core/base/day';
import type { AccountDetail } from '../../core/graph/rows';
import { taskSections } from '../../core/graph/task-sections';
import { visible } from '../../core/text/inline';
import { firstRows, LongList } from '../parts/long-list';
import { ChoiceField } from './choice-field';
import { type AccountsViewModel, GROUPINGS, WHOSE, type AccountsState } from './state';
import { TaskItem } from './rows';
import { Section } from './section';

interface AccountTasksProps {
  readonly model: AccountsViewModel;
  readonly detail: AccountDetail;
  readonly state: Pick<AccountsState, 'grouping' | 'whose'>;
  readonly onChange: (changed: Partial<AccountsState>) => void;
  readonly today: Day;
}

/** The tasks of an account, put together as the user wishes. */
export function AccountTasks({ model, detail, state: { grouping, whose }, onChange, today }: AccountTasksProps): VNode {
  if (detail.tasks.length === 0) return <p class="account-actions-empty">No task is recorded for this account.</p>;
  const sections = taskSections(detail, { grouping, whose, today });
  const first = firstRows(sections.map(({ tasks, closed }) => (closed ? 0 : tasks.length)));
  return (
    <>
      <div class="account-actions-choices">
        <ChoiceField
          label="Group tasks"
          choices={GROUPINGS}
          value={grouping}
          onChange={(next) => onChange({ grouping: next })}
        />
        <ChoiceField label="Whose tasks" choices={WHOSE} value={whose} onChange={(next) => onChange({ whose: next })} />
      </div>
      {sections.length === 0 && (
        <p class="account-actions-empty">
          {whose === 'mine' ? 'No task of this account is yours.' : 'Nobody else has a task of this account.'}
        </p>
      )}
      {sections.map(({ title, tasks, closed }, index) => (
        <Section key={`${grouping} ${title}`} title={visible(title)} count={tasks.length} folded={closed}>
          {() => (
            <LongList items={tasks} label={visible(title)} first={closed ? undefined : first[index]}>
              {(task) => <TaskItem key={`${task.path}:${task.line}`} model={model} task={task} today={today} />}
            </LongList>
          )}
        </Section>
      ))}
    </>
  );
}
