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
  /** What it means, in a sentence. */
  readonly says: string;
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
    says: 'The share that both have of all that either speaks of.',
    weight: 1.5,
    strength: shareOf,
  },
  {
    name: 'one within the other',
    says: 'The share of the shorter one that the longer one says too: one writer is terse, another says it all.',
    weight: 3,
    strength: ({ a, b, common }) => common / Math.min(a.profile.weight, b.profile.weight),
  },
  {
    name: 'words of their own',
    says: 'Words that both have and no other line of the two notes.',
    weight: 1.5,
    strength: ({ ownWords }) => Math.log2(1 + ownWords),
  },
  {
    name: 'facts in common',
    says: 'Tickets, amounts and days that both name.',
    weight: 1,
    strength: ({ facts }) => Math.log2(1 + facts),
  },
  {
    name: 'same owner',
    says: 'The same owner, in bits: it says much where few lines have this owner, and little where most do.',
    weight: 1,
    strength: ({ ownerBits }) => Math.min(ownerBits, MOST_BITS),
  },
  {
    name: 'same day',
    says: 'Due on the same day, in bits: how rare that is among the lines of this owner.',
    weight: 1,
    strength: ({ dayBits }) => Math.min(dayBits, MOST_BITS),
  },
  {
    name: 'same place',
    says: 'As far down in their lists: writers follow the source, more or less.',
    weight: 1,
    strength: ({ distance }) => 1 - distance,
  },
  {
    name: 'other owner',
    says: 'Both name an owner, and nobody is both.',
    weight: -3,
    strength: ({ a, b }) => Number(haveOtherOwners(a.line, b.line)),
  },
  {
    name: 'other day',
    says: 'Due on different days, in doublings of the days between.',
    weight: -0.5,
    strength: ({ a, b }) => Math.log2(1 + daysBetweenDue(a, b)),
  },
  {
    name: 'another source, little in common',
    says: 'They come from two sources, and less than a quarter of what they speak of is common: a follow-up has next steps of the same matter.',
    weight: -1.5,
    strength: (match) => Number(!haveOneSource(match.a, match.b) && shareOf(match) < LITTLE),
  },
  {
    name: 'other step',
    says: 'They ask for two steps of one matter: to write the plan and to present it.',
    weight: -1.5,
    strength: ({ a, b }) => Number(askForOtherSteps(a.profile, b.profile)),
  },
  {
    name: 'opposite',
    says: 'They take the two sides of an opposite: on and off, before and after.',
    weight: -1,
    strength: ({ a, b }) => Number(takeOtherSides(a.profile, b.profile)),
  },
  {
    name: 'not',
    says: 'One says “not”, and the other does not.',
    weight: -1,
    strength: ({ a, b }) => Number(a.profile.negated !== b.profile.negated),
  },
  {
    name: 'other names',
    says: 'Each names somebody or something that the other does not speak of.',
    weight: -1,
    strength: ({ a, b }) => Number(nameOthers(a.profile, b.profile)),
  },
  {
    name: 'another thing in one place',
    says: 'The same sentence with another thing in one place: the backup of one database, and of another.',
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
