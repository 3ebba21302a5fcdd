import { parseDay } from '../../../src/core/base/day';
import { namedOwners, type CopyKind, type CopyLine } from '../../../src/core/copies/copy-line';
import { CandidateReader } from '../../../src/core/copies/candidate';
import { NOTHING_SAID } from '../../../src/core/copies/pair';
import { strictLikeness } from '../../../src/core/copies/strict-rule';
import { personKey } from '../../../src/core/person/person-names';

/** A line of a pair. */
export interface LabelledLine {
  readonly text: string;
  readonly owners: readonly string[];
  readonly day: string | null;
  readonly account: string | null;
  readonly source: string | null;
  readonly note: string;
}

/** Two lines, and whether they say the same. Only "copies" do. */
export interface LabelledPair {
  readonly id: string;
  readonly kind: CopyKind;
  readonly label: 'copies' | 'related' | 'different';
  readonly why: string;
  readonly a: LabelledLine;
  readonly b: LabelledLine;
}

/** How well copies were told from the rest. */
export interface Quality {
  /** Of the pairs that were called copies, the share that are. */
  readonly precision: number;
  /** Of the pairs that are copies, the share that was found. */
  readonly recall: number;
  readonly pairs: number;
  /** The pairs that were judged wrong, in a line each. */
  readonly faults: readonly string[];
}

/** Judges each pair alone, by the rule that the groups are made by. */
export function judgePairs(pairs: readonly LabelledPair[]): Quality {
  let right = 0;
  let called = 0;
  let copies = 0;
  const faults: string[] = [];
  const reader = new CandidateReader();
  for (const { id, kind, label, why, a, b } of pairs) {
    const areCopies = label === 'copies';
    const found =
      strictLikeness(reader.read(lineOf(a, kind, 'a')), reader.read(lineOf(b, kind, 'b')), NOTHING_SAID) !== null;
    called += Number(found);
    copies += Number(areCopies);
    right += Number(found && areCopies);
    if (found !== areCopies)
      faults.push(`${found ? 'wrongly found' : 'missed'} ${id} (${label}: ${why})\n  ${a.text}\n  ${b.text}`);
  }
  return {
    precision: called === 0 ? 1 : right / called,
    recall: copies === 0 ? 1 : right / copies,
    pairs: pairs.length,
    faults,
  };
}

/** The line of a pair. */
export function lineOf(
  { text, owners, day, account, source, note }: LabelledLine,
  kind: CopyKind,
  key: string,
): CopyLine {
  return {
    key,
    kind,
    text,
    path: note,
    line: 0,
    day: day === null ? null : parseDay(day),
    account,
    looksLike: null,
    source,
    // What has neither is an inbox list.
    standing: account === null && source === null ? 'list' : 'note',
    task: null,
    statement: null,
    owners: namedOwners(owners, personKey),
  };
}
