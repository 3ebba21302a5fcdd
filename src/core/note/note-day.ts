import type { Day } from '../base/day';
import { surelyWritten, writtenDay, type DayOrder } from '../base/written-day';
import type { FrontMatter } from './front-matter';
import type { Head } from './head';
import type { KeyWords } from './key-words';
import { baseName, type NoteKind } from './note';

/** Keys that say when a note, or what it tells of, began: they give a meeting its day, and make no note a meeting. */
const BEGUN = [
  'start',
  'starttime',
  'startdate',
  'startedat',
  'starts',
  'created',
  'createdat',
  'createdon',
  'createdtime',
  'creationdate',
  'datecreated',
  'erstellt',
  'erstelltam',
];

interface DaySigns {
  readonly frontMatter: FrontMatter;
  readonly words: KeyWords;
  readonly head: Head;
  readonly path: string;
}

/**
 * The day of a note: the first that the keys for it, of a meeting also the labels, the file's name and the keys that
 * say when it began, tell for sure; else what of them may be two days.
 */
export function dayOf(
  { frontMatter, words, head, path }: DaySigns,
  kind: NoteKind,
  order: DayOrder | null,
): { readonly day: Day | null; readonly unclear: string | null } {
  let unclear: string | null = null;
  const firstOf = (texts: Iterable<string | null>): Day | null => {
    for (const text of texts) {
      const found = text === null ? null : writtenDay(text, order);
      const day = surelyWritten(found);
      if (day !== null) return day;
      if (found !== null && typeof found !== 'string') unclear ??= found.unclear;
    }
    return null;
  };
  const atKeys = (keys: readonly string[]): readonly (string | null)[] =>
    keys.map((key) => (frontMatter.has(key) ? frontMatter.text(key) : null));
  const stated = firstOf(atKeys(words.keysIn('day', frontMatter.keys)));
  const day =
    stated ?? (kind === 'meeting' ? (firstOf(head.days) ?? firstOf([baseName(path)]) ?? firstOf(atKeys(BEGUN))) : null);
  return { day, unclear: day === null && kind === 'meeting' ? unclear : null };
}
