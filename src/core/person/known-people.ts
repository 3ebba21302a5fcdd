import type { Note } from '../note/note';
import { personKey } from './mine';

/** The people that notes know, as owners or participants, by the spelling they have most often. Whoever is named most comes first. */
export function knownPeople(notes: Iterable<Note>): readonly string[] {
  const people = new Map<string, { count: number; readonly spellings: Map<string, number> }>();
  const meet = (written: string): void => {
    const name = written.replace(/\s*\([^)]*\)?\s*$/, '').trim();
    const key = personKey(name);
    if (key === '') return;
    const person = people.get(key) ?? { count: 0, spellings: new Map<string, number>() };
    people.set(key, person);
    person.count++;
    person.spellings.set(name, (person.spellings.get(name) ?? 0) + 1);
  };
  for (const { kind, participants, tasks } of notes) {
    if (kind !== 'other') participants.forEach(meet);
    for (const { owners } of tasks) owners.forEach(meet);
  }
  return [...people.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ spellings }) => [...spellings].reduce((most, spelling) => (spelling[1] > most[1] ? spelling : most))[0]);
}
