import { CandidateReader } from '../../../src/core/copies/candidate';
import { contenderOf, listingsOf, type Saying } from '../../../src/core/copies/contender';
import { matchOf, scalesOf, TokenCounts } from '../../../src/core/copies/match';
import { areNeverCopies, NOTHING_SAID } from '../../../src/core/copies/pair';
import { overlapOf } from '../../../src/core/copies/similarity';
import { SIGNS, sumOfSigns, type Sign } from '../../../src/core/copies/signs';
import type { CopyLine } from '../../../src/core/copies/copy-line';
import { judgeReruns, type LabelledReruns, type RerunQuality } from '../reruns/judge-reruns';
import { lineOf, type LabelledPair } from './judge-pairs';

/** What the signs are worth together, and without one of them. */
export interface SignWorth {
  /** The sign that is left out; null: none. */
  readonly without: Sign | null;
  readonly tasks: RerunQuality;
  readonly facts: RerunQuality;
  /** Of pairs of tasks by themselves that the signs call copies, the share that are, and the share of copies that they call so. */
  readonly pairs: { readonly precision: number; readonly recall: number };
}

/** Judges the signs on notes and on pairs by themselves: all, then all but each of them. */
export function judgeSigns(reruns: LabelledReruns, pairs: readonly LabelledPair[]): readonly SignWorth[] {
  return [null, ...SIGNS].map((without) => {
    const signs = SIGNS.filter((sign) => sign !== without);
    const { task, fact } = judgeReruns(reruns, signs);
    return { without, tasks: task, facts: fact, pairs: judgePairsBySigns(pairs, signs) };
  });
}

function judgePairsBySigns(pairs: readonly LabelledPair[], signs: readonly Sign[]): SignWorth['pairs'] {
  let right = 0;
  let called = 0;
  let copies = 0;
  const reader = new CandidateReader();
  for (const { kind, label, a, b } of pairs) {
    if (kind !== 'task' || a.note === b.note) continue;
    const [one, other] = [lineOf(a, kind, 'a'), lineOf(b, kind, 'b')].map((line) => sayingOf(line, reader));
    const isCalled = areOneBySigns(one!, other!, signs);
    copies += Number(label === 'copies');
    called += Number(isCalled);
    right += Number(isCalled && label === 'copies');
  }
  return { precision: right / called, recall: right / copies };
}

function areOneBySigns(a: Saying, b: Saying, signs: readonly Sign[]): boolean {
  const common = overlapOf(a.profile, b.profile);
  if (common === 0 || areNeverCopies(a, b, NOTHING_SAID)) return false;
  const meeting = { a, b, common };
  return sumOfSigns(matchOf(meeting, scalesOf([a], [b], new TokenCounts())), signs) >= 0;
}

function sayingOf(line: CopyLine, reader: CandidateReader): Saying {
  const [listing] = listingsOf([line], () => false);
  return contenderOf(listing!, listing!.id, reader).sayings[0]!;
}
