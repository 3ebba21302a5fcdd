import { daysBetween } from '../base/day';
import type { Candidate } from './candidate';
import { haveOneSource, haveOtherOwners } from './pair';
import { askForOtherSteps, differInOneSlot, nameOthers, takeOtherSides } from './similarity';

/** Two tasks of two lists, side by side. */
export interface Match {
  readonly a: Candidate;
  readonly b: Candidate;
  /** The weight of what both speak of. */
  readonly common: number;
  /** How many words both have that no other line of the two lists has. */
  readonly ownWords: number;
  /** How many tickets, amounts and days both name. */
  readonly facts: number;
  /** How much it says that both have this owner, in bits: −log₂ of the share of the lines of both lists that have it. */
  readonly ownerBits: number;
  /** The same of the day that both are due, among the lines of that owner. */
  readonly dayBits: number;
  /** How far apart they stand in their lists: 0 is the same place, 1 first and last. */
  readonly distance: number;
}

/** Something that speaks for two tasks being one, or against it. */
export interface Sign {
  readonly name: string;
  /** How much it counts, in halves: above 0 it speaks for the two, below 0 against them. */
  readonly weight: number;
  /** How strongly it shows, from 0 on. */
  readonly strength: (match: Match) => number;
}

/** More bits than this say no more: in a list of sixteen lines, everything is rare. */
const MOST_BITS = 3;
/** Of two sources, a smaller share in common says little. */
const LITTLE = 0.25;
/** Days further apart than a month are not further apart. */
const LONGEST_GAP = 31;

/**
 * What speaks for two tasks being one, and against it. The sign of each weight is what sense says; the weights are
 * those of a logistic regression on labelled notes and pairs, rounded to halves. `npm run evaluate -- --signs` says what
 * each is worth.
 */
export const SIGNS: readonly Sign[] = [
  {
    name: 'words in common',
    weight: 1.5,
    strength: shareOf,
  },
  {
    name: 'one within the other',
    weight: 3,
    strength: ({ a, b, common }) => common / Math.min(a.profile.weight, b.profile.weight),
  },
  {
    name: 'words of their own',
    weight: 1.5,
    strength: ({ ownWords }) => Math.log2(1 + ownWords),
  },
  {
    name: 'facts in common',
    weight: 1,
    strength: ({ facts }) => Math.log2(1 + facts),
  },
  {
    name: 'same owner',
    weight: 1,
    strength: ({ ownerBits }) => Math.min(ownerBits, MOST_BITS),
  },
  {
    name: 'same day',
    weight: 1,
    strength: ({ dayBits }) => Math.min(dayBits, MOST_BITS),
  },
  {
    name: 'same place',
    weight: 1,
    strength: ({ distance }) => 1 - distance,
  },
  {
    name: 'other owner',
    weight: -3,
    strength: ({ a, b }) => Number(haveOtherOwners(a.line, b.line)),
  },
  {
    name: 'other day',
    weight: -0.5,
    strength: ({ a, b }) => Math.log2(1 + daysBetweenDue(a, b)),
  },
  {
    name: 'another source, little in common',
    weight: -1.5,
    strength: (match) => Number(!haveOneSource(match.a, match.b) && shareOf(match) < LITTLE),
  },
  {
    name: 'other step',
    weight: -1.5,
    strength: ({ a, b }) => Number(askForOtherSteps(a.profile, b.profile)),
  },
  {
    name: 'opposite',
    weight: -1,
    strength: ({ a, b }) => Number(takeOtherSides(a.profile, b.profile)),
  },
  {
    name: 'not',
    weight: -1,
    strength: ({ a, b }) => Number(a.profile.negated !== b.profile.negated),
  },
  {
    name: 'other names',
    weight: -1,
    strength: ({ a, b }) => Number(nameOthers(a.profile, b.profile)),
  },
  {
    name: 'another thing in one place',
    weight: -1.5,
    strength: ({ a, b }) => Number(differInOneSlot(a.profile, b.profile)),
  },
];

/** The share that two have in common of all they speak of. */
function shareOf({ a, b, common }: Pick<Match, 'a' | 'b' | 'common'>): number {
  return common / (a.profile.weight + b.profile.weight - common);
}

/** What must speak for two tasks before they are one: without any sign they are not. */
const DOUBT = 5.5;

/**
 * The sum of all signs, of which those that speak for the two come first: from 0 on, two tasks that won their contest
 * are one. Where it stays below `least`, what speaks against them is not looked at.
 */
export function sumOfSigns(match: Match, signs: readonly Sign[], least = -Infinity): number {
  let sum = -DOUBT;
  for (const { weight, strength } of signs) {
    if (weight < 0 && sum < least) return sum;
    sum += weight * strength(match);
  }
  return sum;
}

function daysBetweenDue({ line: a }: Candidate, { line: b }: Candidate): number {
  const [due, other] = [a.task?.due ?? null, b.task?.due ?? null];
  return due === null || other === null ? 0 : Math.min(Math.abs(daysBetween(due, other)), LONGEST_GAP);
}
