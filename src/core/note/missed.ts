import type { Line } from '../text/lines';
import type { FrontMatter } from './front-matter';
import { foldKey, type KeyWords } from './key-words';
import type { Missed, NoteKind } from './note';

/** What tells whether something of a note was not understood. */
export interface MissedSigns {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly tags: readonly string[];
  readonly frontMatter: FrontMatter;
  readonly words: KeyWords;
  /** The account that its front matter states, or null. */
  readonly inProperties: string | null;
}

const NOTHING: readonly Missed[] = [];

/**
 * What of a note was not understood though it looks as if it were meant for us. `noteTags`: those that make a note ours;
 * `unclear`: what of its day may be two days, or null.
 */
export function missedIn(
  signs: MissedSigns,
  kind: NoteKind,
  noteTags: readonly string[],
  unclear: string | null,
): readonly Missed[] {
  const found = [
    kind === 'other' ? (wide(signs, noteTags) ?? otherTag(signs, noteTags)) : broken(signs.text),
    misplaced(signs, noteTags),
    unclear === null ? null : { kind: 'day', written: unclear },
    kind === 'meeting' || kind === 'account-page' ? noName(signs) : null,
  ].filter((missed): missed is Missed => missed !== null);
  return found.length === 0 ? NOTHING : found;
}

/** So much of a note says in which letters it is written. */
const LETTERS = 4000;

/** UTF-16 that was read as UTF-8: each letter of ASCII has a zero beside it. */
function wide({ text }: MissedSigns, noteTags: readonly string[]): Missed | null {
  if (!text.slice(0, 100).includes('\u0000')) return null;
  const plain = text.slice(0, LETTERS).replaceAll('\u0000', '').replaceAll('\ufffd', '');
  const zeros = Math.min(text.length, LETTERS) - plain.length;
  const isOurs = noteTags.some((tag) => plain.toLowerCase().includes(tag)) || plain.includes('[?]');
  return isOurs && zeros * 3 > plain.length ? { kind: 'wide', written: '' } : null;
}

/** Letters that are no UTF-8. */
function broken(text: string): Missed | null {
  const at = text.indexOf('\ufffd');
  if (at === -1) return null;
  const [before] = /\S{0,20}$/.exec(text.slice(Math.max(0, at - 20), at))!;
  const [behind] = /^\S{0,20}/.exec(text.slice(at, at + 20))!;
  return { kind: 'letters', written: before + behind };
}

/** What people call their customers in a tag, or at `type`. */
const CUSTOMER =
  /^(?:customers?|clients?|accounts?|kunden?|clientes?|clienti|klant(?:en)?|kund(?:er)?|klient|klienci|клиент|客户|客戶|顧客|고객)$/;
/** Whether a folded word is one for customers. */
export function isCustomerWord(word: string): boolean {
  return CUSTOMER.test(word);
}

const INLINE =
  /^\s?#((?:[\p{L}\p{N}_-]{1,30}\/)?(?:customers?|clients?|kunden?|clientes?|klant(?:en)?|客户|顧客|고객))(?![\p{L}\p{N}_/-])/iu;

/** Of a tag so much is looked at. */
const LONGEST_TAG = 60;

/** A tag that is nearly ours. */
function otherTag({ text, tags, frontMatter }: MissedSigns, noteTags: readonly string[]): Missed | null {
  const ours = noteTags.map(lastPart);
  const isNear = (tag: string): boolean =>
    CUSTOMER.test(lastPart(tag)) || ours.includes(lastPart(tag).replace(/s$/, ''));
  const tag = tags.find(isNear) ?? inlineTag(text.slice(0, LETTERS));
  if (tag !== undefined) return { kind: 'tag', written: tag.toLowerCase() };
  const type = frontMatter.text('type');
  return type !== null && CUSTOMER.test(foldKey(type)) ? { kind: 'tag', written: '' } : null;
}

function inlineTag(text: string): string | undefined {
  for (let at = text.indexOf('#'); at !== -1; at = text.indexOf('#', at + 1)) {
    // A heading is none.
    if (text[at + 1] === ' ' || text[at + 1] === '#') continue;
    const tag = INLINE.exec(text.slice(Math.max(0, at - 1), at + LONGEST_TAG))?.[1];
    if (tag !== undefined) return tag;
  }
  return undefined;
}

function lastPart(tag: string): string {
  return foldKey(tag.slice(tag.lastIndexOf('/') + 1));
}

/** Signs that open front matter elsewhere, or nearly as Obsidian has it. */
const OPENS = /^(?:\+{3}\w{0,8}|[-–—]{1,5}\w{0,8}|;;;|\{|```(?:ya?ml|toml|json)?)$/i;
const MOST_BLANK = 5;
const MOST_KEYS = 60;

/** Front matter that Obsidian does not see: its first line is not the first of the note, or not exactly `---`. */
function misplaced({ lines }: MissedSigns, noteTags: readonly string[]): Missed | null {
  if (lines[0]!.kind === 'front-matter') return null;
  const at = lines.findIndex(({ text }) => text.trim() !== '');
  const first = at < 0 || at > MOST_BLANK ? '' : lines[at]!.text.trim();
  if (!OPENS.test(first) || (at === 0 && first === '---')) return null;
  const block = lines.slice(at + 1, at + MOST_KEYS).map(({ text }) => text.slice(0, 200).toLowerCase());
  const isOurs =
    block.some((line) => /^["']?tags?["']?\s?[:=]/.test(line.trim())) &&
    noteTags.some((tag) => block.some((line) => line.includes(tag)));
  return isOurs ? { kind: 'properties', written: first } : null;
}

/** Something at a key for the account that is no name: a map of maps. */
function noName({ frontMatter, words, inProperties }: MissedSigns): Missed | null {
  if (inProperties !== null) return null;
  const key = words
    .keysIn('account', frontMatter.keys)
    .find((one) => frontMatter.has(one) && frontMatter.list(one).length === 0 && frontMatter.template(one) === null);
  return key === undefined ? null : { kind: 'account', written: key };
}
