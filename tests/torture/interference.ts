import { readable, typeElsewhere, typeInEditor } from './editor-steps';
import { changeAround, changeOutside } from './outside-steps';
import type { World } from './world';
import type { Request } from './written-lines';

/** Others change the lines that are about to be written, or those around them. */
export async function meddle(world: World, requests: readonly Request[]): Promise<void> {
  const { random } = world;
  if (requests.length === 0 || random.chance(0.7)) return;
  world.lateBy = random.chance(0.3) ? 1 + random.below(900) : 0;
  for (let times = 1 + random.below(3); times > 0; times--) {
    const { note, then, index } = random.pick(requests);
    changeAround(world, note, then.lines[index]!.id);
    await world.time.idle();
    world.follow();
  }
  world.lateBy = 0;
}

/** Somebody uses a note that is to go. */
export async function meddleWith(world: World, path: string): Promise<void> {
  const { random, notes, host } = world;
  const note = notes.find((known) => known.path === path);
  const file = note === undefined ? null : await readable(world, note);
  if (note === undefined || file === null) return;
  const kind = random.below(10);
  if (kind < 2) typeElsewhere(world, note);
  else if (kind < 4) changeOutside(world, note);
  else if (kind < 6) {
    await host.app.workspace.getLeaf('tab').openFile(file);
    await world.time.idle();
    world.follow();
    typeInEditor(world, world.viewsOf(note)[0]);
  }
}
