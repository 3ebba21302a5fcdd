import { daysBetween } from '../base/day';
import type { CopyLine } from './copy-line';
import { TextReader, type Profile } from './profile';
import { similarity } from './similarity';
import { factsDiffer } from './text-facts';

/** A line with what its text says, ready to be compared. Candidates of one reader can be. */
export interface Candidate {
  readonly line: CopyLine;
  /**
   * The notes that the line stands in: its own, and those of all lines that are equal to it in all that is compared.
   */
  readonly paths: ReadonlySet<string>;
  readonly profile: Profile;
  /** The day of its note as a number that counts days, or null. */
  readonly dayNumber: number | null;
  /** The weight of its text. */
  readonly weight: number;
  /** Its account and its source as numbers, which compare faster than names. */
  readonly account: number | null;
  readonly source: number | null;
}

/** Makes candidates of lines. */
export class CandidateReader {
  private readonly texts = new TextReader();
  private readonly names = new Map<string, number>();
  private readonly profiles = new Map<string, Profile>();
  private paths: ReadonlySet<string> = new Set();

  /** A line, taken apart. */
  read(line: CopyLine): Candidate {
    const profile = this.profiles.get(line.text) ?? this.texts.read(line.text);
    this.profiles.set(line.text, profile);
    return {
      line,
      paths: this.pathsOf(line.path),
      profile,
      weight: profile.weight,
      dayNumber: line.day === null ? null : daysBetween('1970-01-01', line.day),
      account: this.numberOf(line.account),
      source: this.numberOf(line.source),
    };
  }

  /** Lets go of the texts, which are kept because many lines are equal. */
  forgetTexts(): void {
    this.profiles.clear();
  }

  /** The lines of one note, which come one after the other, share one set. */
  private pathsOf(path: string): ReadonlySet<string> {
    if (!this.paths.has(path)) this.paths = new Set([path]);
    return this.paths;
  }

  private numberOf(name: string | null): number | null {
    if (name === null) return null;
    const known = this.names.get(name) ?? this.names.size;
    this.names.set(name, known);
    return known;
  }
}

/** The least likeness of two copies, by whose they are. */
const LEAST = { sameOwner: 0.34, openOwner: 0.38, otherOwner: 0.8, statement: 0.32 } as const;
/** What more it takes where less ties the notes together. */
const MORE = { otherSource: 0.06, unknownAccount: 0.06 } as const;
/** A note seldom says one thing twice: its lines are rather two steps of one matter. */
const LEAST_IN_ONE_NOTE = 0.75;
/** No two copies are less alike. */
export const LEAST_LIKENESS = 0.32;
/** Lines of notes further apart, in days, are about another occasion, unless they come from one source. */
export const LONGEST_TIME = 30;

/** Pairs of texts that somebody said are not the same, as `pairOfTexts` writes them. */
export type NotTheSame = ReadonlySet<string>;

/** Two texts as a pair, whatever their order. They are normal texts: case and punctuation do not count. */
export function pairOfTexts(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`;
}

/**
 * How many days lie between the notes of two lines: none where they come from one source, null where a day is not
 * known.
 */
export function daysApart(a: Candidate, b: Candidate): number | null {
  if (haveOneSource(a, b)) return 0;
  return a.dayNumber === null || b.dayNumber === null ? null : Math.abs(a.dayNumber - b.dayNumber);
}

/** Whether two lines are of one occasion: of one kind, one account as far as it is known, and one time or source. */
export function areOfOneOccasion(a: Candidate, b: Candidate): boolean {
  return (
    a.line.kind === b.line.kind &&
    (a.account === b.account || a.account === null || b.account === null) &&
    (daysApart(a, b) ?? 0) <= LONGEST_TIME
  );
}

/** Whether two lines are never copies, however alike they are. */
export function areNeverCopies(a: Candidate, b: Candidate, notTheSame: NotTheSame): boolean {
  return (
    !areOfOneOccasion(a, b) ||
    (haveOtherOwners(a.line, b.line) && shareNote(a, b)) ||
    factsDiffer(a.profile.facts, b.profile.facts) ||
    (notTheSame.size > 0 && notTheSame.has(pairOfTexts(a.profile.normal, b.profile.normal)))
  );
}

/** How alike two copies are, from 0 to 1; null where they are none. */
export function copyLikeness(a: Candidate, b: Candidate, notTheSame: NotTheSame): number | null {
  const likeness = similarity(a.profile, b.profile, leastLikeness(a, b));
  return likeness === 0 || areNeverCopies(a, b, notTheSame) ? null : likeness;
}

function leastLikeness(a: Candidate, b: Candidate): number {
  const { line } = a;
  const other = b.line;
  let least: number = LEAST.statement;
  if (line.kind === 'task') {
    const isOpen = line.owners.length === 0 || other.owners.length === 0;
    least = isOpen ? LEAST.openOwner : haveOtherOwners(line, other) ? LEAST.otherOwner : LEAST.sameOwner;
  }
  if (!haveOneSource(a, b)) {
    least += MORE.otherSource;
    if (a.account === null || b.account === null) least += MORE.unknownAccount;
  }
  return shareNote(a, b) ? Math.max(least, LEAST_IN_ONE_NOTE) : least;
}

/** Whether both stand in one note. */
function shareNote({ paths: some }: Candidate, { paths: others }: Candidate): boolean {
  const [few, many] = some.size < others.size ? [some, others] : [others, some];
  for (const path of few) {
    if (many.has(path)) return true;
  }
  return false;
}

function haveOneSource(a: Candidate, b: Candidate): boolean {
  return a.source !== null && a.source === b.source;
}

/** Whether both name owners, and no person is among both. "Ana" may be "Ana de la Cruz". */
function haveOtherOwners({ owners: some }: CopyLine, { owners: others }: CopyLine): boolean {
  return some.length > 0 && others.length > 0 && !some.some((one) => others.some((other) => isOnePerson(one, other)));
}

function isOnePerson(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);
}
