import { succeed, type Result } from '../base/result';
import { finish, inSteps, type Steps } from '../base/steps';
import { createEdit, stays, type Edit } from '../change/edit';
import type { Refusal } from '../change/refusal';
import { surveyText, type Survey } from '../change/survey';
import type { Graph } from '../graph/graph';
import { readNote, type ReadingRules } from '../note/read-note';
import type { DismissReason } from '../task/dismiss-reason';
import type { TaskStatus } from '../task/status';
import type { Task } from '../task/task';
import { tasksByKey, type Proposal } from './proposals';
import type { Evidence, ProposalRow } from './rows';
import { decideTasks, VERB_SCOPES, type Verb, type VerbRules } from './verbs';
import { words } from '../../words/words';

/** What a person can do with a row: with its best line, and so with its copies. */
export type RowVerb =
  | { readonly name: 'done' }
  /** What the row's evidence says: done with that day, dismissed, or accepted, as before. */
  | { readonly name: 'as-before' }
  | Exclude<Verb, { readonly name: 'done' | 'mark-copy' }>;

/** Why a verb dismisses; undefined where it does not, or no reason was given. */
export function reasonOf(verb: RowVerb): DismissReason | undefined {
  return 'reason' in verb ? verb.reason : undefined;
}

/** Whether a verb decides rows, or leaves them proposed. */
export function isDeciding(name: RowVerb['name']): boolean {
  return VERB_SCOPES[name].group === 'best';
}

/** What is to be written, and what cannot be. */
export interface Plan {
  /** Notes that hold a best line come first. */
  readonly notes: readonly { readonly path: string; readonly edits: readonly Edit[] }[];
  /**
   * Edits of copies, each with the edit of its best line: without that one it must not be written, or the task would be
   * lost. Where the best line was accepted before and stands, that edit writes it as it is.
   */
  readonly follows: ReadonlyMap<Edit, Edit>;
  readonly refusals: readonly { readonly path: string; readonly sentence: string }[];
  /** How many rows are decided, and how many of the lines that are written for it are copies. */
  readonly rows: number;
  readonly copies: number;
  /** How many lines stand that were accepted before, and settle rows. */
  readonly standing: number;
  /** The words of the first row, for a label. */
  readonly first: string;
}

/** A line of a row, and what becomes of it. */
interface Step {
  readonly row: number;
  readonly key: string;
  /** Null leaves the line as it is: it must be there. */
  readonly verb: Verb | null;
  /** `copy`: only if the best line is written. `equal`: like all others of the row. */
  readonly part: 'best' | 'copy' | 'equal';
}

/**
 * The edits that do something with rows, note by note, as the graph knows their notes now. Design, section 5: accept,
 * dismiss and done write the best line and mark the copies; snooze, owner, due day and priority write all lines; other
 * words edit the best line and accept it.
 */
export function decideRows(graph: Graph, rows: readonly ProposalRow[], verb: RowVerb, rules: VerbRules): Plan {
  return finish(decideRowsInSteps(graph, rows, verb, rules));
}

/** `decideRows` in steps: of hundreds of notes, each is looked through. */
export function* decideRowsInSteps(
  graph: Graph,
  rows: readonly ProposalRow[],
  verb: RowVerb,
  rules: VerbRules,
): Steps<Plan> {
  const refusals: { path: string; sentence: string }[] = [];
  const stepsOf = new Map<string, Step[]>();
  rows.forEach((row, index) => {
    const steps = stepsFor(row, index, verb, rules);
    if (steps === null)
      refusals.push({
        path: row.path,
        sentence: words.refusals.nothingBefore(row.text),
      });
    for (const { path, step } of steps ?? []) {
      const known = stepsOf.get(path);
      if (known === undefined) stepsOf.set(path, [step]);
      else known.push(step);
    }
  });
  const tried: Tried[] = [];
  yield* inSteps(stepsOf, ([path, steps]) => tried.push(...trySteps(graph, path, steps, rules, refusals)), 1);
  return planOf(rows, tried, refusals);
}

function stepsFor(
  row: ProposalRow,
  index: number,
  verb: RowVerb,
  rules: VerbRules,
): readonly { readonly path: string; readonly step: Step }[] | null {
  const { copies } = row;
  const step = (
    { path, key }: { readonly path: string; readonly key: string },
    lineVerb: Step['verb'],
    part: Step['part'],
  ): { path: string; step: Step } => ({ path, step: { row: index, key, verb: lineVerb, part } });
  const copiesOf = (lines: readonly Proposal[]): readonly { path: string; step: Step }[] =>
    lines.map((line) => step(line, { name: 'mark-copy' }, 'copy'));
  const best = (lineVerb: Verb): readonly { path: string; step: Step }[] => [
    step(row, lineVerb, 'best'),
    ...copiesOf(copies),
  ];
  // The line that was accepted before is the best one, and stands: a second open task would be one too many.
  const standing = (line: Evidence): readonly { path: string; step: Step }[] => [
    step(line, null, 'best'),
    ...copiesOf([row, ...copies]),
  ];
  const all = (lineVerb: Verb): readonly { path: string; step: Step }[] =>
    [row, ...copies].map((line) => step(line, lineVerb, 'equal'));
  switch (verb.name) {
    case 'accept':
      return isStanding(row.decided) ? standing(row.decided) : best(verb);
    case 'as-before':
      if (row.done !== null) return best({ name: 'done', day: row.done.day ?? rules.today });
      if (row.decided === null) return null;
      return isStanding(row.decided) ? standing(row.decided) : best({ name: 'dismiss' });
    default:
      return isDeciding(verb.name) ? best(lineVerb(verb, rules)) : all(lineVerb(verb, rules));
  }
}

/** What is done to the lines of a row. */
function lineVerb(
  verb: Exclude<RowVerb, { readonly name: 'as-before' }>,
  { today, writesReason = false }: VerbRules,
): Verb {
  if (verb.name === 'done') return { name: 'done', day: today };
  return verb.name === 'dismiss' && !writesReason ? { name: 'dismiss' } : verb;
}

function isStanding(decided: Evidence | null): decided is Evidence {
  return decided !== null && decided.status !== 'dismissed';
}

interface Tried extends Step {
  readonly path: string;
  readonly result: Result<Edit, Refusal>;
}

function trySteps(
  graph: Graph,
  path: string,
  steps: readonly Step[],
  rules: VerbRules,
  refusals: { path: string; sentence: string }[],
): readonly Tried[] {
  const note = graph.notes.get(path);
  const tasks = note === undefined ? null : tasksByKey(note);
  const found = steps.flatMap((step) => {
    const task = tasks?.get(step.key);
    if (task === undefined)
      refusals.push({
        path,
        sentence: words.refusals.goneFromNote(words.refusals.task),
      });
    return task === undefined ? [] : [{ ...step, path, task }];
  });
  if (note === undefined) return [];
  const decisions = found.flatMap(({ task: { line, raw, form, people }, verb }) =>
    verb === null ? [] : { line, raw, form, people, verb },
  );
  const results = decideTasks(path, note.text, decisions, rules)[Symbol.iterator]();
  const standing = standingLines(path, note.text);
  return found.map((step) => ({
    ...step,
    result: step.verb === null ? succeed(standing(step.task)) : results.next().value!,
  }));
}

/** Gives the edits that leave lines of a note as they are; of a line always the same one: rows may share it. */
function standingLines(path: string, text: string): (task: Task) => Edit {
  const known = new Map<number, Edit>();
  let survey: Survey | null = null;
  return ({ line, raw }) => {
    survey ??= surveyText(text);
    const edit = known.get(line) ?? createEdit(survey, { path, line, count: 1, replacement: [raw] });
    known.set(line, edit);
    return edit;
  };
}

function planOf(
  rows: readonly ProposalRow[],
  tried: readonly Tried[],
  refusals: { path: string; sentence: string }[],
): Plan {
  const written = new Set<number>();
  const best = new Map<number, Edit>();
  for (const { row, part, result } of tried) {
    if (!result.ok) continue;
    if (part !== 'copy') written.add(row);
    if (part === 'best') best.set(row, result.value);
  }
  const notes = new Map<string, Edit[]>();
  const follows = new Map<Edit, Edit>();
  const led = new Set<string>();
  for (const { path, row, part, result } of tried) {
    // Copies wait with their best line; a line that is as it should be, among others that are not, is none to speak of.
    if (part === 'copy' && !best.has(row)) continue;
    if (!result.ok) {
      if (result.error.reason !== 'unchanged' || !written.has(row))
        refusals.push({ path, sentence: result.error.sentence });
      continue;
    }
    const edits = notes.get(path);
    if (edits === undefined) notes.set(path, [result.value]);
    else if (!stays(result.value) || !edits.includes(result.value)) edits.push(result.value);
    if (part === 'copy') follows.set(result.value, best.get(row)!);
    else led.add(path);
  }
  return {
    notes: [...notes]
      .map(([path, edits]) => ({ path, edits }))
      .sort((a, b) => Number(led.has(b.path)) - Number(led.has(a.path))),
    follows,
    refusals,
    rows: written.size,
    copies: [...follows.values()].filter((edit) => !stays(edit)).length,
    standing: new Set([...best.values()].filter(stays)).size,
    first: rows.find((_, row) => written.has(row))?.text ?? '',
  };
}

/** Lines of a text, from 0, both included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** The tasks among some lines of a note's text, of those whose status is meant. */
export function tasksIn(
  path: string,
  text: string,
  { first, last }: Lines,
  rules: ReadingRules,
  isMeant: (status: TaskStatus) => boolean,
): readonly Task[] {
  return readNote(path, text, rules).tasks.filter(
    ({ line, status }) => line >= first && line <= last && isMeant(status),
  );
}

/** Whether something that can be pressed stands for a verb at a task of this status. */
export function isOfferedFor(verb: RowVerb['name'], status: TaskStatus): boolean {
  const { of, offeredFor = of } = VERB_SCOPES[verb];
  return offeredFor.includes(status);
}

/**
 * The edits that do something with tasks that were read from `text`, and those alone: lines and numbers come from it.
 * Of what was decided before it knows nothing.
 */
export function decideLines(verb: RowVerb, path: string, text: string, tasks: readonly Task[], rules: VerbRules): Plan {
  if (verb.name === 'as-before')
    return planOf(
      [],
      [],
      tasks.map((task) => ({ path, sentence: words.refusals.nothingBefore(task.text) })),
    );
  const decided = lineVerb(verb, rules);
  const results = decideTasks(
    path,
    text,
    tasks.map(({ line, raw, form, people }) => ({ line, raw, form, people, verb: decided })),
    rules,
  );
  const edits = results.flatMap((result) => (result.ok ? [result.value] : []));
  return {
    notes: edits.length > 0 ? [{ path, edits }] : [],
    follows: new Map(),
    refusals: results.flatMap((result) => (result.ok ? [] : [{ path, sentence: result.error.sentence }])),
    rows: edits.length,
    copies: 0,
    standing: 0,
    first: tasks.find((_, index) => results[index]!.ok)?.text ?? '',
  };
}
