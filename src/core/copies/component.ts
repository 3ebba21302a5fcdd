import { otherEnd } from './bonds';
import { compareSayings, type Saying } from './contender';
import type { SameLines } from './same-lines';
import { TIED, type Link } from './split';

/** Sayings that hang together, and the links that hold them. */
export interface Component {
  readonly sayings: readonly Saying[];
  readonly links: readonly Link<Saying>[];
}

/** So many sayings hang together at most: in a long chain of likenesses, the weaker ones say nothing. */
const MOST = 128;
/** Where it would be more, it takes so much more likeness, again and again. */
const STRICTER = 1;
/** No two are so alike, but for those that a person tied. */
const BEYOND_ALL = 32;

/**
 * All that hang together with a saying. Of the least likenesses at which these are few, the lowest counts; as what hangs
 * together at a higher one does so at a lower one, too, all of a component have the same.
 */
export function componentOf(start: Saying, same: SameLines, leasts: Leasts): Component {
  let least = leasts.get(start) ?? 0;
  let found = gather(start, same, least, leasts);
  while (found === null) found = gather(start, same, (least += STRICTER), leasts);
  return found;
}

/**
 * Of sayings that were met on the way, the least likeness that may be enough: at a lower one, too many hang together
 * with them. It holds as long as no ties change.
 */
export type Leasts = Map<Saying, number>;

function gather(start: Saying, same: SameLines, least: number, leasts: Leasts): Component | null {
  const together = new Set([start]);
  const links: Link<Saying>[] = [];
  const link = (a: Saying, b: Saying, likeness: number): void => {
    together.add(b);
    if (compareSayings(a, b) < 0) links.push({ a, b, likeness });
  };
  for (const saying of together) {
    for (const tie of saying.ties) {
      if (tie.kind === 'copies' && tie.likeness >= least) link(saying, otherEnd(tie, saying), tie.likeness);
    }
    for (const line of saying.lines) for (const other of same.othersOf(line)) link(saying, other, TIED);
    if (together.size > MOST && least < BEYOND_ALL) {
      for (const one of together) leasts.set(one, least + STRICTER);
      return null;
    }
  }
  return { sayings: [...together], links };
}
