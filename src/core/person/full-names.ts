import type { Note } from '../note/note';
import { personKey, type PersonNames } from './person-names';

/** Says whom the names in a note mean, by the keys of their people. */
export type NamesInNote = (note: Pick<Note, 'participants' | 'tasks'>) => (name: string) => string;

/**
 * Who the names in one note are: "Ana" is "Ana de la Cruz" where the note names her, as somebody who took part or owns
 * a task, and nobody else whose name begins so.
 */
export function namesInNotes({ keyOf }: Pick<PersonNames, 'keyOf'>): NamesInNote {
  // The same names come again and again.
  const spelled = new Map<string, string>();
  const spelledKey = (name: string): string => {
    const known = spelled.get(name) ?? personKey(name);
    spelled.set(name, known);
    return known;
  };
  return ({ participants, tasks }) => {
    const full = [...participants, ...tasks.flatMap(({ owners }) => owners)].filter((name) => /\s/.test(name));
    return (name) => {
      const own = keyOf(name);
      const start = spelledKey(name);
      if (own !== start) return own;
      const longer = full.filter((other) => spelledKey(other).startsWith(`${start} `)).map(keyOf);
      return longer.length > 0 && longer.every((key) => key === longer[0]) ? longer[0]! : own;
    };
  };
}
