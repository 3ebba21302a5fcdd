import { lastOf } from '../base/last-of';
import { remembered } from '../base/remembered';
import { capped, LONGEST_NAME } from '../text/caps';
import { between, foldSpace } from '../text/space';
import { linkName } from './link-name';
import { isPlaceholder } from './placeholder';

/** A name as most are written: nothing about it is to be read. */
const PLAIN = /^\p{L}[\p{L}\p{M}.'’]*(?:[ -][\p{L}\p{M}.'’]+){0,6}$/u;
/** Longer texts name no people. */
const LONGEST = 10_000;
/** Words between two names. */
const AND = /^\s(?:and|und|et|y|e|en|och|og|ja|i|и|&|\+|和|と|및)\s/i;
/** What people do, which stands behind a comma and is nobody's name. */
const ROLE =
  /^(?:.{0,40}\s)?(?:of|for|chief|head|lead|vp|president|director|manager|engineer|architect|consultant|analyst|buyers?|sales|purchasing|procurement|marketing|finance|legal|support|owner|partner|founder|officer|assistant|host|organi[sz]er|remote|online|guest|vertrieb|einkauf|technik|leiter|leiterin|geschäftsführer|ventes|achats|directeur|compras|ventas|técnica?|acquisti|vendite|inkoop|verkoop)(?:\s.{0,40})?$/i;
const ABBREVIATED = /^\p{Lu}{2,4}$/u;

/**
 * The people that a text names: between commas, semicolons, signs and words such as "and"; a text with semicolons or
 * lines is cut at these, and a comma belongs to a name (`Lopez, Ana; Fox, Ben`). What brackets and links hold is not
 * cut. Each as `personIn` gives it.
 */
export function peopleIn(text: string): readonly string[] {
  return piecesOf(text.slice(0, LONGEST)).flatMap((piece) => personIn(piece) ?? []);
}

/**
 * The one person that a line of a list names: what stands behind a comma is a remark (`Ana Lopez, CTO, Blue Heron`),
 * unless it can only be another person.
 */
export function peopleInItem(text: string, isAccount: (name: string) => boolean): readonly string[] {
  const [first = '', ...more] = piecesOf(text.slice(0, LONGEST));
  const others = more.map((piece) => personIn(piece) ?? '');
  const areNames = others.every((name) =>
    !/\s/.test(name) ? false : looksLikePerson(name) && !isAccount(bareName(name)),
  );
  const person = personIn(areNames ? first : text.replace(/,[^]*$/, ''));
  return [...(person === null ? [] : [person]), ...(areNames ? others : [])];
}

/** Whether a name, as `personIn` gives it, is written as people's names are. */
export function looksLikePerson(person: string): boolean {
  const words = bareName(person).split(' ');
  return (
    words.length <= 6 &&
    words[0] !== '' &&
    !/[.!?:,]$|\d/.test(bareName(person)) &&
    words.some((word) => !/^\p{Ll}/u.test(word)) &&
    !/^\p{Ll}/u.test(lastOf(words)!)
  );
}

/** A person without the remark and the address. */
export function bareName(person: string): string {
  return person.replace(/ [(<][^]*$/, '');
}

/**
 * A person as they are kept: the name, then remarks in one pair of brackets, then the address: `Ana Lopez (CTO)
 * <ana@example.org>`. What stands behind a dash, a colon or a bar is a remark; an address alone stays one. Null where it
 * names nobody.
 */
export const personIn = remembered(readPerson);

function readPerson(person: string): string | null {
  const text = foldSpace(person);
  if (PLAIN.test(text)) return isPlaceholder(text) ? null : capped(text, LONGEST_NAME);
  if (isPlaceholder(text)) return null;
  const remarks: string[] = [];
  let address = '';
  const written = textOfLinks(text)
    .replace(
      /(?:<|\(|\[)?(?:mailto:)?([^\s<>()[\],;:"]{1,80}@[^\s<>()[\],;:"]{1,80}\.[^\s<>()[\],;:"]{2,40})(?:>|\)|\])?/,
      (_, found: string) => {
        address = found;
        return ' ';
      },
    )
    .replace(/[(（[【]([^()（）[\]【】]*)[)）\]】]?/g, (_, remark: string) => {
      remarks.push(foldSpace(remark));
      return ' ';
    })
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[*`"“”„]|__/g, '')
    .replace(/(?:\s[-–—|·@/]\s|\s?[:：]\s|\s[-–—|·]$|：)([^]*)$/, (_, remark: string | undefined) => {
      remarks.push(foldSpace(remark ?? ''));
      return '';
    });
  const name = between(written, /[\p{L}\p{N}]/u, /[\p{L}\p{M}\p{N}.'’]/u);
  const shown = capped(foldSpace(name), LONGEST_NAME);
  if (!/\p{L}/u.test(shown) || isPlaceholder(shown)) return address === '' ? null : address;
  const said = remarks.filter((remark) => /[\p{L}\p{N}]/u.test(remark)).join(', ');
  return capped(`${shown}${said === '' ? '' : ` (${said})`}${address === '' ? '' : ` <${address}>`}`, LONGEST_NAME);
}

function textOfLinks(text: string): string {
  return text
    .replace(/\[\[[^\]]{0,300}\]\]/g, (link) => linkName(link).replace(/^@/, ''))
    .replace(/\[([^\][]{1,200})\]\((?:<[^<>]{0,300}>|[^()\s]{0,300})\)/g, '$1');
}

/** Cuts a text between its people. */
function piecesOf(text: string): readonly string[] {
  if (/[;；\n]/.test(text)) {
    const pieces = cut(text, (rest) => (/^[;；\n]/.test(rest) ? 1 : 0));
    if (pieces.length > 1) return pieces.flatMap((piece) => (piece.includes(',') ? [piece] : cut(piece, betweenNames)));
  }
  const pieces = cut(text, betweenNames);
  // "Ana Lopez, CTO, Ben Fox": what somebody does is a remark.
  return pieces.reduce<string[]>((people, piece) => {
    if (people.length > 0 && isRole(piece.trim())) people.push(`${people.pop()!} (${piece.trim()})`);
    else people.push(piece);
    return people;
  }, []);
}

function isRole(piece: string): boolean {
  return ABBREVIATED.test(piece) || (!/[(<[@]/.test(piece) && ROLE.test(piece));
}

/** How long what stands between two names is at the beginning of a text; 0 where it is nothing. */
function betweenNames(rest: string): number {
  if (/^[,，、]/.test(rest)) return 1;
  if (rest[0] === ' ' && !MAY_JOIN.test(rest)) return 0;
  return /^\s/.test(rest) ? (AND.exec(rest)?.[0].length ?? /^\s[/·•|]\s/.exec(rest)?.[0].length ?? 0) : 0;
}

/** Such words are short. */
const MAY_JOIN = /^ \S{1,3}\s/;

const OPENS = '([（<【';
const CLOSES = ')]）>】';

/** Cuts a text where `between` finds something outside of brackets and links. */
function cut(text: string, between: (rest: string) => number): readonly string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (OPENS.includes(sign)) depth++;
    else if (CLOSES.includes(sign)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && !isLetter(sign)) {
      const length = between(text.slice(at, at + 8));
      if (length === 0) continue;
      pieces.push(text.slice(from, at));
      from = at + length;
      at = from - 1;
    }
  }
  pieces.push(text.slice(from));
  return pieces.filter((piece) => piece.trim() !== '');
}

function isLetter(sign: string): boolean {
  return (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
}
