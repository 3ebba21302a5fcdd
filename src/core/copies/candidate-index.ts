import { LEAST_LIKENESS, type Candidate } from './pair';

/** An entry list by token. */
type Postings<T> = Map<string, T[]>;

/**
 * Finds the lines that may be copies of a line without looking at all pairs. Two texts that are alike enough share one of the tokens that make up
 * the greater part of each; so it is enough to look at those lines that share one of a line's rarer tokens, and none is missed.
 */
export class CandidateIndex<T extends Candidate> {
  /** By kind: all lines. */
  private readonly all = new Map<string, Postings<T>>();
  /** By kind and account: lines of different accounts are never copies. */
  private readonly byAccount = new Map<string, Postings<T>>();

  /** Takes a line in. */
  add(entry: T): void {
    for (const postings of this.homesOf(entry)) {
      for (const token of entry.profile.tokens.keys()) {
        const list = postings.get(token);
        if (list === undefined) postings.set(token, [entry]);
        else list.push(entry);
      }
    }
  }

  /** Takes a line out. */
  remove(entry: T): void {
    for (const postings of this.homesOf(entry)) {
      for (const token of entry.profile.tokens.keys()) {
        const list = postings.get(token)!;
        // The order of a list does not matter: the last one fills the gap.
        const last = list.pop()!;
        if (last !== entry) list[list.indexOf(entry)] = last;
        if (list.length === 0) postings.delete(token);
      }
    }
  }

  /** All lines that may be alike enough, each once, in no particular order. */
  near(entry: T): ReadonlySet<T> {
    const found = new Set<T>();
    const { kind, account } = entry.line;
    const homes = account === null ? [this.all.get(kind)] : [this.byAccount.get(homeOf(kind, account)), this.byAccount.get(homeOf(kind, null))];
    for (const postings of homes) {
      if (postings === undefined) continue;
      for (const token of rarerTokens(entry, postings)) {
        for (const other of postings.get(token) ?? []) found.add(other);
      }
    }
    found.delete(entry);
    return found;
  }

  private homesOf({ line: { kind, account } }: T): readonly Postings<T>[] {
    return [home(this.all, kind), home(this.byAccount, homeOf(kind, account))];
  }
}

function home<T>(homes: Map<string, Postings<T>>, key: string): Postings<T> {
  const postings = homes.get(key) ?? new Map<string, T[]>();
  homes.set(key, postings);
  return postings;
}

function homeOf(kind: string, account: string | null): string {
  return account === null ? kind : `${kind} ${account}`;
}

/** The tokens with the shortest lists, so many that the others together are too little for any copy. */
function rarerTokens<T extends Candidate>({ profile }: T, postings: Postings<T>): readonly string[] {
  const tokens = [...profile.tokens].map(([token, weight]) => ({ token, weight, length: postings.get(token)?.length ?? 0 }));
  tokens.sort((a, b) => a.length - b.length);
  let others = profile.weight;
  let count = 0;
  while (count < tokens.length && others >= LEAST_LIKENESS * profile.weight) others -= tokens[count++]!.weight;
  return tokens.slice(0, count).map(({ token }) => token);
}
