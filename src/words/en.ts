import { accounts, problems } from './en/accounts';
import { assign, merge, people, signs } from './en/assign';
import { changes, failures, refusals } from './en/changes';
import { commands, menus } from './en/commands';
import { common, count } from './en/common';
import { decisions } from './en/decisions';
import { explain } from './en/explain';
import { brief, copies, repair, rollups } from './en/rollups';
import { firstRun } from './en/first-run';
import { settings } from './en/settings-tab';
import { asks, faults, keys, triage } from './en/triage';

/** English: all that people read, by the surface where it stands. Other languages have the same keys. */
export const en = {
  common,
  count,
  accounts,
  problems,
  triage,
  keys,
  asks,
  faults,
  explain,
  decisions,
  assign,
  signs,
  merge,
  people,
  rollups,
  brief,
  repair,
  copies,
  changes,
  refusals,
  failures,
  commands,
  menus,
  firstRun,
  settings,
};
