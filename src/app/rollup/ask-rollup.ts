import type { RollupWish } from '../../core/rollup/print';
import { visible } from '../../core/text/inline';
import { optionsWith, type Ask, type AskOption } from '../prompts';
import { words } from '../../words/words';

const SHOWS: readonly (readonly [string, RollupWish['show']])[] = [
  [words.common.kinds.decisions, 'decisions'],
  [words.common.kinds.tasks, 'tasks'],
  [words.common.kinds.facts, 'facts'],
  [words.common.kinds.timeline, 'timeline'],
];
type Since = 'this quarter' | '30d' | 'last month' | 'this year';
const PERIODS: readonly (readonly [string, Since | null])[] = [
  [words.rollups.ask.periods.all, null],
  [words.rollups.ask.periods.quarter, 'this quarter'],
  [words.rollups.ask.periods.days, '30d'],
  [words.rollups.ask.periods.month, 'last month'],
  [words.rollups.ask.periods.year, 'this year'],
];

const MOST_ACCOUNTS = 30;

/**
 * Whose rollup it is to be: that of the note at hand first, where it has an account (`own`, its name), then all, then
 * one account of those with these names.
 */
export function askWhose(own: string | null, accounts: readonly string[]): Ask<RollupWish['account']> {
  const options: readonly AskOption<RollupWish['account']>[] = [
    ...(own === null ? [] : [{ label: visible(own), detail: words.rollups.ask.own, value: 'own' as const }]),
    { label: words.rollups.ask.all, detail: words.rollups.ask.vault, value: 'all' },
    ...accounts.filter((name) => name !== own).map((name) => ({ label: visible(name), detail: '', value: { name } })),
  ];
  return {
    title: words.rollups.ask.whose,
    placeholder: words.rollups.ask.whoseExample,
    initial: '',
    answers(text) {
      const found = optionsWith(options, text).slice(0, MOST_ACCOUNTS);
      return { options: found, fault: found.length > 0 ? null : words.rollups.ask.noAccount };
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
        ? words.rollups.ask.ofOwn
        : account === 'all'
          ? words.rollups.ask.ofAll
          : words.rollups.ask.of(account.name),
    placeholder: words.rollups.ask.example,
    initial: '',
    answers(text) {
      const options = optionsWith(all, text);
      return {
        options,
        fault: options.length > 0 ? null : words.rollups.ask.noMatch,
      };
    },
  };
}
