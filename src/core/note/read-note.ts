import { leadingDay } from '../base/day';
import { finish, type Steps } from '../base/steps';
import { beginning, capped, LONGEST_NAME, LONGEST_NOTE, MOST_LINES } from '../text/caps';
import { detectDamage, repaired, type Damage } from '../text/encoding';
import { scanLinesInSteps, type Line } from '../text/lines';
import { foldSpace } from '../text/space';
import { wordsOf } from '../text/words';
import { statusSymbols, type Settings } from '../settings';
import type { StatusSymbols } from '../task/status';
import type { Task } from '../task/task';
import { NOT_CLOSED, openFrontMatter, rawFrontMatter, readFrontMatter, type FrontMatter } from './front-matter';
import { kindOf } from './kind';
import { linkName } from './link-name';
import {
  baseName,
  folderOf,
  isFolderPageName,
  type Note,
  type NoteKind,
  type SourceLink,
  type StatedAccount,
  type TaskCounts,
} from './note';
import { domainIn, mailDomains } from './mail-domains';
import { readBodyInSteps } from './read-body';
import { headingText } from './sections';
import { words } from '../../words/words';

/** What a reader of notes needs of the settings, prepared once. */
export interface ReadingRules {
  readonly noteTags: readonly string[];
  readonly symbols: StatusSymbols;
}

/** The part of the settings that decides how a note is read. */
export function readingRules(settings: Settings): ReadingRules {
  return { noteTags: settings.noteTags.map((tag) => tag.toLowerCase()), symbols: statusSymbols(settings) };
}

/**
 * Reads a note from its text: the single way in. Every note can be read; what could not be understood is its `problem`.
 */
export function readNote(path: string, text: string, rules: ReadingRules): Note {
  return finish(readNoteInSteps(path, text, rules));
}

/** Why a note of this text is not read at all, in one sentence; null where it is. */
export function tooLong(text: string): string | null {
  if (text.length > LONGEST_NOTE) return TOO_LARGE;
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1 && lines <= MOST_LINES; at = text.indexOf('\n', at + 1)) lines++;
  return lines > MOST_LINES ? words.problems.tooManyLines(MOST_LINES) : null;
}

/** What is said of a note that is longer than any that is read. */
export const TOO_LARGE = words.problems.tooLarge(LONGEST_NOTE / 1_000_000);

/** `readNote` in steps, for notes of many thousands of lines. */
export function* readNoteInSteps(path: string, text: string, rules: ReadingRules): Steps<Note> {
  const lines = yield* scanLinesInSteps(text);
  const damage = detectDamage(text);
  const { frontMatter, problem } = frontMatterOf(lines, damage);
  const written = frontMatter.list('tags').flatMap(tagsIn);
  const isOurs = written.some((tag) => isOneOf(tag, rules.noteTags));
  const tags =
    /#account\//i.test(text) || (!isOurs && mentionsTag(text, rules.noteTags))
      ? [...written, ...inlineTags(lines)]
      : written;
  const kind = isOurs || tags.some((tag) => isOneOf(tag, rules.noteTags)) ? kindOf(frontMatter, lines, path) : 'other';
  const title = capped(
    frontMatter.text('title') ?? frontMatter.template('title') ?? titleIn(lines, path, kind, damage),
    LONGEST_NAME,
  );
  const body = yield* readBodyInSteps(lines, { title, symbols: rules.symbols, damage });
  const participants = participantsOf(frontMatter, body.attendeesLine);
  return {
    path,
    text,
    kind,
    title,
    day:
      kind === 'meeting' && !frontMatter.has('date')
        ? (leadingDay(linkName(body.dateLine ?? '')) ?? leadingDay(baseName(path)))
        : frontMatter.day('date'),
    stated: statedAccount(frontMatter, tags, body.accountLine),
    aliases: [...frontMatter.list('aliases'), ...frontMatter.list('alias')].map(nameOf),
    participants,
    mailDomains: domainsOf(frontMatter, participants),
    standing: { status: shortText(frontMatter, 'status'), industry: shortText(frontMatter, 'industry') },
    source: sourceOf(body.sourceLine, frontMatter),
    summary: body.summary,
    tasks: body.tasks,
    counts: countTasks(body.tasks),
    decisions: body.decisions,
    facts: body.facts,
    damage,
    problem,
  };
}

function countTasks(tasks: readonly Task[]): TaskCounts {
  const counts = { proposed: 0, open: 0, 'in-progress': 0, done: 0, dismissed: 0, copies: 0 };
  for (const { status, tags } of tasks)
    counts[status === 'dismissed' && tags.some((tag) => tag.toLowerCase() === 'copy') ? 'copies' : status]++;
  return counts;
}

function frontMatterOf(
  lines: readonly Line[],
  damage: Damage | null,
): { readonly frontMatter: FrontMatter; readonly problem: string | null } {
  const repair = (block: readonly Line[]): readonly string[] => block.map(({ text }) => repaired(text, damage));
  const open = openFrontMatter(lines);
  if (open !== null) return { frontMatter: rawFrontMatter(repair(open)), problem: NOT_CLOSED };
  const end = lines.findIndex(({ kind }) => kind !== 'front-matter');
  const inner = repair((end === -1 ? lines : lines.slice(0, end)).slice(1, -1));
  const read = readFrontMatter(inner);
  return read.ok
    ? { frontMatter: read.value, problem: null }
    : { frontMatter: rawFrontMatter(inner), problem: read.error };
}

/**
 * The title of a note whose front matter has none: its first heading, else its file name. The heading of an account
 * page ("Overview") names the account only where it has a word of the file's or the folder's name; else that name is
 * the title.
 */
function titleIn(lines: readonly Line[], path: string, kind: NoteKind, damage: Damage | null): string {
  const line = lines.find((candidate) => candidate.kind === 'heading');
  const heading = line === undefined ? '' : headingText(repaired(beginning(line.text), damage));
  const base = baseName(path);
  if (kind !== 'account-page') return heading === '' ? base : heading;
  const folder = baseName(folderOf(path));
  const names = wordsOf(`${base} ${folder}`);
  if (heading.includes('{{') || wordsOf(heading).some((word) => names.includes(word))) return heading;
  return isFolderPageName(base) && folder !== '' ? folder : base;
}

/** Whether a tag is one of `wanted` or lies below it (`type/customer/emea`). Tags ignore case, as in Obsidian. */
function isOneOf(tag: string, wanted: readonly string[]): boolean {
  const folded = tag.toLowerCase();
  return wanted.some((want) => folded === want || folded.startsWith(`${want}/`));
}

function tagsIn(value: string): readonly string[] {
  const tags = /[\s,]/.test(value) ? value.split(/[\s,]+/) : [value];
  return tags.map((tag) => (tag.startsWith('#') ? tag.slice(1) : tag));
}

/** Whether one of the tags may stand in a text: a cheap question that spares most notes the search for tags. */
function mentionsTag(text: string, tags: readonly string[]): boolean {
  const folded = text.toLowerCase();
  return tags.some((tag) => folded.includes(`#${tag}`));
}

function inlineTags(lines: readonly Line[]): readonly string[] {
  return lines
    .filter(({ kind }) => kind === 'text' || kind === 'item' || kind === 'heading')
    .flatMap((line) =>
      [...beginning(line.text).matchAll(/(?:^|\s)#([^\s#,;:.!?'"()[\]{}<>]+)/g)].map(([, tag]) => tag!),
    );
}

/** One text is a list with commas; of a list, each item is a name. */
function participantsOf(frontMatter: FrontMatter, attendeesLine: string | null): readonly string[] {
  const listed = frontMatter.list('participants');
  const names = listed.length > 1 ? listed : (listed[0] ?? attendeesLine ?? '').split(',');
  return names.map((name) => nameOf(linkName(name))).filter((name) => name !== '');
}

function nameOf(name: string): string {
  return capped(name, LONGEST_NAME);
}

function shortText(frontMatter: FrontMatter, key: string): string | null {
  const text = frontMatter.text(key);
  return text === null ? null : nameOf(text);
}

const DOMAIN_KEYS = ['mail', 'email', 'domain', 'domains', 'website'];

function domainsOf(frontMatter: FrontMatter, participants: readonly string[]): readonly string[] {
  const stated = DOMAIN_KEYS.flatMap((key) => frontMatter.list(key))
    .map(domainIn)
    .filter((domain) => domain !== null);
  return [...new Set([...mailDomains(participants), ...stated])];
}

const ACCOUNT_TAG = 'account/';

function statedAccount(frontMatter: FrontMatter, tags: readonly string[], accountLine: string | null): StatedAccount {
  const stated = frontMatter.text('account') ?? frontMatter.list('account')[0] ?? '';
  const tag = tags.find(
    (candidate) =>
      candidate.length > ACCOUNT_TAG.length && candidate.slice(0, ACCOUNT_TAG.length).toLowerCase() === ACCOUNT_TAG,
  );
  return {
    frontMatter: nameOrNull(linkName(stated)),
    tag: nameOrNull(tag?.slice(ACCOUNT_TAG.length).trim() ?? ''),
    line: nameOrNull(linkName(accountLine ?? '')),
  };
}

function nameOrNull(name: string): string | null {
  return name === '' || name.includes('{{') ? null : nameOf(name);
}

/** A note's source: by the link in its `*Source: [[…]]*` line, else by the file name in `source_ref`. */
function sourceOf(sourceLine: string | null, frontMatter: FrontMatter): SourceLink | null {
  const target =
    sourceLine === null ? (frontMatter.text('source_ref') ?? '') : sourceLine.slice(0, sourceLine.search(/[|#]|$/));
  const name = nameOf(
    target
      .slice(Math.max(target.lastIndexOf('/'), target.lastIndexOf('\\')) + 1)
      .replace(/\.(?:md|txt|eml|vtt)$/i, '')
      .trim(),
  );
  return name === '' || name.includes('{{') ? null : { name, key: sourceKey(name) };
}

/**
 * Folds the name of a source's file so that spellings of it meet: case, white space, damaged letters, and the quotes
 * and hyphens that file systems change.
 */
export function sourceKey(name: string): string {
  const plain = /[^ -_a-~]/.test(name)
    ? repaired(name, detectDamage(name))
        .normalize('NFKC')
        .replace(/[’‘`]/g, "'")
        .replace(/[“”]/g, '"')
        .replace(/[\u2010-\u2015]/g, '-')
    : name;
  return foldSpace(plain.toLowerCase());
}
