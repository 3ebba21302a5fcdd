import type { Candidate } from './candidate';
import { sharedOwners } from './pair';
import { normalText } from './profile';
import { words } from '../../words/words';

/** Why two lines are one: what they share, as a person sees it. */
export interface Why {
  /** A person said so. */
  readonly said: boolean;
  readonly sameText: boolean;
  readonly sameOwner: boolean;
  readonly sameDay: boolean;
  /** How many words they have in common, in whatever form. */
  readonly words: number;
}

/** What two lines share. `said`: whether a person said that they are the same. */
export function whyCopies(a: Candidate, b: Candidate, said: boolean): Why {
  const due = a.line.task?.due ?? null;
  const others = new Set(b.profile.tokens);
  return {
    said,
    sameText: normalText(a.line.text) === normalText(b.line.text),
    sameOwner: sharedOwners(a, b).length > 0,
    sameDay: due !== null && due === (b.line.task?.due ?? null),
    words: a.profile.tokens.filter((token) => others.has(token)).length,
  };
}

/** The same in words: "same owner and day, 8 words in common". */
export function whyInWords({ said, sameText, sameOwner, sameDay, words: shared }: Why): string {
  const { copies } = words;
  if (said) return copies.said;
  const same = sameOwner ? (sameDay ? copies.sameOwnerAndDay : copies.sameOwner) : sameDay ? copies.sameDay : null;
  return [...(same === null ? [] : [same]), sameText ? copies.sameText : copies.common(shared)].join(', ');
}
