import { finish, type Steps } from '../base/steps';
import { oncePer } from '../base/once';
import { remembered } from '../base/remembered';
import type { DayOrder } from '../base/written-day';
import { capped, LONGEST_NAME, LONGEST_NOTE, MOST_LINES } from '../text/caps';
import { detectDamage, repaired, type Damage } from '../text/encoding';
import { scanLinesInSteps, type Line } from '../text/lines';
import { foldSpace } from '../text/space';
import { foldText } from '../text/words';
import { statusSymbols, type Settings } from '../settings';
import type { StatusSymbols } from '../task/status';
import type { Task } from '../task/task';
import { accountFolderOf, type AccountFolder } from './account-folder';
import { NOT_CLOSED, openFrontMatter, rawFrontMatter, readFrontMatter, type FrontMatter } from './front-matter';
import { readHead, type Head } from './head';
import { keyWords, type KeyWords } from './key-words';
import { kindByPlace, kindOf } from './kind';
import { accountNameIn, linkName, linkTarget } from './link-name';
import { missedIn } from './missed';
import type { Note, NoteKind, SourceLink, StatedAccount, TaskCounts } from './note';
import { dayOf } from './note-day';
import { domainIn, mailDomains } from './mail-domains';
import { bareName, peopleIn, personIn } from './people';
import { isPlaceholder } from './placeholder';
import { machineRules, NO_PROPOSING, propertyOf, proposingIn, type MachineRules, type Property } from './proposing';
import { withNamedOwners } from './named-owners';
import { readBodyInSteps } from './read-body';
import { NO_WORDS, ownWords, type OwnWords } from './sections';
import { titleOf } from './title';
import { inlineTags, isOneOf, mentionsTag, tagsIn } from './tags';
import { words } from '../../words/words';

/** What a reader of notes needs of the settings, prepared once. */
export interface ReadingRules {
  readonly noteTags: readonly string[];
  readonly symbols: StatusSymbols;
  readonly noteFolders: readonly string[];
  readonly noteProperties: readonly Property[];
  /** In lower case, with the `/` behind them. */
  readonly accountTags: readonly string[];
  readonly accountKeys: readonly string[];
  readonly accountFolders: readonly string[];
  readonly dayOrder: DayOrder | null;
  /** The user's own words over sections. */
  readonly words?: OwnWords;
  /** What is proposed in notes that a machine wrote. */
  readonly machine?: MachineRules;
}

/** The part of the settings that decides how a note is read. */
export function readingRules(settings: Settings): ReadingRules {
  const { accountKeys, accountFolders, dayOrder } = settings;
  return {
    noteTags: settings.noteTags.map((tag) => tag.toLowerCase()),
    noteFolders: settings.noteFolders,
    noteProperties: settings.noteProperties.map(propertyOf),
    accountTags: settings.accountTags.map((tag) => `${tag.toLowerCase()}/`),
    symbols: statusSymbols(settings),
    accountKeys,
    accountFolders,
    dayOrder,
    words: ownWords(settings.sectionWords),
    machine: machineRules(settings),
  };
}

/** The words of the rules: made once for all notes that are read by them. */
const wordsFor = oncePer(({ accountKeys }: ReadingRules): KeyWords => keyWords(accountKeys));

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
  const face = faceOf(path, text, lines, rules);
  const { frontMatter, damage, words, head, tags, folder, inProperties, problem } = face;
  const kind = kindIn(face, rules);
  const title = capped(frontMatter.text('title') ?? frontMatter.template('title') ?? titleOf(face, kind), LONGEST_NAME);
  const participants = participantsOf(frontMatter, words, head);
  const body = yield* readBodyInSteps(lines, {
    title,
    symbols: rules.symbols,
    damage,
    labelled: head.labelled,
    words: rules.words ?? NO_WORDS,
    proposing:
      rules.machine === undefined
        ? NO_PROPOSING
        : proposingIn(rules.machine, { path, frontMatter, tags: () => [...face.written, ...inlineTags(lines)] }),
  });
  const named = withNamedOwners(body.tasks, participants, { symbols: rules.symbols, damage });
  const tasks = head.peopleLines.size === 0 ? named : named.filter(({ line }) => !head.peopleLines.has(line));
  const { day, unclear } = dayOf(face, kind, rules.dayOrder);
  const ofFolder = kind === 'meeting' || folder?.isFile !== true ? (folder?.name ?? null) : null;
  return {
    path,
    text,
    kind,
    title,
    day,
    stated: statedAccount(inProperties, accountTag(tags, rules.accountTags), head, ofFolder),
    aliases: [...aliasesAt(frontMatter, 'aliases'), ...aliasesAt(frontMatter, 'alias')].map(nameOf),
    participants,
    mailDomains: domainsOf(frontMatter, participants),
    standing: { status: shortText(frontMatter, 'status'), industry: shortText(frontMatter, 'industry') },
    source: sourceOf(head.source, frontMatter),
    summary: body.summary,
    tasks,
    counts: countTasks(tasks),
    decisions: body.decisions,
    facts: body.facts,
    damage,
    problem: problem ?? body.problem,
    missed: missedIn(face, kind, rules.noteTags, unclear),
  };
}

/** What a note says of itself, before its sections are read. */
interface Face {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly Line[];
  readonly damage: Damage | null;
  readonly words: KeyWords;
  readonly frontMatter: FrontMatter;
  /** Why its front matter could not be understood. */
  readonly problem: string | null;
  /** The tags of its front matter. */
  readonly written: readonly string[];
  /** Whether one of these is a tag for notes. */
  readonly isTagged: boolean;
  /** These, and those of its text where they may matter. */
  readonly tags: readonly string[];
  readonly folder: AccountFolder | null;
  /** The account that its front matter states, as it is written. */
  readonly inProperties: string | null;
  readonly head: Head;
}

function faceOf(path: string, text: string, lines: readonly Line[], rules: ReadingRules): Face {
  const damage = detectDamage(text);
  const words = wordsFor(rules);
  const { frontMatter, problem } = frontMatterOf(lines, damage);
  const written = [...frontMatter.list('tags'), ...frontMatter.list('tag')].flatMap(tagsIn);
  const folder = accountFolderOf(path, rules.accountFolders);
  const isTagged = written.some((tag) => isOneOf(tag, rules.noteTags));
  const tags =
    mentionsTag(text, rules.accountTags) || (!isTagged && mentionsTag(text, rules.noteTags))
      ? [...written, ...inlineTags(lines)]
      : written;
  const inProperties = statedInFrontMatter(frontMatter, words);
  const isAccount = (name: string): boolean => foldText(name) === foldText(accountNameIn(inProperties ?? ''));
  const head = readHead(lines, words, damage, isAccount);
  return {
    path,
    text,
    lines,
    damage,
    words,
    frontMatter,
    problem,
    written,
    isTagged,
    tags,
    folder,
    inProperties,
    head,
  };
}

function kindIn(face: Face, rules: ReadingRules): NoteKind {
  const { isTagged, folder, tags, inProperties } = face;
  return isTagged || folder !== null || tags.some((tag) => isOneOf(tag, rules.noteTags))
    ? kindOf(face)
    : kindByPlace(face, rules, inProperties !== null);
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
 * Who took part: the front matter's people, else the body's. Where the front matter gives only addresses, the names of
 * the body go before those that it does not have.
 */
function participantsOf(frontMatter: FrontMatter, words: KeyWords, head: Head): readonly string[] {
  let listed: readonly string[] = [];
  for (const key of words.keysIn('people', frontMatter.keys)) {
    listed = frontMatter.people(key);
    if (listed.length > 0) break;
  }
  const stated =
    listed.length === 1
      ? peopleIn(listed[0]!)
      : listed.flatMap((item) => (/[;\n]/.test(item) ? peopleIn(item) : (personIn(item) ?? [])));
  const isAddresses = stated.every((person) => person.includes('@') && !/\s/.test(person));
  if (!isAddresses) return eachOnce(stated);
  const people = head.people();
  if (people.length === 0) return eachOnce(stated);
  return eachOnce([...people, ...stated.filter((address) => !people.some((person) => person.includes(address)))]);
}

const personKey = remembered((person) => foldText(bareName(person)));

function eachOnce(people: readonly string[]): readonly string[] {
  if (people.length < 2) return people;
  const known = new Map<string, string>();
  for (const person of people) {
    const key = personKey(person);
    if (!known.has(key)) known.set(key, person);
  }
  return known.size === people.length ? people : [...known.values()];
}

/** One text is a list with commas, but for what kind of company one is (`Gull, Inc.`); of a list, each item is a name. */
function aliasesAt(frontMatter: FrontMatter, key: string): readonly string[] {
  const listed = frontMatter.list(key);
  const pieces =
    listed.length === 1 && !listed[0]!.startsWith('[[')
      ? listed[0]!.split(/,(?!\s*(?:Inc|LLC|Ltd|Corp|Co|GmbH|S\.?A)\b)/)
      : listed;
  return pieces.map((piece) => linkName(piece.trim())).filter((name) => name !== '');
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

/** What stands in the first of a note's tags for an account, behind what the settings have before it. */
function accountTag(tags: readonly string[], before: readonly string[]): string | null {
  for (const tag of tags) {
    const start = before.find((one) => tag.length > one.length && tag.slice(0, one.length).toLowerCase() === one);
    if (start !== undefined) return tag.slice(start.length).trim();
  }
  return null;
}

/** What the first key for an account that names one says, as it is written. */
function statedInFrontMatter(frontMatter: FrontMatter, words: KeyWords): string | null {
  for (const key of words.keysIn('account', frontMatter.keys)) {
    if (!frontMatter.has(key)) continue;
    const said = [frontMatter.text(key), ...frontMatter.list(key)];
    const name = said.find((one) => one !== null && nameOrNull(accountNameIn(one)) !== null);
    if (name != null) return name;
  }
  return null;
}

function statedAccount(named: string | null, tag: string | null, head: Head, folder: string | null): StatedAccount {
  const line = head.account?.value ?? '';
  return {
    frontMatter: nameOrNull(accountNameIn(named ?? '')),
    tag: nameOrNull(tag ?? ''),
    line: nameOrNull(accountNameIn(line)),
    folder,
    links: { frontMatter: linkTarget(named ?? ''), line: linkTarget(line) },
  };
}

function nameOrNull(name: string): string | null {
  return name === '' || isPlaceholder(name) ? null : nameOf(name);
}

/** Files that a meeting is written up from. */
const SOURCE_FILE = /\.(?:md|txt|eml|vtt|srt|docx|pdf)$/i;

/** A note's source: by the link in its `*Source: [[…]]*` line, else by the file name in `source_ref`, or at `source`. */
function sourceOf(sourceLine: string | null, frontMatter: FrontMatter): SourceLink | null {
  const other = ['source', 'transcript']
    .map((key) => frontMatter.text(key))
    .find((text) => text !== null && (linkTarget(text) !== null || SOURCE_FILE.test(text)));
  const stated = frontMatter.text('source_ref') ?? other ?? '';
  const target =
    sourceLine === null ? (linkTarget(stated) ?? stated) : sourceLine.slice(0, sourceLine.search(/[|#]|$/));
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
