import { sameValue } from '../base/equal';
import type { LineName, SameLines, Settings } from '../settings';
import { nameOfLine, pairOfTexts } from './pair';
import { normalText } from './profile';

/** What a person said of lines, as the settings keep it. */
export type SaidOfLines = Pick<Settings, 'notTheSame' | 'same'>;

/** The lines of two groups are the same. The first line of each is tied to all of the other. */
export function saySame(
  { notTheSame, same }: SaidOfLines,
  one: readonly LineName[],
  other: readonly LineName[],
): SaidOfLines {
  const pairs = pairsOf(one, other).filter(([a, b]) => a === one[0] || b === other[0]);
  return {
    notTheSame,
    same: [...same, ...pairs.map(([a, b]): SameLines => [nameOnly(a), nameOnly(b)])],
  };
}

/** The lines of two groups are not the same, wherever their texts stand; nothing is left of what was said before. */
export function sayApart(
  { notTheSame, same }: SaidOfLines,
  one: readonly LineName[],
  other: readonly LineName[],
): SaidOfLines {
  const pairs = pairsOf(one, other);
  const names = new Set(pairs.map(([a, b]) => pairOfTexts(nameOfLine(a), nameOfLine(b))));
  return {
    notTheSame: [
      ...new Set([...notTheSame, ...pairs.map(([a, b]) => pairOfTexts(normalText(a.text), normalText(b.text)))]),
    ],
    same: same.filter(([a, b]) => !names.has(pairOfTexts(nameOfLine(a), nameOfLine(b)))),
  };
}

/** What was said, without what one saying changed, whatever was said since. */
export function takeBackSaying(now: SaidOfLines, before: SaidOfLines, after: SaidOfLines): SaidOfLines {
  return {
    notTheSame: without(now.notTheSame, before.notTheSame, after.notTheSame),
    same: without(now.same, before.same, after.same),
  };
}

function without<T>(now: readonly T[], before: readonly T[], after: readonly T[]): readonly T[] {
  const come = missingIn(before, after);
  return [...missingIn(come, now), ...missingIn(after, before)];
}

/** The items of a list that another one does not hold. */
function missingIn<T>(other: readonly T[], items: readonly T[]): readonly T[] {
  return items.filter((item) => !other.some((known) => sameValue(known, item)));
}

function pairsOf<T>(one: readonly T[], other: readonly T[]): readonly (readonly [T, T])[] {
  return one.flatMap((a) => other.map((b) => [a, b] as const));
}

function nameOnly({ path, text }: LineName): LineName {
  return { path, text };
}
