import { Component } from 'obsidian';
import { createStore, type Store, type WritableStore } from '../core/base/store';
import type { Graph } from '../core/graph/graph';
import { groupsSelection } from '../core/graph/groups';
import type { Settings } from '../core/settings';
import type { Failure } from './failure';
import { startPace } from './pace';
import type { CopyLine } from '../core/copies/copy-line';
import type { Groups } from '../core/copies/group';
import type { Why } from '../core/copies/why';
import { words } from '../words/words';

/** Keeps the groups of lines that say the same, of the graph as it changes, in slices that let the screen draw. */
export class GroupFollower extends Component {
  /** The groups of the graph, or of the one before while its own are being found; null until they were found once. */
  readonly groups: Store<Groups | null>;
  private readonly groupsStore: WritableStore<Groups | null>;
  private readonly selection = groupsSelection();
  private timer: number | null = null;
  private working = false;
  private stopped = false;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly graph: Store<Graph>,
    private readonly settings: Store<Settings>,
    private readonly failure: Failure,
  ) {
    super();
    this.groupsStore = createStore<Groups | null>(null, {
      onError: (error) => failure.report(words.failures.update.view, error),
    });
    this.groups = this.groupsStore;
  }

  override onload(): void {
    this.register(this.graph.subscribe(() => this.workSoon()));
    this.register(this.settings.subscribe(() => this.workSoon()));
    this.register(() => {
      this.stopped = true;
      if (this.timer !== null) window.clearTimeout(this.timer);
    });
  }

  /** Why two lines of a group are in it, or null where one of them is not known by now. */
  readonly why = (a: CopyLine, b: CopyLine): Why | null => this.selection.why(a, b);

  /** Comes back when the groups are those of the graph as it is. */
  readonly settled = (): Promise<void> =>
    new Promise((resolve) => {
      if (this.timer === null && !this.working) resolve();
      else this.waiting.push(resolve);
    });

  /** A moment later: changes that come together are one. */
  private workSoon(): void {
    if (this.timer !== null || this.working) return;
    this.timer = window.setTimeout(() => {
      this.timer = null;
      this.failure.guard(words.failures.findCopies, () => this.work());
    });
  }

  private async work(): Promise<void> {
    this.working = true;
    const pace = startPace();
    try {
      let seen: readonly unknown[];
      do {
        seen = this.follow();
        while (!this.selection.work(pace.isDue)) {
          await pace.rest();
          if (this.stopped) return;
        }
        // What changed meanwhile is taken in before anybody is told.
      } while (seen[0] !== this.graph.get() || seen[1] !== this.settings.get());
      this.groupsStore.set(this.selection.groups());
    } finally {
      this.working = false;
      this.waiting.forEach((resolve) => resolve());
      this.waiting = [];
    }
  }

  private follow(): readonly unknown[] {
    const graph = this.graph.get();
    const settings = this.settings.get();
    this.selection.setSaid({ notTheSame: new Set(settings.notTheSame), same: settings.same });
    this.selection.follow(graph, settings);
    return [graph, settings];
  }
}
