import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Day } from '../../core/base/day';
import type { MergedStatement } from '../../core/graph/rows';
import { foldText } from '../../core/text/words';
import { LongList } from '../parts/long-list';
import type { AccountsModel } from './model';
import { StatementItem } from './rows';
import { SearchField } from './search-field';

interface AccountStatementsProps {
  readonly model: AccountsModel;
  readonly statements: readonly MergedStatement[];
  /** `Decisions`, `Facts`. */
  readonly label: string;
  /** What to say when there are none. */
  readonly none: string;
  readonly today: Day;
}

/** So many are seen at a glance. */
const FEW = 5;

/** The decisions or facts of an account, with a search over all that they say, copies too. */
export function AccountStatements({ model, statements, label, none, today }: AccountStatementsProps): VNode {
  const [search, setSearch] = useState('');
  if (statements.length === 0) return <p class="account-actions-empty">{none}</p>;
  const wanted = foldText(search).split(/\s+/).filter((word) => word !== '');
  const holds = ({ text }: { readonly text: string }): boolean => wanted.every((word) => foldText(text).includes(word));
  const found = statements.filter((statement) => holds(statement) || statement.similar.some(holds));
  return (
    <>
      {statements.length > FEW && <div class="account-actions-choices"><SearchField placeholder={`Search ${label.toLowerCase()}`} value={search} onChange={setSearch} /></div>}
      {found.length === 0
        ? <p class="account-actions-empty">Nothing here holds “{search}”.</p>
        : (
          <LongList items={found} label={label}>
            {(statement) => <StatementItem key={`${statement.path}:${statement.line}`} model={model} statement={statement} today={today} />}
          </LongList>
        )}
    </>
  );
}
