import type { Day } from '../src/core/base/day';
import type { Graph } from '../src/core/graph/graph';
import { selectAccounts, selectProblems, selectStatements, selectTasks, selectUnassigned, type Viewpoint } from '../src/core/graph/select';

/** The contract of `npm run inspect -- DIR --json`. Lines count from 1. */
export interface Report {
  readonly accounts: readonly object[];
  readonly tasks: readonly object[];
  readonly decisions: readonly object[];
  readonly facts: readonly object[];
  readonly unassigned: readonly object[];
  readonly problems: readonly { readonly path: string; readonly reason: string }[];
}

/** Everything that was found in a vault. */
export function reportOf(graph: Graph, viewpoint: Viewpoint): Report {
  const accounts = selectAccounts(graph, viewpoint);
  return {
    accounts: accounts.map(({ name, pages, notes, proposed, open, done, dismissed, decisions, facts, lastContact }) =>
      ({ name, pages, notes, proposed, open, done, dismissed, decisions, facts, lastContact })),
    tasks: selectTasks(graph, viewpoint).map(({ path, line, status, symbol, text, owners, due, priority, tags, account, evidence }) =>
      ({ path, line: line + 1, status, symbol, text, owners, due, priority, tags, account, evidence, copies: null, alreadyDone: null, alreadyDecided: null })),
    decisions: selectStatements(graph, 'decisions').map(({ path, line, text, account, day }) => ({ path, line: line + 1, text, account, day, copies: null })),
    facts: selectStatements(graph, 'facts').map(({ path, line, text, account }) => ({ path, line: line + 1, text, account, copies: null })),
    unassigned: selectUnassigned(graph).map(({ path, suggestions }) =>
      ({ path, suggestions: suggestions.map(({ name, score, reasons }) => ({ account: name, score, reasons })) })),
    problems: selectProblems(graph).map(({ path, reason }) => ({ path, reason })),
  };
}

/** The same in a few lines for a person. */
export function summaryOf(graph: Graph, viewpoint: Viewpoint): string {
  const accounts = selectAccounts(graph, viewpoint);
  const tasks = selectTasks(graph, viewpoint);
  const unassigned = selectUnassigned(graph);
  const problems = selectProblems(graph);
  const width = Math.max(12, ...accounts.map(({ name }) => [...name].length));
  const row = (name: string, cells: readonly (string | number)[]): string =>
    `  ${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(10)).join('')}`;
  const day = (value: Day | null): string => value ?? '–';
  const proposed = tasks.filter((task) => task.status === 'proposed').length;
  return [
    `${count(graph.notes.size, 'note')}, ${count(accounts.length, 'account')}, ${count(tasks.length, 'task')} (${proposed} proposed)`,
    '',
    row('Account', ['notes', 'proposed', 'open', 'overdue', 'decisions', 'facts', 'last met']),
    ...accounts.map((account) => row(account.name, [account.notes, account.proposed, account.open, account.overdue, account.decisions, account.facts, ` ${day(account.lastContact)}`])),
    ...section('No account', unassigned.map(({ path, suggestions: [first] }) =>
      `${path}${first === undefined ? '' : `  → ${first.name}? (${first.reasons.join(', ')})`}`)),
    ...section('Needs attention', problems.map(({ path, reason }) => `${path}  ${reason}`)),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}
