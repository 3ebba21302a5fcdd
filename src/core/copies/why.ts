import type { Candidate } from './candidate';
import { sharedOwners } from './pair';
import { normalText } from './profile';

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

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** The same in words: "same owner and day, eight words in common". */
export function whyInWords({ said, sameText, sameOwner, sameDay, words }: Why): string {
  if (said) return 'you said so';
  const same = [...(sameOwner ? ['owner'] : []), ...(sameDay ? ['day'] : [])].join(' and ');
  const common = `${NUMBERS[words] ?? words} ${words === 1 ? 'word' : 'words'} in common`;
  return [...(same === '' ? [] : [`same ${same}`]), sameText ? 'same words' : common].join(', ');
}
