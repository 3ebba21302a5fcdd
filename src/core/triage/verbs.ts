import type { Day } from '../base/day';
import { sameValue } from '../base/equal';
import { fail, succeed, type Result } from '../base/result';
import { createEdit, type Edit } from '../change/edit';
import { refuse, type Refusal, type RefusalReason } from '../change/refusal';
import { surveyText } from '../change/survey';
import {
  fieldsAtEnd,
  without,
  withDate,
  withOwners,
  withPriority,
  withReason,
  withTag,
  withWords,
} from '../task/rewrite-segments';
import type { DismissReason } from '../task/dismiss-reason';
import { statusOf, type StatusSymbols, type TaskStatus } from '../task/status';
import { taskText, type TaskForm } from '../task/task';
import { parseTaskLine, printTaskLine, type Priority, type Segment, type TaskLine } from '../task/task-line';
import type { FieldFormat } from '../task/tasks-tail';
import { LONGEST_LINE } from '../text/caps';
import { detectDamage, type Damage } from '../text/encoding';
import { foldSpace } from '../text/space';
import { ownerFault, textFault } from './faults';

/** What can be decided of one task. `mark-copy` is for the other lines of a group whose best line was decided. */
export type Verb =
  | { readonly name: 'accept' }
  /** With a reason, the line says it. */
  | { readonly name: 'dismiss'; readonly reason?: DismissReason }
  | { readonly name: 'done'; readonly day: Day }
  | { readonly name: 'snooze'; readonly until: Day }
  | { readonly name: 'mark-copy' }
  /** The owners become exactly these, in this order. */
  | { readonly name: 'set-owners'; readonly owners: readonly string[] }
  /** Null takes the due day out. */
  | { readonly name: 'set-due'; readonly due: Day | null }
  | { readonly name: 'set-priority'; readonly priority: Priority | null }
  /** The words become these, white space folded, and the task is accepted. */
  | { readonly name: 'edit-text'; readonly text: string };

/** What a decision depends on besides the line. */
export interface VerbRules {
  readonly today: Day;
  readonly symbols: StatusSymbols;
  /** How the Tasks plugin writes fields, for lines that hold none yet; emoji where nothing is said. */
  readonly format?: FieldFormat;
  /** Whether a line says why it was dismissed; not where nothing is said. */
  readonly writesReason?: boolean;
}

/** A decision of one line of a note. */
export interface Decision {
  /** The number of the line, from 0. */
  readonly line: number;
  /** The line as the user saw it, without its end. */
  readonly raw: string;
  readonly verb: Verb;
  /** How the line was read; a task line as such where nothing is said. */
  readonly form?: TaskForm;
  readonly people?: readonly string[];
}

/**
 * The edits of decisions of one note, or for each why not, in the order they were given. Text, lines and numbers come
 * from `text` alone.
 */
export function decideTasks(
  path: string,
  text: string,
  decisions: readonly Decision[],
  rules: VerbRules,
): readonly Result<Edit, Refusal>[] {
  const survey = surveyText(text);
  const damage = detectDamage(text);
  return decisions.map(({ line, raw, verb, form, people }) => {
    const found = survey.lines[line];
    if (found?.text !== raw) return fail(refuse('changed', raw));
    if (form === 'row') return fail(refuse('in-table', raw));
    if (found.kind !== 'item') return fail(refuse(found.kind === 'text' ? 'not-a-task' : 'masked', raw));
    const decided = decideLine(raw, verb, { ...rules, damage, form: form ?? 'box', people: people ?? [] });
    return decided.ok ? succeed(createEdit(survey, { path, line, count: 1, replacement: [decided.value] })) : decided;
  });
}

/** What a decision of a line depends on: how it is read, besides the rules. */
type LineRules = VerbRules & {
  readonly damage: Damage | null;
  readonly form?: TaskForm;
  readonly people?: readonly string[];
};

/**
 * The line that a decision makes of a task line, or why not. All that the decision does not mean keeps its bytes,
 * damaged ones too. New fields go to the end, before a block id, where the Tasks plugin reads them. The line is read again:
 * one that would not say what was asked, or something else as well, is refused.
 */
export function decideLine(
  raw: string,
  verb: Verb,
  { today, symbols, format = 'emoji', damage, form = 'box', people = [] }: LineRules,
): Result<string, Refusal> {
  if (raw.length > LONGEST_LINE) return fail(refuse('too-long', raw));
  const line = parseTaskLine(raw, damage, { people, isPlain: form === 'plain' });
  if (line === null) return fail(refuse('not-a-task', raw));
  const reason = reasonAgainst(line, verb, { today, symbols, form });
  if (reason !== null) return fail(refuse(reason, raw));
  const changed = changeLine(line, verb, { today, format, form });
  const written = printTaskLine(changed);
  if (written === raw) return fail(refuse('unchanged', raw));
  const text = verb.name === 'edit-text' ? foldSpace(verb.text) : taskText(line);
  const read = parseTaskLine(written, damage, { people, isPlain: false });
  return read !== null && readsAs(read, changed, text) && keepsEnd(line, read, format)
    ? succeed(written)
    : verb.name === 'dismiss' && verb.reason !== undefined
      ? // A line that cannot say why is dismissed all the same.
        decideLine(raw, { name: 'dismiss' }, { today, symbols, format, damage, form, people })
      : fail(refuse('misread', raw));
}

/** Whether a line reads as the pieces that it was made of, with these words. */
function readsAs(read: TaskLine, made: TaskLine, text: string): boolean {
  return (
    read.prefix === made.prefix &&
    read.symbol === made.symbol &&
    taskText(read) === text &&
    sameValue(fieldsOf(read), fieldsOf(made))
  );
}

/** Whether the Tasks plugin reads all fields of a line at its end that it read there before and that still are in it. */
function keepsEnd(before: TaskLine, after: TaskLine, format: FieldFormat): boolean {
  const now = fieldsAtEnd(after.segments, format);
  const still = new Set(after.segments.map(({ raw }) => raw.trim()));
  return [...fieldsAtEnd(before.segments, format)].every((field) => now.has(field) || !still.has(field));
}

function fieldsOf({ segments }: TaskLine): readonly Segment[] {
  return segments.flatMap((segment) => (segment.kind === 'text' ? [] : [{ ...segment, raw: segment.raw.trim() }]));
}

function reasonAgainst(
  line: TaskLine,
  verb: Verb,
  { today, symbols, form }: VerbRules & { readonly form: TaskForm },
): RefusalReason | null {
  const tags = line.segments.flatMap((segment) => (segment.kind === 'tag' ? [segment.tag] : []));
  const isProposal = form === 'plain' || (form === 'open-box' && line.symbol === ' ');
  const status = isProposal ? 'proposed' : statusOf(line.symbol, tags, symbols);
  const { of } = VERB_SCOPES[verb.name];
  if (!of.includes(status)) return of === PROPOSED ? 'not-proposed' : 'decided';
  if (verb.name === 'done' && line.segments.some(isRecurring)) return 'recurring';
  if (verb.name === 'snooze' && verb.until <= today) return 'past-day';
  // The words that stand there may be read with a fault of their own, such as a mention.
  if (verb.name === 'edit-text' && verb.text !== taskText(line)) return textFault(verb.text) === null ? null : 'text';
  if (verb.name !== 'dismiss' && verb.name !== 'mark-copy' && taskText(line) === '') return 'no-words';
  return verb.name === 'set-owners' &&
    !sameValue(namesOf(verb), ownersOf(line)) &&
    verb.owners.some((name) => ownerFault(name) !== null)
    ? 'owner'
    : null;
}

const PROPOSED: readonly TaskStatus[] = ['proposed'];
const UNDECIDED: readonly TaskStatus[] = ['proposed', 'open', 'in-progress'];

/** What a verb is for, and what it does to a group. */
interface VerbScope {
  /** Of which tasks it makes something. */
  readonly of: readonly TaskStatus[];
  /** For which of them it is offered; for all of them where nothing is said. */
  readonly offeredFor?: readonly TaskStatus[];
  /**
   * `best` decides: the best line is written, and the copies are marked. `all` writes every line alike, and the task
   * waits on.
   */
  readonly group: 'best' | 'all';
}

/** By the names of the verbs; `as-before` does to a row what was done before. */
export const VERB_SCOPES: Readonly<Record<Verb['name'] | 'as-before', VerbScope>> = {
  accept: { of: PROPOSED, group: 'best' },
  dismiss: { of: UNDECIDED, offeredFor: PROPOSED, group: 'best' },
  done: { of: UNDECIDED, group: 'best' },
  'as-before': { of: PROPOSED, group: 'best' },
  snooze: { of: PROPOSED, group: 'all' },
  'mark-copy': { of: PROPOSED, group: 'all' },
  'set-owners': { of: UNDECIDED, group: 'all' },
  'set-due': { of: UNDECIDED, group: 'all' },
  'set-priority': { of: UNDECIDED, group: 'all' },
  'edit-text': { of: PROPOSED, group: 'best' },
};

function isRecurring(segment: Segment): boolean {
  return segment.kind === 'other' && (segment.field === 'recurrence' || segment.field === 'on-completion');
}

interface Change {
  readonly today: Day;
  readonly format: FieldFormat;
  readonly form: TaskForm;
}

function changeLine(line: TaskLine, verb: Verb, change: Change): TaskLine {
  const { today, format } = change;
  const { prefix, symbol, segments } = line;
  switch (verb.name) {
    case 'accept':
      return { prefix, symbol: ' ', segments: accepted(segments, change) };
    case 'dismiss': {
      const dismissed = withDate(without(segments, isProposedTag), 'cancelled', today, format);
      const { reason } = verb;
      return {
        prefix,
        symbol: '-',
        segments: reason === undefined ? dismissed : withReason(dismissed, reason, format),
      };
    }
    case 'done':
      return { prefix, symbol: 'x', segments: withDate(without(segments, isProposedTag), 'done', verb.day, format) };
    case 'snooze':
      return { prefix, symbol, segments: withDate(segments, 'start', verb.until, format) };
    case 'mark-copy':
      return {
        prefix,
        symbol: '-',
        segments: withDate(withTag(segments, 'copy', isProposedTag), 'cancelled', today, format),
      };
    case 'set-owners':
      return sameValue(namesOf(verb), ownersOf(line))
        ? line
        : { prefix, symbol, segments: withOwners(segments, namesOf(verb), format) };
    case 'set-due':
      return { prefix, symbol, segments: withDate(segments, 'due', verb.due, format) };
    case 'set-priority':
      return { prefix, symbol, segments: withPriority(segments, verb.priority, format) };
    case 'edit-text': {
      const taken = changeLine(line, { name: 'accept' }, change);
      const words = foldSpace(verb.text);
      return words === taskText(line)
        ? taken
        : { ...taken, segments: withWords(taken.segments, parseTaskLine(`- [ ] ${words}`)!.segments) };
    }
  }
}

/** The pieces of a task that was accepted. An open box says by the day it was made that it waits for nobody. */
function accepted(segments: readonly Segment[], { today, format, form }: Change): readonly Segment[] {
  const kept = without(segments, (segment) => isProposedTag(segment) || isStartAfter(segment, today));
  const isDated = kept.some((segment) => segment.kind === 'date' && segment.field === 'created');
  return form === 'open-box' && !isDated ? withDate(kept, 'created', today, format) : kept;
}

/** The names that are asked for, each once. */
function namesOf({ owners }: { readonly owners: readonly string[] }): readonly string[] {
  return [...new Set(owners.map((name) => name.trim()))];
}

function ownersOf({ segments }: TaskLine): readonly string[] {
  return [
    ...new Set(segments.flatMap((segment) => (segment.kind === 'owner' && segment.name !== '' ? [segment.name] : []))),
  ];
}

function isProposedTag(segment: Segment): boolean {
  return segment.kind === 'tag' && segment.tag.toLowerCase() === 'proposed';
}

function isStartAfter(segment: Segment, today: Day): boolean {
  return segment.kind === 'date' && segment.field === 'start' && segment.day !== null && segment.day > today;
}
