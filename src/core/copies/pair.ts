import { daysBetween } from '../base/day';
import type { CopyLine } from './copy-line';
import { profileOf, type Profile } from './profile';
import { similarity } from './similarity';
import { factsDiffer } from './text-facts';

/** A line with what its text says. */
export interface Candidate {
  readonly line: CopyLine;
  readonly profile: Profile;
}

/** A line, taken apart. */
export function candidateOf(line: CopyLine): Candidate {
  return { line, profile: profileOf(line.text) };
}

/** The least likeness of two copies, by whose they are. */
const LEAST = { sameOwner: 0.34, openOwner: 0.38, otherOwner: 0.68, statement: 0.36 } as const;
/** What more it takes where less ties the notes together. */
const MORE = { otherSource: 0.06, unknownAccount: 0.06 } as const;
/** A note seldom says one thing twice: its lines are rather two steps of one matter. */
const LEAST_IN_ONE_NOTE = 0.75;
/** No two copies are less alike. */
export const LEAST_LIKENESS = 0.34;
/** Lines of notes further apart, in days, are about another occasion, unless they come from one source. */
const LONGEST_TIME = 30;

/** Pairs of texts that somebody said are not the same, as `pairOfTexts` writes them. */
export type NotTheSame = ReadonlySet<string>;

/** Two texts as a pair, whatever their order. They are normal texts: case and punctuation do not count. */
export function pairOfTexts(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

/** Whether two lines are never copies, however alike they are. */
export function areNeverCopies(a: Candidate, b: Candidate, notTheSame: NotTheSame): boolean {
  const { line } = a;
  const other = b.line;
  return line.kind !== other.kind
    || (line.account !== null && other.account !== null && line.account !== other.account)
    || (line.path === other.path && haveOtherOwners(line, other))
    || (!haveOneSource(line, other) && line.day !== null && other.day !== null && Math.abs(daysBetween(line.day, other.day)) > LONGEST_TIME)
    || factsDiffer(a.profile.facts, b.profile.facts)
    || (notTheSame.size > 0 && notTheSame.has(pairOfTexts(a.profile.normal, b.profile.normal)));
}

/** How alike two copies are, from 0 to 1; null where they are none. */
export function copyLikeness(a: Candidate, b: Candidate, notTheSame: NotTheSame): number | null {
  if (areNeverCopies(a, b, notTheSame)) return null;
  const likeness = similarity(a.profile, b.profile);
  return likeness >= leastLikeness(a.line, b.line) ? likeness : null;
}

function leastLikeness(a: CopyLine, b: CopyLine): number {
  let least: number = LEAST.statement;
  if (a.kind === 'task') {
    const isOpen = a.owners.length === 0 || b.owners.length === 0;
    least = isOpen ? LEAST.openOwner : haveOtherOwners(a, b) ? LEAST.otherOwner : LEAST.sameOwner;
  }
  if (!haveOneSource(a, b)) {
    least += MORE.otherSource;
    if (a.account === null || b.account === null) least += MORE.unknownAccount;
  }
  return a.path === b.path ? Math.max(least, LEAST_IN_ONE_NOTE) : least;
}

function haveOneSource(a: CopyLine, b: CopyLine): boolean {
  return a.source !== null && a.source === b.source;
}

/** Whether both name owners, and no person is among both. "Ana" may be "Ana de la Cruz". */
function haveOtherOwners({ owners: some }: CopyLine, { owners: others }: CopyLine): boolean {
  return some.length > 0 && others.length > 0 && !some.some((one) => others.some((other) => isOnePerson(one, other)));
}

function isOnePerson(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}
