import type { FileEffect, NoteEdits } from '../../src/core/change/journal';
import { asEdited, textOf, type NoteText } from './note-text';
import { WrongByte, type ModelNote, type World } from './world';

/** A note that an action is to make, or to move to the trash. */
export interface EffectRequest {
  readonly path: string;
  readonly kind: FileEffect['kind'];
  /** What the note holds, with the identity of its lines. */
  readonly text: NoteText;
  /** Whether it was seen that this was done. */
  isDone: boolean;
}

const TYPING_MS = 3000;
const MOST_NOTES = 40;

/** A note that the user wants to have; now and then at a path that is taken. */
export function newNote(world: World): EffectRequest | null {
  if (world.notes.length >= MOST_NOTES) return null;
  const { random, pool } = world;
  const path = random.chance(0.1) ? world.pickNote().path : `${random.pick(['Alpha', 'New'])}/Page ${pool.newId()}.md`;
  return { path, kind: 'create', text: pool.note(), isDone: false };
}

/** What the action has to say of it. */
export function effectEdits({ path, kind, text }: EffectRequest): NoteEdits {
  return { path, edits: [], effect: { kind, text: textOf(text) } };
}

/** What taking an action back does to whole notes; `made` are the texts of those that were made. */
export function effectsOf(notes: readonly NoteEdits[], made: ReadonlyMap<string, NoteText>): readonly EffectRequest[] {
  return notes.flatMap(({ path, effect }) =>
    effect === undefined ? [] : [{ path, kind: effect.kind, text: made.get(effect.text)!, isDone: false }],
  );
}

/** Takes into the model which of the notes were made or moved to the trash, where that was right. */
export function followEffects(world: World, effects: readonly EffectRequest[]): void {
  for (const effect of effects) {
    const note = world.notes.find(({ path }) => path === effect.path);
    const actual = world.host.app.doors.outside.read(effect.path);
    if (effect.isDone) continue;
    if (effect.kind === 'create' && note === undefined && actual !== null) {
      if (actual !== textOf(effect.text)) throw new WrongByte(`“${effect.path}” was made with another text`);
      world.addNote(effect.path, effect.text);
      effect.isDone = true;
    } else if (effect.kind === 'trash' && note !== undefined && actual === null) {
      const fault = faultOfTrash(world, note, textOf(effect.text));
      if (fault !== null) throw new WrongByte(`“${effect.path}” was moved to the trash, although ${fault}`);
      world.notes.splice(world.notes.indexOf(note), 1);
      effect.isDone = true;
    }
  }
}

function faultOfTrash(world: World, note: ModelNote, made: string): string | null {
  if (textOf(note.disk) !== made) return 'it was changed since it was made';
  const held = textOf(asEdited(note.disk));
  if ([...world.buffers.values()].some((buffer) => buffer.note === note && textOf(buffer.text) !== held))
    return 'an editor of it held unsaved typing';
  return world.time.now() - (world.typedElsewhere.get(note) ?? -Infinity) <= TYPING_MS
    ? 'somebody typed in it elsewhere'
    : null;
}
