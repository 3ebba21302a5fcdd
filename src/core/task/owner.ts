import { lastOf } from '../base/last-of';
import { isBlankAt, trimmedEnd, trimmedStart } from '../text/space';
import {
  ABBREVIATED,
  DAY_IN_WORDS,
  GROUPS,
  isDayWord,
  LABELS,
  MODALS,
  PARTICLES,
  SENTENCE_WORDS,
  SUFFIXES,
  VERBS_OF_TO,
} from './name-words';
import { NO_LINKS, type LinkAt } from './owner-links';

/** An owner as a line names it, in UTF-16 units of the line. Signs and words that join owners belong to one of them. */
export interface Owner {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Where an owner may stand. */
export interface OwnerPlace {
  /** Where it begins: its `@`, or the link to a person. */
  readonly start: number;
  /** Where it ends at the latest: the next field, ` #`, ` @`, a comment or the end. */
  readonly limit: number;
  /** Whether only fields stand before it. */
  readonly opensLine: boolean;
  /** Whether a field stands right before it. */
  readonly followsField: boolean;
  /** Whether a field stands at the limit. */
  readonly beforeField: boolean;
}

interface Name {
  readonly name: string;
  /** Where it begins, with its `@`. */
  readonly start: number;
  readonly wordsAt: number;
  readonly end: number;
  /** Whether it has an `@` of its own. */
  readonly isMarked: boolean;
  /** How far it goes without the words behind the first that only look like a part of the name. */
  readonly shortEnd: number;
}

/**
 * Reads the owners that begin at an `@`: one, or several that are joined (`@Ana and Ben`, `@Ana/@Ben`). Null where the
 * words go on: `Ask @Ilse about the racks` mentions somebody, and stays text. At the start of a line (`@Ana: send it`),
 * and behind a sentence, a field or a bracket where a sign follows (`(@Ana, by Friday)`), the words behind the name are
 * the task's.
 */
export function readOwners(text: string, place: OwnerPlace, linkAt: LinkAt): readonly Owner[] | null {
  const { start, opensLine } = place;
  const plain = text.slice(start + 1, place.limit).trimEnd();
  const match = PLAIN_NAMES.exec(plain);
  if (
    match !== null &&
    !DAY_IN_WORDS.test(plain) &&
    !SENTENCE_WORDS.has(match[1] ?? '') &&
    !JOIN_WORD.test(match[1] ?? '')
  )
    return [{ name: plain, start, end: start + 1 + plain.length }];
  const stop = bracketEnd(text, start, place.limit);
  const inBracket = stop < place.limit;
  const bracketBefore = opensBracket(text.charCodeAt(trimmedEnd(text, 0, start) - 1));
  const names = readNames(text, start, stop, linkAt);
  if (names.length === 0) return null;
  const end = lastOf(names)!.end;
  const rest = text.slice(end, stop);
  if (!WORD.test(rest.replace(JOINED, ''))) {
    if (inBracket && !bracketBefore && !place.followsField && text[trimmedEnd(text, 0, start) - 1] !== ':') return null;
    return ownersOf(names, end + signsEnd(rest));
  }
  const closes = bracketBefore ? inBracket : place.followsField || closesSentence(text, start);
  if (opensLine && !bracketBefore) return openingOwners(text, names, stop);
  const sure = surely(names);
  const sureEnd = lastOf(sure)!.end;
  const following = text.slice(sureEnd, stop);
  const separator = SEPARATOR.exec(following)?.[0];
  if (separator !== undefined && (closes || (place.beforeField && isLabel(following.slice(separator.length)))))
    return ownersOf(sure, sureEnd + (bracketBefore ? separator : separator.trimEnd()).length);
  const whole = text.slice(names[0]!.wordsAt, stop);
  // What begins small may go on so: `@ana lopez`.
  if (!closes && (inBracket || !/^[\p{Ll}\s]+$/u.test(whole))) return null;
  return names.length === 1 && isLooseName(whole)
    ? ownersOf([{ ...names[0]!, name: cleanName(whole), end: stop }], trimmedEnd(text, start, stop))
    : null;
}

/** Whether a name may be written behind an `@` anywhere: as a name looks, with nothing that may be read as a word. */
export function isPlainName(name: string): boolean {
  const text = `do @${name}`;
  const place = { start: 3, limit: text.length, opensLine: false, followsField: false, beforeField: false };
  const owners = readOwners(text, place, NO_LINKS);
  return owners?.length === 1 && owners[0]!.name === name && owners[0]!.end === text.length;
}

/** How most names look: words with a capital, and maybe a remark. */
const PLAIN_NAMES =
  /^[A-Z][a-zA-Z\u00df-\u017f]+(?: (?:(?:de|de la|van|van der) )?[A-Z][a-zA-Z\u00df-\u017f]+){0,3}(?: (?:([a-z]+) )?(?:team|desk)| \([a-zA-Z ]+\))?$/;
const WORD = /[\p{L}\p{N}]/u;
const JOIN_WORDS = 'and|or|und|oder|et|ou|y|o|e|i|en|och|og';
const JOIN_WORD = new RegExp(`^(?:${JOIN_WORDS})$`);
const TOKEN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}_·\ufffd]*(?:['’.-][\p{L}\p{N}][\p{L}\p{M}\p{N}_·\ufffd]*)*/uy;
const JOINER = new RegExp(
  String.raw`\s{0,8}[,;&+|/、，；／]\s{0,8}(?:(?:${JOIN_WORDS})\s{1,8})?|\s{1,8}(?:${JOIN_WORDS})\s{1,8}`,
  'uy',
);
/** What may stand between an owner and the next one, or behind the last. */
const JOINED = new RegExp(String.raw`^\s*(?:[,;&+|/、，；／]\s*)?(?:(?:${JOIN_WORDS})\s*)?$`, 'u');
const SIGNS = /^[\s,;:&/|*_.!?+、，；／-]*/;
const SEPARATOR = /^\s*(?:[,;:、，；：]\s*|[-–—]+\s+)/u;
const CASED = /^[\p{Lu}\p{Lt}]/u;
const CASELESS = /^\p{Lo}/u;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
const ELIDED = /^(?:d|l|dell|t)['’]\p{Lu}/u;

/** Where the bracket closes that an owner stands in, or the limit. */
function bracketEnd(text: string, start: number, limit: number): number {
  let depth = 0;
  for (let at = start; at < limit; at++) {
    const character = text[at]!;
    if (character === '(' || character === '[' || character === '{') depth++;
    else if ((character === ')' || character === ']' || character === '}') && --depth < 0) return at;
  }
  return limit;
}

function opensBracket(unit: number): boolean {
  return unit === 40 || unit === 91 || unit === 123;
}

function closesSentence(text: string, start: number): boolean {
  let at = trimmedEnd(text, 0, start);
  while (at > 0 && /[)\]"”’»*_]/.test(text[at - 1]!)) at--;
  const sign = text[at - 1] ?? '';
  return /[.!?…:;。！？：；]/.test(sign) || (/[-–—]/.test(sign) && isBlankAt(text, at - 2));
}

/** Reads names as they usually look, from an `@` or a link on. */
function readNames(text: string, start: number, stop: number, linkAt: LinkAt): readonly Name[] {
  const names: Name[] = [];
  let at = start;
  for (;;) {
    const isMarked = text[at] === '@';
    const nameStart = isMarked ? at + 1 : at;
    const link = linkAt(nameStart);
    const name = link === null ? readName(text, nameStart, stop, isMarked) : withRemark(text, link, stop);
    if (name === null || name.end > stop) return names;
    names.push({ ...name, start: at, wordsAt: nameStart, isMarked: isMarked || link !== null });
    const joiner = matchAt(JOINER, text, name.end);
    if (joiner === null || name.end + joiner[0].length >= stop) return names;
    at = name.end + joiner[0].length;
  }
}

type ReadName = Pick<Name, 'name' | 'end' | 'shortEnd'>;

function withRemark(text: string, link: { name: string; end: number }, stop: number): ReadName {
  const end = remarkEnd(text, link.end, stop);
  return { name: link.name + text.slice(link.end, end), end, shortEnd: end };
}

/** The end of a remark in brackets behind a name, with the white space before it; else `from`. */
function remarkEnd(text: string, from: number, stop: number): number {
  const open = trimmedStart(text, from);
  if (text[open] !== '(') return from;
  const close = bracketEnd(text, open + 1, stop);
  return close < stop && text[close] === ')' ? close + 1 : from;
}

function readName(text: string, start: number, stop: number, isMarked: boolean): ReadName | null {
  const first = tokenAt(text, start);
  if (first === null || !beginsName(text, start, first, isMarked)) return null;
  let end = start + first.length;
  let shortEnd = GROUPS.has(first.toLowerCase()) || !isMarked ? end : -1;
  for (;;) {
    const more = partEnd(text, end, stop);
    if (more === end) break;
    if (shortEnd === -1) shortEnd = GROUPS.has(lastWord(text, more)) ? more : end;
    end = more;
  }
  const remark = remarkEnd(text, end, stop);
  if (shortEnd === -1 || (shortEnd === end && remark > end)) shortEnd = remark;
  return { name: text.slice(start, remark), end: remark, shortEnd };
}

function lastWord(text: string, end: number): string {
  return text.slice(text.lastIndexOf(' ', end - 1) + 1, end).toLowerCase();
}

/** Whether a word begins a name: no day or time, handle on another server, package, call, or somebody's thing. */
function beginsName(text: string, start: number, word: string, isMarked: boolean): boolean {
  const end = start + word.length;
  const following = tokenAt(text, trimmedStart(text, end)) ?? '';
  if (/^\d/.test(word) ? !GROUPS.has(following.toLowerCase()) || /^\d+$/.test(word) : isDayWord(word, following))
    return false;
  if (/['’]s$/i.test(word)) return false;
  if (!isMarked) return CASED.test(word) || GROUPS.has(word.toLowerCase());
  const after = text[end];
  if (after === '@' || isScheme(text, end)) return false;
  return !/^\p{Ll}/u.test(word) || (after !== '(' && !(after === '/' && /[\p{Ll}\d]/u.test(text[end + 1] ?? '')));
}

/** The word at an offset, with the full stop of an initial or of what is short for something. */
function tokenAt(text: string, at: number): string | null {
  const token = matchAt(TOKEN, text, at)?.[0];
  if (token === undefined) return null;
  return text[at + token.length] === '.' && (/^\p{Lu}$/u.test(token) || ABBREVIATED.has(token.toLowerCase()))
    ? `${token}.`
    : token;
}

/** The end of the next part of a name; `from` where none follows. */
function partEnd(text: string, from: number, stop: number): number {
  let at = from;
  for (let count = 0; count < 4; count++) {
    const start = trimmedStart(text, at);
    if (start === at) {
      const comma = /^, ?/.exec(text.slice(at, at + 2))?.[0].length ?? 0;
      const suffix = comma === 0 || count > 0 ? null : tokenAt(text, at + comma);
      return suffix !== null && SUFFIXES.has(suffix.replace('.', '').toLowerCase()) ? at + comma + suffix.length : from;
    }
    const token = tokenAt(text, start);
    const end = start + (token?.length ?? 0);
    if (token === null || end > stop || isMail(text, end) || isScheme(text, end)) return from;
    const lower = token.toLowerCase();
    if (GROUPS.has(lower)) return end;
    const following = tokenAt(text, trimmedStart(text, end)) ?? '';
    if (/^\d{1,3}$/.test(token) && GROUPS.has(lastWord(text, at))) return end;
    if (isDayWord(token, following) || /['’]s$/i.test(token)) return from;
    if (CASED.test(token) || isCaselessPart(token) || ELIDED.test(token)) return end;
    if (!PARTICLES.has(lower) && SENTENCE_WORDS.has(lower)) return from;
    if (JOIN_WORD.test(token)) return from;
    // A particle, or a word of the name of a group: what comes next tells.
    if (!PARTICLES.has(lower) && !leadsToGroup(text, end)) return from;
    at = end;
  }
  return from;
}

/** Of scripts without capitals, those without blanks between words have short names. */
function isCaselessPart(token: string): boolean {
  return CASELESS.test(token) && (token.length <= 4 || !UNSPACED.test(token));
}

function isMail(text: string, end: number): boolean {
  return text[end] === '@' && !isBlankAt(text, end + 1);
}

/** Whether the word that ends here begins an address. */
function isScheme(text: string, end: number): boolean {
  return text.startsWith('://', end);
}

/** Whether a few words without a sign between them lead to `team` or the like. */
function leadsToGroup(text: string, from: number): boolean {
  let at = from;
  for (let count = 0; count < 3; count++) {
    const start = trimmedStart(text, at);
    const token = start === at ? null : tokenAt(text, start);
    if (token === null || SENTENCE_WORDS.has(token.toLowerCase())) return false;
    if (GROUPS.has(token.toLowerCase())) return true;
    at = start + token.length;
  }
  return false;
}

/** The owners at the start of a line, before its words. */
function openingOwners(text: string, names: readonly Name[], stop: number): readonly Owner[] {
  const end = lastOf(names)!.end;
  const rest = text.slice(end, stop);
  const sign = /^\s*(?:[:：](?=\s|$)|[-–—]+(?=\s))/u.exec(rest);
  if (sign !== null) return ownersOf(names, end + sign[0].length);
  if (saysWhatTheyDo(text, lastOf(names)!, stop)) return ownersOf(names, end);
  const loose = /^[^:()[\]]{0,40}?:(?=\s)/u.exec(text.slice(end, stop));
  if (names.length === 1 && loose !== null && isLooseName(text.slice(names[0]!.wordsAt, end + loose[0].length - 1)))
    return ownersOf(
      [{ ...names[0]!, name: text.slice(names[0]!.wordsAt, end + loose[0].length - 1) }],
      end + loose[0].length,
    );
  const sure = surely(names);
  const sureEnd = lastOf(sure)!.end;
  return ownersOf(sure, sureEnd + (/^\s*[,;、，；](?=\s)/u.exec(text.slice(sureEnd, stop))?.[0].length ?? 0));
}

/** Whether `to draft it`, `will …` follow a name, and it is no `Talk to the port`. */
function saysWhatTheyDo(text: string, { wordsAt, end }: Name, stop: number): boolean {
  const at = trimmedStart(text, end);
  const modal = at < stop ? tokenAt(text, at) : null;
  if (modal === null || !MODALS.has(modal)) return false;
  if (modal !== 'to') return true;
  const verb = tokenAt(text, trimmedStart(text, at + modal.length));
  const last = lastOf(text.slice(wordsAt, end).split(/\s+/))!.toLowerCase();
  return verb !== null && /^\p{Ll}/u.test(verb) && !SENTENCE_WORDS.has(verb) && !VERBS_OF_TO.has(last);
}

/** Those of the names that are surely names where words follow: with an `@` of their own, their first word alone. */
function surely(names: readonly Name[]): readonly Name[] {
  const plain = names.findIndex(({ isMarked }) => !isMarked);
  const marked = plain === -1 ? names : names.slice(0, plain);
  const last = lastOf(marked)!;
  return [
    ...marked.slice(0, -1),
    {
      ...last,
      name: last.shortEnd < last.end ? last.name.slice(0, last.shortEnd - last.wordsAt) : last.name,
      end: last.shortEnd,
    },
  ];
}

/** Whether a few words behind an `@` are a name although they do not look like one: `customer success`, `jane doe`. */
function isLooseName(written: string): boolean {
  if (/[^\p{L}\p{M}\p{N}\s'’.&-]/u.test(written.trimEnd())) return false;
  const list = written.trim().toLowerCase().split(/\s+/);
  return (
    list.length <= 4 &&
    list.slice(1).every((word) => !SENTENCE_WORDS.has(word) && !isDayWord(word, '')) &&
    !/[.!?]\s/.test(written)
  );
}

/** Whether one word stands between an owner and a field: `@Ana, due 📅 2026-03-06`. */
function isLabel(words: string): boolean {
  const word = words.trim().toLowerCase();
  return WORD.test(word) && !/\s/.test(word) && (LABELS.has(word) || !SENTENCE_WORDS.has(word));
}

function ownersOf(names: readonly Name[], end: number): readonly Owner[] {
  return names.map(({ name, start }, index) => ({
    name: cleanName(name),
    start: index === 0 ? start : names[index - 1]!.end,
    end: index === names.length - 1 ? end : names[index]!.end,
  }));
}

/** How much of what follows a name are signs that end or join it, without the white space behind them. */
function signsEnd(rest: string): number {
  const joined = JOINED.exec(rest);
  const signs = (joined ?? SIGNS.exec(rest)!)[0];
  return signs.trimEnd().length;
}

/** A name without the full stop that ends the sentence. */
function cleanName(written: string): string {
  const name = written.trim();
  if (!name.endsWith('.')) return name;
  let start = name.length;
  while (!isBlankAt(name, start - 1)) start--;
  const last = name.slice(start, -1);
  return /^\p{Lu}$/u.test(last) || ABBREVIATED.has(last.toLowerCase()) ? name : name.slice(0, -1);
}

function matchAt(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
