import type { Candidate } from './pair';

/** Fewer lines than this are looked at one by one. */
const MANY = 48;

/**
 * The lines that belong together by their account, time or source. Where they are many, those that speak of a token are
 * found at once.
 */
export class LineHome<T extends Candidate> {
  private readonly lines: T[] = [];
  private byToken: Map<number, T[]> | null = null;

  /** Takes a line in. */
  add(line: T): void {
    this.lines.push(line);
    if (this.byToken !== null) addTo(this.byToken, line);
  }

  /** Takes a line out. */
  remove(line: T): void {
    takeFrom(this.lines, line);
    if (this.byToken === null) return;
    for (const token of line.profile.tokens) takeFrom(this.byToken.get(token)!, line);
  }

  /** All lines, where they are few; null where they are to be asked for by token. */
  few(): readonly T[] | null {
    return this.lines.length > MANY ? null : this.lines;
  }

  /** The lines that speak of a token, where they are many. */
  ofToken(token: number): readonly T[] {
    // Most homes are never asked.
    if (this.byToken === null) {
      this.byToken = new Map();
      for (const line of this.lines) addTo(this.byToken, line);
    }
    return this.byToken.get(token) ?? [];
  }
}

function addTo<T extends Candidate>(byToken: Map<number, T[]>, line: T): void {
  for (const token of line.profile.tokens) {
    const list = byToken.get(token);
    if (list === undefined) byToken.set(token, [line]);
    else list.push(line);
  }
}

/** The order of a list does not matter: its last item fills the gap. */
function takeFrom<T>(list: T[], item: T): void {
  const last = list.pop()!;
  if (last !== item) list[list.indexOf(item)] = last;
}
