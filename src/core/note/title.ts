import { beginning } from '../text/caps';
import { repaired, type Damage } from '../text/encoding';
import type { Line } from '../text/lines';
import { foldSpace } from '../text/space';
import { foldText, wordsOf } from '../text/words';
import type { FrontMatter } from './front-matter';
import type { Head } from './head';
import type { KeyWords } from './key-words';
import { baseName, fileTitle, folderOf, isFolderPageName, type NoteKind } from './note';
import { headingLevel, headingText, sectionKind } from './sections';

/** What tells the title of a note whose front matter has none. */
export interface TitleSigns {
  readonly frontMatter: FrontMatter;
  readonly lines: readonly Line[];
  readonly path: string;
  readonly damage: Damage | null;
  readonly words: KeyWords;
  readonly head: Head;
}

/**
 * The title of a note whose front matter has none at `title`: at another key for it, its first heading, unless that is
 * one of a section, what a label says, or its file name. The heading of an account page ("Overview") names the account
 * only where it has a word of the file's or the folder's name; else that name is the title.
 */
export function titleOf({ frontMatter, lines, path, damage, words, head }: TitleSigns, kind: NoteKind): string {
  for (const key of words.keysIn('title', frontMatter.keys)) {
    const said = key === 'title' ? null : frontMatter.text(key);
    if (said !== null) return said;
  }
  const at = lines.findIndex((line) => line.kind === 'heading');
  const line = lines[at];
  const heading = line === undefined ? '' : headingText(repaired(beginning(line.text), damage));
  const base = fileTitle(path);
  if (kind !== 'account-page') {
    const isTitle = heading !== '' && !opensSection(heading, words) && !hasSibling(lines, at);
    return isTitle ? heading : (head.title ?? base);
  }
  const folder = baseName(folderOf(path));
  const names = wordsOf(`${base} ${folder}`);
  if (heading.includes('{{') || wordsOf(heading).some((word) => names.includes(word))) return heading;
  return isFolderPageName(base) && folder !== '' ? folder : base;
}

/** Headings of parts that hold nothing that is read. */
const PARTS =
  /^(?:(?:(?:ai|my|our|raw|full|call|meeting|private|shared|automatic|generated) ){0,3}(?:notes?|minutes|summary|transcript|recap)|agenda|details|(?:meeting ?)?info(?:rmation)?s?|context|background|purpose|goals?|objectives?|discussion|topics?|links?|metadata|properties|general|tagesordnung|notizen|themen|ordre du jour|orden del dia|objetivo|scopo|doel|cel)$/;

/** Whether a heading is the name of a section, and so no title. "Decisions on the pilot" may be one. */
function opensSection(heading: string, words: KeyWords): boolean {
  const plain = foldSpace(foldText(heading).replace(/[^\p{L}\p{M}\s]/gu, ' ')).trim();
  return (
    words.toldBy(heading) !== null ||
    PARTS.test(plain) ||
    (sectionKind(heading) !== null && plain.split(' ').length <= 3 && !/ (?:on|about|for|with) /.test(plain))
  );
}

/** Whether a heading of the second level or below is one of several: the first of sections, and no title. */
function hasSibling(lines: readonly Line[], at: number): boolean {
  const level = headingLevel(lines[at]!.text);
  return (
    level > 1 && lines.some((line, other) => other > at && line.kind === 'heading' && headingLevel(line.text) <= level)
  );
}
