import type { Steps } from '../base/steps';
import { folderOf } from '../note/note';
import type { NoteFacts } from './facts';

/** Something that notes have, and how many do. */
export interface Counted {
  readonly name: string;
  readonly notes: number;
}

/** What a vault is made of. Of each list, what most notes have comes first. */
export interface VaultCounts {
  readonly notes: number;
  readonly tags: readonly Counted[];
  readonly folders: readonly Counted[];
  readonly properties: readonly Counted[];
  readonly headings: readonly Counted[];
  /** How many boxes are open. */
  readonly boxes: number;
}

/** Counts tags, folders, properties, headings and open boxes, in steps. */
export function* countVault(facts: readonly NoteFacts[]): Steps<VaultCounts> {
  const tags = counted(facts, (note) => note.tags);
  yield;
  const folders = counted(facts, ({ path }) => (folderOf(path) === '' ? [] : [folderOf(path)]));
  yield;
  const properties = counted(facts, (note) => note.properties.map(({ key }) => key));
  yield;
  const headings = counted(facts, (note) => note.headings);
  yield;
  const boxes = facts.reduce((sum, note) => sum + note.boxes, 0);
  return { notes: facts.length, tags, folders, properties, headings, boxes };
}

function counted(facts: readonly NoteFacts[], namesIn: (note: NoteFacts) => readonly string[]): readonly Counted[] {
  const counts = new Map<string, number>();
  for (const note of facts) for (const name of new Set(namesIn(note))) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, notes]) => ({ name, notes }))
    .sort((a, b) => b.notes - a.notes || (a.name < b.name ? -1 : 1));
}
