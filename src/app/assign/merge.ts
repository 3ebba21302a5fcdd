import { likelySame } from '../../core/account/likely-same';
import { accountsInOrder } from '../../core/account/named';
import type { Account } from '../../core/account/resolve';
import { visible } from '../../core/text/inline';
import { mergeAccounts } from '../../core/triage/assign';
import type { Context } from '../context';
import type { AccountChoice } from '../prompts';
import type { Write } from './write';
import { words } from '../../words/words';

type MergeContext = Pick<Context, 'graph' | 'prompts'> & Pick<Write, 'look'>;

/**
 * Lets the user choose two spellings that are one account, those that are likely first, and gives the notes of the one
 * the other. The first is chosen where `key` is its key.
 */
export function mergeChoice(context: MergeContext, key?: string): void {
  const { graph, prompts } = context;
  const known = graph.get().resolution.accounts;
  const accounts = accountsInOrder(graph.get().resolution);
  const pairs = likelySame(accounts);
  const namesAt = (keys: readonly string[]): readonly string[] => keys.map((other) => known.get(other)!.name);
  const chooseOther = (from: Account): void =>
    prompts.chooseAccount({
      placeholder: words.merge.into(visible(from.name)),
      accounts: accounts.filter((account) => account !== from),
      mayCreate: false,
      suggestions: namesAt(pairs.get(from.key) ?? []).map((other) => likely(other, words.merge.like(from.name))),
      onChoose: (to) => offerMerge(context, from.key, accounts.find(({ name: other }) => other === to.name)!.key),
    });
  const first = key === undefined ? undefined : known.get(key);
  if (first !== undefined) {
    chooseOther(first);
    return;
  }
  prompts.chooseAccount({
    placeholder: words.merge.which,
    accounts,
    mayCreate: false,
    suggestions: accounts.flatMap((account) => {
      const others = pairs.get(account.key);
      return others === undefined
        ? []
        : [likely(account.name, words.merge.maybe(namesAt(others).slice(0, MOST_NAMED).join(', ')))];
    }),
    onChoose: ({ name }) => chooseOther(accounts.find((account) => account.name === name)!),
  });
}

const MOST_NAMED = 3;

function likely(name: string, detail: string): AccountChoice {
  return { name, detail, isNew: false };
}

/** Shows what it would write to give the notes of the one account the other, and asks. */
function offerMerge({ graph, prompts, look }: MergeContext, otherKey: string, wantedKey: string): void {
  const { accounts: now } = graph.get().resolution;
  const [other, wanted] = [now.get(otherKey), now.get(wantedKey)];
  if (other === undefined || wanted === undefined) {
    prompts.say(words.merge.gone);
    return;
  }
  const plan = mergeAccounts(graph.get(), other, wanted);
  const { from, to, notes, refusals, page } = plan;
  const more =
    page?.edits.ok === true && page.edits.value.length > 0 ? [{ path: page.path, edits: page.edits.value }] : [];
  const stays = to === wanted ? '' : words.merge.stays(to.name);
  const says =
    notes.length === 0 && refusals.length === 0
      ? words.merge.noNotes(from.name)
      : words.merge.notes(from.name, to.name, notes.length);
  const later =
    page === null
      ? words.merge.noPage(from.name)
      : page.edits.ok
        ? ''
        : words.merge.addAlias(from.name, page.path, page.edits.error);
  const follow = more[0] !== undefined ? words.merge.alias(from.name, more[0].path) : later;
  look(
    plan,
    {
      title: words.merge.title,
      text: `${stays}${says} ${follow}`,
      otherwise: later,
      action: notes.length === 0 ? words.merge.action : words.merge.actionOf(notes.length),
      label: words.merge.label(from.name, to.name),
      done: () => `${words.merge.done(from.name, to.name)} ${later}`.trimEnd(),
    },
    more,
  );
}
