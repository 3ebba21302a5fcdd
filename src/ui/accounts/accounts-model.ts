import { Notice, Keymap, type App, type UserEvent } from 'obsidian';
import type { Day } from '../../core/base/day';
import { sameValue } from '../../core/base/equal';
import { deriveStore, type Store } from '../../core/base/store';
import type { Graph } from '../../core/graph/graph';
import type { Place, ProblemRow } from '../../core/graph/rows';
import { accountsSelection, selectAccount, selectProblems, type Viewpoint } from '../../core/graph/select';
import { unassignedSelection } from '../../core/graph/unassigned';
import { baseName } from '../../core/note/note';
import { visible } from '../../core/text/inline';
import type { Settings } from '../../core/settings';
import { inOwnTask } from '../parts/own-task';
import type { AccountsModel } from './model';

/** What the view needs of the rest of the plugin. */
export interface AccountsParts {
  readonly app: App;
  readonly graph: Store<Graph>;
  readonly today: Store<Day>;
  readonly settings: Store<Settings> & { change(values: Partial<Settings>): void };
  readonly progress: AccountsModel['progress'];
  /** Notes that could not be read, by path, with the reason. */
  readonly unread: Store<ReadonlyMap<string, string>>;
  readonly assign: Pick<AccountsModel, 'assign' | 'choose'>;
  readonly rebuild: () => void;
  readonly openNote: (place: Partial<Place> & Pick<Place, 'path'>, event: UserEvent | null) => void;
  readonly onError: (what: string, error: unknown) => void;
}

/** The rows of one "Accounts" view, followed from now until `stop`. */
export function followAccounts({ app, graph: current, today, settings, progress, unread, assign, rebuild, openNote, onError }: AccountsParts): AccountsModel {
  const options = { equal: sameValue, onError: (error: unknown) => onError('“Accounts” did not follow a change', error) };
  const viewpoint = (day: Day, { myNames, readOtherProposals }: Settings): Viewpoint => ({ today: day, settings: { myNames, readOtherProposals } });
  const graph = inOwnTask(current, { onError: options.onError });
  const select = accountsSelection();
  const accounts = deriveStore([graph, today, settings], (notes, day, values) => select(notes, viewpoint(day, values)), options);
  const unassigned = deriveStore([graph], (notes) => notes.unassigned.length, options);
  const problems = deriveStore([graph, unread], (notes, failed) => [...selectProblems(notes), ...unreadRows(failed)], options);
  const sort = deriveStore([settings], (values) => values.accountSort, options);
  return {
    accounts, unassigned, problems, today, sort, progress, rebuild,
    follow: (key) => deriveStore([graph, today, settings], (notes, day, values) => selectAccount(notes, key, viewpoint(day, values)), options),
    followUnassigned() {
      // Suggestions cost more than rows: a change of many notes is followed seldom.
      const slow = inOwnTask(current, { onError: options.onError });
      slow.setSlow(true);
      const suggest = unassignedSelection();
      const rows = deriveStore([slow, settings], (notes, values) => suggest(notes, values), options);
      return {
        get: rows.get, subscribe: rows.subscribe,
        stop() {
          slow.stop();
          rows.stop();
        },
      };
    },
    assign: assign.assign,
    choose: assign.choose,
    setSort: (accountSort) => settings.change({ accountSort }),
    open: openNote,
    openLink(target, from, event) {
      const file = app.metadataCache.getFirstLinkpathDest(target.replace(/#.*$/, ''), from);
      // Obsidian would create the note; a link in a machine's text is no reason to.
      if (file === null) new Notice(`“${visible(target)}” was not opened: no note has that name.`);
      else app.workspace.openLinkText(target, from, Keymap.isModEvent(event)).catch((error: unknown) => onError('The note was not opened', error));
    },
    stop: () => [graph, accounts, unassigned, problems, sort].forEach((store) => store.stop()),
  };
}

function unreadRows(failed: ReadonlyMap<string, string>): readonly ProblemRow[] {
  return [...failed].map(([path, reason]) => ({ path, title: baseName(path), reason: `The note was not read: ${reason}. What is shown of it is from before.` }));
}
