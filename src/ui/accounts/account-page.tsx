import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Day } from '../../core/base/day';
import type { AccountDetail, TaskRow } from '../../core/graph/rows';
import { foldText } from '../../core/text/words';
import { visible } from '../../core/text/inline';
import { dayWords } from '../parts/day-words';
import { LongList } from '../parts/long-list';
import { Tabs } from '../parts/tabs';
import { useStore } from '../use-store';
import { contactWords } from './account-row';
import { MeetingsChart } from './meetings-chart';
import type { AccountsModel, AccountTab } from './model';
import { Page } from './page';
import { NoteItem, PersonItem, StatementItem, TaskItem } from './rows';

interface AccountPageProps {
  readonly model: AccountsModel;
  readonly accountKey: string;
  readonly tab: AccountTab;
  readonly onTab: (tab: AccountTab) => void;
  readonly onBack: () => void;
}

/** An account, opened: how it stands, then its tasks, decisions, notes, people and facts. */
export function AccountPage({ model, accountKey, tab, onTab, onBack }: AccountPageProps): VNode {
  const following = useMemo(() => model.follow(accountKey), [model, accountKey]);
  useEffect(() => () => following.stop(), [following]);
  const detail = useStore(following);
  const today = useStore(model.today);
  if (detail === null) {
    return <Page title="Account" onBack={onBack}><p class="account-actions-empty">This account is not in the vault any more: no note names it.</p></Page>;
  }
  const { account, tasks, decisions, notes, people, facts } = detail;
  const waiting = tasks.filter(({ status }) => status !== 'done' && status !== 'dismissed').length;
  return (
    <Page title={visible(account.name)} onBack={onBack}>
      <Standing detail={detail} today={today} />
      <MeetingsChart weeks={detail.meetingsByWeek} today={today} />
      <Tabs
        label="Account" active={tab} onChange={onTab}
        tabs={[
          { name: 'tasks', label: 'Tasks', count: waiting },
          { name: 'decisions', label: 'Decisions', count: decisions.length },
          { name: 'notes', label: 'Notes', count: notes.length },
          { name: 'people', label: 'People', count: people.length },
          { name: 'facts', label: 'Facts', count: facts.length },
        ]}
      >
        {tab === 'tasks' && <Tasks model={model} tasks={tasks} today={today} />}
        {tab === 'decisions' && <Listed items={decisions} label="Decisions" none="No decision is recorded for this account.">
          {(statement) => <StatementItem key={`${statement.path}:${statement.line}`} model={model} statement={statement} today={today} />}
        </Listed>}
        {tab === 'notes' && <Listed items={notes} label="Notes" none="No note counts to this account.">
          {(note) => <NoteItem key={note.path} model={model} note={note} today={today} />}
        </Listed>}
        {tab === 'people' && <Listed items={people} label="People" none="Nobody is named in the notes of this account.">
          {(person) => <PersonItem key={person.name} person={person} today={today} />}
        </Listed>}
        {tab === 'facts' && <Facts model={model} facts={facts} today={today} />}
      </Tabs>
    </Page>
  );
}

function Standing({ detail: { account, status, industry }, today }: { readonly detail: AccountDetail; readonly today: Day }): VNode {
  const page = [status, industry].filter((value): value is string => value !== null);
  return (
    <div class="account-actions-standing">
      {page.length > 0 && <div><bdi>{visible(page.join(' · '))}</bdi></div>}
      <div class="account-actions-sub">
        <span>{contactWords(account, today)}</span>
        {account.nextDue !== null && <span>next due {dayWords(account.nextDue, today)}</span>}
        {account.overdue > 0 && <span class="is-overdue">{account.overdue} overdue</span>}
      </div>
    </div>
  );
}

interface TaskSection {
  readonly title: string;
  readonly holds: (task: TaskRow) => boolean;
}

const isOpen = ({ status }: TaskRow): boolean => status === 'open' || status === 'in-progress';

/** Each task is in the first section that holds it. */
const TASK_SECTIONS: readonly TaskSection[] = [
  { title: 'Mine', holds: (task) => isOpen(task) && task.mine },
  { title: 'Waiting on others', holds: isOpen },
  { title: 'Proposed', holds: ({ status }) => status === 'proposed' },
  { title: 'Done', holds: ({ status }) => status === 'done' },
  { title: 'Dismissed', holds: () => true },
];

function Tasks({ model, tasks, today }: { readonly model: AccountsModel; readonly tasks: readonly TaskRow[]; readonly today: Day }): VNode {
  if (tasks.length === 0) return <p class="account-actions-empty">No task is recorded for this account.</p>;
  const sections = TASK_SECTIONS.map(({ title }) => ({ title, tasks: [] as TaskRow[] }));
  for (const task of tasks) sections[TASK_SECTIONS.findIndex(({ holds }) => holds(task))]!.tasks.push(task);
  return (
    <>
      {sections.filter((section) => section.tasks.length > 0).map((section) => (
        <details key={section.title} class="account-actions-section" open={section.title !== 'Done' && section.title !== 'Dismissed'}>
          <summary>{section.title}<span class="account-actions-count">{section.tasks.length.toLocaleString('en-GB')}</span></summary>
          <LongList items={section.tasks} label={section.title}>
            {(task) => <TaskItem key={`${task.path}:${task.line}`} model={model} task={task} today={today} />}
          </LongList>
        </details>
      ))}
    </>
  );
}

function Facts({ model, facts, today }: { readonly model: AccountsModel; readonly facts: AccountDetail['facts']; readonly today: Day }): VNode {
  const [search, setSearch] = useState('');
  const found = facts.filter(({ text }) => foldText(text).includes(foldText(search)));
  return (
    <>
      {facts.length > 5 && (
        <div class="search-input-container">
          <input type="search" placeholder="Search facts" value={search} onInput={(event) => setSearch(event.currentTarget.value)} />
        </div>
      )}
      <Listed items={found} label="Facts" none={facts.length === 0 ? 'No key information is recorded for this account.' : `No fact holds “${search}”.`}>
        {(statement) => <StatementItem key={`${statement.path}:${statement.line}`} model={model} statement={statement} today={today} />}
      </Listed>
    </>
  );
}

interface ListedProps<T> {
  readonly items: readonly T[];
  readonly label: string;
  /** What to say when there are none. */
  readonly none: string;
  readonly children: (item: T) => VNode;
}

function Listed<T>({ items, label, none, children }: ListedProps<T>): VNode {
  return items.length === 0 ? <p class="account-actions-empty">{none}</p> : <LongList items={items} label={label}>{children}</LongList>;
}
