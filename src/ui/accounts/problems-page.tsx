import type { VNode } from 'preact';
import type { ProblemKind, ProblemRow } from '../../core/graph/rows';
import { visible } from '../../core/text/inline';
import { Icon } from '../parts/icon';
import { LongList } from '../parts/long-list';
import { PressLink } from '../parts/press-link';
import { useStore } from '../use-store';
import type { AccountsViewModel, Opened } from './state';
import { Page } from './page';
import { Section } from '../parts/section';
import { words } from '../../words/words';

/** The kinds in the order they are shown. */
const KINDS: Readonly<Record<ProblemKind, string>> = words.problems.kinds;

interface ProblemsPageProps {
  readonly model: AccountsViewModel;
  readonly onOpen: (opened: Opened) => void;
  readonly onBack: () => void;
}

/**
 * The notes that need attention by what is wrong with them, each with the reason and what to do. A row goes when its
 * note is mended.
 */
export function ProblemsPage({ model, onOpen, onBack }: ProblemsPageProps): VNode {
  const problems = useStore(model.problems);
  const unassigned = useStore(model.unassigned);
  return (
    <Page title={words.accounts.needsAttention} onBack={onBack}>
      {problems?.length === 0 && unassigned === 0 && <p class="account-actions-empty">{words.problems.none}</p>}
      {unassigned > 0 && (
        <button type="button" class="account-actions-more" onClick={() => onOpen({ what: 'unassigned' })}>
          {words.problems.unassigned(unassigned)}
        </button>
      )}
      {(Object.keys(KINDS) as ProblemKind[]).map((kind) => {
        const rows = (problems ?? []).filter((problem) => problem.kind === kind);
        return (
          rows.length > 0 && (
            <Section key={kind} title={KINDS[kind]} count={rows.length} folded={false}>
              {() => (
                <LongList items={rows} label={KINDS[kind]}>
                  {(row) => <ProblemItem key={`${row.path} ${row.reason}`} model={model} problem={row} />}
                </LongList>
              )}
            </Section>
          )
        );
      })}
    </Page>
  );
}

function ProblemItem({
  model,
  problem: { path, line, title, reason, advice },
}: {
  readonly model: AccountsViewModel;
  readonly problem: ProblemRow;
}): VNode {
  const open = (event: MouseEvent): void => model.open(line === undefined ? { path } : { path, line }, event);
  return (
    <li class="account-actions-item" onClick={open}>
      <span class="account-actions-item-icon">
        <Icon name="triangle-alert" />
      </span>
      <div class="account-actions-item-inner">
        <PressLink class="account-actions-item-text account-actions-from" onPress={open}>
          {visible(title)}
        </PressLink>
        <div class="account-actions-sub">
          <bdi>{visible(reason)}</bdi>
        </div>
        <div class="account-actions-sub">
          <bdi>{visible(advice)}</bdi>
        </div>
        <div class="account-actions-sub">
          <bdi>{visible(path)}</bdi>
        </div>
      </div>
    </li>
  );
}
