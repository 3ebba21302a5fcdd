import type { JournalEntry } from '../change/journal';
import { lineKey } from '../note/line-key';
import type { DismissReason } from '../task/dismiss-reason';

/** Why lines were dismissed that do not say it, by the key of the first line that says what they say now. */
export type ReasonsGiven = readonly (readonly [key: string, reason: DismissReason])[];

/** The reasons of what was dismissed with one and was written, by the journal of this device, oldest first. */
export function reasonsGiven(entries: readonly JournalEntry[]): ReasonsGiven {
  return entries.flatMap(({ reason, notes }) =>
    reason === undefined
      ? []
      : notes.flatMap(({ path, edits, outcomes }) =>
          edits.flatMap(({ replacement }, at) =>
            outcomes[at]?.ok === true ? replacement.map((line) => [lineKey(path, line, 0), reason] as const) : [],
          ),
        ),
  );
}
