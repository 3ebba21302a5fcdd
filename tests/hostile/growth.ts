/** How long work takes for inputs of n, 2n and 4n, in milliseconds of the processor, each the best of some runs. */
export interface Growth {
  readonly n: number;
  readonly times: readonly [number, number, number];
}

/** The sizes at which is looked whether anything grows at all, small ones first: some work never ends at larger ones. */
const SIZES = [16, 24, 32, 256, 1024, 4096];
/** Work that takes no longer says nothing: it is as long as the noise of the machine. */
const FLOOR_MS = 0.5;
/** Work that takes so long for so little would not end for more. */
const TINY = 32;
const BEST_OF = 5;
/** Linear work takes twice as long for twice the size, square work four times. */
const MOST_GROWTH = 3;
/** What looks too steep is measured so often, each time at twice the size, before it is believed. */
const TRIALS = 3;
/** From this time on, the machine's noise is no doubt any more. */
const SURE_MS = 100;

/**
 * How work grows with the size that it is given; null where it grows no more than 3-fold for twice the size, or stays
 * below what can be told from noise. `prepare` makes the work for a size and is not timed.
 */
export function steepGrowth(prepare: (size: number) => () => void): Growth | null {
  for (const size of SIZES) {
    const work = prepare(size);
    // Once at first: nearly all of it is quick, and there is much of it.
    if (timeOf(work) < FLOOR_MS) continue;
    const time = best(work);
    if (time < FLOOR_MS) continue;
    return size <= TINY ? { n: size, times: [time, Infinity, Infinity] } : confirmed(size, prepare);
  }
  return null;
}

function confirmed(size: number, prepare: (size: number) => () => void): Growth | null {
  let steep: Growth | null = null;
  for (let trial = 0, n = size; trial < TRIALS; trial++, n *= 2) {
    const [one, two, four] = [n, 2 * n, 4 * n].map((each) => best(prepare(each))) as [number, number, number];
    if (four / one <= MOST_GROWTH ** 2) return null;
    steep = { n, times: [one, two, four] };
    if (four > SURE_MS) break;
  }
  return steep;
}

function best(work: () => void): number {
  return Math.min(...Array.from({ length: BEST_OF }, () => timeOf(work)));
}

/** The time of the processor alone: what other programs take meanwhile does not count. */
function timeOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
