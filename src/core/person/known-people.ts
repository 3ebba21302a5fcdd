import { finish, inSteps, type Steps } from '../base/steps';
import { gatherMeetings } from '../note/meetings';
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
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}

/** The names of the people that notes know, whoever is named most first. */
export function knownNames(notes: Iterable<Note>, names: PersonNames): readonly string[] {
  return finish(gatherPeople(notes, names, () => null)).people.map(({ name }) => name);
}
