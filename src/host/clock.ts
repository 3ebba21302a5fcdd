import type { Component } from 'obsidian';
import { dayOf, type Day } from '../core/base/day';
import { createStore, type Store } from '../core/base/store';
import type { Failure } from './failure';
import { words } from '../words/words';

const MINUTE = 60_000;

/** The calendar day where the user is. It turns at midnight, or when a sleeping device wakes; `owner` ends it. */
export function createClock(owner: Component, failure: Failure): Store<Day> {
  const today = createStore(dayOf(new Date()), {
    onError: (error) => failure.report(words.failures.update.view, error),
  });
  const turn = (): void => today.set(dayOf(new Date()));
  owner.registerInterval(window.setInterval(turn, MINUTE));
  owner.registerDomEvent(window, 'focus', turn);
  return today;
}
