import type { Candidate } from './candidate';
import type { CopyLine } from './copy-line';
import { areNeverCopies, haveOneSource, haveOtherOwners, shareList, type Said } from './pair';
import { similarity } from './similarity';

/** The least likeness of two copies of which nothing tells but their own words and owners. */
const LEAST = { sameOwner: 0.34, openOwner: 0.38, otherOwner: 0.8, statement: 0.32 } as const;
/** What more it takes where they come from two sources. */
const MORE_FROM_OTHER_SOURCE = 0.06;
/** And where one of two statements says “not”: what was decided before may be turned round. */
const MORE_IF_TURNED = 0.12;
/** The lines of one list are rather two steps of one matter. */
const LEAST_IN_ONE_LIST = 0.75;
/** No two copies by this rule have a smaller share of their words in common. */
export const LEAST_STRICT = 0.32;

/**
 * How alike two lines are, from 0 to 1, where their own words and owners make them copies; else null. The rule for
 * statements, and for tasks whose pair has no rivals.
 */
export function strictLikeness(a: Candidate, b: Candidate, said: Said): number | null {
  const likeness = looseLikeness(a, b, said);
  return shareList(a, b) && likeness !== null && likeness < LEAST_IN_ONE_LIST ? null : likeness;
}

/** The same for lists that may hold a second run: two lines of one list count as those of two. */
export function looseLikeness(a: Candidate, b: Candidate, said: Said): number | null {
  const likeness = similarity(a.profile, b.profile, leastLikeness(a, b));
  return likeness === 0 || areNeverCopies(a, b, said) ? null : likeness;
}

function leastLikeness(a: Candidate, b: Candidate): number {
  const isNear = haveOneSource(a, b) || shareList(a, b);
  const isTurned = !isNear && a.line.kind !== 'task' && a.profile.negated !== b.profile.negated;
  return leastByOwners(a.line, b.line) + (isNear ? 0 : isTurned ? MORE_IF_TURNED : MORE_FROM_OTHER_SOURCE);
}

function leastByOwners(a: CopyLine, b: CopyLine): number {
  if (a.kind !== 'task') return LEAST.statement;
  if (a.owners.length === 0 || b.owners.length === 0) return LEAST.openOwner;
  return haveOtherOwners(a, b) ? LEAST.otherOwner : LEAST.sameOwner;
}
