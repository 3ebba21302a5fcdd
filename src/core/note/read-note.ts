import { leadingDay } from '../base/day';
import { detectDamage, repairText, type Damage } from '../text/encoding';
import { scanLines, type Line } from '../text/lines';
import { statusSymbols, type Settings } from '../settings';
import type { StatusSymbols } from '../task/status';
import { readTask, type Task } from '../task/task';
import { rawFrontMatter, readFrontMatter, type FrontMatter } from './front-matter';
import { baseName, type Note, type NoteKind, type SourceLink, type StatedAccount, type Statement } from './note';
import { headingText, trackSections } from './sections';

/** What a reader of notes needs of the settings, prepared once. */
export interface ReadingRules {
  readonly noteTags: readonly string[];
  readonly symbols: StatusSymbols;
}

/** The part of the settings that decides how a note is read. */
export function readingRules(settings: Settings): ReadingRules {
  return { noteTags: settings.noteTags.map((tag) => tag.toLowerCase()), symbols: statusSymbols(settings) };
}

/** Reads a note from its text: the single way in. Every note can be read; what could not be understood is its `problem`. */
export function readNote(path: string, text: string, rules: ReadingRules): Note {
  const lines = scanLines(text);
  const damage = detectDamage(text);
  const { frontMatter, problem } = frontMatterOf(lines, damage);
  const tags = frontMatter.list('tags').flatMap((value) => value.split(/[\s,]+/)).map((tag) => tag.replace(/^#/, ''));
  const title = frontMatter.text('title') ?? firstHeading(lines, damage) ?? baseName(path);
  const body = readBody(lines, title, rules, damage);
  const carriesTag = tags.some((tag) => isOneOf(tag, rules.noteTags)) || hasInlineTag(text, lines, rules.noteTags);
  const attendees = frontMatter.list('participants');
  return {
    path,
    kind: kindOf(carriesTag, frontMatter),
    title,
    day: frontMatter.day('date') ?? leadingDay(frontMatter.text('date') ?? ''),
    stated: statedAccount(frontMatter, tags, body.accountLine),
    aliases: [...frontMatter.list('aliases'), ...frontMatter.list('alias')],
    participants: (attendees.length > 0 ? attendees : [body.attendeesLine]).flatMap((value) => value.split(',')).map((name) => linkName(name.trim())).filter((name) => name !== ''),
    standing: { status: frontMatter.text('status'), industry: frontMatter.text('industry') },
    source: sourceOf(body.sourceLine, frontMatter),
    summary: body.summary,
    tasks: body.tasks,
    decisions: body.decisions,
    facts: body.facts,
    damage,
    problem,
  };
}

function frontMatterOf(lines: readonly Line[], damage: Damage | null): { readonly frontMatter: FrontMatter; readonly problem: string | null } {
  const block: string[] = [];
  for (const line of lines) {
    if (line.kind !== 'front-matter') break;
    block.push(repairText(line.text, damage).text);
  }
  const inner = block.slice(1, -1);
  const read = readFrontMatter(inner);
  return read.ok ? { frontMatter: read.value, problem: null } : { frontMatter: rawFrontMatter(inner), problem: read.error };
}

function kindOf(carriesTag: boolean, frontMatter: FrontMatter): NoteKind {
  if (!carriesTag) return 'other';
  if (frontMatter.has('person')) return 'person-page';
  return frontMatter.has('date') ? 'meeting' : 'account-page';
}

function firstHeading(lines: readonly Line[], damage: Damage | null): string | null {
  const line = lines.find((candidate) => candidate.kind === 'heading');
  const text = line === undefined ? '' : headingText(repairText(line.text, damage).text);
  return text === '' || text.includes('{{') ? null : text;
}

/** Whether a tag is one of `wanted` or lies below it (`type/customer/emea`). Tags ignore case, as in Obsidian. */
function isOneOf(tag: string, wanted: readonly string[]): boolean {
  const folded = tag.toLowerCase();
  return wanted.some((want) => folded === want || folded.startsWith(`${want}/`));
}

function hasInlineTag(text: string, lines: readonly Line[], wanted: readonly string[]): boolean {
  const folded = text.toLowerCase();
  if (!wanted.some((tag) => folded.includes(`#${tag}`))) return false;
  return lines.some((line) => (line.kind === 'text' || line.kind === 'item' || line.kind === 'heading')
    && [...line.text.matchAll(/(?:^|\s)#([^\s#,;:.!?'"()[\]{}<>]+)/g)].some(([, tag]) => isOneOf(tag!, wanted)));
}

interface Body {
  readonly tasks: readonly Task[];
  readonly decisions: readonly Statement[];
  readonly facts: readonly Statement[];
  readonly summary: string;
  readonly accountLine: string | null;
  readonly attendeesLine: string;
  readonly sourceLine: string | null;
}

const ITEM_CONTENT = /^([ \t]*(?:>[ \t]*)*)(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)/;
const ACCOUNT_LINE = /^\s*\*\*Account:?\*\*:?\s*(.*)$/i;
const ATTENDEES_LINE = /^\s*\*\*(?:Attendees|Participants):?\*\*:?\s*(.*)$/i;
const SOURCE_LINE = /^\s*[*_]*Source:?[*_]*:?\s*\[\[([^\]]+)\]\]/i;
/** What a pipeline writes where there is nothing to say. */
const NOTHING = /^[*_(]*(?:none|n\/a|nothing|no (?:key |explicit |new )?(?:decisions?|facts?|information)\b.{0,40})[.)*_]*$/i;

function readBody(lines: readonly Line[], title: string, rules: ReadingRules, damage: Damage | null): Body {
  const tasks: Task[] = [];
  const statements = { decisions: [] as Statement[], facts: [] as Statement[] };
  const summary: string[] = [];
  const sections = trackSections(title);
  let accountLine: string | null = null;
  let attendeesLine = '';
  let sourceLine: string | null = null;
  /** The statement whose next lines may go on with it, and how far its item is indented. */
  let open: { readonly list: Statement[]; readonly indent: number } | null = null;

  for (const line of lines) {
    if (line.kind === 'heading') {
      sections.enter(repairText(line.text, damage).text);
      open = null;
      continue;
    }
    if (line.kind !== 'item' && line.kind !== 'text') {
      if (line.kind !== 'blank') open = null;
      continue;
    }
    const section = sections.kind();
    if (line.kind === 'item') {
      const task = readTask(line.text, { line: line.index, heading: sections.heading(), symbols: rules.symbols, damage });
      if (task !== null) {
        tasks.push(task);
        open = null;
        continue;
      }
      const content = ITEM_CONTENT.exec(line.text)!;
      const indent: number = content[1]!.length;
      if (section !== 'decisions' && section !== 'facts') continue;
      // Deeper items are details of the statement above them.
      if (open !== null && indent > open.indent) continue;
      const words = folded(repairText(line.text.slice(content[0].length), damage).text);
      const list = statements[section];
      if (words === '' || NOTHING.test(words)) {
        open = null;
        continue;
      }
      list.push({ line: line.index, raw: line.text, text: words });
      open = { list, indent };
      continue;
    }
    const words = repairText(line.text, damage).text;
    if (open !== null) {
      const last = open.list.at(-1)!;
      const goesOn = lines[line.index - 1]!.kind === 'item' || lines[line.index - 1]!.kind === 'text';
      if (goesOn && last.line + 20 > line.index && !/^\s*(?:---|\*\*\*|___)/.test(words)) {
        open.list[open.list.length - 1] = { ...last, text: folded(`${last.text} ${words}`) };
        continue;
      }
      open = null;
    }
    if (section === 'summary') summary.push(words);
    accountLine ??= ACCOUNT_LINE.exec(words)?.[1] ?? null;
    attendeesLine ||= ATTENDEES_LINE.exec(words)?.[1] ?? '';
    sourceLine ??= SOURCE_LINE.exec(words)?.[1] ?? null;
  }
  return { tasks, ...statements, summary: folded(summary.join(' ')), accountLine, attendeesLine, sourceLine };
}

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function statedAccount(frontMatter: FrontMatter, tags: readonly string[], accountLine: string | null): StatedAccount {
  const stated = frontMatter.text('account') ?? frontMatter.list('account')[0] ?? '';
  const tag = tags.find((candidate) => /^account\/./i.test(candidate))?.slice('account/'.length) ?? null;
  return {
    frontMatter: nameOrNull(linkName(stated)),
    tag: nameOrNull(tag ?? ''),
    line: nameOrNull(linkName(accountLine ?? '')),
  };
}

function nameOrNull(name: string): string | null {
  return name.trim() === '' || name.includes('{{') ? null : name.trim();
}

/** What a value names: `[[Customers/Blue Heron/README|Blue Heron]]` is "Blue Heron", `[[Blue Heron]]` and `Blue Heron` too, `[[]]` is nothing. */
export function linkName(value: string): string {
  const link = /^\[\[([^\]]*)\]\]/.exec(value.trim());
  if (link === null) return value.trim();
  const [target = '', alias] = link[1]!.split('|');
  if (alias !== undefined && alias.trim() !== '') return alias.trim();
  const parts = target.replace(/#.*$/, '').replace(/\.md$/i, '').split('/');
  const last = parts.at(-1)!.trim();
  return isFolderPageName(last) && parts.length > 1 ? parts.at(-2)!.trim() : last;
}

/** Whether a page of this file name stands for its folder. */
export function isFolderPageName(name: string): boolean {
  return /^(?:readme|index|_index)$/i.test(name);
}

/** A note's source: by the link in its `*Source: [[…]]*` line, else by the file name in `source_ref`. */
function sourceOf(sourceLine: string | null, frontMatter: FrontMatter): SourceLink | null {
  const target = sourceLine?.split('|')[0]!.replace(/#.*$/, '') ?? frontMatter.text('source_ref') ?? '';
  const name = target.slice(Math.max(target.lastIndexOf('/'), target.lastIndexOf('\\')) + 1).replace(/\.(?:md|txt|eml|vtt)$/i, '').trim();
  return name === '' || name.includes('{{') ? null : { name, key: sourceKey(name) };
}

/** Folds the name of a source's file so that spellings of it meet: case, white space, and the quotes and hyphens that file systems change. */
export function sourceKey(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/[’‘'`]/g, "'").replace(/[“”]/g, '"').replace(/[\u2010-\u2015]/g, '-').replace(/\s+/g, ' ').trim();
}
