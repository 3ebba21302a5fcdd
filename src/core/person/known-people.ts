import { keysThatDiffer } from '../base/shared-map';
import { inSteps, type Steps } from '../base/steps';
import { gatherMeetings, meetingKey } from '../note/meetings';
import type { Note } from '../note/note';
import type { PersonNames } from './person-names';

/** A person that notes know, as an owner or a participant. */
export interface KnownPerson {
  readonly key: string;
  /** The name to show: what the settings say, else the spelling that it has most often. */
  readonly name: string;
  /** How many tasks are theirs, of whatever status. */
  readonly tasks: number;
  /** In how many meetings they took part. */
  readonly meetings: number;
  /** The names of the accounts of those notes; first where they are met most. */
  readonly accounts: readonly string[];
}

/** Everybody that notes know, and how many meetings the notes tell of. */
export interface KnownPeople {
  /** Whoever is named most comes first. */
  readonly people: readonly KnownPerson[];
  readonly meetings: number;
}

interface Met {
  tasks: number;
  meetings: number;
  readonly spellings: Map<string, number>;
  readonly accounts: Map<string, number>;
}

/**
 * The people that notes know, each once by all the spellings that are joined. `accountOf`: the name of a note's
 * account, or null.
 */
export function* gatherPeople(
  notes: Iterable<Note>,
  names: PersonNames,
  accountOf: (note: Note) => string | null,
): Steps<KnownPeople> {
  const people = new Map<string, Met>();
  const meet = (written: string, as: 'tasks' | 'meetings', account: string | null): void => {
    const key = names.keyOf(written);
    if (key === '') return;
    const person = people.get(key) ?? {
      tasks: 0,
      meetings: 0,
      spellings: new Map<string, number>(),
      accounts: new Map<string, number>(),
    };
    people.set(key, person);
    person[as]++;
    count(person.spellings, names.nameOf(written));
    if (account !== null) count(person.accounts, account);
  };
  const read = [...notes];
  const meetings = yield* gatherMeetings(read);
  yield* inSteps(meetings, (meeting) => {
    const met = new Map(
      meeting.flatMap(({ participants }) => participants.map((name) => [names.keyOf(name), name] as const)),
    );
    for (const name of met.values()) meet(name, 'meetings', accountOf(meeting[0]));
  });
  yield* inSteps(read, (note) => {
    const account = accountOf(note);
    for (const { owners } of note.tasks) owners.forEach((owner) => meet(owner, 'tasks', account));
  });
  const known = [...people].map(([key, { spellings, accounts, ...met }]) => ({
    key,
    name: mostFirst(spellings)[0]!,
    ...met,
    accounts: mostFirst(accounts),
  }));
  return { people: known.sort((a, b) => b.tasks + b.meetings - a.tasks - a.meetings), meetings: meetings.length };
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function mostFirst(counts: ReadonlyMap<string, number>): readonly string[] {
  return [...counts].sort(([x, a], [y, b]) => b - a || (x < y ? -1 : 1)).map(([name]) => name);
}

/** How often a person is named, and in which spellings. */
interface Named {
  readonly spellings: Map<string, number>;
  times: number;
}

/**
 * Follows the names of the people that notes know, whoever is named most first: as an owner of tasks, or as somebody who
 * took part in a meeting. Only notes that changed are read again, and those of their meetings.
 */
export function namesSelection(): (notes: ReadonlyMap<string, Note>, names: PersonNames) => readonly string[] {
  let seenBy: PersonNames | null = null;
  let before: ReadonlyMap<string, Note> = new Map();
  let people = new Map<string, Named>();
  let meetings = new Map<string, Map<string, Note>>();
  const meet = (written: string, by: 1 | -1): void => {
    const key = seenBy!.keyOf(written);
    if (key === '') return;
    const person = people.get(key) ?? { spellings: new Map<string, number>(), times: 0 };
    people.set(key, person);
    person.times += by;
    const spelling = seenBy!.nameOf(written);
    person.spellings.set(spelling, (person.spellings.get(spelling) ?? 0) + by);
    if (person.spellings.get(spelling) === 0) person.spellings.delete(spelling);
    if (person.times === 0) people.delete(key);
  };
  const meetAll = (meeting: string, by: 1 | -1): void => {
    const held = [...(meetings.get(meeting)?.values() ?? [])].sort((a, b) => (a.path < b.path ? -1 : 1));
    const names = held.flatMap(({ participants }) => participants.map((name) => [seenBy!.keyOf(name), name] as const));
    for (const name of new Map(names).values()) meet(name, by);
  };
  const count = (note: Note | undefined, by: 1 | -1): void => {
    for (const { owners } of note?.tasks ?? []) for (const owner of owners) meet(owner, by);
  };
  return (notes, names) => {
    if (seenBy !== names) {
      seenBy = names;
      before = new Map();
      people = new Map();
      meetings = new Map();
    }
    const changed = keysThatDiffer(notes, before).map((path) => [before.get(path), notes.get(path)] as const);
    const met = new Set(changed.flat().flatMap((note) => (note?.kind === 'meeting' ? meetingKey(note) : [])));
    for (const meeting of met) meetAll(meeting, -1);
    for (const [was, now] of changed) {
      count(was, -1);
      count(now, 1);
      if (was?.kind === 'meeting') meetings.get(meetingKey(was))!.delete(was.path);
      if (now?.kind !== 'meeting') continue;
      const key = meetingKey(now);
      meetings.set(key, (meetings.get(key) ?? new Map<string, Note>()).set(now.path, now));
    }
    for (const meeting of met) {
      meetAll(meeting, 1);
      if (meetings.get(meeting)?.size === 0) meetings.delete(meeting);
    }
    before = notes;
    return [...people]
      .map(([key, { spellings, times }]) => ({ key, times, name: mostFirst(spellings)[0]! }))
      .sort((a, b) => b.times - a.times || (a.key < b.key ? -1 : 1))
      .map(({ name }) => name);
  };
}
