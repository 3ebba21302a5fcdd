import type { VNode } from 'preact';
import { visible } from '../../core/text/inline';
import { Icon } from '../parts/icon';
import { LongList } from '../parts/long-list';
import { PressLink } from '../parts/press-link';
import { useStore } from '../use-store';
import type { AccountsModel } from './model';
import { Page } from './page';

/** The notes that could not be read wholly, each with the reason. A row goes when its note is mended. */
export function ProblemsPage({ model, onBack }: { readonly model: AccountsModel; readonly onBack: () => void }): VNode {
  const problems = useStore(model.problems);
  return (
    <Page title="Needs attention" onBack={onBack}>
      {problems.length === 0 && <p class="account-actions-empty">Every note could be read.</p>}
      <LongList items={problems} label="Notes that need attention">
        {({ path, title, reason }) => (
          <li key={path} class="account-actions-item" onClick={(event) => model.open({ path }, event)}>
            <span class="account-actions-item-icon"><Icon name="triangle-alert" /></span>
            <div class="account-actions-item-inner">
              <PressLink class="account-actions-item-text account-actions-from" onPress={(event) => model.open({ path }, event)}>{visible(title)}</PressLink>
              <div class="account-actions-sub"><bdi>{visible(reason)}</bdi></div>
              <div class="account-actions-sub"><bdi>{visible(path)}</bdi></div>
            </div>
          </li>
        )}
      </LongList>
    </Page>
  );
}
