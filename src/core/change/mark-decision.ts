import type { Day } from '../base/day';
import { sameValue } from '../base/equal';
import { lastOf } from '../base/last-of';
import { fail, succeed, type Result } from '../base/result';
import type { Note, Statement } from '../note/note';
import { readNote, type ReadingRules } from '../note/read-note';
import { scanMarks, type MarkKind } from '../note/statement-marks';
import { LONGEST_LINE } from '../text/caps';
import { repairText, type Damage } from '../text/encoding';
import { isLinkable } from '../text/escape';
import { foldSpace } from '../text/space';
import { applyEdits } from './apply';
import { createEdit, type Edit } from './edit';
import { refuse, type Refusal, type RefusalReason } from './refusal';
import { surveyText } from './survey';

/** What a person says of a decision. */
export type DecisionMark =
  | { readonly name: 'confirm'; readonly day: Day }
  /** `by`: the link path of the note of what it was superseded by. */
  | { readonly name: 'supersede'; readonly by: string }
  /** Takes back what is said of these kinds, on all lines of the decision. */
  | { readonly name: 'unmark'; readonly kinds: readonly MarkKind[] };

/**
 * The edit that says something of a decision, or why not. The mark goes to the end of its first line, before white
 * space and a block id, or in place of an older one of its kind there; no other byte changes. Line and number come from
 * `text`; the new text is read here, and where it does not say exactly what was asked, the line is refused.
 */
export function markDecision(
  path: string,
  text: string,
  { line, raw }: Pick<Statement, 'line' | 'raw'>,
  mark: DecisionMark,
  rules: ReadingRules,
): Result<Edit, Refusal> {
  const refused = (reason: RefusalReason): Result<never, Refusal> => fail(refuse(reason, raw));
  const survey = surveyText(text);
  const first = survey.lines[line];
  if (first?.text !== raw) return refused('changed');
  if (first.kind === 'front-matter' || first.kind === 'code' || first.kind === 'comment') return refused('masked');
  const before = readNote(path, text, rules);
  const index = before.kind === 'other' ? -1 : before.decisions.findIndex((decision) => decision.line === line);
  if (index === -1) return refused('not-a-decision');
  const decision = before.decisions[index]!;
  if (decision.isRow) return refused('in-table');
  const asked = askedOf(decision, mark);
  if (sameValue(asked, decision)) return refused('unchanged');
  if (mark.name === 'supersede' && !canSupersede(mark.by)) return refused('note-name');

  const lines = survey.lines.slice(line, decision.last + 1).map((own) => own.text);
  const written =
    mark.name === 'unmark'
      ? lines.map((own) => unmarked(own, mark.kinds, before.damage))
      : [marked(lines, mark, before.damage), ...lines.slice(1)];
  if (written[0] === null) return refused('misread');
  if ([...lines, ...written].some((own) => own !== null && own.length > LONGEST_LINE)) return refused('too-long');
  const changed = [...written.keys()].filter((at) => written[at] !== lines[at]);
  const [from, to] = [changed[0]!, lastOf(changed)! + 1];
  const replacement = written.slice(from, to).filter((own) => own !== null);
  const edit = createEdit(survey, { path, line: line + from, count: to - from, replacement });

  const applied = applyEdits(text, [edit]);
  if (!applied.outcomes[0]!.ok) return applied.outcomes[0]!;
  const wanted = { ...before, decisions: before.decisions.map((known) => (known === decision ? asked : known)) };
  return sameValue(said(wanted, index), said(readNote(path, applied.text, rules), index))
    ? succeed(edit)
    : refused('misread');
}

/** The decision as it is to be read afterwards, where it stands. */
function askedOf(decision: Statement, mark: DecisionMark): Statement {
  switch (mark.name) {
    case 'confirm':
      return { ...decision, confirmed: mark.day };
    case 'supersede':
      return { ...decision, superseded: mark.by };
    case 'unmark':
      return { ...decision, ...Object.fromEntries(mark.kinds.map((kind) => [kind, null])) };
  }
}

/** All that a note says, wherever in it that stands. `index`: the decision that is marked. */
function said({ tasks, decisions, facts, ...note }: Note, index: number): unknown {
  const placeless = (statement: Statement): Statement => ({ ...statement, line: 0, last: 0 });
  return {
    ...note,
    text: '',
    tasks: tasks.map((task) => ({ ...task, line: 0 })),
    facts: facts.map(placeless),
    decisions: decisions.map((decision, at) => placeless(at === index ? { ...decision, raw: '' } : decision)),
  };
}

/** Whether a link path can be written, and is read back as it is. */
function canSupersede(by: string): boolean {
  return isLinkable(by) && foldSpace(by) === by;
}

/**
 * The first of a decision's lines with a mark, or null where it would stand in something that is not closed before it.
 */
function marked(
  [line, ...others]: readonly string[],
  mark: Exclude<DecisionMark, { readonly name: 'unmark' }>,
  damage: Damage | null,
): string | null {
  const [kind, field]: readonly [MarkKind, string] =
    mark.name === 'confirm'
      ? ['confirmed', `[confirmed:: ${mark.day}]`]
      : ['superseded', `[superseded:: [[${mark.by}]]]`];
  const { text, toOriginal } = repairText(line!, damage);
  const { marks, end } = scanMarks(text);
  const old = marks.find((known) => known.kind === kind);
  const [from, to] = old === undefined ? [end, end] : [old.start, old.to];
  if (isOpen(text.slice(0, from), others.join('\n'))) return null;
  return line!.slice(0, toOriginal(from)) + (old === undefined ? ` ${field}` : field) + line!.slice(toOriginal(to));
}

/** A line without marks of some kinds; null where nothing but them stood in it. */
function unmarked(line: string, kinds: readonly MarkKind[], damage: Damage | null): string | null {
  const { text, toOriginal } = repairText(line, damage);
  const gone = scanMarks(text).marks.filter(({ kind }) => kinds.includes(kind));
  const left = gone.reduce((rest, { from, to }) => rest.slice(0, toOriginal(from)) + rest.slice(toOriginal(to)), line);
  return gone.length > 0 && left.trim() === '' ? null : left;
}

/**
 * Whether what stands behind some words is inside of code, a comment or a link that begins in them. `rest`: the lines
 * that follow.
 */
function isOpen(words: string, rest: string): boolean {
  const { plain, runs } = withoutCode(words);
  const following = new Set(rest.match(/`+/g));
  return (
    runs.some((run) => following.has(run)) ||
    plain.split('%%').length % 2 === 0 ||
    plain.lastIndexOf('<!--') > plain.lastIndexOf('-->') ||
    plain.lastIndexOf('[[') > plain.lastIndexOf(']]')
  );
}

/**
 * Words without their code, and the backticks that open none among them: code ends at as many backticks as it began
 * with.
 */
function withoutCode(words: string): { readonly plain: string; readonly runs: readonly string[] } {
  const parts = words.split(/(`+)/);
  const runs: string[] = [];
  let plain = '';
  for (let at = 0; at < parts.length; at++) {
    const isRun = at % 2 === 1;
    const end = isRun ? parts.indexOf(parts[at]!, at + 1) : -1;
    if (end !== -1) at = end;
    else if (isRun) runs.push(parts[at]!);
    else plain += parts[at]!;
  }
  return { plain, runs };
}
