import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Day } from '../../core/base/day';
import { isQuiet } from '../../core/graph/account-order';
import type { AccountDetail, AccountRow, TaskRow } from '../../core/graph/rows';
import { isOpen } from '../../core/graph/select';
import { visible } from '../../core/text/inline';
import { dayWords } from '../../words/format';
import { IconButton } from '../parts/icon';
import { PressLink } from '../parts/press-link';
import { Tabs } from '../parts/tabs';
import { actionOf, isForItself } from '../triage/keys';
import { useFollowed, useStore } from '../use-store';
import { showAccountMenu } from './account-menu';
import { AccountNotes } from './account-notes';
import { AccountPeople } from './account-people';
import { contactWords } from './account-row';
import { AccountStatements } from './account-statements';
import { AccountTasks } from './account-tasks';
import { ActivityChart } from './activity-chart';
import { markOf, type AccountMark } from '../../app/accounts/model';
import { type AccountsViewModel, type AccountsState } from './state';
import { Page } from './page';
import { words } from '../../words/words';

interface AccountPageProps {
  readonly model: AccountsViewModel;
  readonly accountKey: string;
  readonly state: AccountsState;
  readonly onChange: (changed: Partial<AccountsState>) => void;
  readonly onBack: () => void;
}

/** An account, opened: how it stands, then its tasks, decisions, notes, people and facts. */
export function AccountPage({ model, accountKey, state, onChange, onBack }: AccountPageProps): VNode {
  const [detail] = useFollowed(() => model.follow(accountKey), [model, accountKey]);
  const today = useStore(model.today);
  const progress = useStore(model.progress);
  const followed = useStore(model.noteAccount);
  const said = useStore(model.rows.said);
  if (detail === undefined || detail === null) {
    const listed = model.accounts.get()?.find(({ key }) => key === accountKey);
    return (
      <Page title={listed === undefined ? words.accounts.account : visible(listed.name)} onBack={onBack}>
        {progress !== null && <p class="account-actions-empty">{words.common.reading}</p>}
        {progress === null && detail === null && <p class="account-actions-empty">{words.accounts.notFound}</p>}
      </Page>
    );
  }
  const { account, tasks, decisions, notes, people, facts } = detail;
  const [before, after] = words.accounts.stillShowing;
  const waiting = tasks.filter((task) => task.waits || isOpen(task)).length;
  const onKey = (event: KeyboardEvent, page: HTMLElement): boolean => {
    const action = isForItself(event) ? null : actionOf(event, model.rows.letters());
    const field = page.querySelector<HTMLElement>('input[type=search]');
    if (action === 'undo') void model.rows.undo();
    else if (action === 'filter' && field !== null) field.focus();
    else return false;
    return true;
  };
  return (
    <Page
      title={visible(account.name)}
      onBack={onBack}
      onKey={onKey}
      buttons={<HeaderButtons model={model} account={account} />}
    >
      <div class="account-actions-unseen" role="status">
        {visible(said)}
      </div>
      {followed?.key === null && progress === null && (
        <p class="account-actions-sub account-actions-lead">
          {before}
          <bdi>{visible(account.name)}</bdi>
          {after}
        </p>
      )}
      <Standing model={model} detail={detail} today={today} />
      <ActivityChart weeks={detail.weeks} today={today} />
      <Tabs
        label={words.accounts.account}
        active={state.tab}
        onChange={(next) => onChange({ tab: next })}
        tabs={[
          { name: 'tasks', label: words.accounts.tabs.tasks, count: waiting },
          { name: 'decisions', label: words.accounts.tabs.decisions, count: decisions.length },
          { name: 'notes', label: words.accounts.tabs.notes, count: notes.length },
          { name: 'people', label: words.accounts.tabs.people, count: people.length },
          { name: 'facts', label: words.accounts.tabs.facts, count: facts.length },
        ]}
      >
        <AfterPaint>
          {() => <OpenedTab model={model} detail={detail} state={state} onChange={onChange} today={today} />}
        </AfterPaint>
      </Tabs>
    </Page>
  );
}

/** Draws what it holds once what stands around it is on the screen: what is long need not hold up the rest. */
function AfterPaint({ children }: { readonly children: () => ComponentChildren }): VNode {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => setPainted(true), []);
  return <>{isPainted && children()}</>;
}

interface OpenedTabProps extends Pick<AccountPageProps, 'model' | 'state' | 'onChange'> {
  readonly detail: AccountDetail;
  readonly today: Day;
}

function OpenedTab({ model, detail, state, onChange, today }: OpenedTabProps): VNode {
  switch (state.tab) {
    case 'tasks':
      return <AccountTasks model={model} detail={detail} state={state} onChange={onChange} today={today} />;
    case 'decisions':
      return (
        <AccountStatements
          key={state.tab}
          model={model}
          statements={detail.decisions}
          kind="decisions"
          today={today}
          filter={{ value: state.decisions, onChange: (next) => onChange({ decisions: next }) }}
        />
      );
    case 'notes':
      return <AccountNotes model={model} notes={detail.notes} today={today} />;
    case 'people':
      return <AccountPeople model={model} people={detail.people} today={today} />;
    case 'facts':
      return <AccountStatements key={state.tab} model={model} statements={detail.facts} kind="facts" today={today} />;
  }
}

function HeaderButtons({ model, account }: { readonly model: AccountsViewModel; readonly account: AccountRow }): VNode {
  const mark = markOf(useStore(model.marks), account.key);
  const toggle = (wanted: AccountMark): void => model.mark(account.key, mark === wanted ? 'none' : wanted);
  return (
    <>
      <IconButton
        class={mark === 'pinned' ? 'is-active' : ''}
        icon="pin"
        label={words.accounts.pin}
        pressed={mark === 'pinned'}
        onPress={() => toggle('pinned')}
      />
      <IconButton
        class={mark === 'muted' ? 'is-active' : ''}
        icon="bell-off"
        label={words.accounts.mute}
        pressed={mark === 'muted'}
        onPress={() => toggle('muted')}
      />
      <IconButton
        icon="ellipsis-vertical"
        label={words.common.moreOptions}
        hasMenu
        onPress={(event) => showAccountMenu(model, account, event)}
      />
    </>
  );
}

function Standing({
  model,
  detail,
  today,
}: {
  readonly model: AccountsViewModel;
  readonly detail: AccountDetail;
  readonly today: Day;
}): VNode {
  const { account, firstContact, tasks } = detail;
  const { lastContact, nextDue, quiet } = account;
  const counted = (holds: (task: TaskRow) => boolean): number => tasks.filter(holds).length;
  const overdue = counted((task) => task.overdue);
  const proposed = counted(({ waits }) => waits);
  const said = [account.status, account.industry].filter((value): value is string => value !== null).join(' · ');
  const [page] = account.pages;
  return (
    <div class="account-actions-standing">
      {said !== '' && page !== undefined && (
        <div>
          <PressLink class="account-actions-from" onPress={(event) => model.open({ path: page }, event)}>
            {visible(said)}
          </PressLink>
        </div>
      )}
      <div class="account-actions-sub">
        <span class={isQuiet(account) ? 'is-quiet' : ''}>{contactWords(account, today)}</span>
        {lastContact !== null && quiet! > 28 && quiet! <= 365 && (
          <span>{words.accounts.lastMet(dayWords(lastContact, today))}</span>
        )}
        {firstContact !== null && firstContact !== lastContact && (
          <span>{words.accounts.firstMet(dayWords(firstContact, today))}</span>
        )}
        {nextDue !== null && <span>{words.accounts.nextDue(dayWords(nextDue, today))}</span>}
      </div>
      <div class="account-actions-sub">
        {overdue > 0 && <span class="is-overdue">{words.accounts.overdue(overdue)}</span>}
        <span>{words.accounts.open(counted(isOpen))}</span>
        <span>
          {proposed === 0 ? (
            words.accounts.proposed(0)
          ) : (
            <button
              type="button"
              class="account-actions-fact-button"
              title={words.accounts.triage}
              onClick={() => model.triage(account.name)}
            >
              {words.accounts.proposed(proposed)}
            </button>
          )}
        </span>
        <span>{words.accounts.done(counted(({ status }) => status === 'done'))}</span>
        <span>{words.count.notes(account.notes)}</span>
      </div>
    </div>
  );
}
