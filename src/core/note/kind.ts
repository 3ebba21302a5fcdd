import { leadingDay } from '../base/day';
import { beginning } from '../text/caps';
import type { Line } from '../text/lines';
import { wordsOf } from '../text/words';
import type { FrontMatter } from './front-matter';
import { labelIn } from './labels';
import { linkName } from './link-name';
import { baseName, folderOf, isFolderPageName, type NoteKind } from './note';

/** What a note of ours is: see `NoteKind`. */
export function kindOf(frontMatter: FrontMatter, lines: readonly Line[], path: string): NoteKind {
  if (frontMatter.has('person')) return 'person-page';
  return frontMatter.has('date') || looksLikeMeeting(lines, path) ? 'meeting' : 'account-page';
}

/**
 * Whether a note without a `date` in its front matter is a meeting all the same: its file name begins with a day, or a
 * line says the day, who took part, or whose it is. A page of its folder is none, and neither is a page that names
 * itself in the `**Account**` line.
 */
function looksLikeMeeting(lines: readonly Line[], path: string): boolean {
  const base = baseName(path);
  if (isFolderPageName(base) || base === baseName(folderOf(path))) return false;
  if (leadingDay(base) !== null) return true;
  return lines.some(({ kind, text }) => {
    const label = kind === 'text' ? labelIn(beginning(text)) : null;
    return (
      label !== null &&
      label.name !== 'source' &&
      !(label.name === 'account' && isSameName(linkName(label.value), base))
    );
  });
}

function isSameName(a: string, b: string): boolean {
  const words = wordsOf(a).join(' ');
  return words !== '' && words === wordsOf(b).join(' ');
}
