import { daysBetween } from '../base/day';
import type { CopyLine } from './copy-line';
import { hashOf } from './hash';
import { wordsOfName } from './one-person';
import { TextReader, type Profile } from './profile';

/** A line with what its text says, ready to be compared. Candidates of one reader can be. */
export interface Candidate {
  readonly line: CopyLine;
  /** Lines of one list share it: by default the path of their note. */
  readonly list: string | object;
  readonly profile: Profile;
  /** The weight of its text. */
  readonly weight: number;
  /** A bit for each word of its owners: where two have none in common, no person is among both. */
  readonly ownerBits: number;
  /** The day of its note as a number that counts days, or null. */
  readonly dayNumber: number | null;
  /** Its account, else the one that its note looks to be of, and its source, as numbers, which compare faster. */
  readonly account: number | null;
  readonly source: number | null;
}

/** Makes candidates of lines. */
export class CandidateReader {
  private readonly texts = new TextReader();
  private readonly names = new Map<string, number>();
  private readonly profiles = new Map<string, Profile>();

  /** A line, taken apart. */
  read(line: CopyLine): Candidate {
    const profile = this.profiles.get(line.text) ?? this.texts.read(line.text);
    this.profiles.set(line.text, profile);
    return {
      line,
      list: line.path,
      profile,
      weight: profile.weight,
      ownerBits: ownerBitsOf(line),
      dayNumber: line.day === null ? null : daysBetween('1970-01-01', line.day),
      account: this.numberOf(line.account ?? line.looksLike),
      source: this.numberOf(line.source),
    };
  }

  /** Lets go of the texts, which are kept because many lines are equal. */
  forgetTexts(): void {
    this.profiles.clear();
  }

  private numberOf(name: string | null): number | null {
    if (name === null) return null;
    const known = this.names.get(name) ?? this.names.size;
    this.names.set(name, known);
    return known;
  }
}

function ownerBitsOf({ owners }: CopyLine): number {
  let bits = 0;
  for (const owner of owners) for (const word of wordsOfName(owner)) bits |= 1 << (hashOf(word) % 32);
  return bits;
}
