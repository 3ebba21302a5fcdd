import type { CopyKind } from '../../../src/core/copies/copy-line';
import { SIGNS, type Sign } from '../../../src/core/copies/signs';
import type { Graph } from '../../../src/core/graph/graph';
import { selectGroups } from '../../../src/core/graph/groups';
import { readVault } from '../../../src/core/graph/read-vault';
import { DEFAULT_SETTINGS } from '../../../src/core/settings';
import { eachGroup } from '../../../src/core/copies/group';

/** A vault in which each source was summarised twice, and what careful readers say is the same in it. */
export interface LabelledReruns {
  readonly files: ReadonlyMap<string, string>;
  /** `path, line (from 1), kind, id, sure (1 or 0), remark` in columns, with a line of their names. */
  readonly gold: string;
}

/** How well the lines of one kind were grouped, by pairs of lines of which readers are sure. */
export interface RerunQuality {
  /** Of the pairs that were joined, the share that says the same. */
  readonly precision: number;
  /** Of the pairs that say the same, the share that was joined. */
  readonly recall: number;
  /** How many groups there are, lines by themselves too, and how many readers make of the same lines. */
  readonly groups: number;
  readonly gold: number;
  /** How many are left where those that are likely the same are one. */
  readonly clusters: number;
  readonly lines: number;
  /** The pairs that were judged wrong, in a few lines each. */
  readonly faults: readonly string[];
}

interface GoldLine {
  readonly place: string;
  readonly kind: string;
  readonly id: string;
  readonly isSure: boolean;
}

interface FoundLine {
  readonly text: string;
  readonly owners: readonly string[];
  readonly group: string;
  readonly cluster: string;
}

/** Judges the groups of a vault, kind by kind. Lines that the plugin does not read do not count. */
export function judgeReruns(
  { files, gold }: LabelledReruns,
  signs: readonly Sign[] = SIGNS,
): Readonly<Record<CopyKind, RerunQuality>> {
  const found = linesOf(readVault(files, DEFAULT_SETTINGS), signs);
  const labels = goldLines(gold).filter(({ place }) => found.has(place));
  const judged = (kind: CopyKind): RerunQuality =>
    judgeKind(
      labels.filter((line) => line.kind === kind),
      found,
      kind,
    );
  return { task: judged('task'), decision: judged('decision'), fact: judged('fact') };
}

function judgeKind(labels: readonly GoldLine[], found: ReadonlyMap<string, FoundLine>, kind: CopyKind): RerunQuality {
  const sure = labels.filter(({ isSure }) => isSure).map(({ id, place }) => ({ id, ...found.get(place)! }));
  let right = 0;
  let joined = 0;
  let same = 0;
  const faults: string[] = [];
  sure.forEach((a, index) =>
    sure.slice(index + 1).forEach((b) => {
      const isSame = a.id === b.id;
      const isJoined = a.group === b.group;
      same += Number(isSame);
      joined += Number(isJoined);
      right += Number(isSame && isJoined);
      if (isSame !== isJoined)
        faults.push([`${isSame ? 'missed' : 'wrongly joined'} ${kind}`, inWords(a), inWords(b)].join('\n  '));
    }),
  );
  const all = labels.map(({ id, place }) => ({ id, ...found.get(place)! }));
  return {
    precision: joined === 0 ? 1 : right / joined,
    recall: same === 0 ? 1 : right / same,
    groups: new Set(all.map(({ group }) => group)).size,
    gold: new Set(all.map(({ id }) => id)).size,
    clusters: new Set(all.map(({ cluster }) => cluster)).size,
    lines: all.length,
    faults,
  };
}

/** The lines of a vault by their places, with what they are one with. */
function linesOf(graph: Graph, signs: readonly Sign[]): ReadonlyMap<string, FoundLine> {
  const found = new Map<string, FoundLine>();
  for (const { path, tasks, decisions, facts } of graph.notes.values()) {
    for (const { line, text, owners = [] } of [...tasks, ...decisions, ...facts] as readonly SomeLine[]) {
      const place = placeOf(path, line + 1);
      found.set(place, { text, owners, group: place, cluster: place });
    }
  }
  for (const { id, likely, lines } of eachGroup(selectGroups(graph, DEFAULT_SETTINGS, { signs }))) {
    for (const { path, line } of lines) {
      const place = placeOf(path, line + 1);
      const known = found.get(place);
      if (known !== undefined) found.set(place, { ...known, group: id, cluster: likely ?? id });
    }
  }
  return found;
}

interface SomeLine {
  readonly line: number;
  readonly text: string;
  readonly owners?: readonly string[];
}

function goldLines(gold: string): readonly GoldLine[] {
  return gold
    .trim()
    .split('\n')
    .slice(1)
    .map((row) => {
      const [path = '', line = '', kind = '', id = '', sure = ''] = row.split('\t');
      return { place: placeOf(path, Number(line)), kind, id, isSure: sure === '1' };
    });
}

function placeOf(path: string, line: number): string {
  return `${path}:${line}`;
}

function inWords({ text, owners }: FoundLine): string {
  return [text, ...owners.map((owner) => `@${owner}`)].join(' ');
}
