import type { Edit } from './edit';

/**
 * Whether an edit must not be written: it marks a copy, and the best line of its group was not written. `led`: the
 * groups whose best line was.
 */
export function isAlone({ part }: Edit, led: ReadonlySet<number>): boolean {
  return part?.role === 'copy' && !part.back && !led.has(part.group);
}

/** The groups whose best line is among edits and was written; `isWritten` tells of each edit by its place. */
export function groupsLed(edits: readonly Edit[], isWritten: (index: number) => boolean): readonly number[] {
  return edits.flatMap(({ part }, index) =>
    part?.role === 'best' && !part.back && isWritten(index) ? [part.group] : [],
  );
}
