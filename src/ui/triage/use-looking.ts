import { useLayoutEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { picking } from '../../core/base/shared-list';
import type { WritableStore } from '../../core/base/store';
import type { SavedFilter } from '../../core/settings';
import { filterRows, NO_FILTER, type Age, type Filter } from '../../core/triage/filter';
import type { ProposalRow } from '../../core/triage/rows';
import { countSplits, SPLITS, splitTest, type Split, type SplitRules } from '../../core/triage/splits';
import { byFirstLine } from '../../core/triage/waiting';
import { withShowing, type Showing } from '../../app/triage/desk';
import { keepDesk, type DeskKeeper } from '../../app/triage/desk-keeper';
import type { TriageModel } from '../../app/triage/model';
import { inSections, type Grouping } from '../../app/triage/sections';
import { useStore } from '../use-store';

/** What one looks at: a split, narrowed, and how its rows stand together. */
export interface Looking {
  readonly split: Split;
  readonly filter: Filter;
  readonly grouping: Grouping;
}

/** What is looked at in Triage, the desk that shows it, and how that is changed. */
export interface LookingAt extends Looking {
  readonly keeper: DeskKeeper;
  readonly rules: SplitRules;
  /** Changes the filter. */
  readonly narrow: (change: Partial<Filter>) => void;
  readonly showSplit: (split: Split) => void;
  /** Shows the split that stands so many places on. */
  readonly stepSplit: (by: number) => void;
  readonly groupBy: (grouping: Grouping) => void;
  readonly pick: (saved: SavedFilter) => void;
}

/** What others want to be shown: a filter, in a split; left out, in the one where something of it waits. */
export interface Wanted {
  readonly filter: Filter;
  readonly split?: Split;
}

/** Keeps what is looked at, from the first drawing to the last. `wanted`: what is to be shown; null once it is. */
export function useLooking(model: TriageModel, wanted: WritableStore<Wanted | null>): LookingAt {
  const today = useStore(model.today);
  const rules = { today, isNew: model.isNew };
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  // A key may come before the last one was drawn.
  const looking = useRef<Looking>({
    split: splitCalled(model.lastSplit),
    filter: NO_FILTER,
    grouping: model.lastGrouping,
  });
  const keeper = useMemo(
    () =>
      keepDesk(model.queue, {
        showing: showingOf(looking.current, rules),
        countLeft: ({ shown }) => shown.length,
        onByHand: (line) => model.show(line, { enters: false }),
        onError: model.onError,
      }),
    [],
  );
  useLayoutEffect(() => keeper.stop, []);
  const lookAt = (change: Partial<Looking>): void => {
    looking.current = { ...looking.current, ...change };
    keeper.show(showingOf(looking.current, { ...rules, today: model.today.get() }));
    redraw(undefined);
  };
  // Another day, other rows are due.
  useLayoutEffect(() => keeper.move((before) => withShowing(before, showingOf(looking.current, rules))), [today]);
  const showSplit = (split: Split): void => {
    lookAt({ split });
    model.rememberSplit(split);
  };
  useWanted(wanted, ({ filter, split: asked }) => {
    if (asked !== undefined) return lookAt({ split: asked, filter });
    const passing = countSplits(filterRows(filter)([...keeper.desk.get().waiting.rows]), rules);
    // Where nothing of it waits, it was decided before or is snoozed.
    const split = (['all', 'before', 'snoozed'] as const).find((name) => passing[name] > 0) ?? 'all';
    lookAt({ split, filter });
  });
  return {
    ...looking.current,
    keeper,
    rules,
    narrow: (change) => lookAt({ filter: { ...looking.current.filter, ...change } }),
    showSplit,
    stepSplit(by) {
      const at = SPLITS.indexOf(looking.current.split);
      showSplit(SPLITS[(at + by + SPLITS.length) % SPLITS.length]!);
    },
    groupBy(grouping) {
      lookAt({ grouping });
      model.rememberGrouping(grouping);
    },
    pick({ name: _, split, age, ...rest }) {
      lookAt({ filter: { ...rest, age: age as Age | null } });
      showSplit(splitCalled(split));
    },
  };
}

/** The split that was remembered under a name; all of it where there is none. */
function splitCalled(name: string | null): Split {
  return SPLITS.find((split) => split === name) ?? 'all';
}

function useWanted(wanted: WritableStore<Wanted | null>, show: (wanted: Wanted) => void): void {
  const now = useStore(wanted);
  useLayoutEffect(() => {
    if (now === null) return;
    show(now);
    wanted.set(null);
  }, [now]);
}

function showingOf({ split, filter, grouping }: Looking, rules: SplitRules): Showing {
  const [isIn, passing] = [splitTest(split, rules), filterRows(filter)];
  const pick = picking<ProposalRow>((part) => passing(part).filter(isIn), byFirstLine);
  return {
    name: JSON.stringify([split, filter, grouping]),
    pick: (rows) => inSections(pick(rows), grouping),
  };
}
