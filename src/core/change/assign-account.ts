import { sameValue } from '../base/equal';
import { lastOf } from '../base/last-of';
import { fail, succeed, type Result } from '../base/result';
import { openFrontMatter, readFrontMatter, type FrontMatter } from '../note/front-matter';
import { leftOverIn } from '../note/left-over';
import { accountNameIn, linkName } from '../note/link-name';
import { isPlaceholder } from '../note/placeholder';
import { yamlScalar } from '../note/yaml-scalar';
import { detectDamage, repaired, type Damage } from '../text/encoding';
import type { Line } from '../text/lines';
import { foldSpace } from '../text/space';
import { accountPieces, canStandInLink } from './account-lines';
import { applyEdits } from './apply';
import { createEdit, type Edit } from './edit';
import { frontMatterLines, frontMatterOf, readFrontMatterLines } from './front-matter-lines';
import { fillSlot, placeOfKey, quoteOf, type Slot } from './front-matter-slots';
import { pieceEdits, type Piece } from './pieces';
import { refuse, type Refusal, type RefusalReason } from './refusal';
import { surveyText } from './survey';

/** Which account a note is to state. */
export interface Assignment {
  /** Its name, and the part of its tag after `account/`: null where no tag names it, and tags stay as they are. */
  readonly to: { readonly name: string; readonly slug: string | null };
  /**
   * Whether a spelling (a name or a slug) is of the account that the note states now. Never true for a note without
   * one. What names others stays.
   */
  readonly replaces: (spelling: string) => boolean;
}

/**
 * The edits that give a note an account, or take it from one account to another, or from one spelling to another; none
 * where nothing is left to do. Afterwards `account` in its front matter is the name. It is filled in place, or changed
 * where it was replaced; a missing key goes after `date`, else last. An empty `account/` tag and an empty `**Account**:
 * [[]]` are filled; a tag or a line that names an account changes only if that one is replaced. No other byte changes:
 * the new text is made and read here, and where it does not say exactly this, the note is refused.
 */
export function assignAccount(
  path: string,
  text: string,
  { to: { name: given, slug }, replaces }: Assignment,
): Result<readonly Edit[], Refusal> {
  const name = foldSpace(given);
  const refused = (reason: RefusalReason): Result<never, Refusal> =>
    fail(refuse(isUnclear(reason) && holdsTemplate(text) ? 'template' : reason, name));
  if (name === '' || linkName(name) !== name || NOT_IN_NAME.test(name) || isPlaceholder(name))
    return refused('account-name');
  const survey = surveyText(text);
  const inner = frontMatterLines(survey);
  if (inner === null) return refused(openFrontMatter(survey.lines) === null ? 'no-front-matter' : 'open-front-matter');
  const damage = detectDamage(text);
  const before = readFrontMatterLines(inner, damage);
  if (!before.ok) return refused('broken-front-matter');

  const tagsBefore = before.value.list('tags');
  const renamed = (tags: string): string => renameTags(tags, slug, replaces);
  const account = accountWrite(inner, { name, damage, replaces });
  if (!account.ok) return refused(account.error);
  const tags = tagPieces(inner, tagsBefore, renamed);
  if (!tags.ok) return refused(tags.error);
  const body = accountPieces(survey.lines, { name, slug, damage, replaces });
  if (!body.ok) return refused(body.error);
  const { missing, pieces } = account.value;
  const added =
    missing === null
      ? []
      : [
          createEdit(survey, {
            path,
            line: missing,
            count: 0,
            replacement: [`account: ${yamlScalar(name, '', false)}`],
          }),
        ];
  const edits = [...added, ...pieceEdits(survey, path, [...pieces, ...tags.value, ...body.value])];

  const written = applyEdits(text, edits);
  for (const outcome of written.outcomes) if (!outcome.ok) return outcome;
  const after = frontMatterOf(written.text);
  const holds =
    after.ok && statedIn(after.value) === name && sameValue(after.value.list('tags'), tagsBefore.map(renamed));
  return holds ? succeed(edits) : refused('front-matter-form');
}

const ANY_ACCOUNT = { name: 'Aster', slug: 'aster' };

/** Why a note that states no account cannot get one, whatever its name; null where it can. */
export function assignFault(path: string, text: string): RefusalReason | null {
  const tried = assignAccount(path, text, { to: ANY_ACCOUNT, replaces: () => false });
  return tried.ok ? null : tried.error.reason;
}

function isUnclear(reason: RefusalReason): boolean {
  return reason === 'broken-front-matter' || reason === 'front-matter-form';
}

/** Whether a template was left over in the front matter of a text. */
function holdsTemplate(text: string): boolean {
  return (frontMatterLines(surveyText(text)) ?? []).some((line) => leftOverIn(line) !== null);
}

/**
 * Templates, and signs that cannot be seen, but for the joiners within an emoji and a word: they end something
 * somewhere, or make one name look like another.
 */
const NOT_IN_NAME = /\{\{|[\p{Cc}\p{Cs}\u2028\u2029]|(?![\u200c\u200d])\p{Cf}/u;

/** The account that front matter states, as `readNote` reads it; empty for none. */
function statedIn(frontMatter: FrontMatter): string {
  return accountNameIn(frontMatter.text('account') ?? frontMatter.list('account')[0] ?? '');
}

interface AccountWrite {
  /** The line, from 0, that the missing key goes before; null where the key is there. */
  readonly missing: number | null;
  readonly pieces: readonly Piece[];
}

interface NewAccount extends Pick<Assignment, 'replaces'> {
  readonly name: string;
  readonly damage: Damage | null;
}

/** What is to be written for the key `account`, or why not. */
function accountWrite(
  inner: readonly Line[],
  { name, damage, replaces }: NewAccount,
): Result<AccountWrite, RefusalReason> {
  const place = placeOfKey(inner, 'account');
  if (place === 'missing') return succeed({ missing: lineForKey(inner), pieces: [] });
  const [slot, ...others] = place === 'unsure' ? [] : place.slots;
  if (slot === undefined || others.length > 0) return fail('front-matter-form');
  const read = readFrontMatter([`account: ${repaired(slot.written, damage)}`]);
  const text = read.ok ? read.value.text('account') : null;
  // A template is left to whoever fills it.
  if (!read.ok || (text === null && read.value.has('account'))) return fail('front-matter-form');
  const stated = accountNameIn(text ?? '');
  if (stated === name) return succeed({ missing: null, pieces: [] });
  if (stated !== '' && !replaces(stated)) return fail('other-account');
  return succeed({ missing: null, pieces: [fill(slot, inner, name)] });
}

/** The line that a new key goes before: the one after `date`, else the end of the front matter. */
function lineForKey(inner: readonly Line[]): number {
  const date = placeOfKey(inner, 'date');
  const end = inner.length === 0 ? 1 : lastOf(inner)!.index + 1;
  return date === 'missing' ||
    date === 'unsure' ||
    date.slots.length !== 1 ||
    date.slots[0]!.line !== date.line ||
    date.slots[0]!.isBetweenBrackets
    ? end
    : date.line + 1;
}

/** The name in a slot, in the quotes and as the link that stood there. */
function fill(slot: Slot, inner: readonly Line[], name: string): Piece {
  const isLink = /^["']?\[\[/.test(slot.written) && canStandInLink(name);
  return fillSlot(
    slot,
    inner,
    yamlScalar(isLink ? `[[${name}]]` : name, quoteOf(slot.written), slot.isBetweenBrackets),
  );
}

const ACCOUNT_TAG = /(^|[\s,])(#?account\/)([^\s,]*)/gi;

/** A text of one tag or several, with `account/` filled and the tag of a replaced account changed. */
function renameTags(tags: string, slug: string | null, replaces: Assignment['replaces']): string {
  if (slug === null) return tags;
  return tags.replace(ACCOUNT_TAG, (all: string, before: string, start: string, rest: string) =>
    rest === '' || replaces(rest) ? before + start + slug : all,
  );
}

/** What is to be written into the tags of the front matter, or why not. */
function tagPieces(
  inner: readonly Line[],
  tags: readonly string[],
  renamed: (tags: string) => string,
): Result<readonly Piece[], RefusalReason> {
  if (sameValue(tags, tags.map(renamed))) return succeed([]);
  const place = placeOfKey(inner, 'tags');
  if (place === 'missing' || place === 'unsure') return fail('front-matter-form');
  return succeed(
    place.slots.map(({ line, from, to, written }) => {
      const quotes = /^["']/.test(written) ? 1 : 0;
      return {
        line,
        from: from + quotes,
        to: to - quotes,
        insert: renamed(written.slice(quotes, written.length - quotes)),
      };
    }),
  );
}
