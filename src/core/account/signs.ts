import type { NameForm } from './name-index';
import type { Role } from './role';

/** Where a note tells of an account. */
export type SignPlace =
  'title' | 'heading' | 'summary' | 'text' | 'folder' | 'source' | 'participants' | 'mail' | 'people' | 'same source';

/** One thing in a note that tells of an account. */
export interface Sign {
  /** The key of the account. */
  readonly key: string;
  readonly place: SignPlace;
  /** How it is named; null where no name tells it. */
  readonly form: NameForm | null;
  readonly role: Role;
  /** Of how many words the name is, its legal form too; 0 where no name tells it. */
  readonly words: number;
  /**
   * Whether a name stands there that can be no ordinary word: of several words, or with its capital inside a sentence.
   */
  readonly proper: boolean;
  /**
   * Whether something there speaks against it being the one that the note is about: one of its mentions is in passing,
   * or is a part of what may be another name or a tool, or stands beside another name ("Blue Heron and Corvane").
   */
  readonly doubtful: boolean;
  /** How much it tells, from 0 to 1, were it alone. */
  readonly weight: number;
  /** How often. */
  readonly times: number;
  /** What kind of reason it is, in words that are the same for others of its kind: "named in the title". */
  readonly kind: string;
  /** Why, in words that a person understands: "“Blue Heron” stands in the title". */
  readonly reason: string;
}
