import type { Day } from '../../core/base/day';
import { sameValue } from '../../core/base/equal';
import type { Steps } from '../../core/base/steps';
import { deriveStore, type Store } from '../../core/base/store';
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
export function followAccounts({
  graph,
  groups,
  activeFile,
  sourceFiles,
  today,
  settings,
  progress,
  unread,
  assign,
  triage,
  triageUnassigned,
  brief,
  joinPeople,
  rebuild,
  vault,
  inSlices,
  timers,
  onError,
}: AccountsContext): AccountsModel {
  const options = {
    equal: sameValue,
    onError: (error: unknown) => onError(words.failures.update.accounts, error),
  };
  const sliced = { ...options, inSlices, timers };
  const viewpoint = (day: Day, { myNames, people, readOtherProposals }: Settings): Viewpoint => ({
    today: day,
    settings: { myNames, people, readOtherProposals },
  });
  const select = accountsSelection();
  // The first reading changes the graph once, at its end: until then, that nothing is there says nothing.
  const isReading = deriveStore([progress], (left) => left !== null, options);
  const isUnknown = ({ revision }: Graph, reading: boolean): boolean => reading && revision === 0;
  const accounts = deriveInSlices(
    [graph, isReading, groups, today, settings],
    function* (notes, reading, known, day, values): Steps<readonly AccountRow[] | null> {
      return isUnknown(notes, reading) ? null : yield* select(notes, viewpoint(day, values), known ?? NO_GROUPS);
    },
    { ...sliced, initial: null },
  );
  const unassigned = deriveStore([graph], (notes) => notes.unassigned.length, options);
  // What costs more than rows, because it looks at all notes: a change of many of them is followed seldom.
  const followSlowly = <T>(follow: (slow: Store<Graph>) => SlicedStore<T>): SlicedStore<T> => {
    const slow = inOwnTask(graph, timers, { onError: options.onError });
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
  const selectProblems = problemsSelection();
  const problems = followSlowly((slow) =>
    deriveInSlices(
      [slow, isReading, sourceFiles, unread],
      function* (notes, reading, files, failed): Steps<readonly ProblemRow[] | null> {
        return isUnknown(notes, reading) ? null : [...(yield* selectProblems(notes, files)), ...unreadRows(failed)];
      },
      { ...sliced, initial: null },
    ),
  );
  const sort = deriveStore([settings], (values) => values.accountSort, options);
  const marks = deriveStore(
    [settings],
    ({ pinnedAccounts, mutedAccounts }) => ({ pinned: pinnedAccounts, muted: mutedAccounts }),
    options,
  );
  const followsNote = deriveStore([settings], ({ followNote }) => followNote, options);
  const noteAccount = deriveStore(
    [graph, activeFile, followsNote],
    (notes, file, follows) => {
      return file === null || !follows ? null : { path: file.path, key: accountKeyOf(notes, file.path) };
    },
    options,
  );
  return {
    accounts,
    unassigned,
    problems,
    today,
    sort,
    marks,
    followsNote,
    noteAccount,
    progress,
    triage,
    triageUnassigned,
    brief,
    rebuild,
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
      return followSlowly((slow) => deriveInSlices([slow, settings], suggest, { ...sliced, initial: null }));
    },
    followUnassignedWaiting: () =>
      followSlowly((slow) =>
        deriveInSlices(
          [slow, groups, today],
          (notes, known, day): Steps<number | null> => countUnassigned(notes, known ?? NO_GROUPS, day),
          { ...sliced, initial: null },
        ),
      ),
    followLikelyUser: () =>
      followSlowly((slow) =>
        deriveInSlices(
          [slow, settings],
          function* ({ notes }, values): Steps<string | null> {
            const names = personNames(values);
            return (
              likelyUser(yield* gatherPeople(notes.values(), names, () => null), (name) => names.isMine([name]))
                ?.name ?? null
            );
          },
          { ...sliced, initial: null },
        ),
      ),
    isUnassigned: (path) => accountKeyOf(graph.get(), path) === null,
    ...assign,
    joinPeople,
    setSort: (accountSort) => settings.change({ accountSort }),
    setFollowsNote: (followNote) => settings.change({ followNote }),
    mark(key, mark) {
      const { pinned, muted } = marks.get();
      const marked = (keys: readonly string[], as: AccountMark): readonly string[] => [
        ...keys.filter((known) => known !== key),
        ...(mark === as ? [key] : []),
      ];
      settings.change({ pinnedAccounts: marked(pinned, 'pinned'), mutedAccounts: marked(muted, 'muted') });
    },
    open: vault.open,
    pageOf: vault.pageOf,
    openLink: vault.openLink,
    stop: () =>
      [isReading, accounts, unassigned, problems, sort, marks, followsNote, noteAccount].forEach((store) =>
        store.stop(),
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
