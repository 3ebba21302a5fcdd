import { setFlagsFromString } from 'node:v8';
import { finish } from '../../src/core/base/steps';
import { changeNotes, type Graph } from '../../src/core/graph/graph';
import { groupsSelection } from '../../src/core/graph/groups';
import { readVault } from '../../src/core/graph/read-vault';
import { accountsSelection } from '../../src/core/graph/select';
import { partByPart, picking } from '../../src/core/base/shared-list';
import type { Groups } from '../../src/core/copies/group';
import type { Note } from '../../src/core/note/note';
import { readingRules, readNote } from '../../src/core/note/read-note';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { filterRows, NO_FILTER } from '../../src/core/triage/filter';
import type { ProposalRow } from '../../src/core/triage/rows';
import { rowsSelection } from '../../src/core/triage/select-rows';
import { countSplits, sumSplits, type SplitCounts } from '../../src/core/triage/splits';
import { byFirstLine } from '../../src/core/triage/waiting';
import { generateVault } from './generate-vault';
import { median } from './median';
import type { Info, Measures, Row } from './row';

const SMALL = 10_000;
const LARGE = 100_000;
const RUNS = 31;
const BULK = 500;
const TODAY = '2026-11-22';
const RULES = readingRules(DEFAULT_SETTINGS);
const VIEWPOINT = { today: TODAY, settings: DEFAULT_SETTINGS } as const;
/** The cost of finding copies is measured by itself. */
const NO_GROUPS: Groups = new Map();

/** A vault of 100,000 notes, with its texts, takes three gigabytes; half as much again leaves room to collect garbage. */
setFlagsFromString('--max-old-space-size=8192');

/** What each kind of change costs, in milliseconds. */
interface Costs {
  readonly changed: number;
  readonly assigned: number;
  readonly letter: number;
  readonly bulk: number;
  readonly first: number;
}

/**
 * What one change costs in a vault of 100,000 notes with five tasks each, against one of 10,000: a changed note, a note
 * that is given an account, a letter of the filter, and 500 changed notes. Each is followed by the graph, the lines that
 * may be copies, the rows and splits of Triage and the list of accounts.
 */
export function measureGrowth(): Measures {
  const small = costsAt(SMALL);
  const large = costsAt(LARGE);
  const rows: Row[] = [];
  const info: Info[] = [];
  const kinds = [
    ['changed', 'one changed note', 1.5, 16],
    ['assigned', 'one note that is given an account', 1.5, 16],
    ['letter', 'one letter of the filter', 1.5, 16],
    ['bulk', `${BULK} changed notes`, 2, null],
  ] as const;
  for (const [kind, name, ratio, goal] of kinds) {
    const [before, now] = [small[kind], large[kind]];
    rows.push({ name: `${name}, 100,000 notes ÷ 10,000`, value: now / before, goal: ratio, unit: '×' });
    if (goal === null) info.push({ name: `${name}, 100,000 notes`, value: now, unit: 'ms' });
    else rows.push({ name: `${name}, 100,000 notes`, value: now, goal, unit: 'ms' });
    info.push({ name: `${name}, 10,000 notes`, value: before, unit: 'ms' });
  }
  info.push({ name: 'all rows of 100,000 notes for the first time', value: large.first, unit: 'ms' });
  return { rows, info };
}

function costsAt(notes: number): Costs {
  const vault = generateVault({
    notes,
    tasksPerNote: 5,
    accounts: notes / 50,
    copiesShare: 0.2,
    seed: 20_261_120,
  });
  let graph = readVault(vault, DEFAULT_SETTINGS);
  const groups = groupsSelection();
  const follow = rowsSelection();
  const accounts = accountsSelection();
  const count = partByPart<ProposalRow, SplitCounts>((part) => countSplits(part, { today: TODAY, isNew: () => false }));
  const look = (): void => {
    groups.follow(graph, DEFAULT_SETTINGS);
    sumSplits(count(follow(graph, NO_GROUPS, VIEWPOINT).rows));
    finish(accounts(graph, VIEWPOINT, NO_GROUPS));
  };
  const first = timeOf(look);
  const meetings = [...graph.notes.values()].filter(({ kind, counts }) => kind === 'meeting' && counts.proposed > 0);
  const change = (note: Note, text: string): Graph =>
    changeNotes(graph, new Map([[note.path, readNote(note.path, text, RULES)]]));
  const some = (index: number): Note => meetings[(index * 7919) % meetings.length]!;
  const changed = timesOf((run) => {
    const note = some(run);
    graph = change(note, note.text.replace('- [?] ', '- [x] '));
    look();
  });
  const { unassigned } = graph;
  const names = [...graph.resolution.accounts.values()].map(({ name }) => name);
  const assigned = timesOf((run) => {
    const note = unassigned[(run * 31) % unassigned.length]!;
    graph = change(note, note.text.replace('---\n', `---\naccount: "${names[run]!}"\n`));
    look();
  });
  const { rows } = follow(graph, NO_GROUPS, VIEWPOINT);
  const words = ['s', 'se', 'sen', 'send', 'send ', 'send t', 'send th', 'send the'];
  const letterOf = (typed: string): void => {
    picking<ProposalRow>(filterRows({ ...NO_FILTER, words: typed }), byFirstLine)(rows);
  };
  // What is searched of a row is folded once.
  letterOf('zz');
  const letter = timesOf((run) => letterOf(words[run % words.length]!));
  const bulk = timeOf(() => {
    for (let index = 0; index < BULK; index++) {
      const note = some(1000 + index);
      graph = change(note, note.text.replace('- [?] ', '- [x] '));
    }
    look();
  });
  return { changed, assigned, letter, bulk, first };
}

function timesOf(work: (run: number) => void): number {
  return median(Array.from({ length: RUNS }, (_, run) => timeOf(() => work(run))));
}

/** The time of the processor, in milliseconds, whatever else the machine does. */
function timeOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
