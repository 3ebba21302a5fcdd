/**
 * How many times as much twice the size costs, of four times the size: about 2 where a cost grows as fast as its size,
 * 4 where it grows with its square. What counts is the time of the processor that this process took, whatever else the
 * machine does: the best of at least five, and of more where the answer is still above `enough`.
 */
export function growth(run: (size: number) => void, size: number, enough = 3): number {
  const timed = (of: number): number => {
    const start = process.cpuUsage();
    run(of);
    const { user, system } = process.cpuUsage(start);
    return Math.max(1, user + system);
  };
  let [small, large] = [Infinity, Infinity];
  const perDouble = (): number => Math.sqrt(large / small);
  for (let round = 0; round < 5 || (perDouble() > enough && round < 25); round++) {
    small = Math.min(small, timed(size / 2));
    large = Math.min(large, timed(2 * size));
  }
  return perDouble();
}
