import type { Profile } from './profile';

/** How much each thing that speaks against two texts leaves of their likeness. */
const LEFT = { action: 0.72, names: 0.7, sides: 0.6, negated: 0.7 } as const;

/** Kinds of action that a person may well call by one another's words. */
const NEAR_ACTIONS: ReadonlySet<string> = new Set([
  'ask contact', 'ask get', 'ask review', 'contact get', 'create define', 'create update', 'create get', 'host schedule', 'attend schedule', 'close create', 'host present', 'ask test',
  'add update', 'approve get', 'contact send', 'log send', 'install replace', 'repair replace', 'escalate send', 'contact escalate', 'escalate log', 'approve close', 'ask decide', 'close decide',
  'compare review', 'monitor review', 'move install', 'add create', 'define review', 'create log', 'buy get', 'ask define', 'close update', 'schedule create', 'present train', 'present send',
].map((pair) => pair.split(' ').sort().join(' ')));

/** How much two texts say the same, from 0 to 1: of all they speak of the share they have in common, less where something speaks against it. */
export function similarity(a: Profile, b: Profile): number {
  const common = overlap(a, b);
  const either = a.weight + b.weight - common;
  return either === 0 ? 0 : (common / either) * agreement(a, b);
}

function overlap(a: Profile, b: Profile): number {
  const [few, many] = a.tokens.size <= b.tokens.size ? [a, b] : [b, a];
  let common = 0;
  // A word may weigh less where it is written another way.
  for (const [token, weight] of few.tokens) {
    const other = many.tokens.get(token);
    if (other !== undefined) common += Math.min(weight, other);
  }
  return common;
}

function agreement(a: Profile, b: Profile): number {
  let left = 1;
  if (a.action !== null && b.action !== null && a.action !== b.action && !NEAR_ACTIONS.has([a.action, b.action].sort().join(' '))) left *= LEFT.action;
  if (hasOther(a.names, b) && hasOther(b.names, a)) left *= LEFT.names;
  if (takeOtherSides(a, b)) left *= LEFT.sides;
  if (a.negated !== b.negated) left *= LEFT.negated;
  return left;
}

/** Whether a name is in no form a part of what the other text speaks of. */
function hasOther(names: ReadonlySet<string>, other: Profile): boolean {
  for (const name of names) {
    if (!other.tokens.has(name)) return true;
  }
  return false;
}

function takeOtherSides(a: Profile, b: Profile): boolean {
  for (const [axis, side] of a.sides) {
    const other = b.sides.get(axis);
    if (other !== undefined && other !== side) return true;
  }
  return false;
}
