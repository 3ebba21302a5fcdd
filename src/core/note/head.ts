import { lastOf } from '../base/last-of';
import { writtenDay } from '../base/written-day';
import { beginning } from '../text/caps';
import { repaired, type Damage } from '../text/encoding';
import type { Line } from '../text/lines';
import { foldLabel, type KeyWords, type Told } from './key-words';
import { cellsOf, labelsIn, mayHoldLabels, type Label } from './labels';
import { looksLikePerson, peopleIn, peopleInItem } from './people';
import { isPlaceholder } from './placeholder';
import { headingLevel, headingText, sectionKind } from './sections';

/** What the body of a note says of the note as a whole. */
export interface Head {
  /** What stands behind the first label for an account that names one, with the word of the label; null for none. */
  readonly account: { readonly word: string; readonly value: string } | null;
  /** Everybody who took part, as `personIn` gives them, in order: read when asked for, as most front matter says it. */
  readonly people: () => readonly string[];
  /** The lines that only name people: a box there is no task. */
  readonly peopleLines: ReadonlySet<number>;
  /** The lines with labels. */
  readonly labelled: ReadonlySet<number>;
  /** What stands behind the labels for a day. */
  readonly days: readonly string[];
  readonly title: string | null;
  /** What its `*Source: [[…]]*` line links to, or null. */
  readonly source: string | null;
  /** Whether it says who took part, or when: see `kindOf`. */
  readonly tellsMeeting: boolean;
  /** The labels for an account, empty ones too, with their lines. */
  readonly accountLabels: readonly (Label & { readonly line: number })[];
}

/** A list that a heading or an empty label opened. */
interface OpenList {
  readonly told: Told;
  /** The depth of its heading; 0 for a label. */
  readonly level: number;
  /** Items of a label in a list are deeper than this. */
  readonly indent: number;
  items: number;
  /** The column of a table that holds the names; null before a table. */
  column: number | null;
}

/** Nobody writes more people down. */
const MOST_PEOPLE = 1000;
const LONGEST_HEADING = 60;
const ITEM = /^([\s>]{0,40})(?:[-*+]|\d{1,9}[.)])\s{1,8}(?:\[(.)\]\s{1,8})?/;
const SEPARATOR = /^[\s|:>-]{0,200}$/;
const NAME_COLUMN = /^(?:full)?(?:names?|who|nom|nombre|nome|naam|namn|navn|imie|имя|фио|姓名|名前|氏名|이름)$/;
/** In lists, labels say what the note is no further below than here. */
const MOST_HEADINGS = 2;

/** What was read so far. */
interface Reading {
  readonly words: KeyWords;
  readonly isAccount: (name: string) => boolean;
  /** Ticked: the box before the names; null where there is none. */
  readonly people: {
    readonly names: () => readonly string[];
    readonly line: number;
    readonly isTicked: boolean | null;
  }[];
  readonly labelled: Set<number>;
  readonly days: string[];
  readonly accountLabels: (Label & { readonly line: number })[];
  account: Head['account'];
  title: string | null;
  source: string | null;
  tellsMeeting: boolean;
  list: OpenList | null;
  headings: number;
  /** Whether a section of tasks, decisions or facts was opened. */
  inSection: boolean;
}

/** Reads what a note says of itself in labels, and in lists below headings for people. */
export function readHead(
  lines: readonly Line[],
  words: KeyWords,
  damage: Damage | null,
  isAccount: (name: string) => boolean,
): Head {
  const reading: Reading = {
    words,
    isAccount,
    people: [],
    labelled: new Set(),
    days: [],
    accountLabels: [],
    account: null,
    title: null,
    source: null,
    tellsMeeting: false,
    list: null,
    headings: 0,
    inSection: false,
  };
  for (const line of lines) {
    const { kind } = line;
    if (kind === 'text' || kind === 'item') {
      const mayHold = damage !== null || mayHoldLabels(line.text, words);
      if (reading.list !== null || mayHold)
        readLine(reading, line, repaired(beginning(line.text), damage), mayHold && !isHeaderRow(lines, line));
    } else if (kind === 'blank') {
      if (reading.list?.level === 0 && reading.list.items > 0) reading.list = null;
    } else if (kind === 'heading') enter(reading, line, headingText(repaired(beginning(line.text), damage)));
  }
  const { people, labelled, days, accountLabels, account, title, source, tellsMeeting } = reading;
  return {
    account,
    people() {
      const someTicked = people.some(({ isTicked }) => isTicked === true);
      return people
        .flatMap(({ names, isTicked }) => (isTicked !== false || !someTicked ? names() : []))
        .slice(0, MOST_PEOPLE);
    },
    peopleLines: new Set(people.map(({ line }) => line)),
    labelled,
    days,
    title,
    source,
    tellsMeeting,
    accountLabels,
  };
}

function readLine(reading: Reading, line: Line, text: string, mayHold: boolean): void {
  const labels = mayHold ? labelsIn(text, reading.words) : [];
  const last = lastOf(labels.filter((label) => takeLabel(reading, label, line)));
  if (last === undefined) {
    if (reading.list !== null) takeListed(reading, reading.list, line, text);
    return;
  }
  reading.labelled.add(line.index);
  if (last.value === '') reading.list = listOf(last.told, 0, line.kind === 'item' ? ITEM.exec(text)![1]!.length : -1);
  else if (reading.list?.level === 0) reading.list = null;
}

function enter(reading: Reading, { text }: Line, heading: string): void {
  const level = headingLevel(text);
  const told = heading.length > LONGEST_HEADING ? null : (reading.words.toldBy(heading)?.told ?? null);
  const { list } = reading;
  reading.headings++;
  reading.inSection ||= level > 1 && sectionKind(heading) !== null;
  if (told !== null || list === null || list.level === 0 || level <= list.level)
    reading.list = told === null ? null : listOf(told, level, -1);
}

function listOf(told: Told, level: number, indent: number): OpenList | null {
  return told === 'title' || told === 'source' ? null : { told, level, indent, items: 0, column: null };
}

/** Takes a label, and says whether it is one here. */
function takeLabel(reading: Reading, label: Label, { index, kind }: Line): boolean {
  const { told, word, value, marked } = label;
  if (told === 'source') {
    reading.source ??= /^\[\[([^\]]+)\]\]/.exec(value)?.[1] ?? null;
    return true;
  }
  if (told === 'title') {
    if (marked && value !== '' && !isPlaceholder(value)) reading.title ??= value;
    return marked;
  }
  if (!marked && (reading.inSection || (told !== 'absent' && !isValueOf(told, value)))) return false;
  const isEarly = kind !== 'item' || reading.headings <= MOST_HEADINGS;
  if (told === 'people') {
    reading.people.push({ names: () => peopleIn(value), line: index, isTicked: null });
    reading.tellsMeeting ||= isEarly;
  } else if (told === 'day') {
    reading.days.push(value);
    reading.tellsMeeting ||= isEarly && (word === 'date' || writtenDay(value, null) !== null);
  } else if (told === 'account' && reading.list?.told !== 'people') {
    reading.accountLabels.push({ ...label, marked: marked && kind !== 'item', line: index });
    if (value !== '' && !isPlaceholder(value)) reading.account ??= { word, value };
  }
  return true;
}

function meet({ people }: Reading, names: readonly string[], line: number, isTicked: boolean | null = null): void {
  if (names.length > 0) people.push({ names: () => names, line, isTicked });
}

/** Takes a line of a list, or a row of a table, below a heading or an empty label. */
function takeListed(reading: Reading, list: OpenList, line: Line, text: string): void {
  const [mark = '', indent = '', box] = ITEM.exec(text) ?? [];
  const isItem = line.kind === 'item';
  const said = text.slice(mark.length);
  if (!isItem && said.trimStart().startsWith('|')) {
    takeRow(reading, list, line, said);
    return;
  }
  const isOver = isItem ? indent.length <= list.indent || (box !== undefined && !/[ xX-]/.test(box)) : list.items > 0;
  if (isOver) {
    if (list.level === 0) reading.list = null;
    return;
  }
  list.items++;
  if (list.told === 'people') {
    const found = (isItem ? peopleInItem(said, reading.isAccount) : peopleIn(said)).filter(looksLikePerson);
    meet(reading, found, line.index, box === undefined ? null : /x/i.test(box));
    reading.tellsMeeting ||= found.length > 0;
    if (found.length === 0 && list.level === 0) reading.list = null;
  } else if (list.told === 'day') reading.days.push(said);
  else if (list.told === 'account' && list.level === 0 && !isPlaceholder(said))
    reading.account ??= { word: 'account', value: said };
}

function takeRow(reading: Reading, list: OpenList, { index }: Line, text: string): void {
  if (SEPARATOR.test(text)) return;
  const cells = cellsOf(text);
  if (list.column === null)
    list.column = Math.max(
      0,
      cells.findIndex((cell) => NAME_COLUMN.test(foldLabel(cell))),
    );
  else if (list.told === 'people') meet(reading, peopleIn(cells[list.column] ?? '').slice(0, 1), index);
}

/** Whether the line is the first of a table, whose cells say what stands below them. */
function isHeaderRow(lines: readonly Line[], { index, text }: Line): boolean {
  if (!text.includes('|')) return false;
  const next = lines[index + 1]?.text;
  return (
    text.trimStart().startsWith('|') &&
    next !== undefined &&
    next.includes('-') &&
    SEPARATOR.test(next) &&
    cellsOf(text).length > 2
  );
}

/** Whether what stands behind a label without marks can be what it tells: a sentence may begin with the same word. */
function isValueOf(told: Told, value: string): boolean {
  if (told === 'day') return writtenDay(value, null) !== null;
  if (told === 'people') {
    const people = peopleIn(value);
    return value === '' || (people.length > 0 && people.every(looksLikePerson));
  }
  return value.startsWith('[[') || (value.length <= 60 && /^[^\p{Ll}\s]/u.test(value) && !/[.!?,;:]$/.test(value));
}
