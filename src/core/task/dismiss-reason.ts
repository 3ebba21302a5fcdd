/** Why a task was dismissed, as it is written into its line: `[reason:: not-needed]`. Pipelines read these values. */
export const DISMISS_REASONS = ['not-mine', 'done-already', 'not-needed', 'wrong', 'copy'] as const;

export type DismissReason = (typeof DISMISS_REASONS)[number];

/** The reason that a text names, in any case; null where it names none. */
export function dismissReasonOf(value: unknown): DismissReason | null {
  const wanted = typeof value === 'string' ? value.toLowerCase() : null;
  return DISMISS_REASONS.find((reason) => reason === wanted) ?? null;
}
