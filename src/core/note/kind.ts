import { writtenDay } from '../base/written-day';
import { wordsOf } from '../text/words';
import type { FrontMatter } from './front-matter';
import type { Head } from './head';
import { foldKey, type KeyWords } from './key-words';
import { accountNameIn } from './link-name';
import { baseName, folderOf, isFolderPageName, isInFolder, type NoteKind } from './note';
import { hasProperty, type Property } from './proposing';

/** What tells of what kind a note of ours is. */
export interface KindSigns {
  readonly frontMatter: FrontMatter;
  readonly tags: readonly string[];
  readonly head: Head;
  readonly path: string;
  readonly words: KeyWords;
  /** Where it lies in a folder whose children are accounts; `isFile`: right in it, as the page of one. */
  readonly folder: { readonly isFile: boolean } | null;
}

const PERSON = /^(?:persons?|people|contacts?|personen?|kontakte?|personne|persona|pessoa)$/;
const PEOPLE_FOLDER = /^(?:people|persons|personen|personnes|personas|pessoas|persone)$/i;
const MEETING =
  /^(?:meetings?|meetingnotes?|calls?|1on1|oneonone|standup|besprechung|termin|reunion|reuniao|riunione|vergadering|overleg|mote|spotkanie|встреча|会议|會議|会議|회의)$/;

/** Whether a folded word says that a note is one of a meeting. */
export function isMeetingWord(word: string): boolean {
  return MEETING.test(word);
}

/** Keys that say what a note is. */
export const KIND_KEYS = ['type', 'kind', 'category', 'class', 'notetype'];

/** What a note of ours is: see `NoteKind`. */
export function kindOf(signs: KindSigns): NoteKind {
  const { frontMatter, tags, path } = signs;
  const says = (pattern: RegExp): boolean =>
    KIND_KEYS.some((key) => frontMatter.list(key).some((value) => pattern.test(foldKey(value)))) ||
    tags.some((tag) => pattern.test(foldKey(tag.slice(tag.lastIndexOf('/') + 1))));
  if (frontMatter.has('person') || says(PERSON)) return 'person-page';
  if (hasAny(signs, 'day')) return 'meeting';
  if (isFolderPage(path)) return 'account-page';
  if (says(MEETING) || hasAny(signs, 'people') || looksLikeMeeting(signs)) return 'meeting';
  return PEOPLE_FOLDER.test(baseName(folderOf(path))) ? 'person-page' : 'account-page';
}

/**
 * What a note is that has none of our tags: ours by its folder or a property of it, or another one. In such a place, a
 * note is the page of an account only where it says so.
 */
export function kindByPlace(
  signs: KindSigns,
  {
    noteFolders,
    noteProperties,
  }: { readonly noteFolders: readonly string[]; readonly noteProperties: readonly Property[] },
  isNamed: boolean,
): NoteKind {
  const properties = noteProperties.filter((property) => hasProperty(signs.frontMatter, property));
  if (properties.length === 0 && !isInFolder(signs.path, noteFolders)) return 'other';
  const kind = kindOf(signs);
  if (kind !== 'account-page' || isNamed) return kind;
  if (properties.some(({ key, value }) => value !== null && KIND_KEYS.includes(foldKey(key)))) return kind;
  return isFolderPage(signs.path) ? 'other' : 'meeting';
}

function hasAny({ frontMatter, words }: KindSigns, told: 'day' | 'people'): boolean {
  return words.keysIn(told, frontMatter.keys).some((key) => frontMatter.has(key));
}

/** Whether a page stands for the folder it is in: `Blue Heron/README.md`, `Blue Heron/Blue Heron.md`. */
function isFolderPage(path: string): boolean {
  const base = baseName(path);
  return isFolderPageName(base) || base === baseName(folderOf(path));
}

/** `2026-W10`, `2026 KW 10`. */
const WEEK = /(?:^|\D)20\d\d[-_ ]?(?:W|KW ?)\d{1,2}(?!\d)/i;

/**
 * Whether a note without a day in its front matter is a meeting all the same: its file name holds a day, or a line says
 * the day, who took part, or whose it is. A page of its folder is none, and neither is a page that names itself in the
 * line of its account.
 */
function looksLikeMeeting({ head, path, folder }: KindSigns): boolean {
  const base = baseName(path);
  if (writtenDay(base, null) !== null || WEEK.test(base) || head.tellsMeeting) return true;
  return (
    folder?.isFile !== true &&
    head.accountLabels.some(({ word, value, marked }) => {
      if (!marked) return false;
      const name = accountNameIn(value);
      return word === 'account' ? !isSameName(name, base) : name !== '' && !shareWord(name, path);
    })
  );
}

function isSameName(a: string, b: string): boolean {
  const words = wordsOf(a).join(' ');
  return words !== '' && words === wordsOf(b).join(' ');
}

function shareWord(a: string, b: string): boolean {
  const words = new Set(wordsOf(b));
  return wordsOf(a).some((word) => words.has(word));
}
