import { lastOf } from '../base/last-of';
import { trimmedEnd } from '../text/space';
import { foldText } from '../text/words';
import type { Field } from './field';

const WORD = String.raw`[\p{Lu}\p{Lt}\p{Lo}][\p{L}\p{M}'’-]{0,40}\.?`;
const PART = String.raw`(?:${WORD}|(?:de|del|della|di|da|do|dos|van|von|der|den|ter|la|le|el|al|bin|af|av|zu)\b)`;
const NAME = String.raw`${WORD}(?: ${PART}){0,3}`;
const NAMES = String.raw`${NAME}(?:(?:, | ?& ?| ?\/ ?|、| and | und | et | y | e | en | och | og | i | и )${NAME}){0,3}`;
/** `**Ana:** send it`, `**Ana** – send it`, `**Ana** Send it`, `Ana: send it`, `Ana - send it`. */
const OPENING = new RegExp(
  String.raw`^(\s*)(?:(\*\*|__)(@?${NAMES}) ?(?:[:：] ?\2|\2 ?[:：]|\2(?: ?[-–—]+)?)|(${NAMES}) ?(?:[:：]|[-–—]+))(?=\s)`,
  'u',
);
/** `Ana to send it`: what somebody does. */
const DOING = new RegExp(String.raw`^(\s*)(${NAMES})(?= (?:to|will|should|must|shall) \p{Ll})`, 'u');
/** `Send it (Ana)`, `Send it *(Ana)*`, `Send it - Ana`, at the end of the words. */
const CLOSING = new RegExp(String.raw`\s(?:([*_]{0,2})[(（](${NAMES})[)）]\1|[-–—]+ (${NAMES}))$`, 'u');
const JOINER = /, | ?& ?| ?\/ ?|、| (?:and|und|et|y|e|en|och|og|i|и) /u;
/** No name stands farther from the end. */
const LONGEST = 200;

interface Place {
  readonly written: string;
  readonly at: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The owners that a text names without any sign of one: at its start, as recaps do (`Ana: send it`), or at the end of
 * its words (`Send it (Ana)`). Only those of `people` are owners; other words before a colon are what the task is about.
 * `wordsEnd`: where only fields follow.
 */
export function namedFields(text: string, wordsEnd: number, people: readonly string[]): readonly Field[] {
  return placesOf(text, wordsEnd).flatMap((found) => {
    const names = namesOf(found.written);
    return names.every((name) => name.startsWith('@') || people.includes(name)) ? fieldsOf(text, found, names) : [];
  });
}

/** The names that may be owners in `namedFields`, place by place, in what a task says. */
export function namesOfTask(text: string): readonly (readonly string[])[] {
  return placesOf(text, text.length).map(({ written }) => namesOf(written).map(bare));
}

function bare(name: string): string {
  return name.replace(/^@/, '');
}

function namesOf(written: string): readonly string[] {
  return written.split(JOINER);
}

function placesOf(text: string, wordsEnd: number): readonly Place[] {
  const head = text.slice(0, Math.min(wordsEnd, LONGEST));
  const opening = OPENING.exec(head) ?? DOING.exec(head);
  const places: Place[] = [];
  if (opening !== null) {
    const written = opening[3] ?? opening[4] ?? opening[2]!;
    places.push({
      written,
      at: opening[0].indexOf(written),
      start: opening[1]!.length,
      end: opening[0].length,
    });
  }
  const from = Math.max(0, wordsEnd - LONGEST);
  const end = trimmedEnd(text, from, wordsEnd);
  const dot = /[.。]/.test(text[end - 1] ?? '') ? 1 : 0;
  const tail = text.slice(from, end);
  const closing = CLOSING.exec(tail) ?? (dot === 1 ? CLOSING.exec(tail.slice(0, -1)) : null);
  if (closing !== null) {
    const start = from + closing.index + 1;
    const written = closing[2] ?? closing[3]!;
    const last = lastOf(places);
    if (last === undefined || start > last.end)
      places.push({
        written,
        at: from + closing.index + closing[0].lastIndexOf(written),
        start,
        end: start + closing[0].length - 1,
      });
  }
  return places;
}

function fieldsOf(text: string, { at, start, end }: Place, names: readonly string[]): readonly Field[] {
  let from = start;
  let nameEnd = at;
  return names.map((name, index) => {
    nameEnd = text.indexOf(name, nameEnd) + name.length;
    const field: Field = {
      start: from,
      end: index === names.length - 1 ? end : nameEnd,
      content: { kind: 'owner', raw: '', name: bare(name) },
    };
    from = nameEnd;
    return field;
  });
}

/** What is asked of the people that a note knows. */
export interface KnownPeople {
  /** Whether one of them may be called so: by the whole name, or by the first of its words. */
  readonly isCalled: (name: string) => boolean;
  /** Whether a text may begin or end with one of them: a cheap question that spares most lines the other. */
  readonly mayStandIn: (text: string) => boolean;
}

const FIRST_WORD = /^[*_@\s]*([\p{L}\p{M}'’-]{1,60})/u;
const LAST_WORD = /([\p{L}\p{M}'’.-]{1,60})([)）]?)[*_]{0,2}\.?$/u;

/** `people`: names, with addresses and remarks behind them or without. */
export function knownPeople(people: Iterable<string>): KnownPeople {
  const names = new Set<string>();
  const lastWords = new Set<string>();
  for (const person of people) {
    const name = foldText(person.replace(/[(（<][^]*$/u, '').trim());
    if (!/\p{L}/u.test(name) || name.includes('@')) continue;
    names.add(name);
    names.add(name.slice(0, (name.indexOf(' ') + 1 || name.length + 1) - 1));
    lastWords.add(name.slice(name.lastIndexOf(' ') + 1));
  }
  return {
    isCalled(name) {
      const folded = foldText(name);
      return names.has(folded) || (/ \p{L}\.?$/u.test(folded) && names.has(folded.split(' ', 1)[0]!));
    },
    mayStandIn(text) {
      if (names.size === 0) return false;
      const first = FIRST_WORD.exec(text)?.[1];
      if (first !== undefined && names.has(foldText(first))) return true;
      const last = LAST_WORD.exec(text.slice(-80));
      if (last === null || (last[2] === '' && !/\s[-–—]/.test(text))) return false;
      const folded = foldText(last[1]!.replace(/\.$/, ''));
      return folded.length < 3 || names.has(folded) || lastWords.has(folded);
    },
  };
}
