import type { LineName, SameLines } from '../settings';
import type { Candidate } from './candidate';
import type { CopyLine } from './copy-line';
import { areOnePerson } from './one-person';
import { normalText } from './profile';
import { factsDiffer } from './text-facts';

/** Lines of notes further apart, in days, are about another occasion, unless they come from one source. */
export const LONGEST_TIME = 30;

/** What a person said of lines. It holds over all rules. */
export interface Said {
  /** Pairs of texts that are not the same, wherever they stand, as `pairOfTexts` writes them. */
  readonly notTheSame: ReadonlySet<string>;
  /** Pairs of lines that are the same; of other lines with these texts it says nothing. */
  readonly same: readonly SameLines[];
}

/** Nobody said anything. */
export const NOTHING_SAID: Said = { notTheSame: new Set(), same: [] };

/** Two texts as a pair, whatever their order. They are normal texts: case and punctuation do not count. */
export function pairOfTexts(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

/** What tells a line that a person pointed at: case and punctuation of its words do not count. */
export function nameOfLine({ path, text }: LineName): string {
  return `${path}\n${normalText(text)}`;
}

/** Whether two lines stand in one list. */
export function shareList(a: Candidate, b: Candidate): boolean {
  return a.list === b.list;
}

/** Whether two lines come from one source. */
export function haveOneSource(a: Candidate, b: Candidate): boolean {
  return a.source !== null && a.source === b.source;
}

/**
 * How many days lie between the notes of two lines: none where they come from one source, null where a day is not
 * known.
 */
export function daysApart(a: Candidate, b: Candidate): number | null {
  if (haveOneSource(a, b)) return 0;
  return a.dayNumber === null || b.dayNumber === null ? null : Math.abs(a.dayNumber - b.dayNumber);
}

/**
 * Whether two lines are of one occasion: of one kind, and of one source or of one account within the time. An inbox
 * list gathers lines of any account. Where a note tells nothing of its account, only its source ties it to others.
 */
export function areOfOneOccasion(a: Candidate, b: Candidate): boolean {
  if (a.line.kind !== b.line.kind) return false;
  if (a.account !== null && b.account !== null && a.account !== b.account) return false;
  if (haveOneSource(a, b) || shareList(a, b)) return true;
  const isOneAccount = (a.account !== null && a.account === b.account) || isOfAnyAccount(a) || isOfAnyAccount(b);
  return isOneAccount && (daysApart(a, b) ?? 0) <= LONGEST_TIME;
}

/** Whether a line may be of any account: it stands in an inbox list. */
export function isOfAnyAccount({ line, account }: Candidate): boolean {
  return line.standing === 'list' && account === null;
}

/** Whether two lines are never copies, however alike they are. */
export function areNeverCopies(a: Candidate, b: Candidate, said: Said): boolean {
  return !areOfOneOccasion(a, b) || areApart(a, b, said);
}

/** Whether something tells two lines of one occasion apart, however alike they are. */
export function areApart(a: Candidate, b: Candidate, { notTheSame }: Said): boolean {
  return (
    (shareList(a, b) && haveOtherOwners(a.line, b.line)) ||
    factsDiffer(a.profile.facts, b.profile.facts) ||
    (notTheSame.size > 0 && notTheSame.has(pairOfTexts(normalText(a.line.text), normalText(b.line.text))))
  );
}

/** The owners of one line that own the other too. "Ana" may be "Ana de la Cruz". */
export function sharedOwners(a: Owned, b: Owned): readonly string[] {
  if ((a.ownerBits & b.ownerBits) === 0) return NOBODY;
  return a.line.owners.filter((one) => b.line.owners.some((other) => areOnePerson(one, other)));
}

const NOBODY: readonly string[] = [];

/** What tells fast that nobody owns two lines. */
type Owned = Pick<Candidate, 'line' | 'ownerBits'>;

/** Whether both name owners, and no person is among both. */
export function haveOtherOwners({ owners }: CopyLine, { owners: others }: CopyLine): boolean {
  return (
    owners.length > 0 && others.length > 0 && !owners.some((one) => others.some((other) => areOnePerson(one, other)))
  );
}
