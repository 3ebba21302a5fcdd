import { countSaying, isSound, placeOf, retypeLine, spliceLines, type Line, type NoteText } from './note-text';
import type { ModelNote, World } from './world';

const MOST_LINES = 45;
const FEWEST_LINES = 8;
const FEWEST_PROPOSALS = 5;

/** What others do to the vault: a sync client, a script, a second editor. */
export function changeOutside(world: World, note: ModelNote = world.pickNote()): void {
  const { random, host } = world;
  if (random.chance(0.25)) world.lateBy = 1 + random.below(900);
  const kind = random.below(100);
  if (kind < 3) rename(world, note);
  else if (kind < 4) renameFolder(world);
  else if (kind < 6) remove(world, note);
  else {
    const next = changedText(world, note.disk);
    if (isSound(next)) world.writeOutside(note, next);
  }
  world.lateBy = 0;
  const file = host.app.vault.getFileByPath(note.path);
  // An event that comes again says nothing new.
  if (file !== null && random.chance(0.1)) host.app.vault.trigger(random.pick(['modify', 'create']), file);
}

/** Changes a line, or what stands around it, from outside: as happens between showing it and the key. */
export function changeAround(world: World, note: ModelNote, id: number): void {
  const { random, pool } = world;
  const at = placeOf(note.disk, id);
  if (at < 0 || !world.notes.includes(note)) return;
  const { lines } = note.disk;
  const { text } = lines[at]!;
  const below = at + 1 + random.below(lines.length - at);
  const twin = { id: pool.newId(), text: random.chance(0.7) ? text : pool.decided(text) };
  const fence = ['```', text, '```'].map((words) => ({ id: pool.newId(), text: words }));
  const next = random.pick<() => NoteText>([
    () => spliceLines(note.disk, at, 1, []),
    () => retypeLine(note.disk, at, random.chance(0.5) ? pool.decided(text) : `${text}x`),
    () => spliceLines(note.disk, random.below(at + 1), 0, [twin]),
    () => spliceLines(note.disk, below, 0, [twin]),
    () => spliceLines(note.disk, random.chance(0.5) ? at : below, 0, fence),
    () => spliceLines(note.disk, Math.max(0, at - 1), at === 0 ? 0 : 1, []),
    () => spliceLines(note.disk, at + 1, at + 1 < lines.length ? 1 : 0, []),
    () => (countSaying(note.disk, text) === 1 ? move(note.disk, at, random.below(lines.length)) : note.disk),
  ])();
  if (isSound(next)) world.writeOutside(note, next);
}

/** One change of some lines, as a person or a pipeline makes it. */
function changedText(world: World, note: NoteText): NoteText {
  const { random, pool } = world;
  const { lines } = note;
  const added = (...texts: readonly string[]): readonly Pick<Line, 'id' | 'text'>[] =>
    texts.map((text) => ({ id: pool.newId(), text }));
  const at = random.below(lines.length);
  const task = lines.findIndex(({ text }, index) => index >= at && /\[.\]/u.test(text));
  const masks = lines.flatMap(({ text }, index) => (/^(?:```|%%)$/.test(text) ? [index] : []));
  // An open fence or comment hides all that follows, so it is closed again before long.
  if (masks.length > 4 || (masks.length % 2 === 1 && random.chance(0.5)))
    return spliceLines(note, random.pick(masks), 1, []);
  const waiting = lines.filter(({ text }) => text.includes('[?]')).length;
  if (waiting < FEWEST_PROPOSALS && lines.length < MOST_LINES)
    return spliceLines(note, at, 0, added(pool.task(), pool.line(), pool.task(), pool.task()));
  const kind = random.below(lines.length > MOST_LINES ? 30 : 100);
  if (kind < 22 && lines.length > FEWEST_LINES)
    return spliceLines(note, at, 1 + random.below(lines.length > MOST_LINES ? 9 : 2), []);
  if (kind < 30)
    return note.lines.length > MOST_LINES ? spliceLines(note, 6, 20, []) : retypeLine(note, at, pool.line());
  if (kind < 44) return spliceLines(note, at, 0, added(pool.paragraph()));
  if (kind < 54) return spliceLines(note, at, 0, added(pool.line()));
  if (kind < 62 && task >= 0)
    return retypeLine(note, task, random.chance(0.5) ? pool.task(true) : pool.decided(lines[task]!.text));
  if (kind < 70 && task >= 0)
    return spliceLines(note, at, 0, added(random.chance(0.5) ? lines[task]!.text : pool.decided(lines[task]!.text)));
  if (kind < 77 && task >= 0)
    return spliceLines(note, random.below(lines.length), 0, added('```', lines[task]!.text, '```'));
  // Equal lines that trade places cannot be told apart, so only lines that say what no other says are moved.
  if (kind < 86 && task >= 0 && countSaying(note, lines[task]!.text) === 1)
    return move(note, task, random.below(lines.length));
  if (kind < 89) return spliceLines(note, at, 0, added(random.pick(['```', '%%'])));
  if (kind < 93) return withEnds(note, random.pick(['\n', '\r\n']));
  if (kind < 95) return { ...note, mark: note.mark === '' ? '\ufeff' : '' };
  if (kind < 97)
    return lines.at(-1)!.text === ''
      ? spliceLines(note, lines.length - 1, 1, [])
      : spliceLines(note, lines.length, 0, added(''));
  return spliceLines(note, lines.length, 0, added('## Action Items', ...random.some(lines, 3).map(({ text }) => text)));
}

function move(note: NoteText, from: number, to: number): NoteText {
  const line = note.lines[from]!;
  return spliceLines(spliceLines(note, from, 1, []), Math.min(to, note.lines.length - 1), 0, [line]);
}

function withEnds(note: NoteText, end: Line['end']): NoteText {
  return { ...note, lines: note.lines.map((line) => (line.end === '' ? line : { ...line, end })) };
}

function rename(world: World, note: ModelNote): void {
  const from = note.path;
  note.formerPath = from;
  note.path = `${world.random.pick(['Alpha', 'Beta', 'Gamma'])}/Note ${world.pool.newId()}.md`;
  world.host.app.doors.outside.rename(from, note.path);
}

function renameFolder(world: World): void {
  const { vault } = world.host.app;
  const folder = world.random.pick(vault.getAllFolders().map(({ path }) => path));
  const to = `Folder ${world.pool.newId()}`;
  for (const note of world.notes) {
    if (!note.path.startsWith(`${folder}/`)) continue;
    note.formerPath = note.path;
    note.path = to + note.path.slice(folder.length);
  }
  world.host.app.doors.outside.rename(folder, to);
}

/** Removes a note; another one comes in its place. An editor that hears of it late would save the note back. */
function remove(world: World, note: ModelNote): void {
  if (world.viewsOf(note).length > 0) world.lateBy = 0;
  world.notes.splice(world.notes.indexOf(note), 1);
  world.host.app.doors.outside.remove(note.path);
  const added = world.addNote();
  world.writeOutside(added, added.disk);
}
