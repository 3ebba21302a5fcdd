import { applyEdits, type Outcome } from './apply';
import type { Edit, Part } from './edit';
import type { NoteEdits } from './journal';

/**
 * The notes of an action in the turns in which they are written. `follows`: edits of copies, each with that of its best
 * line; from here on the edits say so themselves. All best lines are written in the first turn of their note. Copies
 * whose best line is in a note that comes later wait for a second turn of theirs, after it: where notes hold best lines
 * and copies crosswise, a note comes twice.
 */
export function inTurns(
  notes: readonly NoteEdits[],
  follows: ReadonlyMap<Edit, Edit> = new Map(),
): readonly NoteEdits[] {
  const parted = withParts(notes, follows);
  const groupsOf = ({ edits }: NoteEdits, role: Part['role']): readonly number[] =>
    edits.flatMap(({ part }) => (part?.role === role && !part.back ? [part.group] : []));
  const ahead = new Set(parted.flatMap((note) => groupsOf(note, 'best')));
  const later: NoteEdits[] = [];
  const first = parted.flatMap((note): readonly NoteEdits[] => {
    groupsOf(note, 'best').forEach((group) => ahead.delete(group));
    const waits = ({ part }: Edit): boolean => part?.role === 'copy' && !part.back && ahead.has(part.group);
    if (!note.edits.some(waits)) return [note];
    later.push({ ...note, edits: note.edits.filter(waits) });
    const now = note.edits.filter((edit) => !waits(edit));
    return now.length === 0 ? [] : [{ ...note, edits: now }];
  });
  return [...first, ...later];
}

function withParts(notes: readonly NoteEdits[], follows: ReadonlyMap<Edit, Edit>): readonly NoteEdits[] {
  if (follows.size === 0) return notes;
  const groups = new Map([...new Set(follows.values())].map((best, group) => [best, group]));
  const withPart = (edit: Edit): Edit => {
    const best = follows.get(edit);
    const group = groups.get(best ?? edit);
    return group === undefined
      ? edit
      : { ...edit, part: { group, role: best === undefined ? 'best' : 'copy', back: false } };
  };
  return notes.map((note) => ({ ...note, edits: note.edits.map(withPart) }));
}

/** What the first of a note's turns is foreseen to do. */
export interface ForeseenTurn {
  /** The text after it. */
  readonly text: string;
  readonly outcomes: readonly Outcome[];
  /** The edits of the later turns, made anew from that text where their lines were found. */
  readonly later: readonly Edit[];
}

/**
 * What becomes of a turn if it is written into `text` now. Edits of later turns are made anew, because lines alike are
 * told apart by their order only in the text that an edit was made from. `led`: the groups whose best line is written.
 */
export function foreseeTurn(
  text: string,
  edits: readonly Edit[],
  later: readonly Edit[],
  led: ReadonlySet<number>,
): ForeseenTurn {
  // To find a line again after the write, it is written as it is, and what would take that back is asked where it stands.
  const staying = later.map(({ part: _part, ...edit }): Edit => ({ ...edit, replacement: edit.expected }));
  const { text: after, outcomes } = applyEdits(text, [...edits, ...staying], led);
  return {
    text: after,
    outcomes: outcomes.slice(0, edits.length),
    later: later.map((edit, index) => {
      const stays = outcomes[edits.length + index]!;
      return stays.ok ? { ...edit, surroundings: stays.value.surroundings } : edit;
    }),
  };
}
