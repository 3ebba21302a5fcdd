import { accountKey } from '../account/names';
import type { Account } from '../account/resolve';
import type { Result } from '../base/result';
import { slugOf } from '../account/slug';
import { addAlias } from '../change/add-alias';
import { assignAccount } from '../change/assign-account';
import type { Edit } from '../change/edit';
import { refuse, type RefusalReason } from '../change/refusal';
import { accountKeyOf, type Graph } from '../graph/graph';
import type { Note } from '../note/note';
import { words } from '../../words/words';

/** The edits that give notes their accounts, note by note, and why some cannot be given theirs. */
export interface AssignPlan {
  readonly notes: readonly PlannedNote[];
  readonly refusals: readonly NoteRefusal[];
}

export interface PlannedNote {
  readonly path: string;
  /** How to call it: its title, with its path where others have that title too. */
  readonly name: string;
  readonly edits: readonly Edit[];
}

/** A note that stays as it is, and why. */
export interface NoteRefusal {
  readonly path: string;
  readonly reason: RefusalReason;
  /** What did not happen, why, and what to do, with the name of the note. */
  readonly sentence: string;
}

/** A note, and the name of the account that it is to have. */
export interface Wanted {
  readonly path: string;
  readonly account: string;
}

/** Gives notes accounts, in place of those that they state. */
export function assignNotes(graph: Graph, wanted: readonly Wanted[]): AssignPlan {
  return planOf(
    graph,
    wanted.map(({ path, account }) => ({ path, account, from: accountKeyOf(graph, path) })),
  );
}

/**
 * What makes two spellings one account: the notes that come to say the other one, and the page that is to know both.
 */
export interface MergePlan extends AssignPlan {
  /** The account that goes, and the one that stays. */
  readonly from: Account;
  readonly to: Account;
  /**
   * The page of the one that stays, and the edits by which it knows the other, so that new notes follow, or why there
   * can be none. Null where neither has a page.
   */
  readonly page: { readonly path: string; readonly edits: Result<readonly Edit[]> } | null;
}

/**
 * Gives every note that states one account the other one: two spellings become one. The notes that only stand in its
 * folder, or come from its source, state nothing. `wanted` is the name that the user wishes to stay; where the other
 * alone has a page, that one names the account, and stays. They are accounts of `graph`.
 */
export function mergeAccounts(graph: Graph, other: Account, wanted: Account): MergePlan {
  const [from, to] = wanted.pages.length === 0 && other.pages.length > 0 ? [wanted, other] : [other, wanted];
  const stating = (graph.byAccount.get(from.key) ?? []).filter(
    ({ kind, stated: { frontMatter, tag, line } }) => kind !== 'account-page' && (frontMatter ?? tag ?? line) !== null,
  );
  const { notes, refusals } = planOf(
    graph,
    stating.map(({ path }) => ({ path, account: to.name, from: from.key })),
  );
  const [path] = to.pages;
  return {
    from,
    to,
    notes,
    refusals,
    page: path === undefined ? null : { path, edits: addAlias(path, graph.notes.get(path)!.text, from.name) },
  };
}

function planOf(graph: Graph, wanted: readonly (Wanted & { readonly from: string | null })[]): AssignPlan {
  const notes: PlannedNote[] = [];
  const refusals: NoteRefusal[] = [];
  const slugs = slugsInUse(graph);
  const names = namesOf(graph, wanted);
  for (const { path, account, from } of wanted) {
    const note = graph.notes.get(path);
    const name = names.get(path)!;
    const spellings = new Set(
      (from === null ? [] : (graph.resolution.accounts.get(from)?.names ?? [])).map(accountKey),
    );
    const to = { name: account, slug: slugs.get(accountKey(account)) ?? slugOf(account) };
    const leave = (reason: RefusalReason): number =>
      refusals.push({ path, reason, sentence: words.assign.inNote(refuse(reason, account).sentence, name) });
    if (note === undefined) {
      leave('gone-note');
      continue;
    }
    const result = assignAccount(path, note.text, { to, replaces: (spelling) => spellings.has(accountKey(spelling)) });
    if (!result.ok) leave(result.error.reason);
    else if (result.value.length === 0) leave('unchanged');
    else notes.push({ path, name, edits: result.value });
  }
  return { notes, refusals };
}

function namesOf({ notes }: Graph, wanted: readonly Wanted[]): ReadonlyMap<string, string> {
  const titles = wanted.map(({ path }) => notes.get(path)?.title ?? path);
  const counts = new Map<string, number>();
  for (const title of titles) counts.set(title, (counts.get(title) ?? 0) + 1);
  return new Map(
    wanted.map(({ path }, index) => [
      path,
      counts.get(titles[index]!) === 1 ? titles[index]! : `${titles[index]!} (${path})`,
    ]),
  );
}

/** How the tags of an account are written, by the key of its name: as most notes have them. */
function slugsInUse({ notes }: Graph): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  const count = ({ stated: { tag } }: Note): void => {
    if (tag === null) return;
    const key = accountKey(tag);
    const known = counts.get(key) ?? new Map<string, number>();
    counts.set(key, known);
    known.set(tag, (known.get(tag) ?? 0) + 1);
  };
  for (const note of notes.values()) count(note);
  return new Map(
    [...counts].map(([key, spellings]) => [
      key,
      [...spellings].reduce((most, one) => (one[1] > most[1] ? one : most))[0],
    ]),
  );
}
