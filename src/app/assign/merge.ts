import { likelySame } from '../../core/account/likely-same';
import { accountsInOrder } from '../../core/account/named';
import type { Account } from '../../core/account/resolve';
import { visible } from '../../core/text/inline';
import { mergeAccounts } from '../../core/triage/assign';
import { countWords } from '../../words/format';
import type { Context } from '../context';
import type { AccountChoice } from '../prompts';
import type { Write } from './write';

type MergeContext = Pick<Context, 'graph' | 'prompts'> & Pick<Write, 'look'>;

/**
 * Lets the user choose two spellings that are one account, those that are likely first, and gives the notes of the one
 * the other. The first is chosen where `key` is its key.
 */
export function mergeChoice({ graph, prompts, look }: MergeContext, key?: string): void {
  const known = graph.get().resolution.accounts;
  const accounts = accountsInOrder(graph.get().resolution);
  const pairs = likelySame(accounts);
  const namesAt = (keys: readonly string[]): readonly string[] => keys.map((other) => known.get(other)!.name);
  const chooseOther = (from: Account): void =>
    prompts.chooseAccount({
      placeholder: `Which account is “${visible(from.name)}”?`,
      accounts: accounts.filter((account) => account !== from),
      mayCreate: false,
      suggestions: namesAt(pairs.get(from.key) ?? []).map((other) => likely(other, `like “${from.name}”`)),
      onChoose: (to) => merge(from.key, accounts.find(({ name: other }) => other === to.name)!.key),
    });
  const merge = (otherKey: string, wantedKey: string): void => {
    const { accounts: now } = graph.get().resolution;
    const [other, wanted] = [now.get(otherKey), now.get(wantedKey)];
    if (other === undefined || wanted === undefined) {
      prompts.say('Nothing was merged: one of the two is no account any more.');
      return;
    }
    const plan = mergeAccounts(graph.get(), other, wanted);
    const { from, to, notes, refusals, page } = plan;
    const more =
      page?.edits.ok === true && page.edits.value.length > 0 ? [{ path: page.path, edits: page.edits.value }] : [];
    const stays =
      to === wanted ? '' : `“${to.name}” has an account page, and “${from.name}” has none, so “${to.name}” stays. `;
    const says =
      notes.length === 0 && refusals.length === 0
        ? `No note says “${from.name}” itself.`
        : `Every note that says “${from.name}” would say “${to.name}”: ${countWords(notes.length, 'note')}.`;
    const later =
      page === null
        ? `No account page knows both, so new notes that say “${from.name}” will stand apart.`
        : page.edits.ok
          ? ''
          : `So that new notes follow, add “${from.name}” to the aliases of the page “${page.path}”: ${page.edits.error}.`;
    const follow =
      more[0] !== undefined
        ? `The page “${more[0].path}” would know “${from.name}” as an alias, so that new notes follow.`
        : later;
    look(
      plan,
      {
        title: 'Merge two spellings',
        text: `${stays}${says} ${follow}`,
        otherwise: later,
        action: notes.length === 0 ? 'Merge' : `Merge ${countWords(notes.length, 'note')}`,
        label: `Merge “${from.name}” into “${to.name}”`,
        done: () => `Merged “${from.name}” into “${to.name}”. ${later}`.trimEnd(),
      },
      more,
    );
  };
  const first = key === undefined ? undefined : known.get(key);
  if (first !== undefined) {
    chooseOther(first);
    return;
  }
  prompts.chooseAccount({
    placeholder: 'Which account is the same as another one?',
    accounts,
    mayCreate: false,
    suggestions: accounts.flatMap((account) => {
      const others = pairs.get(account.key);
      return others === undefined
        ? []
        : [likely(account.name, `may be ${namesAt(others).slice(0, MOST_NAMED).join(', ')}`)];
    }),
    onChoose: ({ name }) => chooseOther(accounts.find((account) => account.name === name)!),
  });
}

const MOST_NAMED = 3;

function likely(name: string, detail: string): AccountChoice {
  return { name, detail, isNew: false };
}
