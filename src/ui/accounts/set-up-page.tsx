import type { VNode } from 'preact';
import { words } from '../../words/words';
import { FirstRunCard } from '../first-run/first-run-card';
import { Page } from './page';
import type { AccountsViewModel } from './state';

/** The card that sets the plugin up, in place of the list. Where it is applied, the list comes back. */
export function SetUpPage({
  model,
  onBack,
}: {
  readonly model: AccountsViewModel;
  readonly onBack: () => void;
}): VNode {
  return (
    <Page title={words.firstRun.title} onBack={onBack}>
      <FirstRunCard firstRun={model.firstRun} onApplied={onBack} />
    </Page>
  );
}
