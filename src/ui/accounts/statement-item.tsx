import type { VNode } from 'preact';
import type { Day } from '../../core/base/day';
import { baseName } from '../../core/note/note';
import { visible } from '../../core/text/inline';
import { InlineText } from '../inline/inline-text';
import { dayWords } from '../../words/format';
import { Icon } from '../parts/icon';
import { LongList } from '../parts/long-list';
import { PressLink } from '../parts/press-link';
import { from, linksOf, OpenRow, type MoreProps } from './rows';
import type { AccountsViewModel } from './state';
import type { StatementRow } from '../../core/graph/rows';
import { words } from '../../words/words';

interface StatementItemProps {
  readonly model: AccountsViewModel;
  readonly statement: StatementRow;
  readonly today: Day;
  /** Whether it can be confirmed and superseded, as decisions can. */
  readonly canBeMarked: boolean;
}

/** A decision or a fact with what is said of it, and with the lines that say the same on demand. */
export function StatementItem({ model, statement, today, canBeMarked }: StatementItemProps): VNode {
  const { copies } = statement;
  const rows = (): VNode => (
    <LongList items={copies} label={words.common.copies}>
      {(other) => <StatementLine key={`${other.path}:${other.line}`} model={model} statement={other} today={today} />}
    </LongList>
  );
  return (
    <StatementLine
      model={model}
      statement={statement}
      today={today}
      more={copies.length === 0 ? undefined : { words: words.count.copies(copies.length), children: rows }}
      menu={
        canBeMarked
          ? {
              label: words.decisions.named(visible(statement.text)),
              open: (event) => model.openDecisionMenu(event, statement),
            }
          : undefined
      }
    />
  );
}

interface StatementLineProps {
  readonly model: AccountsViewModel;
  readonly statement: StatementRow;
  readonly today: Day;
  readonly more?: MoreProps | undefined;
  readonly menu?: { readonly label: string; readonly open: (event: MouseEvent) => void } | undefined;
}

function StatementLine({ model, statement, today, more, menu }: StatementLineProps): VNode {
  const { text, confirmed, superseded, path } = statement;
  return (
    <OpenRow
      model={model}
      place={statement}
      from={from(statement, today)}
      more={more}
      menu={menu}
      class={superseded === null ? '' : 'is-superseded'}
      details={
        <>
          {confirmed !== null && (
            <span title={words.common.facts.confirmedOn(confirmed)}>
              <Icon class="account-actions-confirmed" name="check" />
              {words.common.facts.confirmed(dayWords(confirmed, today))}
            </span>
          )}
          {superseded !== null && (
            <span class="account-actions-superseded">
              {words.common.facts.supersededBy}{' '}
              <PressLink
                class="account-actions-superseding"
                onPress={(event) => model.openLink(superseded, path, event)}
              >
                {visible(baseName(superseded))}
              </PressLink>
            </span>
          )}
        </>
      }
    >
      <InlineText text={text} links={linksOf(model, statement)} />
    </OpenRow>
  );
}
