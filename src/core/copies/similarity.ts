import type { Profile } from './profile';

/** How much each thing that speaks against two texts leaves of their likeness. */
const LEFT = { action: 0.9, otherStep: 0.4, names: 0.5, sides: 0.5, negated: 0.85, opposite: 0.3, slot: 0.45 } as const;

/** With so much in common, two texts differ in little more than their "not". */
const NEARLY_EQUAL = 0.75;

/**
 * Actions that a person may well call by one another's words. Those of other rows are other steps of one matter: to
 * write a plan and to present it.
 */
const STEPS: readonly (readonly string[])[] = [
  ['ask', 'contact', 'get', 'escalate', 'log', 'approve', 'decide'],
  ['ask', 'review', 'compare', 'test', 'monitor'],
  ['create', 'define', 'quote', 'update', 'close', 'add', 'log', 'compare'],
  ['send', 'present', 'contact', 'escalate', 'log', 'quote'],
  ['schedule', 'invite', 'contact', 'decide', 'define'],
  ['attend', 'review'],
  ['host', 'present', 'train'],
  ['install', 'replace', 'repair', 'move', 'update', 'add', 'extend', 'enable'],
  ['remove', 'disable', 'close', 'move'],
  ['buy', 'get'],
  ['test', 'host'],
  ['schedule', 'create', 'define'],
];
const NEAR: ReadonlySet<string> = new Set(
  STEPS.flatMap((step) => step.flatMap((one) => step.map((other) => `${one} ${other}`))),
);

/**
 * How much two texts say the same, from 0 to 1: of all they speak of the share they have in common, less where
 * something speaks against it. 0 where it is less than `least`.
 */
export function similarity(a: Profile, b: Profile, least: number): number {
  // The lighter text is the most that they can have in common.
  if (Math.min(a.weight, b.weight) < least * Math.max(a.weight, b.weight)) return 0;
  const common = overlapOf(a, b);
  const either = a.weight + b.weight - common;
  if (either === 0 || common / either < least) return 0;
  const likeness = (common / either) * agreement(a, b, common / either);
  return likeness < least ? 0 : likeness;
}

/** The weight of what both texts speak of. */
export function overlapOf(a: Profile, b: Profile): number {
  let common = 0;
  let at = 0;
  let other = 0;
  while (at < a.tokens.length && other < b.tokens.length) {
    const step = a.tokens[at]! - b.tokens[other]!;
    // A word may weigh less where it is written another way.
    if (step === 0) common += Math.min(a.weights[at]!, b.weights[other]!);
    if (step <= 0) at++;
    if (step >= 0) other++;
  }
  return common;
}

function agreement(a: Profile, b: Profile, share: number): number {
  let left = 1;
  if (askForOtherSteps(a, b)) left *= LEFT.otherStep;
  else if (a.action !== null && b.action !== null && a.action !== b.action) left *= LEFT.action;
  if (nameOthers(a, b)) left *= LEFT.names;
  if (takeOtherSides(a, b)) left *= LEFT.sides;
  if (a.negated !== b.negated) left *= share > NEARLY_EQUAL ? LEFT.opposite : LEFT.negated;
  if (differInOneSlot(a, b)) left *= LEFT.slot;
  return left;
}

/** Whether two texts ask for two steps of one matter: to write a plan and to present it. */
export function askForOtherSteps(a: Profile, b: Profile): boolean {
  return a.action !== null && b.action !== null && a.action !== b.action && !NEAR.has(`${a.action} ${b.action}`);
}

/** Whether each text names somebody or something that the other does not speak of. */
export function nameOthers(a: Profile, b: Profile): boolean {
  return hasOther(a.names, b) && hasOther(b.names, a);
}

/** So many words fill one place of a sentence at most. */
const LONGEST_SLOT = 2;

/**
 * Whether two texts are the same sentence with another thing in one place: "the backup of the payment database" and
 * "the backup of the loyalty database". Who says a thing anew says more than one word in another way. Where they ask
 * for an action, another verb for it at the head does not count.
 */
export function differInOneSlot({ sequence: a, action }: Profile, { sequence: b, action: other }: Profile): boolean {
  const areActions = action !== null || other !== null;
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [slot, otherSlot] = [a, b].map((sequence) => sequence.slice(start, sequence.length - end));
  return (
    start + end > 0 &&
    !(areActions && start === 0) &&
    isSlot(slot!) &&
    isSlot(otherSlot!) &&
    !slot!.some((token) => otherSlot!.includes(token))
  );
}

function isSlot(words: readonly number[]): boolean {
  return words.length > 0 && words.length <= LONGEST_SLOT;
}

/** Whether one of the names is no part of what the other text speaks of. */
function hasOther(names: readonly number[], other: Profile): boolean {
  return names.some((name) => !other.tokens.includes(name));
}

/** Whether two texts take other sides of an opposite. */
export function takeOtherSides(a: Profile, b: Profile): boolean {
  for (const [axis, side] of a.sides) {
    const other = b.sides.get(axis);
    if (other !== undefined && other !== side) return true;
  }
  return false;
}
