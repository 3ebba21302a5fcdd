import { editDistance } from '../text/edit-distance';
import { isAbbreviation, isCommonWord } from './common-words';
import { initialsOf, isLegalForm, nameWords } from './names';
import type { MentionWord } from './mention-words';
import type { Account } from './resolve';
import { soundOf } from './sound';

/**
 * How an account is named: by a name or alias, its first words (two or more), one word of its name, its initials,
 * a spelling that sounds like its name, or a word that is its name but stands in a longer one ("Beacon" in "Beacon Hill
 * Winery").
 */
export type NameForm = 'name' | 'short' | 'part' | 'initials' | 'sound' | 'within';

/** A place in a text where accounts are named. */
export interface Mention {
  /** The accounts that these words may mean. */
  readonly keys: readonly string[];
  readonly form: NameForm;
  /** Its words, from `at` up to `end`. */
  readonly at: number;
  readonly end: number;
}

/** The names of accounts by their words, so that one pass over a text finds them all. */
export interface NameIndex {
  mentionsIn(words: readonly MentionWord[]): readonly Mention[];
}

interface Branch {
  readonly next: Map<string, Branch>;
  readonly keys: Map<NameForm, Set<string>>;
}

/** The surer form first: of the same words, it is what they mean. */
const FORMS: readonly NameForm[] = ['name', 'short', 'initials', 'part'];

/** No name has more words. */
const MOST_WORDS = 12;

/**
 * Makes the index of the names and aliases of accounts, legal forms left out. Names of one short word (under 3 letters)
 * are not looked for.
 */
export function nameIndex(accounts: Iterable<Account>): NameIndex {
  const root = branch();
  const sounds = soundIndex();
  const add = (words: readonly string[], form: NameForm, key: string): void => {
    const end = words.reduce((from, word) => {
      const to = from.next.get(word) ?? branch();
      from.next.set(word, to);
      return to;
    }, root);
    end.keys.set(form, (end.keys.get(form) ?? new Set()).add(key));
  };
  for (const { key, names } of accounts) {
    for (const name of names) {
      const words = nameWords(name).filter((word) => word !== 'and');
      if (words.length === 0 || words.length > MOST_WORDS || (words.length === 1 && words[0]!.length < 3)) continue;
      add(words, 'name', key);
      sounds.add(words, key);
      for (let end = words.length - 1; end > 1; end--) add(words.slice(0, end), 'short', key);
      for (const [at, word] of words.length > 1 ? words.entries() : []) {
        if (word.length < 4 || isCommonWord(word)) continue;
        add([word], 'part', key);
        if (at === 0 && word.length > 5) sounds.add([word], key);
      }
      for (const initials of initialsOf(name)) {
        if (!isAbbreviation(initials)) add([initials], 'initials', key);
      }
    }
  }
  return { mentionsIn: (words) => mentionsIn(words, root, sounds) };
}

function branch(): Branch {
  return { next: new Map(), keys: new Map() };
}

function mentionsIn(words: readonly MentionWord[], root: Branch, sounds: SoundIndex): readonly Mention[] {
  const plain = new Set(words.filter(({ named }) => !named).map(({ word }) => word));
  const written = words.map((_, at) => spelled(words, at, root, plain));
  const mentions: Mention[] = [];
  for (let at = 0; at < words.length;) {
    const mention = written[at] ?? (words[at]!.named ? sounds.heard(words, at, written) : null);
    if (mention !== null) mentions.push(mention);
    at = mention?.end ?? at + 1;
  }
  return mentions;
}

/** The longest name that begins at a word. */
function spelled(words: readonly MentionWord[], at: number, root: Branch, plain: ReadonlySet<string>): Mention | null {
  let found: Mention | null = null;
  let here: Branch | undefined = root;
  for (let end = at; end < words.length;) {
    const { word } = words[end]!;
    end++;
    if (word === 'and' && end - at > 1) continue;
    here = here.next.get(word);
    if (here === undefined) break;
    for (const form of FORMS) {
      const keys = here.keys.get(form);
      if (keys === undefined) continue;
      const whole = form === 'name' ? pastLegalForms(words, end) : end;
      if (whole > end && (end - at > 1 || !goesOn(words, at, whole))) found = { keys: [...keys], form, at, end: whole };
      else if (isWritten(words, at, end, form, plain))
        found = {
          keys: [...keys],
          form: end - at === 1 && form === 'name' && goesOn(words, at, end) ? 'within' : form,
          at,
          end,
        };
      else continue;
      break;
    }
  }
  return found;
}

/** Legal forms that are words as well, where they do not stand in capitals. */
const ALSO_WORDS: ReadonlySet<string> = new Set(['ab', 'as', 'sa', 'se', 'spa', 'zoo']);

/** Where a name ends with the legal forms behind it: with one, it is written as no ordinary word is. */
function pastLegalForms(words: readonly MentionWord[], end: number): number {
  const isForm = ({ word, written, joined }: MentionWord): boolean =>
    joined &&
    isLegalForm(word) &&
    /^\p{Lu}/u.test(written) &&
    !(ALSO_WORDS.has(word) && /^\p{Lu}\p{Ll}+$/u.test(written));
  let past = end;
  while (words[past - 1]!.named && words[past] !== undefined && isForm(words[past]!)) past++;
  return past;
}

/** Whether words are written as a name of this form is: a single word may be an ordinary one ("harbor"). */
function isWritten(
  words: readonly MentionWord[],
  at: number,
  end: number,
  form: NameForm,
  plain: ReadonlySet<string>,
): boolean {
  const { word, written, named, opens } = words[at]!;
  if (form === 'initials') return written.length > 1 && isUpper(words[at]!);
  // "V&S" is written in capitals.
  if (end - at > 1)
    return words.slice(at, end).some((part) => part.named) && (words[at]!.word.length > 1 || isUpper(words[at]!));
  if (!named || (plain.has(word) && opens)) return false;
  return form === 'name' || !goesOn(words, at, end);
}

/** Whether a name of one word is a part of a longer one: "Harbor" in "Harbor Freight". */
function goesOn(words: readonly MentionWord[], at: number, end: number): boolean {
  const next = words[end];
  const before = words[at - 1];
  return (
    (next?.joined === true && isCapital(next)) ||
    (words[at]!.joined && before !== undefined && !before.opens && isCapital(before))
  );
}

function isUpper({ written, named }: MentionWord): boolean {
  return named && written === written.toUpperCase();
}

function isCapital({ written, named }: MentionWord): boolean {
  return named && /^\p{Lu}\p{Ll}/u.test(written);
}

interface SoundIndex {
  add(words: readonly string[], key: string): void;
  /** The name that is heard from a word on, up to the next one that is `written` as it should be. */
  heard(words: readonly MentionWord[], at: number, written: readonly (Mention | null)[]): Mention | null;
}

/** So many words may be heard as one name. */
const MOST_HEARD = 3;
/** Nobody mishears a longer one: each of its sounds would be left out in turn. */
const LONGEST_SOUND = 60;
/** Shorter sounds are those of many words. */
const SHORTEST_SOUND = 3;
/** The share of the letters of a name that may be others. */
const MOST_DIFFERENT = 0.34;
/** From this length on, one sound may be wrong. */
const LONG_SOUND = 6;

/** Finds names by their sound, or by all but one of their sounds. */
function soundIndex(): SoundIndex {
  const known = new Map<string, { readonly letters: string; readonly size: number; readonly key: string }[]>();
  return {
    add(words, key) {
      const letters = words.join('');
      for (const sound of soundsOf(letters)) {
        const names = known.get(sound);
        if (names === undefined) known.set(sound, [{ letters, size: words.length, key }]);
        else names.push({ letters, size: words.length, key });
      }
    },
    heard(words, at, written) {
      let letters = '';
      for (
        let end = at;
        end < Math.min(words.length, at + MOST_HEARD) && (end === at || (words[end]!.joined && written[end] === null));
        end++
      ) {
        if (words[end]!.word === 'and') continue;
        letters += words[end]!.word;
        // The very words were looked at before, and are not written as a name is.
        const alike = soundsOf(letters)
          .flatMap((sound) => known.get(sound) ?? [])
          .filter((name) =>
            name.letters === letters
              ? name.size !== end - at + 1
              : editDistance(name.letters, letters) <= name.letters.length * MOST_DIFFERENT,
          );
        if (alike.length > 0)
          return { keys: [...new Set(alike.map(({ key }) => key))], form: 'sound', at, end: end + 1 };
      }
      return null;
    },
  };
}

function soundsOf(letters: string): readonly string[] {
  const sound = soundOf(letters);
  if (sound.length < SHORTEST_SOUND || sound.length > LONGEST_SOUND) return [];
  return sound.length < LONG_SOUND
    ? [sound]
    : [sound, ...Array.from(sound, (_, at) => sound.slice(0, at) + sound.slice(at + 1))];
}
