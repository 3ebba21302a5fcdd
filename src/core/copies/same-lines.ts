import { sameValue } from '../base/equal';
import type { LineName, SameLines as Pair } from '../settings';
import type { Saying } from './contender';
import type { CopyLine } from './copy-line';
import { nameOfLine } from './pair';

type Pairs = readonly Pair[];

/** The lines that a person said are the same, and who they are among those that are held. */
export class SameLines {
  /** Of each line that was named: those that are the same. */
  private others: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  private paths: ReadonlySet<string> = new Set();
  private readonly sayings = new Map<string, Set<Saying>>();

  /** Whether something was said of a line. */
  has(line: LineName): boolean {
    return this.paths.has(line.path) && this.others.has(nameOfLine(line));
  }

  /** The sayings of the lines that are the same as a line. */
  othersOf(line: LineName): readonly Saying[] {
    if (!this.paths.has(line.path)) return [];
    return [...(this.others.get(nameOfLine(line)) ?? [])].flatMap((name) => [...(this.sayings.get(name) ?? [])]);
  }

  /** Takes a line in. */
  enter(line: CopyLine, saying: Saying): void {
    if (!this.has(line)) return;
    const name = nameOfLine(line);
    this.sayings.set(name, (this.sayings.get(name) ?? new Set()).add(saying));
  }

  /** Takes a line out. */
  leave(line: CopyLine, saying: Saying): void {
    if (!this.has(line)) return;
    const name = nameOfLine(line);
    this.sayings.get(name)?.delete(saying);
    if (this.sayings.get(name)?.size === 0) this.sayings.delete(name);
  }

  /** The names of the lines of which something else is said in `pairs`. */
  changedNames(pairs: Pairs): ReadonlySet<string> {
    const now = othersByName(pairs);
    return new Set(
      [...this.others.keys(), ...now.keys()].filter(
        (name) => !sameValue(sorted(this.others.get(name)), sorted(now.get(name))),
      ),
    );
  }

  /** Says which lines are the same. None of those of which something else is said now may be held. */
  change(pairs: Pairs): void {
    this.others = othersByName(pairs);
    this.paths = new Set(pairs.flat().map(({ path }) => path));
  }
}

function othersByName(pairs: Pairs): ReadonlyMap<string, ReadonlySet<string>> {
  const others = new Map<string, Set<string>>();
  for (const [a, b] of pairs) {
    const [name, other] = [nameOfLine(a), nameOfLine(b)];
    others.set(name, (others.get(name) ?? new Set()).add(other));
    others.set(other, (others.get(other) ?? new Set()).add(name));
  }
  return others;
}

function sorted(names: ReadonlySet<string> | undefined): readonly string[] {
  return [...(names ?? [])].sort();
}
