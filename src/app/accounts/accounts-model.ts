import type { Day } from '../../core/base/day';
import { sameValue } from '../../core/base/equal';
import type { Steps } from '../../core/base/steps';
import { deriveStore, type Store, type StoreOptions } from '../../core/base/store';
import { accountSelection } from '../../core/graph/account-detail';
import { accountKeyOf, type Graph } from '../../core/graph/graph';
import type { AccountDetail, AccountRow, ProblemRow } from '../../core/graph/rows';
import { accountsSelection, type Viewpoint } from '../../core/graph/select';
import { problemsSelection } from '../../core/graph/problems';
import { unassignedSelection } from '../../core/graph/unassigned';
import { countUnassigned } from '../../core/graph/waiting';
import { baseName } from '../../core/note/note';
import { gatherPeople } from '../../core/person/known-people';
import { personNames } from '../../core/person/person-names';
import { likelyUser } from '../../core/person/spelling-pairs';
import type { Settings } from '../../core/settings';
import type { Context } from '../context';
import { inOwnTask } from '../own-task';
import { deriveInSlices, type SlicedStore } from '../sliced-store';
import type { AccountMark, AccountsModel } from './model';
import type { Groups } from '../../core/copies/group';
import { words } from '../../words/words';

/** What the view needs of the rest of the app. */
export type AccountsContext = Pick<
  Context,
  'graph' | 'groups' | 'today' | 'settings' | 'progress' | 'vault' | 'inSlices' | 'timers' | 'onError'
> & {
  /** What the user works in. */
  readonly activeFile: Store<{ readonly path: string } | null>;
  /** The keys by which notes name their sources, of all files that there are; null until they are known. */
  readonly sourceFiles: Store<ReadonlySet<string> | null>;
  /** Notes that could not be read, by path, with the reason. */
  readonly unread: Store<ReadonlyMap<string, string>>;
  readonly assign: Pick<AccountsModel, 'assign' | 'create' | 'choose' | 'merge'>;
  readonly triage: AccountsModel['triage'];
  readonly triageUnassigned: AccountsModel['triageUnassigned'];
  readonly brief: AccountsModel['brief'];
  readonly joinPeople: () => void;
  readonly rebuild: () => void;
};

/** The rows of one "Accounts" view, followed from now until `stop`. */
export function followAccounts(context: AccountsContext): AccountsModel {
  const { graph, today, settings, progress, assign, triage, triageUnassigned, brief, vault, timers } = context;
  const { joinPeople, rebuild, onError } = context;
  const options: Options = {
    equal: sameValue,
    onError: (error: unknown) => onError(words.failures.update.accounts, error),
  };
  const followSlowly = slowFollower(graph, timers, options);
  // The first reading changes the graph once, at its end: until then, that nothing is there says nothing.
  const isReading = deriveStore([progress], (left) => left !== null, options);
  const lists = followLists(context, isReading, options, followSlowly);
  const choices = followChoices(context, options);
  return {
    ...lists,
    ...choices,
    today,
    progress,
    triage,
    triageUnassigned,
    brief,
    rebuild,
    ...followPages(context, isReading, options, followSlowly),
    isUnassigned: (path) => accountKeyOf(graph.get(), path) === null,
    ...assign,
    joinPeople,
    setSort: (accountSort) => settings.change({ accountSort }),
    setFollowsNote: (followNote) => settings.change({ followNote }),
    mark(key, mark) {
      const { pinned, muted } = choices.marks.get();
      const marked = (keys: readonly string[], as: AccountMark): readonly string[] => [
        ...keys.filter((known) => known !== key),
        ...(mark === as ? [key] : []),
      ];
      settings.change({ pinnedAccounts: marked(pinned, 'pinned'), mutedAccounts: marked(muted, 'muted') });
    },
    open: vault.open,
    pageOf: vault.pageOf,
    openLink: vault.openLink,
    stop: () => [isReading, ...Object.values(lists), ...Object.values(choices)].forEach((store) => store.stop()),
  };
}

type Options = StoreOptions<unknown>;
type Followed<Name extends keyof AccountsModel> = {
  readonly [Each in Name]: AccountsModel[Each] & { stop(): void };
};

/** What costs more than rows, because it looks at all notes: a change of many of them is followed seldom. */
type FollowSlowly = <T>(follow: (slow: Store<Graph>) => SlicedStore<T>) => SlicedStore<T>;

function slowFollower(graph: Store<Graph>, timers: AccountsContext['timers'], { onError }: Options): FollowSlowly {
  return (follow) => {
    const slow = inOwnTask(graph, timers, { onError });
    slow.setSlow(true);
    const made = follow(slow);
    return {
      ...made,
      async settled() {
        await slow.settled();
        await made.settled();
      },
      stop() {
        slow.stop();
        made.stop();
      },
    };
  };
}

function viewpoint(today: Day, { myNames, people, readOtherProposals }: Settings): Viewpoint {
  return { today, settings: { myNames, people, readOtherProposals } };
}

function isUnknown({ revision }: Graph, isReading: boolean): boolean {
  return isReading && revision === 0;
}

/** What the list of accounts shows. */
function followLists(
  { graph, groups, today, settings, sourceFiles, unread, inSlices, timers }: AccountsContext,
  isReading: Store<boolean>,
  options: Options,
  followSlowly: FollowSlowly,
): Followed<'accounts' | 'unassigned' | 'problems'> {
  const sliced = { ...options, inSlices, timers, initial: null };
  const select = accountsSelection();
  const selectProblems = problemsSelection();
  return {
    accounts: deriveInSlices(
      [graph, isReading, groups, today, settings],
      function* (notes, reading, known, day, values): Steps<readonly AccountRow[] | null> {
        return isUnknown(notes, reading) ? null : yield* select(notes, viewpoint(day, values), known ?? NO_GROUPS);
      },
      sliced,
    ),
    unassigned: deriveStore([graph], (notes) => notes.unassigned.length, options),
    problems: followSlowly((slow) =>
      deriveInSlices(
        [slow, isReading, sourceFiles, unread],
        function* (notes, reading, files, failed): Steps<readonly ProblemRow[] | null> {
          return isUnknown(notes, reading) ? null : [...(yield* selectProblems(notes, files)), ...unreadRows(failed)];
        },
        sliced,
      ),
    ),
  };
}

/** What the user has chosen to see, and how. */
function followChoices(
  { graph, activeFile, settings }: AccountsContext,
  options: Options,
): Followed<'sort' | 'marks' | 'followsNote' | 'noteAccount'> {
  const followsNote = deriveStore([settings], ({ followNote }) => followNote, options);
  return {
    sort: deriveStore([settings], ({ accountSort }) => accountSort, options),
    marks: deriveStore(
      [settings],
      ({ pinnedAccounts, mutedAccounts }) => ({ pinned: pinnedAccounts, muted: mutedAccounts }),
      options,
    ),
    followsNote,
    noteAccount: deriveStore(
      [graph, activeFile, followsNote],
      (notes, file, follows) =>
        file === null || !follows ? null : { path: file.path, key: accountKeyOf(notes, file.path) },
      options,
    ),
  };
}

/** What is followed only while a page shows it. */
function followPages(
  { graph, groups, today, settings, inSlices, timers }: AccountsContext,
  isReading: Store<boolean>,
  options: Options,
  followSlowly: FollowSlowly,
): Pick<AccountsModel, 'follow' | 'followUnassigned' | 'followUnassignedWaiting' | 'followLikelyUser'> {
  const sliced = { ...options, inSlices, timers, initial: null };
  return {
    follow(key) {
      const selectOne = accountSelection(key);
      return deriveInSlices(
        [graph, isReading, groups, today, settings],
        function* (notes, reading, known, day, values): Steps<AccountDetail | null | undefined> {
          return isUnknown(notes, reading)
            ? undefined
            : yield* selectOne(notes, viewpoint(day, values), known ?? NO_GROUPS);
        },
        { ...sliced, initial: undefined },
      );
    },
    followUnassigned() {
      const suggest = unassignedSelection();
      return followSlowly((slow) => deriveInSlices([slow, settings], suggest, sliced));
    },
    followUnassignedWaiting: () =>
      followSlowly((slow) =>
        deriveInSlices(
          [slow, groups, today],
          (notes, known, day): Steps<number | null> => countUnassigned(notes, known ?? NO_GROUPS, day),
          sliced,
        ),
      ),
    followLikelyUser: () =>
      followSlowly((slow) =>
        deriveInSlices(
          [slow, settings],
          function* ({ notes }, values): Steps<string | null> {
            const names = personNames(values);
            const people = yield* gatherPeople(notes.values(), names, () => null);
            return likelyUser(people, (name) => names.isMine([name]))?.name ?? null;
          },
          sliced,
        ),
      ),
  };
}

const NO_GROUPS: Groups = new Map();

function unreadRows(failed: ReadonlyMap<string, string>): readonly ProblemRow[] {
  return [...failed].map(([path, reason]) => ({
    path,
    title: baseName(path),
    kind: 'unread',
    reason: words.problems.unread(reason),
    advice: words.problems.unreadAdvice,
  }));
}
