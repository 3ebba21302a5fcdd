import type { Tie } from './bonds';
import { compareSayings, type Meeting, type Saying } from './contender';
import { matchOf, scalesOf, TokenCounts, type Scales } from './match';
import { areApart, haveOneSource, isOfAnyAccount, shareList, type Said } from './pair';
import { isMoreThanAWord } from './profile';
import { secondRunIn } from './second-run';
import { sumOfSigns, type Sign } from './signs';
import { looseLikeness, strictLikeness } from './strict-rule';

/** What contests are judged by. */
export interface Rules {
  readonly said: Said;
  readonly signs: readonly Sign[];
}

/** From this sum of signs on, who won a contest is shown beside the other, for a person to say. */
const LEAST_LIKELY = -1.5;
/** Two tasks whose words are so alike are the same, whoever else owns one or is due. */
const NEARLY_EQUAL = 0.6;
/** The strict rule gives likenesses from 0 to 1; equal words come to about this sum of signs. */
const STRICT_SCALE = 5;
/** With so much of the lighter text, and more than a word, a line of its own source tells what became of a task. */
const LEAST_TOLD = 0.5;

/**
 * The ties between the lines of two lists. They are found by a contest: each line wins one of the other list at most,
 * and those that are most alike choose first. `meetings` are all pairs of the two lists that have anything in common, a
 * line of the same list first in each.
 */
export function contest(meetings: readonly Meeting[], rules: Rules, counts: TokenCounts): readonly Tie<Saying>[] {
  const allowed = meetings.filter(({ a, b }) => !areApart(a, b, rules.said));
  if (allowed.length === 0) return [];
  const { a, b } = allowed[0]!;
  if (shareList(a, b)) return inOneList(allowed, rules);
  const copies = winners(
    hasRivals(a, b)
      ? bySigns(allowed, scalesOf(a.contender.sayings, b.contender.sayings, counts), rules)
      : strictTies(allowed, rules),
  );
  return a.line.kind === 'task' && haveOneSource(a, b) ? [...copies, ...told(allowed, copies)] : copies;
}

/** The ties between the lines of one list: of those that are nearly equal, or of a second run with the first. */
function inOneList(meetings: readonly Meeting[], rules: Rules): readonly Tie<Saying>[] {
  const alike = winners(tiesBy(looseLikeness, meetings, rules));
  const start = secondRunIn(alike);
  if (start === null) return strictTies(meetings, rules);
  const { sayings } = meetings[0]!.a.contender;
  const [first, second] = [sayings.filter(isBefore(start)), sayings.filter((saying) => !isBefore(start)(saying))];
  const across = meetings.filter(({ a, b }) => isBefore(start)(a) && !isBefore(start)(b));
  return winners(bySigns(across, scalesOf(first, second, new TokenCounts()), rules));
}

function isBefore(start: number): (saying: Saying) => boolean {
  return ({ position }) => position < start;
}

/**
 * Whether the lines of two lists are weighed by signs. These were chosen to tell a line from its rivals: two lines by
 * themselves have none. Where they come from two sources, an inbox list gathers lines of many matters, which are no
 * rivals, and statements have neither owners nor days to be told apart by.
 */
function hasRivals(a: Saying, b: Saying): boolean {
  return (
    a.contender.sayings.length + b.contender.sayings.length > 2 &&
    (haveOneSource(a, b) || (a.line.kind === 'task' && !isOfAnyAccount(a) && !isOfAnyAccount(b)))
  );
}

/** The pairs that the signs call the same or likely so, and those whose words alone are enough. */
function bySigns(meetings: readonly Meeting[], scales: Scales, rules: Rules): readonly Tie<Saying>[] {
  const isOfTasks = meetings[0]?.a.line.kind === 'task';
  const least = isOfTasks ? LEAST_LIKELY : 0;
  const ties: Tie<Saying>[] = [];
  for (const meeting of meetings) {
    const sum = sumOfSigns(matchOf(meeting, scales), rules.signs, least);
    if (sum >= least) ties.push(tieOf(meeting, sum));
  }
  if (!isOfTasks) return [...ties, ...strictTies(meetings, rules)];
  const alike = meetings.filter((meeting) => shareOf(meeting) >= NEARLY_EQUAL);
  return [...ties, ...strictTies(alike, rules).filter(({ likeness }) => likeness >= STRICT_SCALE * NEARLY_EQUAL)];
}

/** The share that two have in common of all they speak of. */
function shareOf({ a, b, common }: Meeting): number {
  return common / (a.weight + b.weight - common);
}

function strictTies(meetings: readonly Meeting[], rules: Rules): readonly Tie<Saying>[] {
  return tiesBy(strictLikeness, meetings, rules);
}

function tiesBy(
  likenessOf: typeof strictLikeness,
  meetings: readonly Meeting[],
  { said }: Rules,
): readonly Tie<Saying>[] {
  return meetings.flatMap((meeting) => {
    const likeness = likenessOf(meeting.a, meeting.b, said);
    return likeness === null ? [] : [tieOf(meeting, STRICT_SCALE * likeness)];
  });
}

function tieOf({ a, b }: Meeting, likeness: number): Tie<Saying> {
  return { kind: likeness < 0 ? 'likely' : 'copies', a, b, likeness };
}

/** What lines of one source tell of each other, besides those that are copies. */
function told(meetings: readonly Meeting[], copies: readonly Tie<Saying>[]): readonly Tie<Saying>[] {
  const telling = meetings.flatMap(({ a, b, common }): readonly Tie<Saying>[] => {
    const likeness = common / Math.min(a.profile.weight, b.profile.weight);
    return likeness >= LEAST_TOLD && isMoreThanAWord(common) ? [{ kind: 'tells', a, b, likeness }] : [];
  });
  const copyOf = new Map(copies.flatMap(({ kind, a, b }) => (kind === 'copies' ? [[a, b] as const] : [])));
  return winners(telling).filter(({ a, b }) => copyOf.get(a) !== b);
}

/** Those that win each other: most alike first, each line once. */
function winners(ties: readonly Tie<Saying>[]): readonly Tie<Saying>[] {
  const taken = new Set<Saying>();
  return [...ties]
    .sort(
      (one, other) => other.likeness - one.likeness || compareSayings(one.a, other.a) || compareSayings(one.b, other.b),
    )
    .filter(({ a, b }) => {
      if (taken.has(a) || taken.has(b)) return false;
      taken.add(a).add(b);
      return true;
    });
}
