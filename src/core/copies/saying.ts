import type { Indexed } from './candidate-index';
import type { CopyLine } from './copy-line';
import type { Candidate } from './pair';

/**
 * What one or more lines say: lines with equal words, owners, kind, account, source and day are one saying, so that a
 * pipeline that writes the same note a hundred times makes no more work than one that writes it twice. All of them are
 * copies.
 */
export interface Saying extends Indexed {
  /** Tells it from all others; the same whatever its lines. */
  readonly id: string;
  /** In no particular order. */
  readonly lines: CopyLine[];
  paths: ReadonlySet<string>;
  /** How many sayings are alike to it. */
  alike: number;
  /** Those of them that are no crowd, and how alike they are; null where there are none, as for a crowd. */
  links: Map<Saying, number> | null;
}

/** The saying that a line belongs to. */
export function sayingIdOf({ kind, account, source, day, owners, text }: CopyLine): string {
  return JSON.stringify([text, kind, account, source, day, ...owners]);
}

/** A saying of one line, the one that was read. */
export function sayingOf(id: string, { line, paths, profile, weight, dayNumber, account, source }: Candidate): Saying {
  return {
    id,
    line,
    lines: [line],
    paths,
    profile,
    weight,
    dayNumber,
    account,
    source,
    alike: 0,
    links: null,
    search: 0,
  };
}
