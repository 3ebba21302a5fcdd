import type { Day } from '../../src/core/base/day';
import type { CopyLine } from '../../src/core/copies/copy-line';
import { alreadyDecided, alreadyDone } from '../../src/core/copies/evidence';
import { settling, eachGroup, type Group } from '../../src/core/copies/group';
import { accountKeyOf, type Graph } from '../../src/core/graph/graph';
import { selectGroups } from '../../src/core/graph/groups';
import type { Place } from '../../src/core/graph/rows';
import { selectProblems } from '../../src/core/graph/problems';
import { byPath, selectAccounts, type Viewpoint } from '../../src/core/graph/select';
import { selectUnassigned } from '../../src/core/graph/unassigned';
import { withoutRemark } from '../../src/core/person/person-names';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { selectStatements, selectTasks } from '../../src/core/graph/every-line';
import { visible } from '../../src/core/text/inline';

/** The contract of `npm run inspect -- DIR --json`. Lines count from 1. */
export interface Report {
  readonly accounts: readonly object[];
  readonly tasks: readonly object[];
  readonly decisions: readonly object[];
  readonly facts: readonly object[];
  readonly unassigned: readonly object[];
  readonly problems: readonly { readonly path: string; readonly reason: string }[];
  readonly notes: readonly object[];
}

/** Everything that was found in a vault. `files`: the keys of its files, as `sourceKeys` gives them. */
export function reportOf(graph: Graph, viewpoint: Viewpoint, files: ReadonlySet<string>): Report {
  const accounts = selectAccounts(graph, viewpoint);
  const copies = copiesByPlace(graph, viewpoint);
  const copiesOf = (place: Place): string | null => copies.get(placeKey(place))?.copies ?? null;
  return {
    accounts: accounts.map(
      ({ name, pages, notes, proposed, open, done, dismissed, decisions, facts, lastContact }) => ({
        name,
        pages,
        notes,
        proposed,
        open,
        done,
        dismissed,
        decisions,
        facts,
        lastContact,
      }),
    ),
    tasks: selectTasks(graph, viewpoint).map((row) => {
      const { path, line, status, symbol, text, owners, due, priority, tags, account, evidence } = row;
      return {
        path,
        line: line + 1,
        status,
        symbol,
        text,
        owners,
        due,
        priority,
        tags,
        account,
        evidence,
        copies: copiesOf(row),
        likely: copies.get(placeKey(row))?.likely ?? null,
        ...evidenceOf(copies.get(placeKey(row))),
      };
    }),
    decisions: selectStatements(graph, 'decisions').map((row) => ({
      path: row.path,
      line: row.line + 1,
      text: row.text,
      account: row.account,
      day: row.day,
      copies: copiesOf(row),
    })),
    facts: selectStatements(graph, 'facts').map((row) => ({
      path: row.path,
      line: row.line + 1,
      text: row.text,
      account: row.account,
      copies: copiesOf(row),
    })),
    unassigned: selectUnassigned(graph, DEFAULT_SETTINGS).map(({ path, suggestions }) => ({
      path,
      suggestions: suggestions.map(({ name, score, reasons }) => ({ account: name, score, reasons })),
    })),
    problems: selectProblems(graph, files).map(({ path, reason, advice }) => ({ path, reason: `${reason} ${advice}` })),
    notes: [...graph.notes.values()].sort(byPath).map(({ path, kind, title, day, participants, source }) => ({
      path,
      kind,
      title,
      day,
      account: graph.resolution.accounts.get(accountKeyOf(graph, path) ?? '')?.name ?? null,
      participants: participants.map(withoutRemark),
      source: source?.name ?? null,
    })),
  };
}

/** A line of a group, and short ids of its copies and of what is likely the same. */
interface Copied {
  readonly copies: string | null;
  readonly likely: string | null;
  readonly line: CopyLine;
  readonly group: Group;
}

/** The lines of groups, by their place. Ids are numbers in the order of the groups. */
function copiesByPlace(graph: Graph, { settings }: Viewpoint): ReadonlyMap<string, Copied> {
  const groups = eachGroup(selectGroups(graph, settings));
  const copies = new Map(groups.filter(({ lines }) => lines.length > 1).map(({ id }, index) => [id, `g${index + 1}`]));
  const likely = [...new Set(groups.map((group) => group.likely))].filter((id) => id !== null);
  const likelyIds = new Map(likely.map((id, index) => [id, `l${index + 1}`]));
  return new Map(
    groups.flatMap((group) =>
      group.lines.map((line) => [
        placeKey(line),
        {
          line,
          group,
          copies: copies.get(group.id) ?? null,
          likely: group.likely === null ? null : likelyIds.get(group.likely)!,
        },
      ]),
    ),
  );
}

function placeKey({ path, line }: Place): string {
  return `${line} ${path}`;
}

function evidenceOf(copied: Copied | undefined): {
  readonly alreadyDone: object | null;
  readonly alreadyDecided: object | null;
} {
  const done = copied === undefined ? null : alreadyDone(copied.line, settling(copied.group));
  const decided = copied === undefined ? null : alreadyDecided(copied.line, settling(copied.group));
  return {
    alreadyDone: done === null ? null : { path: done.line.path, line: done.line.line + 1, day: done.day },
    alreadyDecided:
      decided === null
        ? null
        : { path: decided.line.path, line: decided.line.line + 1, status: decided.status, day: decided.day },
  };
}

/** The same in a few lines for a person. */
export function summaryOf(graph: Graph, viewpoint: Viewpoint, files: ReadonlySet<string>): string {
  const accounts = selectAccounts(graph, viewpoint);
  const tasks = selectTasks(graph, viewpoint);
  const unassigned = selectUnassigned(graph, DEFAULT_SETTINGS);
  const problems = selectProblems(graph, files);
  const width = Math.max(12, ...accounts.map(({ name }) => [...name].length));
  const row = (name: string, cells: readonly (string | number)[]): string =>
    `  ${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(10)).join('')}`;
  const day = (value: Day | null): string => value ?? '–';
  const proposed = tasks.filter((task) => task.status === 'proposed').length;
  return [
    `${count(graph.notes.size, 'note')}, ${count(accounts.length, 'account')}, ${count(tasks.length, 'task')} (${proposed} proposed)`,
    '',
    row('Account', ['notes', 'proposed', 'open', 'overdue', 'decisions', 'facts', 'last met']),
    ...accounts.map((account) =>
      row(account.name, [
        account.notes,
        account.proposed,
        account.open,
        account.overdue,
        account.decisions,
        account.facts,
        ` ${day(account.lastContact)}`,
      ]),
    ),
    ...section(
      'No account',
      unassigned.map(
        ({ path, suggestions: [first] }) =>
          `${path}${first === undefined ? '' : `  → ${first.name}? (${first.reasons.join(', ')})`}`,
      ),
    ),
    ...section(
      'Needs attention',
      problems.map(({ path, reason }) => `${path}  ${reason}`),
    ),
  ].join('\n');
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** So many files that were left out are named. */
const MOST_NAMED = 20;

/** What of a vault was left out, a line each; a name takes one line, whatever it holds. */
export function leftOut(unreadable: readonly { readonly path: string; readonly reason: string }[]): readonly string[] {
  const lines = unreadable
    .slice(0, MOST_NAMED)
    .map(({ path, reason }) => `Left out: ${oneLine(path)}. ${oneLine(reason)}`);
  const more = unreadable.length - lines.length;
  return more > 0 ? [...lines, `Left out: ${count(more, 'more file')}.`] : lines;
}

function oneLine(text: string): string {
  return visible(
    text.replace(/[\t\n\r]/g, (sign) => (sign === '\n' ? '[U+000A]' : sign === '\t' ? '[U+0009]' : '[U+000D]')),
  );
}
