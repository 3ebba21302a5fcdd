import type { Edit } from '../change/edit';
import { markDecision, type DecisionMark } from '../change/mark-decision';
import type { Refusal } from '../change/refusal';
import type { Result } from '../base/result';
import type { Note, Statement } from '../note/note';
import { readNote, type ReadingRules } from '../note/read-note';
import { accountKeyOf, type Graph } from './graph';
import { statementsSelection, statementLines } from './statement-rows';
import type { StatementRow } from './rows';
import { groupOf, type Groups } from '../copies/group';
import { words } from '../../words/words';

/** What is to be written to say something of decisions, and what cannot be. */
export interface MarkPlan {
  readonly notes: readonly { readonly path: string; readonly edits: readonly Edit[] }[];
  readonly refusals: readonly { readonly path: string; readonly sentence: string }[];
  /** How many decisions it is about, and the words of the first. */
  readonly decisions: number;
  readonly first: string;
}

/** Which row of decisions is meant: its best line. */
export type MarkedRow = Pick<StatementRow, 'path' | 'key'>;

/**
 * The edits that say something of a row of decisions, as the graph knows its lines now. A row takes what is said from
 * any of its lines: it is said in its best line alone, and taken back in each that says it.
 */
export function markRow(
  graph: Graph,
  { path, key }: MarkedRow,
  mark: DecisionMark,
  { groups, rules }: { readonly groups: Groups; readonly rules: ReadingRules },
): MarkPlan {
  const own = decisionAt(graph, path, key);
  if (own === null)
    return {
      notes: [],
      refusals: [{ path, sentence: words.refusals.goneFromNote(words.refusals.decision) }],
      decisions: 0,
      first: '',
    };
  const said =
    mark.name !== 'unmark'
      ? []
      : (groupOf(groups, { path, key })?.lines ?? []).flatMap((line) => {
          const found = line.kind === 'decision' ? decisionAt(graph, line.path, line.key) : null;
          return found !== null && mark.kinds.some((kind) => found.statement[kind] !== null) ? [found] : [];
        });
  const lines = said.length === 0 ? [own] : said;
  const plans = [...new Set(lines.map(({ note }) => note))].map((note) =>
    markLines(
      note.path,
      note.text,
      lines.filter((line) => line.note === note).map(({ statement }) => statement),
      mark,
      rules,
    ),
  );
  return {
    notes: plans.flatMap(({ notes }) => notes),
    refusals: plans.flatMap(({ refusals }) => refusals),
    decisions: 1,
    first: own.statement.text,
  };
}

function decisionAt(
  graph: Graph,
  path: string,
  key: string,
): { readonly note: Note; readonly statement: Statement } | null {
  const note = graph.notes.get(path);
  const statement =
    note === undefined
      ? undefined
      : statementLines(note).find((line) => line.kind === 'decision' && line.key === key)?.statement;
  return note === undefined || statement == null ? null : { note, statement };
}

/** The edits that say something of decisions that were read from `text`, and of those alone. */
export function markLines(
  path: string,
  text: string,
  decisions: readonly Statement[],
  mark: DecisionMark,
  rules: ReadingRules,
): MarkPlan {
  const results: readonly Result<Edit, Refusal>[] = decisions.map((decision) =>
    markDecision(path, text, decision, mark, rules),
  );
  const edits = results.flatMap((result) => (result.ok ? [result.value] : []));
  return {
    notes: edits.length > 0 ? [{ path, edits }] : [],
    refusals: results.flatMap((result) => (result.ok ? [] : [{ path, sentence: result.error.sentence }])),
    decisions: decisions.length,
    first: decisions[0]?.text ?? '',
  };
}

/** The decisions of a note's text that stand, wholly or in part, in some of its lines (from 0, both included). */
export function decisionsIn(
  path: string,
  text: string,
  lines: { readonly first: number; readonly last: number },
  rules: ReadingRules,
): readonly Statement[] {
  const { kind, decisions } = readNote(path, text, rules);
  return kind === 'other' ? [] : decisions.filter(({ line, last }) => line <= lines.last && last >= lines.first);
}

/**
 * What a decision may have been superseded by: the other decisions of its note's account, or of its note where it has
 * none, newest first.
 */
export function otherDecisions(
  graph: Graph,
  path: string,
  texts: readonly string[],
  groups: Groups,
): readonly StatementRow[] {
  const account = graph.resolution.accounts.get(accountKeyOf(graph, path) ?? '');
  const note = graph.notes.get(path);
  const notes =
    account !== undefined
      ? (graph.byAccount.get(account.key) ?? [])
      : note === undefined || note.kind === 'other'
        ? []
        : [note];
  const isOwn = (row: StatementRow): boolean => row.path === path && texts.includes(row.text);
  return statementsSelection()(notes, 'decisions', { groups, account: account?.name ?? '' }).filter(
    (row) => !isOwn(row) && !row.copies.some(isOwn),
  );
}
