import type { Indexed } from './candidate-index';
import type { CandidateReader } from './candidate';
import type { CopyKind, CopyLine } from './copy-line';
import { hashOf } from './hash';
import { NO_TIE_COUNTS, NO_TIES, type Tied } from './bonds';

/**
 * The lines of one kind of a note, as they meet those of other notes. Notes whose lines are equal in all that is
 * compared are one contender, so that a pipeline that writes the same note a hundred times makes no more work than one
 * that writes it twice.
 */
export interface Contender {
  /** Tells it from all others; made of all that is compared, so that it is the same whatever its notes. */
  readonly id: number;
  /** In the order of the note. */
  readonly sayings: readonly Saying[];
  /** The notes that it stands for. */
  readonly paths: Set<string>;
}

/** What one or more lines say: the equal lines of a contender's notes. All of them are copies. */
export interface Saying extends Indexed, Tied<Saying> {
  readonly contender: Contender;
  /** Where in its list it stands: 0 is first, 1 last. */
  readonly position: number;
  /** In no particular order. */
  lines: CopyLine[];
  /** All that are in a group with it, itself too, in their order. */
  group: readonly Saying[];
  /** All that hang together with it, by which its group was found. */
  component: readonly Saying[];
}

/** Two sayings that have something in common. */
export interface Meeting {
  readonly a: Saying;
  readonly b: Saying;
  /** The weight of what both speak of. */
  readonly common: number;
}

/** The lines of one kind that a note lists, ready to become a contender or to join one. */
export interface Listing {
  /** Made of all that is compared; two different ones may share it, by a rare chance. */
  readonly id: number;
  readonly kind: CopyKind;
  /** In the order of the note; lines that are equal in all that is compared stand together. */
  readonly lines: readonly (readonly CopyLine[])[];
}

/**
 * What a note lists, kind by kind. A line that `isAlone` is equal to no other, as somebody said something of it and of
 * no other.
 */
export function listingsOf(lines: readonly CopyLine[], isAlone: (line: CopyLine) => boolean): readonly Listing[] {
  const kinds = new Map<CopyKind, Map<string, CopyLine[]>>();
  for (const line of [...lines].sort((a, b) => a.line - b.line || (a.key < b.key ? -1 : 1))) {
    const ofKind = kinds.get(line.kind) ?? new Map<string, CopyLine[]>();
    kinds.set(line.kind, ofKind);
    const words = JSON.stringify([
      line.text,
      line.task?.due ?? '',
      ...line.owners,
      ...(isAlone(line) ? [line.key] : []),
    ]);
    const equal = ofKind.get(words);
    if (equal === undefined) ofKind.set(words, [line]);
    else equal.push(line);
  }
  return [...kinds].map(([kind, sayings]) => {
    const { account, looksLike, source, day, standing } = lines[0]!;
    const context = JSON.stringify([kind, account, looksLike, source, day, standing]);
    return { id: hashOf([context, ...sayings.keys()].join('\n')), kind, lines: [...sayings.values()] };
  });
}

const NO_LINES: CopyLine[] = [];
const NO_SAYINGS: readonly Saying[] = [];

/** A contender of a listing, with an id of its own. */
export function contenderOf({ lines }: Listing, id: number, reader: CandidateReader): Contender {
  const sayings: Saying[] = [];
  const contender: Contender = { id, sayings, paths: new Set() };
  for (const [index, [line]] of lines.entries()) {
    const { weight, profile, ownerBits, dayNumber, account, source } = reader.read(line!);
    // Written out: an object that is spread into another takes twice the room, and there are very many.
    const saying: Saying = {
      line: line!,
      list: contender,
      profile,
      weight,
      ownerBits,
      dayNumber,
      account,
      source,
      search: 0,
      contender,
      position: lines.length === 1 ? 0.5 : index / (lines.length - 1),
      lines: NO_LINES,
      group: NO_SAYINGS,
      component: NO_SAYINGS,
      ties: NO_TIES,
      tieCounts: NO_TIE_COUNTS,
    };
    saying.group = [saying];
    saying.component = saying.group;
    sayings.push(saying);
  }
  return contender;
}

/** Whether a listing says what a contender says. */
export function isListed({ sayings }: Contender, { lines }: Listing): boolean {
  return sayings.length === lines.length && sayings.every(({ line }, index) => line.text === lines[index]![0]!.text);
}

/** The order of sayings: by that of their contenders, then by their place in it. */
export function compareSayings(a: Saying, b: Saying): number {
  return a.contender.id - b.contender.id || a.position - b.position;
}
