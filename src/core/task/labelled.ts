import { lastOf } from '../base/last-of';
import type { Day } from '../base/day';
import { surelyWritten, writtenDay } from '../base/written-day';
import { between, isBlankAt, trimmedEnd } from '../text/space';
import type { Field } from './field';
import { namesInValue } from './owner-links';

/**
 * The labels by which recaps and minutes say who does something and until when (`Owner: Ana`, `Frist: 06.03.2026`), in
 * the languages of the sections (core/note/section-words).
 */
const OWNER_LABELS =
  'owner|owners|assignee|assignees|assigned to|assigned|responsible|responsible person|dri|who|verantwortlich|verantwortliche|zuständig|wer|responsable|assigné à|qui|pilote|encargado|asignado a|quién|responsabile|incaricato|chi|responsável|quem|eigenaar|verantwoordelijke|actiehouder|wie|odpowiedzialny|kto|ansvarig|ansvarlig|ответственный|исполнитель|担当|担当者|負責人|负责人|责任人|責任人|执行人|담당|담당자|책임자';
const DUE_LABELS =
  'due|due date|due by|deadline|target date|eta|by|until|frist|termin|fällig|fällig am|bis|échéance|date limite|pour le|plazo|fecha límite|vence|scadenza|entro|prazo|data limite|einddatum|vervaldatum|termin do|senast|förfaller|срок|дедлайн|期限|期日|締切|納期|截止|截止日期|截止时间|마감|마감일|기한';

/**
 * A label behind a bracket, a sign that parts pieces of a line, or a sentence. Behind other words it is one of them:
 * `Find the owner: Ana knows`.
 */
const LABEL = new RegExp(
  String.raw`(?:[([（【]\s{0,2}|(?:[,;、，；。|·•]|\s[-–—]|[.!?]\s)\s{0,2})\*{0,2}(?:(${OWNER_LABELS})|(${DUE_LABELS}))\*{0,2}\s?[:：](?!:)\*{0,2}\s{0,3}`,
  'giu',
);
/** Where the value of a label ends. */
const END = /\s[-–—]\s|[|·•;；)\]）】。]|[.!?](?:\s|$)|\s[#@^]|[\u231b-\u2bff\u{1f000}-\u{1faff}]|%%|<!--/u;
const NAME = /^@?[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*(?: [\p{L}(][\p{L}\p{M}\p{N}.'’()-]*){0,3}$/u;
const NOBODY = /^(?:tbd|tba|tbc|none|unknown|nobody|n\/a|open|offen|unclear)$/i;
/** No value is longer. */
const LONGEST = 120;
const COMMA = /[,、，]|\s[&+]\s|\s(?:and|und|et|y|e|en|och|og|i|и)\s|\//giu;

/** The owners and due days that a text says by labels: `(Owner: Ana, Due: 2026-03-06)`, `- 负责人: 李明`. In order. */
export function labelledFields(text: string): readonly Field[] {
  if (!mayHoldLabels(text)) return NO_FIELDS;
  const fields: Field[] = [];
  LABEL.lastIndex = 0;
  for (let label = LABEL.exec(text); label !== null; label = LABEL.exec(text)) {
    const [first] = label[0];
    const opensBracket = /[([（【]/.test(first!);
    // A bracket, or the sign that ends a sentence, is no part of it.
    const start = label.index + (opensBracket || /[.!?。]/.test(first!) ? 1 : 0);
    const from = label.index + label[0].length;
    if (fields.length > 0 && start < lastOf(fields)!.end) continue;
    const rest = text.slice(from, from + LONGEST);
    const value = rest.startsWith('[[')
      ? rest.slice(0, rest.indexOf(']]') + 2)
      : rest.slice(0, END.exec(rest)?.index ?? LONGEST);
    const found = label[1] === undefined ? dueField(start, from, value) : ownerFields(text, start, from, value);
    fields.push(...(opensBracket ? withBrackets(text, found) : found));
  }
  return fields;
}

/** How the labels end. */
const LAST_WORDS: ReadonlySet<string> = new Set(
  `${OWNER_LABELS}|${DUE_LABELS}`.split('|').map((label) => label.slice(label.lastIndexOf(' ') + 1)),
);
const LONGEST_WORD = 16;

/**
 * Whether a colon stands in a text behind a word that ends a label, or that is no word of ASCII: a cheap question that
 * spares most lines the other.
 */
function mayHoldLabels(text: string): boolean {
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
    if (text[at + 1] === ':') at++;
    else if (endsLabel(text, at)) return true;
  }
  return text.includes('：');
}

function endsLabel(text: string, colon: number): boolean {
  let end = colon;
  if (isBlankAt(text, end - 1)) end--;
  while (text[end - 1] === '*') end--;
  let from = end;
  while (from > 0 && end - from <= LONGEST_WORD && isLetter(text.charCodeAt(from - 1))) from--;
  return text.charCodeAt(from - 1) > 127 || LAST_WORDS.has(text.slice(from, end).toLowerCase());
}

/** A letter of ASCII. */
function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

const NO_FIELDS: readonly Field[] = [];

/** Fields that fill a pair of brackets, with it. */
function withBrackets(text: string, fields: readonly Field[]): readonly Field[] {
  const last = lastOf(fields);
  if (last === undefined || !/[)\]）】]/.test(text[last.end] ?? '')) return fields;
  return fields.map((field, index) => ({
    ...field,
    start: index === 0 ? field.start - 1 : field.start,
    end: field === last ? field.end + 1 : field.end,
  }));
}

function dueField(start: number, from: number, value: string): readonly Field[] {
  // `6 March, 2026` has a comma of its own; what a bracket or a mark opens is no part of a day.
  const end = value.search(/[,、，](?!\s?\d{4})|!?[[(（【<`*~=$\\]/);
  const found = dayAtStart(end === -1 ? value : value.slice(0, end));
  if (found === null) return NO_FIELDS;
  return [{ start, end: from + found.end, content: { kind: 'date', raw: '', field: 'due', day: found.day } }];
}

/** What may stand before a day and says no more: `Fri`, `by`, `bis`. */
const BEFORE_DAY =
  /^(?:(?:mon|tues?|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?|(?:mo|di|mi|do|fr|sa|so)|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)|(?:lun|mar|mer|jeu|ven|sam|dim)(?:\.|di|credi)?|by|until|till|on|before|bis|am|spätestens|le|avant|el|antes|il|entro|op|voor|em|até|до)[.,]?$/iu;
/** Words or another day that hang on a day of digits: `06.03.2026-07.03.2026`. */
const GLUED = /\d[./-]\d{1,4}[./-]\d{1,4}(?:[-–/.]\d|(?!T\d)[a-z]{2})/i;
/** A time behind a day. */
const TIME =
  /^(?:\s*(?:T|at|um|à|om|kl\.?))?\s*\d{1,2}[:.h]\d{2}(?::\d{2})?(?:\.\d{1,3})?(?:Z|\s?(?:am|pm|uhr|h))?(?![\p{L}\p{N}])/iu;
/** A day takes no more words than these, and is no longer. */
const MOST_WORDS = 6;
const LONGEST_DAY = 60;

/** The day that a value begins with, and where in it that ends. Words that stand around it are words of the task. */
function dayAtStart(value: string): { readonly day: Day; readonly end: number } | null {
  const tokens = [...value.slice(0, LONGEST_DAY).matchAll(/\S+/g)].slice(0, MOST_WORDS);
  const first = tokens.findIndex(([token]) => !BEFORE_DAY.test(token));
  for (let last = Math.max(0, first); first !== -1 && last < tokens.length; last++) {
    const [begin, close] = [tokens[first]!, tokens[last]!];
    const words = value.slice(begin.index, close.index + close[0].length);
    const day = surelyWritten(writtenDay(words, null));
    if (day === null) continue;
    // The first word is of the day, and nothing hangs on the last one.
    const isOfDay = last === first || surelyWritten(writtenDay(words.slice(begin[0].length), null)) !== day;
    const bare = between(words, /[^]/u, /[\p{L}\p{M}\p{N}]/u);
    if (!isOfDay || !/^[\p{L}\p{N}]/u.test(words) || GLUED.test(bare)) return null;
    const end = begin.index + bare.length;
    return { day, end: end + (TIME.exec(value.slice(end))?.[0].length ?? 0) };
  }
  return null;
}

function ownerFields(text: string, start: number, from: number, value: string): readonly Field[] {
  const fields: Field[] = [];
  let at = from;
  const ends = [...value.matchAll(COMMA)].map((match) => [match.index, match.index + match[0].length] as const);
  for (const [stop, next] of [...ends, [value.length, value.length] as const]) {
    if (from + stop < at) continue;
    const written = text
      .slice(at, from + stop)
      .replace(/\*\*/g, '')
      .trim();
    const [named] = namesInValue(written);
    if (named === undefined || !(NAME.test(written) || written.startsWith('[[') || written.startsWith('@[['))) break;
    if (NOBODY.test(named.name)) break;
    const end = trimmedEnd(text, at, from + stop);
    fields.push({ start: lastOf(fields)?.end ?? start, end, content: { kind: 'owner', raw: '', name: named.name } });
    at = from + next;
  }
  return fields;
}
