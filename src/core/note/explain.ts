import { repaired } from '../text/encoding';
import { beginning } from '../text/caps';
import { scanLines, type Line } from '../text/lines';
import { foldText } from '../text/words';
import type { Task } from '../task/task';
import { readHead } from './head';
import { foldKey, keyWords, type KeyWords, type Told } from './key-words';
import { itemParts, followSections } from './section-lines';
import { NO_WORDS, type SectionKind } from './sections';
import { readNote, type ReadingRules } from './read-note';
import type { Note, Statement } from './note';

/** What a property of the front matter is read for. */
export type PropertyUse = Told | 'tags' | 'aliases' | 'standing' | 'person';

/** Why nothing was read of a line. */
export type Unread = 'code' | 'comment' | 'text' | 'no-box' | 'no-section' | 'detail' | 'table' | 'nothing';

/** What was read of a line, or why nothing was. */
export type LineReading =
  | { readonly kind: 'property'; readonly use: PropertyUse | null }
  | { readonly kind: 'heading'; readonly section: SectionKind | null }
  | { readonly kind: 'label'; readonly told: Told }
  | { readonly kind: 'people' }
  | { readonly kind: 'task'; readonly task: Task }
  | { readonly kind: 'decision' | 'fact'; readonly isFirst: boolean }
  | { readonly kind: 'summary' }
  | { readonly kind: 'unread'; readonly why: Unread };

/** A line of a note that holds something, and what was read of it. */
export interface ExplainedLine {
  /** Its number, from 0. */
  readonly line: number;
  /** Its text, without its end. */
  readonly text: string;
  readonly reading: LineReading;
}

/** A note, and what was read of each of its lines; empty lines and the rules around front matter are left out. */
export interface Explained {
  readonly note: Note;
  readonly lines: readonly ExplainedLine[];
}

/** Reads a note, and says of each line what came of it. */
export function explainNote(path: string, text: string, rules: ReadingRules): Explained {
  const note = readNote(path, text, rules);
  const lines = scanLines(text);
  const own = rules.words ?? NO_WORDS;
  const words = keyWords(rules.accountKeys);
  const { frontMatter } = note.stated;
  const head = readHead(lines, words, note.damage, (name) => foldText(name) === foldText(frontMatter ?? ''));
  const sections = followSections(note.title, own, note.damage);
  const tasks = new Map(note.tasks.map((task) => [task.line, task]));
  const statements = [...linesOf('decision', note.decisions), ...linesOf('fact', note.facts)];
  const read = new Map<number, LineReading>(statements);
  let key: string | null = null;
  const readingOf = (line: Line): LineReading | null => {
    const said = repaired(beginning(line.text), note.damage);
    if (line.kind === 'front-matter') {
      if (said.trim() === '' || said.trim() === '---') return null;
      key = /^([^\s#:-][^:]{0,80}):/.exec(said)?.[1] ?? key;
      return { kind: 'property', use: key === null ? null : useOf(foldKey(key), words) };
    }
    if (line.kind === 'blank') return null;
    if (line.kind === 'code' || line.kind === 'comment') return { kind: 'unread', why: line.kind };
    const opens = !head.labelled.has(line.index) && sections.takes(line, said);
    const task = tasks.get(line.index);
    if (task !== undefined) return { kind: 'task', task };
    const known = read.get(line.index);
    if (known !== undefined) return known;
    if (opens) return { kind: 'heading', section: sections.kind() };
    if (head.peopleLines.has(line.index)) return { kind: 'people' };
    const told = head.labelled.has(line.index) ? toldBy(said, words) : null;
    if (told !== null) return { kind: 'label', told };
    if (line.kind === 'text' && sections.kind() === 'summary') return { kind: 'summary' };
    return { kind: 'unread', why: unread(line, said, sections.kind()) };
  };
  return {
    note,
    lines: lines.flatMap((line) => {
      const reading = readingOf(line);
      return reading === null ? [] : { line: line.index, text: line.text, reading };
    }),
  };
}

function* linesOf(kind: 'decision' | 'fact', statements: readonly Statement[]): Iterable<[number, LineReading]> {
  for (const { line, last } of statements)
    for (let at = line; at <= last; at++) yield [at, { kind, isFirst: at === line }];
}

const TOLD: readonly Told[] = ['account', 'people', 'absent', 'day', 'title', 'source'];
const OTHER_USES: ReadonlyMap<string, PropertyUse> = new Map([
  ['tags', 'tags'],
  ['tag', 'tags'],
  ['aliases', 'aliases'],
  ['alias', 'aliases'],
  ['status', 'standing'],
  ['industry', 'standing'],
  ['person', 'person'],
  ['sourceref', 'source'],
]);

function useOf(key: string, words: KeyWords): PropertyUse | null {
  return OTHER_USES.get(key) ?? TOLD.find((told) => words.keysIn(told, [key]).length > 0) ?? null;
}

function toldBy(said: string, words: KeyWords): Told | null {
  const word = /^[\s>*_+-]{0,40}([^:：*]{1,60})[*_]{0,3}\s{0,3}[:：]/.exec(said)?.[1];
  return word === undefined ? null : (words.toldBy(word)?.told ?? null);
}

function unread(line: Line, said: string, section: SectionKind | null): Unread {
  if (line.kind === 'text') return said.trimStart().startsWith('|') ? 'table' : 'text';
  const [before, content] = itemParts(said);
  if (content.trim() === '') return 'nothing';
  if (section === 'actions') return 'no-box';
  if (section === 'decisions' || section === 'facts') return before === '' ? 'nothing' : 'detail';
  return section === null ? 'no-section' : 'text';
}
