import type { KeyWords, Told } from './key-words';

/**
 * What a line says of the whole note: what its label tells, its word as folded, and what stands behind it. Marked: the
 * label stands out by `**` or by `::`, or in a table, as no sentence begins.
 */
export interface Label {
  readonly told: Told;
  readonly word: string;
  readonly value: string;
  readonly marked: boolean;
}

/** Quotes, the mark of a list item, a call-out's. */
const START = /^[\s>]{0,40}(?:(?:[-*+]|\d{1,3}[.)])\s{1,8})?/;
/** `**Account**: …`, `**Account:** …`, `Account:: …`, `*Source: …*`, `Teilnehmer : …`, `参加者：…`. */
const LABEL =
  /^([*_]{0,3})([^\s*_:：|[\]<>`][^*_:：|[\]<>`]{0,38})([*_]{0,3}) ?(::?|：)([*_]{0,3})(?=[\s[*_]|$|(?![ -~])|\S)/;
/** `[customer:: [[Blue Heron]]]` among words. */
const FIELD = /[[(]([\p{L}][\p{L} _-]{1,30})::\s?((?:\[\[[^\]]{0,200}\]\]|[^[\]()]){0,60})[\])]/gu;
/** What stands between labels of one line. */
const BETWEEN = /(\s{1,4}[·•|]\s{1,4})/;
const MOST_IN_LINE = 10;
const LONGEST = 2000;

/** Whether a line may hold labels at all: a cheap question that spares most lines the others. */
export function mayHoldLabels(text: string, words: KeyWords): boolean {
  // A task tells nothing of its note.
  if (text.charCodeAt(2) === BRACKET && text.charCodeAt(0) === HYPHEN && text[4] === ']') return false;
  if (!text.includes(':')) return text.includes('|') || text.includes('：');
  const word = wordOf(text, startOf(text));
  return (word !== null && words.toldBy(word) !== null) || LATER.test(text);
}

/** In a table, between signs and in brackets, labels stand later in their line. */
const LATER = /[·•|：]|::/;

/** Where the words of a line begin, behind quotes and the mark of an item. */
function startOf(text: string): number {
  const first = text.charCodeAt(0);
  if (isLetter(first) || (first === ASTERISK && text.charCodeAt(1) === ASTERISK)) return 0;
  return first === HYPHEN && text[1] === ' ' && isLetter(text.charCodeAt(2)) ? 2 : START.exec(text)![0].length;
}

const ASTERISK = 42;
const HYPHEN = 45;
const BRACKET = 91;

/** The labels of a line, in order; none where it is a task or says nothing of the note. */
export function labelsIn(line: string, words: KeyWords): readonly Label[] {
  const text = line.length > LONGEST ? line.slice(0, LONGEST) : line;
  const start = startOf(text);
  if (text[start] === '|') return inTable(text.slice(start), words);
  if (text[start] === '[' && text[start + 2] === ']') return [];
  const [head = '', ...rest] = /[·•|]/.test(text)
    ? text.slice(start).split(BETWEEN, 2 * MOST_IN_LINE)
    : [text.slice(start)];
  const first = labelAt(head, words);
  if (first === null) {
    const others = rest.flatMap((piece) => markedAt(piece, words) ?? []);
    return text.includes('::') ? [...others, ...fieldsIn(text, words)] : others;
  }
  const found = [first];
  for (let at = 1; at < rest.length; at += 2) {
    const piece = rest[at]!;
    const label = labelAt(piece, words);
    if (label !== null) found.push(label);
    else if (LABEL.test(piece)) break;
    else {
      const last = found.pop()!;
      found.push({ ...last, value: `${last.value}${rest[at - 1]!}${piece}`.trimEnd() });
    }
  }
  return found;
}

function labelAt(text: string, words: KeyWords): Label | null {
  const written = wordOf(text, 0);
  const known = written === null ? null : words.toldBy(written);
  const label = known === null ? null : LABEL.exec(text);
  if (known === null || label === null) return null;
  const [all, open, , close, colon, behind] = label;
  const { told, word } = known;
  const value = text
    .slice(all.length)
    .replace(/^[\s*_]+/, '')
    .trimEnd()
    .replace(/(?:\\\s{0,8}){1,8}$/, '')
    .trimEnd();
  if (told === 'source' ? !value.startsWith('[[') : open !== '' && close === '' && behind === '') return null;
  return { told, word, value, marked: open !== '' || close !== '' || colon === '::' };
}

/** What `LABEL` would take for the word of a label: most lines of a note show by it alone that they have none. */
function wordOf(text: string, start: number): string | null {
  let from = start;
  while (from < start + 3 && (text[from] === '*' || text[from] === '_')) from++;
  for (let at = from; at <= from + 39; at++) {
    const unit = text.charCodeAt(at);
    if (isLetter(unit)) continue;
    if (Number.isNaN(unit)) return null;
    if (ENDS_WORD.includes(text[at]!)) return at > from && ':：*_'.includes(text[at]!) ? text.slice(from, at) : null;
  }
  return null;
}

const ENDS_WORD = '*_:：|[]<>`';

function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

function markedAt(text: string, words: KeyWords): Label | null {
  const label = labelAt(text, words);
  return label?.marked === true ? label : null;
}

function fieldsIn(text: string, words: KeyWords): readonly Label[] {
  return [...text.matchAll(FIELD)].flatMap(([, written, value]) => {
    const known = words.toldBy(written!);
    return known === null || known.told === 'source' ? [] : [{ ...known, value: value!.trim(), marked: true }];
  });
}

/** `| **Date** | 2026-02-03 |`: a label and what is said of it, side by side. */
function inTable(text: string, words: KeyWords): readonly Label[] {
  const cells = cellsOf(text);
  return cells.flatMap((cell, at) => {
    const isLabel = at % 2 === 0 && at + 1 < cells.length && cell.length < 60;
    const known = isLabel ? words.toldBy(cell) : null;
    const value = cells[at + 1] ?? '';
    return known === null || known.told === 'source' || words.toldBy(value.slice(0, 60)) !== null
      ? []
      : [{ ...known, value, marked: true }];
  });
}

/** The cells of a row of a table. */
export function cellsOf(row: string): readonly string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?:^|[^\\])\|/.test(row) ? '|' : '\u0000', 40)
    .map((cell) => cell.trim());
}
