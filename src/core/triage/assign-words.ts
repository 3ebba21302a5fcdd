import type { RefusalReason } from '../change/refusal';
import type { NoteRefusal } from './assign';

/** What the notes are like that a reason leaves as they are: "3 without front matter". */
const WHY: Partial<Readonly<Record<RefusalReason, string>>> = {
  'no-front-matter': 'without front matter',
  'open-front-matter': 'with front matter that is not closed',
  'broken-front-matter': 'with front matter that is not valid YAML',
  template: 'with a template that was not filled',
  'front-matter-form': 'with the account or the tags in a form that is not changed for sure',
  'other-account': 'that name another account in their front matter',
  'account-link': 'that name their account in a link which cannot hold the new name',
  unchanged: 'that say it already',
  'gone-note': 'that are not known any more',
};
const MOST_REASONS = 3;

/**
 * Why notes stay as they are. Of one it is the sentence itself; several are counted by reason, those with most notes
 * first: `8 notes ${stay}: 5 without front matter, 3 with front matter that is not valid YAML.` Empty for none.
 */
export function stayWords(
  refusals: readonly Pick<NoteRefusal, 'reason' | 'sentence'>[],
  stay: 'stay as they are' | 'were left as they are',
): string {
  if (refusals.length < 2) return refusals[0]?.sentence ?? '';
  const counts = new Map<string, number>();
  for (const { reason } of refusals) counts.set(WHY[reason] ?? OTHER, (counts.get(WHY[reason] ?? OTHER) ?? 0) + 1);
  const ranked = [...counts].sort(([a, m], [b, n]) => Number(a === OTHER) - Number(b === OTHER) || n - m);
  const shown = ranked.slice(0, MOST_REASONS);
  const rest = refusals.length - shown.reduce((sum, [, count]) => sum + count, 0);
  return `${refusals.length.toLocaleString('en-GB')} notes ${stay}: ${[...shown, ...(rest > 0 ? [[OTHER, rest] as const] : [])].map(([why, count]) => `${count.toLocaleString('en-GB')} ${why}`).join(', ')}.`;
}

const OTHER = 'for other reasons';

/** The reasons that hold whatever the account is. */
const FAULTS: Partial<Readonly<Record<RefusalReason, string>>> = {
  'no-front-matter': 'it has no front matter',
  'open-front-matter': 'its front matter is not closed',
  'broken-front-matter': 'its front matter is not valid YAML',
  template: 'a template in its front matter was not filled',
  'other-account': 'its front matter names an account in a way that is not read',
};

/** Why a note cannot get an account yet, and what to do, in a sentence. */
export function faultWords(fault: RefusalReason): string {
  return `It cannot be assigned yet: ${FAULTS[fault] ?? 'the account or the tags stand in a form that is not changed for sure'}. Open it and mend that first.`;
}
