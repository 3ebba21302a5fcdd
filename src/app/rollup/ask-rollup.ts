import type { RollupWish } from '../../core/rollup/print';
import { visible } from '../../core/text/inline';
import { optionsWith, type Ask, type AskOption } from '../prompts';

const SHOWS: readonly (readonly [string, RollupWish['show']])[] = [
  ['Decisions', 'decisions'],
  ['Tasks', 'tasks'],
  ['Facts', 'facts'],
  ['Timeline', 'timeline'],
];
const PERIODS: readonly (readonly [string, string | null])[] = [
  ['of all time', null],
  ['of this quarter', 'this quarter'],
  ['of the last 30 days', '30d'],
  ['since last month', 'last month'],
  ['of this year', 'this year'],
];

const MOST_ACCOUNTS = 30;

/**
 * Whose rollup it is to be: that of the note at hand first, where it has an account (`own`, its name), then all, then
 * one account of those with these names.
 */
export function askWhose(own: string | null, accounts: readonly string[]): Ask<RollupWish['account']> {
  const options: readonly AskOption<RollupWish['account']>[] = [
    ...(own === null ? [] : [{ label: visible(own), detail: 'the account of this note', value: 'own' as const }]),
    { label: 'All accounts', detail: 'the whole vault', value: 'all' },
    ...accounts.filter((name) => name !== own).map((name) => ({ label: visible(name), detail: '', value: { name } })),
  ];
  return {
    title: 'Rollup of which account',
    placeholder: 'its name',
    initial: '',
    answers(text) {
      const found = optionsWith(options, text).slice(0, MOST_ACCOUNTS);
      return { options: found, fault: found.length > 0 ? null : 'No account has this name.' };
    },
  };
}

/** What a rollup of an account is to show, and since when, in one list: decisions first. */
export function askRollup(account: RollupWish['account']): Ask<RollupWish> {
  const all = SHOWS.flatMap(([label, show]) =>
    PERIODS.map(([period, since]): AskOption<RollupWish> => ({
      label: `${label} ${period}`,
      detail: '',
      value: { show, account, since },
    })),
  );
  return {
    title:
      account === 'own'
        ? 'Rollup of this note’s account'
        : account === 'all'
          ? 'Rollup of all accounts'
          : `Rollup of “${account.name}”`,
    placeholder: 'what is shown, and since when',
    initial: '',
    answers(text) {
      const options = optionsWith(all, text);
      return {
        options,
        fault:
          options.length > 0
            ? null
            : 'No rollup is made so: choose decisions, tasks, facts or a timeline, and a period. The block can be changed later.',
      };
    },
  };
}
