import { finish, inSteps, type Steps } from '../base/steps';
import type { Candidate } from './candidate';
import type { Profile } from './profile';

/** Fewer lines than this are looked at one by one. */
const MANY = 48;

/**
 * The lines that belong together by their account and time, or source. Where they are many, what they have in common
 * with a text is counted token by token.
 */
export class LineHome<T extends Candidate> {
  private readonly lines: T[] = [];
  private counted: CountedLines<T> | null = null;

  /** Takes a line in. */
  add(line: T): void {
    this.lines.push(line);
    this.counted?.add(line);
  }

  /** Takes a line out. */
  remove(line: T): void {
    takeFrom(this.lines, line);
    this.counted?.remove(line);
  }

  /** Gets ready to be asked, in steps: where there are many lines, and none was asked for yet, that takes its time. */
  *prepare(): Steps<void> {
    if (this.counted !== null || this.lines.length <= MANY) return;
    const counted = new CountedLines<T>();
    yield* inSteps(this.lines, (line) => counted.add(line));
    this.counted = counted;
  }

  /**
   * Shows all lines that have enough in common with a text, `least` of all that either speaks of, and at most how much:
   * in weight. It may show others, too.
   */
  visit(text: Profile, least: number, look: (line: T, most: number) => void): void {
    if (this.lines.length <= MANY) for (const line of this.lines) look(line, text.weight);
    else this.countedNow().visit(text, least, look);
  }

  /** Most homes never have many lines, or are never asked. */
  private countedNow(): CountedLines<T> {
    finish(this.prepare());
    return this.counted!;
  }
}

/** Many lines, each at a place of its own, and at which places each token stands. */
class CountedLines<T extends Candidate> {
  private readonly lines: (T | null)[] = [];
  private readonly weights: number[] = [];
  /** The weight of what each has in common with the text that is looked for; 0 while none is. */
  private common = new Float64Array(MANY);
  /** The places of those that have anything in common with it: one list for all searches, as there are very many. */
  private found = new Int32Array(MANY);
  private readonly byToken = new Map<number, number[]>();
  private readonly placeOf = new Map<T, number>();
  private readonly free: number[] = [];

  add(line: T): void {
    const place = this.free.pop() ?? this.lines.length;
    this.lines[place] = line;
    this.weights[place] = line.profile.weight;
    if (place >= this.common.length) {
      this.common = new Float64Array(2 * place);
      this.found = new Int32Array(2 * place);
    }
    this.placeOf.set(line, place);
    for (const token of line.profile.tokens) {
      const places = this.byToken.get(token);
      if (places === undefined) this.byToken.set(token, [place]);
      else places.push(place);
    }
  }

  remove(line: T): void {
    const place = this.placeOf.get(line)!;
    this.placeOf.delete(line);
    this.lines[place] = null;
    this.free.push(place);
    for (const token of line.profile.tokens) takeFrom(this.byToken.get(token)!, place);
  }

  /** The rarest tokens come first: who shares only the most common ones, together less than `least`, has too little. */
  visit({ tokens, weights, weight }: Profile, least: number, look: (line: T, most: number) => void): void {
    const lists = tokens.map((token, index) => ({ places: this.byToken.get(token) ?? [], weight: weights[index]! }));
    lists.sort((a, b) => a.places.length - b.places.length);
    const { common, found } = this;
    let count = 0;
    let left = weight;
    for (const list of lists) {
      if (left < least * weight) break;
      left -= list.weight;
      for (const place of list.places) {
        if (common[place] === 0) found[count++] = place;
        common[place]! += list.weight;
      }
    }
    for (let at = 0; at < count; at++) {
      const place = found[at]!;
      const most = common[place]! + left;
      common[place] = 0;
      if (most >= least * (weight + this.weights[place]! - most)) look(this.lines[place]!, most);
    }
  }
}

/** The order of a list does not matter: its last item fills the gap. */
function takeFrom<T>(list: T[], item: T): void {
  const last = list.pop()!;
  if (last !== item) list[list.indexOf(item)] = last;
}
