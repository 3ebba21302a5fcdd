import { fail, succeed, type Result } from '../base/result';
import { linkName } from '../note/link-name';
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

/** The start of the line that `readNote` takes for the one of the account. */
const LABEL = /^\s*(?:>\s*)*\*\*account(?::[*_]*|[*_]+:?)\s*/i;
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
  const labelled = lines.find(({ kind, text }) => kind === 'text' && LABEL.test(text));
  const name = labelled === undefined ? null : namePiece(labelled, account);
  const fits = canStandInLink(account.name);
  if (name !== null && !fits && labelled!.text.slice(name.from, name.to).trim() !== '') return fail('account-link');
  return succeed(
    lines.flatMap((line) => {
      const tags = tagPieces(line, account);
      if (name === null || !fits || line.index !== name.line) return tags;
      return [name, ...tags.filter(({ from }) => from >= name.to)];
    }),
  );
}

/** The name in the account's line, if it is missing or replaced. */
function namePiece({ index, text }: Line, { name, damage, replaces }: BodyAccount): Piece | null {
  const start = LABEL.exec(text)![0].length;
  const value = text.slice(start).trimEnd();
  const link = LINK.exec(value)?.[1];
  const written = link ?? value;
  const from = start + (link === undefined ? 0 : 2);
  const stated = linkName(repaired(link === undefined ? value : `[[${link}]]`, damage));
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
