import type { VNode } from 'preact';
import type { Day } from '../../core/base/day';
import type { StatementRow } from '../../core/graph/rows';
import { baseName } from '../../core/note/note';
import { visible } from '../../core/text/inline';
import { dayWords } from '../../words/format';
import { words } from '../../words/words';
import { Icon, IconButton } from '../parts/icon';
import { PressLink } from '../parts/press-link';
import type { RowsModel } from './model';
import {
  AccountPart,
  IN_ACCOUNT,
  moreOf,
  nameOf,
  originOf,
  Row,
  RowWords,
  type Hidden,
  type Sign,
  type Unfolding,
} from './row';

interface StatementItemProps {
  readonly model: RowsModel;
  readonly statement: StatementRow;
  readonly today: Day;
  readonly hides?: Hidden;
  /** Left out where all rows are of one kind. */
  readonly sign?: Sign | undefined;
  /** Whether its copies are shown; left out where nobody else remembers it. */
  readonly unfolding?: Unfolding;
}

/** A decision or a fact with what is said of it, and with the lines that say the same on demand. */
export function StatementItem({
  model,
  statement,
  today,
  hides = IN_ACCOUNT,
  sign,
  unfolding,
}: StatementItemProps): VNode {
  const openMenu = (event: MouseEvent): void => model.showDecisionMenu(event, statement);
  return (
    <StatementLine
      model={model}
      statement={statement}
      today={today}
      hides={hides}
      sign={sign}
      more={moreOf(statement.copies, unfolding, (copy) => (
        <StatementLine key={copy.key} model={model} statement={copy} today={today} hides={IN_ACCOUNT} />
      ))}
      // A decision can be confirmed and superseded.
      onMenu={statement.kind === 'decision' ? openMenu : undefined}
    />
  );
}

interface StatementLineProps {
  readonly model: RowsModel;
  readonly statement: StatementRow;
  readonly today: Day;
  readonly hides: Hidden;
  readonly sign?: Sign | undefined;
  readonly more?: ReturnType<typeof moreOf>;
  readonly onMenu?: ((event: MouseEvent) => void) | undefined;
}

function StatementLine({ model, statement, today, hides, sign, more, onMenu }: StatementLineProps): VNode {
  const { text, confirmed, superseded, path } = statement;
  return (
    <Row
      model={model}
      place={statement}
      sign={sign}
      from={originOf(statement, hides, today)}
      more={more}
      onMenu={onMenu}
      class={superseded === null ? '' : 'is-superseded'}
      buttons={() =>
        onMenu !== undefined && (
          <IconButton
            class="account-actions-item-menu"
            icon="ellipsis-vertical"
            hasMenu
            label={words.common.options(nameOf(statement))}
            onPress={(event) => {
              event.stopPropagation();
              onMenu(event);
            }}
          />
        )
      }
      parts={
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
          <AccountPart account={statement.account} hides={hides} />
        </>
      }
    >
      <RowWords model={model} path={path} text={text} />
    </Row>
  );
}
