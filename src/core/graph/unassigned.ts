import { gatherHistory } from '../account/history';
import type { Account } from '../account/resolve';
import { accountFinder, rankAccounts, type AccountFinder, type Suggestion } from '../account/suggest';
import { newestFirst } from '../base/day';
import { oncePer } from '../base/once';
import { finish, inSteps, type Steps } from '../base/steps';
import { assignFault } from '../change/assign-account';
import type { RefusalReason } from '../change/refusal';
import type { Note } from '../note/note';
import type { Settings } from '../settings';
import type { Graph } from './graph';
import type { UnassignedRow } from './rows';

/** The meeting notes whose account is not known, with suggestions, newest first. */
export function selectUnassigned(graph: Graph, settings: Pick<Settings, 'ownDomains'>): readonly UnassignedRow[] {
  return finish(unassignedSelection()(graph, settings));
}

/** The accounts that a note may be about, for one note alone. */
export function suggestionsFor(
  graph: Graph,
  { ownDomains }: Pick<Settings, 'ownDomains'>,
  note: Note,
): readonly Suggestion[] {
  const { accounts } = graph.resolution;
  return rankAccounts(
    note,
    accounts,
    accountFinder(accounts.values(), { ownDomains }),
    finish(gatherHistory(graph.notes.values(), graph.resolution, { ownDomains })),
  );
}

/**
 * `selectUnassigned` in steps, for a graph that is followed: a note is searched for names once, as long as the accounts
 * are the same.
 */
export function unassignedSelection(): (
  graph: Graph,
  settings: Pick<Settings, 'ownDomains'>,
) => Steps<readonly UnassignedRow[]> {
  let known: {
    readonly accounts: ReadonlyMap<string, Account>;
    readonly ownDomains: readonly string[];
    readonly finder: AccountFinder;
  } | null = null;
  const faultOf = oncePer(({ path, text }: Note): RefusalReason | null => assignFault(path, text));
  return function* (graph, { ownDomains }) {
    const { accounts } = graph.resolution;
    if (known?.accounts !== accounts || known.ownDomains !== ownDomains)
      known = { accounts, ownDomains, finder: accountFinder(accounts.values(), { ownDomains }) };
    const { finder } = known;
    const history = yield* gatherHistory(graph.notes.values(), graph.resolution, { ownDomains });
    const rows: UnassignedRow[] = [];
    yield* inSteps(
      graph.unassigned,
      (note) => {
        const {
          path,
          title,
          day,
          counts: { proposed },
        } = note;
        rows.push({
          path,
          title,
          day,
          proposed,
          suggestions: rankAccounts(note, accounts, finder, history),
          fault: faultOf(note),
        });
      },
      10,
    );
    return rows.sort((a, b) => newestFirst(a.day, b.day) || (a.path < b.path ? -1 : 1));
  };
}
