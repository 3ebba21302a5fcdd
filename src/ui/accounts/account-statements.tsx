import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Day } from '../../core/base/day';
import { filterDecisions, type DecisionFilter } from '../../core/graph/decision-filter';
import { foldText, searchedWords } from '../../core/text/words';
import { LongList } from '../parts/long-list';
import { ChoiceField } from './choice-field';
import { type AccountsViewModel, DECISION_FILTERS } from './state';
import { SearchField } from './search-field';
import { StatementItem } from './statement-item';
import type { StatementRow } from '../../core/graph/rows';

interface AccountStatementsProps {
  readonly model: AccountsViewModel;
  readonly statements: readonly StatementRow[];
  /** `Decisions`, `Facts`. */
  readonly label: string;
  /** What to say when there are none. */
  readonly none: string;
  readonly today: Day;
  /** Of decisions: which of them are shown. */
  readonly filter?: { readonly value: DecisionFilter; readonly onChange: (value: DecisionFilter) => void };
}

/** So many are seen at a glance. */
const FEW = 5;

const NONE: Readonly<Record<DecisionFilter, string>> = {
  all: '',
  confirmed: 'No decision of this account that still holds is confirmed yet.',
  unconfirmed: 'Every decision of this account is confirmed or superseded.',
  superseded: 'No decision of this account is superseded.',
};

/** The decisions or facts of an account, with a search over all that they say, copies too. */
export function AccountStatements({ model, statements, label, none, today, filter }: AccountStatementsProps): VNode {
  const [search, setSearch] = useState('');
  if (statements.length === 0) return <p class="account-actions-empty">{none}</p>;
  const wanted = searchedWords(search);
  const holds = ({ text }: { readonly text: string }): boolean => wanted.every((word) => foldText(text).includes(word));
  const shown = filter === undefined ? statements : filterDecisions(statements, filter.value);
  const found = shown.filter((statement) => holds(statement) || statement.copies.some(holds));
  return (
    <>
      {(statements.length > FEW || filter !== undefined) && (
        <div class="account-actions-choices">
          {filter !== undefined && (
            <ChoiceField
              label="Which decisions"
              choices={DECISION_FILTERS}
              value={filter.value}
              onChange={filter.onChange}
            />
          )}
          {statements.length > FEW && (
            <SearchField placeholder={`Search ${label.toLowerCase()}`} value={search} onChange={setSearch} />
          )}
        </div>
      )}
      {found.length === 0 ? (
        <p class="account-actions-empty">
          {filter !== undefined && shown.length === 0 ? NONE[filter.value] : `Nothing here holds “${search}”.`}
        </p>
      ) : (
        <LongList items={found} label={label}>
          {(statement) => (
            <StatementItem
              key={`${statement.path}:${statement.line}`}
              model={model}
              statement={statement}
              today={today}
              canBeMarked={filter !== undefined}
            />
          )}
        </LongList>
      )}
    </>
  );
}
