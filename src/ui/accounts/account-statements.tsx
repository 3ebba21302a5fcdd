import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Day } from '../../core/base/day';
import { filterDecisions, type DecisionFilter } from '../../core/graph/decision-filter';
import { foldText, searchedWords } from '../../core/text/words';
import { LongList } from '../parts/long-list';
import { ChoiceField } from './choice-field';
import type { AccountsViewModel } from './state';
import { SearchField } from './search-field';
import { StatementItem } from '../rows/statement-item';
import type { StatementRow } from '../../core/graph/rows';
import { words } from '../../words/words';

interface AccountStatementsProps {
  readonly model: AccountsViewModel;
  readonly statements: readonly StatementRow[];
  readonly kind: 'decisions' | 'facts';
  readonly today: Day;
  /** Of decisions: which of them are shown. */
  readonly filter?: { readonly value: DecisionFilter; readonly onChange: (value: DecisionFilter) => void };
}

/** So many are seen at a glance. */
const FEW = 5;

/** The decisions or facts of an account, with a search over all that they say, copies too. */
export function AccountStatements({ model, statements, kind, today, filter }: AccountStatementsProps): VNode {
  const [search, setSearch] = useState('');
  if (statements.length === 0) return <p class="account-actions-empty">{words.accounts.none[kind]}</p>;
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
              label={words.accounts.filterDecisions}
              choices={words.accounts.decisions}
              value={filter.value}
              onChange={filter.onChange}
            />
          )}
          {statements.length > FEW && (
            <SearchField placeholder={words.accounts.searchIn[kind]} value={search} onChange={setSearch} />
          )}
        </div>
      )}
      {found.length === 0 ? (
        <p class="account-actions-empty">
          {filter !== undefined && shown.length === 0
            ? words.accounts.noDecisions[filter.value]
            : words.accounts.noResults(search)}
        </p>
      ) : (
        <LongList items={found} label={words.accounts.tabs[kind]}>
          {(statement) => (
            <StatementItem
              key={`${statement.path}:${statement.line}`}
              model={model.rows}
              statement={statement}
              today={today}
            />
          )}
        </LongList>
      )}
    </>
  );
}
