import { fail, succeed, type Result } from '../base/result';
import { readHead } from '../note/head';
import { keyWords } from '../note/key-words';
import { accountNameIn, linkName } from '../note/link-name';
import { repaired, type Damage } from '../text/encoding';
import type { Line } from '../text/lines';
import type { Piece } from './pieces';
import type { RefusalReason } from './refusal';

/** What the body of a note is to say of its account. */
export interface BodyAccount {
  readonly name: string;
  /** The part of its tag after `account/`; null where no tag names it. */
  readonly slug: string | null;
  readonly damage: Damage | null;
  /** Whether a spelling is of the account that goes. */
  readonly replaces: (spelling: string) => boolean;
}

/** Labels are looked for by their usual words. */
const WORDS = keyWords([]);
const LINK = /^\[\[([^\]]*)\]\]/;
const TAG = /(^|\s)(#account\/)([^\s#,;:.!?'"()[\]{}<>]+)/gi;

/** Signs that end a link, mean something else in it, or would be live in the line. */
const NOT_IN_LINK = /[[\]|#^/\\<>`]|%%|\{\{|\$=/;

/** Whether a name can stand in `[[…]]`, and is read from it. */
export function canStandInLink(name: string): boolean {
  return !NOT_IN_LINK.test(name) && linkName(`[[${name}]]`) === name;
}

/**
 * The pieces of a note's body that name its account, in order: the empty `[[]]` of its `**Account**` line, the name in
 * that line where it is replaced, and tags of what is replaced (`#account/` is no tag). An empty link stays where the
 * name cannot stand in a link; a line that would go on naming what is replaced is refused.
 */
export function accountPieces(lines: readonly Line[], account: BodyAccount): Result<readonly Piece[], RefusalReason> {
  const labels = readHead(lines, WORDS, account.damage, () => false).accountLabels;
  const names = labels.flatMap(({ line, value, marked }, at) => {
    const piece = namePiece(lines[line]!, value, account);
    const isEmpty = piece !== null && lines[line]!.text.slice(piece.from, piece.to).trim() === '';
    // Of empty ones, only the first is filled, and only where it stands out.
    return piece === null || (isEmpty && !(at === 0 && marked && lines[line]!.text.includes('**'))) ? [] : [piece];
  });
  const fits = canStandInLink(account.name);
  if (!fits && names.some(({ line, from, to }) => lines[line]!.text.slice(from, to).trim() !== ''))
    return fail('account-link');
  return succeed(
    lines.flatMap((line) => {
      const tags = tagPieces(line, account);
      const own = fits ? names.filter((name) => name.line === line.index) : [];
      return [...own, ...tags.filter(({ from }) => own.every((name) => from >= name.to))];
    }),
  );
}

/** The name in the account's line, if it is missing or replaced. */
function namePiece({ index, text }: Line, said: string, { name, damage, replaces }: BodyAccount): Piece | null {
  const start = text.lastIndexOf(said);
  // Of a damaged line, what stands in it is not what is read of it.
  if (start === -1 || said === '') return null;
  const value = said;
  const link = LINK.exec(value)?.[1];
  const written = link ?? value;
  const from = start + (link === undefined ? 0 : 2);
  const stated = accountNameIn(repaired(link === undefined ? value : `[[${link}]]`, damage));
  const isAsked = link?.trim() === '' || (stated !== '' && stated !== name && replaces(stated));
  return isAsked ? { line: index, from, to: from + written.length, insert: name } : null;
}

function tagPieces({ index, kind, text }: Line, { slug, replaces }: BodyAccount): readonly Piece[] {
  if (slug === null || (kind !== 'text' && kind !== 'item' && kind !== 'heading')) return [];
  return [...text.matchAll(TAG)].flatMap((match) => {
    const tag = match[3]!;
    const to = match.index + match[0].length;
    return replaces(tag) ? [{ line: index, from: to - tag.length, to, insert: slug }] : [];
  });
}
