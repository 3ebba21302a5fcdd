import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { plusDays, type Day } from '../../src/core/base/day';
import { CandidateReader } from '../../src/core/copies/candidate';
import { CandidateIndex, type Indexed } from '../../src/core/copies/candidate-index';
import { copyLinesOf, UNPLACED } from '../../src/core/copies/copy-line';
import { accountKeyOf, changeNotes, type Graph } from '../../src/core/graph/graph';
import { groupsSelection, type GroupsSelection } from '../../src/core/graph/groups';
import { readVault } from '../../src/core/graph/read-vault';
import { readingRules, readNote } from '../../src/core/note/read-note';
import { personNames } from '../../src/core/person/person-names';
import { DEFAULT_SETTINGS } from '../../src/core/settings';
import { generateVault } from './generate-vault';
import {
  ACTIONS,
  DECISIONS,
  FACTS,
  FAMILY_NAMES,
  FIRST_NAMES,
  NAME_ENDINGS,
  NAME_STARTS,
  THINGS,
} from './invented-words';
import { median } from './median';
import { randomSource, type RandomSource } from './random-source';
import type { Measures } from './row';
import { allGroups } from '../../src/core/copies/group';

const PROPOSALS = 20_000;
const TASKS_PER_NOTE = 5;
/** Each source was read again so often, each time in other words. */
const NOTES_PER_SOURCE = 6;
const ACCOUNTS = 60;
const ROUNDS = 3;
const ONE_MORE_TIMES = 60;
/** How long the app works before it lets the screen draw, in milliseconds. */
const SLICE = 8;
const LAST_DAY: Day = '2026-11-20';
const DAYS_BACK = 700;

const LEADS = ['', '', 'please ', 'we need to ', 'make sure to '];
const STATEMENT_LEADS = ['', '', 'it was agreed that ', 'as was said, ', 'note that '];
const TAILS = [
  '',
  '',
  ' before the next call',
  ' as agreed',
  ' so that the work can go on',
  ' and tell the others',
  ' once it is ready',
  ' without delay',
];

/** Vaults of so many notes are compared, of as many to each account. */
const FEW_NOTES = 1_000;
const MANY_NOTES = 31_600;
const NOTES_PER_ACCOUNT = 50;
const NOTES_WEIGHED = 10_000;
/** So many lines are asked for their candidates. */
const LINES_ASKED = 2_000;

/**
 * Copies among many proposals, each said about six times in other words: of 60 accounts; for comparison with decisions
 * and facts beside them, and all of one account. And how it grows with the vault.
 */
export function measureCopies(): Measures {
  const many = measure(ACCOUNTS, false);
  const all = measure(ACCOUNTS, true);
  const one = measure(1, true);
  const [few, most] = [FEW_NOTES, MANY_NOTES].map((notes) => candidatesOfALine(generatedGraph(notes)));
  return {
    rows: [
      { name: 'copies among 20,000 proposals', value: many.work, goal: 1500, unit: 'ms' },
      { name: 'copies among 20,000 proposals: longest slice', value: many.longestSlice, goal: 50, unit: 'ms' },
      { name: 'copies: one more note', value: many.oneMore, goal: 10, unit: 'ms' },
      {
        name: 'copies among 20,000 proposals of one account, and decisions and facts',
        value: one.work,
        goal: 4000,
        unit: 'ms',
      },
      { name: 'copies of one account: longest slice', value: one.longestSlice, goal: 50, unit: 'ms' },
      { name: 'copies of one account: one more note', value: one.oneMore, goal: 50, unit: 'ms' },
      {
        name: 'candidates of a line for each note of its source, among 31,600 notes against 1,000',
        value: most!.forNote / few!.forNote,
        goal: 1.1,
        unit: '×',
      },
    ],
    info: [
      { name: 'copies: groups among them', value: many.groups, unit: 'groups' },
      { name: 'copies: the slowest of the notes', value: many.slowest, unit: 'ms' },
      { name: 'copies among 20,000 proposals, and their notes’ decisions and facts', value: all.work, unit: 'ms' },
      { name: 'copies of these: longest slice', value: all.longestSlice, unit: 'ms' },
      { name: 'candidates of a line among 1,000 notes', value: few!.ofLine, unit: 'lines' },
      { name: 'candidates of a line among 31,600 notes', value: most!.ofLine, unit: 'lines' },
      { name: 'memory of copies, at 10,000 notes', value: memoryOfCopies(), unit: 'MB' },
    ],
  };
}

function generatedGraph(notes: number): Graph {
  const plan = { notes, tasksPerNote: 5, accounts: notes / NOTES_PER_ACCOUNT, copiesShare: 0.5, seed: 20_261_120 };
  return readVault(generateVault(plan), DEFAULT_SETTINGS);
}

/**
 * How many lines a line is compared with, on average: in all, and for each note of its source, as sources are repeated
 * more often in larger vaults of the generator.
 */
function candidatesOfALine(graph: Graph): { readonly ofLine: number; readonly forNote: number } {
  const reader = new CandidateReader();
  const index = new CandidateIndex<Indexed>();
  const { keyOf } = personNames(DEFAULT_SETTINGS);
  const notesOf = new Map<string | null, number>();
  const lines = [...graph.notes.values()].flatMap((note) => {
    const source = note.source?.key ?? null;
    notesOf.set(source, (notesOf.get(source) ?? 0) + 1);
    const context = { ...UNPLACED, account: accountKeyOf(graph, note.path), source };
    return copyLinesOf(note, context, keyOf).map((line): Indexed => ({ ...reader.read(line), search: 0 }));
  });
  for (const line of lines) index.add(line);
  const asked = lines.filter((_, at) => at % Math.ceil(lines.length / LINES_ASKED) === 0);
  const counts = asked.map((line) => {
    let near = 0;
    index.visitNear(line, () => near++);
    return { near, notes: notesOf.get(line.line.source)! };
  });
  const average = (of: (count: (typeof counts)[number]) => number): number =>
    counts.reduce((sum, count) => sum + of(count), 0) / counts.length;
  return { ofLine: average(({ near }) => near), forNote: average(({ near, notes }) => near / notes) };
}

/** What the groups and all that is kept to follow them take up, in megabytes. */
function memoryOfCopies(): number {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  const used = (): number => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const graph = generatedGraph(NOTES_WEIGHED);
  const before = used();
  const selection = followed(graph);
  selection.work(() => false);
  const groups = selection.groups();
  const after = used();
  // They are in use until here.
  return groups.size === 0 ? 0 : (after - before) / 1e6;
}

interface Times {
  readonly work: number;
  readonly longestSlice: number;
  readonly oneMore: number;
  readonly slowest: number;
  readonly groups: number;
}

function measure(accounts: number, withStatements: boolean): Times {
  const texts = notesSaidAgain(accounts, withStatements);
  const graph = readVault(texts, DEFAULT_SETTINGS);
  const rounds = Array.from({ length: ROUNDS }, () => workInSlices(followed(graph)));
  const selection = followed(graph);
  selection.work(() => false);
  const oneMore = timesOfOneMore(selection, graph, texts);
  return {
    work: median(rounds.map((slices) => slices.reduce((sum, slice) => sum + slice, 0))),
    longestSlice: median(rounds.map((slices) => Math.max(...slices))),
    oneMore: median(oneMore),
    slowest: Math.max(...oneMore),
    groups: allGroups(selection.groups()).length,
  };
}

function followed(graph: Graph): GroupsSelection {
  const selection = groupsSelection();
  selection.follow(graph, DEFAULT_SETTINGS);
  return selection;
}

function workInSlices(selection: GroupsSelection): readonly number[] {
  const slices: number[] = [];
  for (let isDone = false; !isDone;) {
    const start = performance.now();
    isDone = selection.work(() => performance.now() - start > SLICE);
    slices.push(performance.now() - start);
  }
  return slices;
}

/** The pipeline reads a source once more: how long until the groups are known. */
function timesOfOneMore(
  selection: GroupsSelection,
  graph: Graph,
  texts: ReadonlyMap<string, string>,
): readonly number[] {
  const rules = readingRules(DEFAULT_SETTINGS);
  let now = graph;
  return [...texts.values()].slice(0, ONE_MORE_TIMES).map((text, index) => {
    const path = `Customers/again ${index}.md`;
    now = changeNotes(now, new Map([[path, readNote(path, text, rules)]]));
    const start = performance.now();
    selection.follow(now, DEFAULT_SETTINGS);
    selection.work(() => false);
    selection.groups();
    return performance.now() - start;
  });
}

/**
 * Notes of many sources, each made again and again in other words: texts by path. The same number of accounts gives the
 * same notes.
 */
function notesSaidAgain(accounts: number, withStatements: boolean): ReadonlyMap<string, string> {
  const random = randomSource(accounts);
  const people = Array.from(
    { length: 4 * accounts + 8 },
    () => `${random.pick(FIRST_NAMES)} ${random.pick(FAMILY_NAMES)}`,
  );
  const files = new Map<string, string>();
  for (let source = 0; files.size * TASKS_PER_NOTE < PROPOSALS; source++) {
    const account = source % accounts;
    const day = plusDays(LAST_DAY, -random.below(DAYS_BACK));
    const persons = random.some(people.slice(4 * account, 4 * account + 12), 3);
    const actions = Array.from({ length: TASKS_PER_NOTE }, () =>
      wordings(random.pick(ACTIONS), LEADS, persons, random),
    );
    const owners = actions.map(() => random.pick(['Myself', 'TBD', ...persons]));
    const statements = [DECISIONS, FACTS].map((texts) =>
      Array.from({ length: withStatements ? 1 + random.below(3) : 0 }, () =>
        wordings([random.pick(texts)], STATEMENT_LEADS, persons, random),
      ),
    );
    for (let note = 0; note < NOTES_PER_SOURCE; note++) {
      files.set(
        `Customers/${source}-${note}.md`,
        [
          '---',
          `date: "${day}"`,
          `account: "${NAME_STARTS[account % NAME_STARTS.length]!} ${NAME_ENDINGS[Math.floor(account / NAME_STARTS.length)]!}"`,
          `source_ref: "Sources/call ${source}.md"`,
          'tags:',
          '  - "type/customer"',
          '---',
          '',
          '## Action Items',
          '',
          ...actions.map((say, index) => `- [?] ${say()} @${owners[index]!} #task #proposed`),
          '',
          '## Decisions',
          '',
          ...statements[0]!.map((say) => `- ${say()}`),
          '',
          '## Key Information',
          '',
          ...statements[1]!.map((say) => `- ${say()}`),
          '',
        ].join('\n'),
      );
    }
  }
  return files;
}

/** Says one thing, each time in other words. */
function wordings(
  texts: readonly string[],
  leads: readonly string[],
  persons: readonly string[],
  random: RandomSource,
): () => string {
  const values: Readonly<Record<string, string>> = {
    thing: random.pick(THINGS),
    person: random.pick(persons),
    number: String(3 + random.below(400)),
  };
  return () => {
    const said = random
      .pick(texts)
      .replace(/\{(\w+)\}/g, (_, key: string) => values[key]!)
      .replace(/\.$/, '');
    const text = `${random.pick(leads)}${said.charAt(0).toLowerCase()}${said.slice(1)}${random.pick(TAILS)}.`;
    return text.charAt(0).toUpperCase() + text.slice(1);
  };
}
