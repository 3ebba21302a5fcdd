import type { Day } from '../base/day';
import type { Meeting, Saying } from './contender';
import { areOnePerson } from './one-person';
import { sharedOwners } from './pair';
import { isFactWeight } from './profile';
import type { Match } from './signs';

/** Counts how many lines of a list speak of each token, each list once. */
export class TokenCounts {
  private readonly known = new Map<readonly Saying[], ReadonlyMap<number, number>>();

  /** How many lines of a list speak of each token. */
  of(list: readonly Saying[]): ReadonlyMap<number, number> {
    const known = this.known.get(list);
    if (known !== undefined) return known;
    const counts = new Map<number, number>();
    for (const { profile } of list) {
      for (const token of profile.tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
    }
    this.known.set(list, counts);
    return counts;
  }
}

/** What stands in the two lists of a match, so that what is rare in them counts for more. */
export interface Scales {
  readonly tokens: readonly [ReadonlyMap<number, number>, ReadonlyMap<number, number>];
  /** The lines of both lists. */
  readonly lines: readonly Saying[];
  /** What shared fields say, by owners and day: the same come again and again. */
  readonly known: Map<string, FieldBits>;
}

/** How much a shared owner and a shared day say. */
type FieldBits = Pick<Match, 'ownerBits' | 'dayBits'>;

/** The scales of two lists. */
export function scalesOf(some: readonly Saying[], others: readonly Saying[], counts: TokenCounts): Scales {
  return { tokens: [counts.of(some), counts.of(others)], lines: [...some, ...others], known: new Map() };
}

/** Two lines with what is needed to weigh them. */
export function matchOf({ a, b, common }: Meeting, scales: Scales): Match {
  const { ownWords, facts } = sharedWords(a, b, scales);
  const { ownerBits, dayBits } = sharedFields(a, b, scales);
  return { a, b, common, ownWords, facts, ownerBits, dayBits, distance: Math.abs(a.position - b.position) };
}

function sharedWords(a: Saying, b: Saying, { tokens: [inSome, inOthers] }: Scales): Pick<Match, 'ownWords' | 'facts'> {
  let ownWords = 0;
  let facts = 0;
  const { tokens, weights } = a.profile;
  for (let at = 0, other = 0; at < tokens.length && other < b.profile.tokens.length;) {
    const token = tokens[at]!;
    const step = token - b.profile.tokens[other]!;
    if (step === 0) {
      if (inSome.get(token) === 1 && inOthers.get(token) === 1) ownWords++;
      if (isFactWeight(weights[at]!)) facts++;
    }
    if (step <= 0) at++;
    if (step >= 0) other++;
  }
  return { ownWords, facts };
}

const NO_BITS: FieldBits = { ownerBits: 0, dayBits: 0 };

/** What a shared owner and a shared day say, where there are any. */
function sharedFields(a: Saying, b: Saying, { lines, known }: Scales): FieldBits {
  const owners = sharedOwners(a, b);
  const due = a.line.task?.due ?? null;
  const sharedDue = due === (b.line.task?.due ?? null) ? due : null;
  if (owners.length === 0 && sharedDue === null) return NO_BITS;
  const key = owners.length === 1 && sharedDue === null ? owners[0]! : [sharedDue, ...owners].join('\n');
  const bits = known.get(key) ?? bitsOf(lines, owners, sharedDue);
  known.set(key, bits);
  return bits;
}

function bitsOf(lines: readonly Saying[], owners: readonly string[], due: Day | null): FieldBits {
  const isOwned = ({ line }: Saying): boolean =>
    line.owners.some((owner) => owners.some((shared) => areOnePerson(owner, shared)));
  const ofOwner = owners.length === 0 ? lines : lines.filter(isOwned);
  const ofDay = due === null ? ofOwner : ofOwner.filter(({ line }) => line.task?.due === due);
  return { ownerBits: Math.log2(lines.length / ofOwner.length), dayBits: Math.log2(ofOwner.length / ofDay.length) };
}
