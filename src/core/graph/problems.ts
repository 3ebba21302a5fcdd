import { oncePer } from '../base/once';
import { finish, inSteps, type Steps } from '../base/steps';
import { scanLines } from '../text/lines';
import { NOT_CLOSED } from '../note/front-matter';
import { leftOverIn, mayHoldLeftOver } from '../note/left-over';
import { conflictOriginal } from '../note/meetings';
import { baseName, folderOf, type Missed, type Note } from '../note/note';
import { sourceKey } from '../note/read-note';
import type { Graph } from './graph';
import type { ProblemRow } from './rows';
import { byPath } from './select';
import { words } from '../../words/words';

/** The keys by which notes name their sources, of the files at `paths`, whatever they hold. */
export function sourceKeys(paths: Iterable<string>): ReadonlySet<string> {
  return new Set([...paths].map((path) => sourceKey(baseName(path).replace(/\.(?:txt|eml|vtt)$/i, ''))));
}

/**
 * What needs attention in a vault, in order of path. `files`: the keys of all files, as `sourceKeys` gives them; null
 * where they are not known, and no source is missed.
 */
export function selectProblems(graph: Graph, files: ReadonlySet<string> | null): readonly ProblemRow[] {
  return finish(problemsSelection()(graph, files));
}

/** `selectProblems` in steps, for a graph that is followed: the text of a note is looked through once. */
export function problemsSelection(): (graph: Graph, files: ReadonlySet<string> | null) => Steps<readonly ProblemRow[]> {
  const own = oncePer(ownOf);
  return function* (graph, files) {
    const isMissing = missingSourceTest(graph, files);
    const rows: ProblemRow[] = [];
    const missed = new Map<string, MissedNotes>();
    yield* inSteps(graph.notes.values(), (note) => {
      const { problems, copied } = own(note);
      rows.push(...problems);
      if (copied !== null) rows.push(...conflictCopies(graph, note, copied));
      if (isMissing(note)) rows.push(missingSource(note));
      for (const one of note.missed) {
        const kind = one.kind === 'tag' || one.kind === 'account' ? `${one.kind} ${one.written}` : one.kind;
        const known = missed.get(kind);
        if (known === undefined) missed.set(kind, { first: note, missed: one, count: 1 });
        else
          missed.set(kind, {
            ...known,
            first: note.path < known.first.path ? note : known.first,
            count: known.count + 1,
          });
      }
    });
    rows.push(...[...missed.values()].map(missedRow));
    return rows.sort(byPath);
  };
}

const NO_PROBLEMS: readonly ProblemRow[] = [];

/** Notes of which the same was not understood: they are told once. */
interface MissedNotes {
  readonly first: Note;
  readonly missed: Missed;
  readonly count: number;
}

function missedRow({ first: { path, title, missed: own }, missed: { kind }, count }: MissedNotes): ProblemRow {
  const { written } = own.find((one) => one.kind === kind)!;
  const { reason, advice, more } = words.problems.missed;
  return { path, title, kind: 'unread', reason: reason[kind](written) + more(count - 1), advice: advice[kind] };
}

/** What a note says by itself. */
interface Own {
  readonly problems: readonly ProblemRow[];
  readonly copied: Copied | null;
}

function ownOf(note: Note): Own {
  return { problems: note.kind === 'other' ? NO_PROBLEMS : unreadable(note), copied: copiedBySync(note) };
}

function brokenFrontMatter({ path, title, problem }: Note): readonly ProblemRow[] {
  if (problem === null) return NO_PROBLEMS;
  const advice = problem === NOT_CLOSED ? words.problems.closeIt : words.problems.correctIt;
  const line = Number(/\(line (\d+)\)\.$/.exec(problem)?.[1] ?? 1) - 1;
  return [
    {
      path,
      title,
      kind: 'front-matter',
      line,
      reason: problem,
      advice: advice,
    },
  ];
}

/**
 * What a template left over, if anything, and what is wrong with the front matter. Where a template in it is the
 * reason, that is said.
 */
function unreadable(note: Note): readonly ProblemRow[] {
  const { path, title, text, tasks, problem } = note;
  if (!mayHoldLeftOver(text)) return brokenFrontMatter(note);
  const taskTexts = new Map(tasks.map((task) => [task.line, task.text]));
  const found = scanLines(text).flatMap((line) => {
    const leftOver = leftOverIn(line, taskTexts.get(line.index));
    return leftOver === null ? [] : [{ number: line.index + 1, leftOver, inFrontMatter: line.kind === 'front-matter' }];
  });
  const [first] = found;
  if (first === undefined) return brokenFrontMatter(note);
  const breaks = problem !== null && first.inFrontMatter;
  return [
    ...(breaks ? NO_PROBLEMS : brokenFrontMatter(note)),
    {
      path,
      title,
      kind: 'template',
      line: first.number - 1,
      reason: words.problems.template(first.leftOver, first.number, found.length - 1, breaks),
      advice: words.problems.fillIt,
    },
  ];
}

/**
 * Says of a note whether its source is not in the vault though sources are: where more of them are missing than found,
 * they are kept elsewhere, and nothing is wrong.
 */
function missingSourceTest(graph: Graph, files: ReadonlySet<string> | null): (note: Note) => boolean {
  if (files === null) return () => false;
  const found = [...graph.sources.keys()].filter((key) => files.has(key)).length;
  if (found * 2 < graph.sources.size) return () => false;
  return ({ kind, source }) => kind !== 'other' && source !== null && !files.has(source.key);
}

function missingSource({ path, title, source }: Note): ProblemRow {
  return {
    path,
    title,
    kind: 'source',
    reason: words.problems.noSource(source!.name),
    advice: words.problems.findSource,
  };
}

/** `Note 2`: iCloud; by its name alone it may be anything. */
const NUMBERED = /^(.+) [2-9]$/;

/** What a note may be a copy of, by its name. */
interface Copied {
  readonly original: string;
  /** Whether nothing but a number says so. */
  readonly numbered: boolean;
}

function copiedBySync({ path, kind, counts }: Note): Copied | null {
  if (kind === 'other' && counts.proposed === 0) return null;
  const name = baseName(path);
  const original = conflictOriginal(name);
  if (original !== null) return { original, numbered: false };
  const numbered = NUMBERED.exec(name)?.[1];
  return numbered === undefined ? null : { original: numbered, numbered: true };
}

function conflictCopies(
  graph: Graph,
  { path, title, text }: Note,
  { original, numbered }: Copied,
): readonly ProblemRow[] {
  const folder = folderOf(path);
  const other = graph.notes.get(`${folder === '' ? '' : `${folder}/`}${original}.md`);
  const isEqual = other?.text === text;
  if (numbered && !isEqual) return NO_PROBLEMS;
  const reason = isEqual ? words.problems.sameCopy(original) : words.problems.conflict(original);
  const advice = isEqual ? words.problems.deleteCopy : words.problems.mergeCopy(original);
  return [{ path, title, kind: 'conflict', reason, advice }];
}
