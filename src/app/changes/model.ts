import type { UserEvent } from 'obsidian';
import type { Day } from '../../core/base/day';
import type { Store } from '../../core/base/store';
import type { RecentRow } from '../../core/change/recent';
import type { Place } from '../../core/graph/rows';

/** What the view "Recent changes" is given: rows to show, and what it can ask for. */
export interface ChangesModel {
  readonly rows: Store<readonly RecentRow[]>;
  readonly today: Store<Day>;
  /** Takes an action back; comes back with what happened, in words for the user. */
  undo(id: string): Promise<string>;
  readonly open: (place: Partial<Place> & Pick<Place, 'path'>, event: UserEvent | null) => void;
  /** Ends the following of all that was given. */
  stop(): void;
}
