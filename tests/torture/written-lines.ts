import { sameLine, type Sameness } from './same-line';
import { asEdited, retypeLine, splitText, textOf, type NoteText } from './note-text';
import { WrongByte, type Buffer, type ModelNote, type World } from './world';

/** A line that an action is to write. */
export interface Request {
  readonly note: ModelNote;
  /** The text in which the user saw the line, and where. */
  readonly then: NoteText;
  readonly index: number;
  readonly before: string;
  readonly after: string;
  /** For a line that is marked as a copy: the request of its best line, without which it must not be written. */
  best: Request | null;
  /** What it takes back. */
  readonly undoes: Request | null;
}

/** A line that was written. */
export interface WrittenLine {
  readonly request: Request;
  readonly sameness: Sameness;
  /** The text after the write, and where the line stands in it. */
  readonly then: NoteText;
  readonly index: number;
}

const TYPING_MS = 3000;

/** Every copy that was written needs its best line written, at any moment. */
export function checkGroups(written: readonly WrittenLine[]): void {
  const done = new Set(written.map(({ request }) => request));
  const alone = written.find(({ request: { best } }) => best !== null && !done.has(best));
  if (alone === undefined) return;
  const { note, after, best } = alone.request;
  throw new WrongByte(
    `“${note.path}”: ${JSON.stringify(after)} was marked as a copy, and its best line was not written: “${best!.note.path}” ${JSON.stringify(best!.after)}`,
  );
}

/**
 * Compares every note with the model after an action: what changed has to be lines that were asked for, each of them
 * once, and no other byte. What comes back was written; the model knows it from then on.
 */
export function findWritten(world: World, requests: readonly Request[]): readonly WrittenLine[] {
  const written = [...new Set(requests.map(({ note }) => note))].flatMap((note) => {
    const asked = requests.filter((request) => request.note === note);
    const open = world.viewsOf(note).filter((view) => view.getMode() === 'source');
    const lines = open.length > 0 ? inEditor(world, note, asked) : inFile(world, note, asked);
    const typed = world.typedElsewhere.get(note) ?? -Infinity;
    if (lines.length > 0 && world.time.now() - typed <= TYPING_MS)
      throw new WrongByte(`“${note.path}” was written while somebody typed in it elsewhere`);
    return lines;
  });
  world.follow();
  return written;
}

function inFile(world: World, note: ModelNote, asked: readonly Request[]): readonly WrittenLine[] {
  const actual = world.fileText(note);
  if (actual === null || actual === textOf(note.disk)) return [];
  const { text, written } = explain(note, note.disk, actual, asked);
  note.disk = text;
  world.remember(note, text);
  return written;
}

function inEditor(world: World, note: ModelNote, asked: readonly Request[]): readonly WrittenLine[] {
  const changed = world
    .viewsOf(note)
    .filter((view) => view.getMode() === 'source' && view.editor.getValue() !== textOf(world.buffers.get(view)!.text));
  const [view] = changed;
  if (view === undefined) return [];
  const actual = view.editor.getValue();
  if (changed.some(({ editor }) => editor.getValue() !== actual))
    throw new WrongByte(`“${note.path}” was written differently in two editors`);
  // One was written, the one that is most like it; another pane that held something else shows the same since.
  const [{ text: before }] = changed
    .map((one) => world.buffers.get(one)!)
    .sort((a, b) => differences(a.text, actual) - differences(b.text, actual)) as [Buffer];
  const dirty = [...world.buffers.values()].some(
    (buffer) => buffer.note === note && buffer.dirty && textOf(buffer.text) === textOf(before),
  );
  const { text, written: lines } = explain(note, before, actual, asked);
  // What came from outside must not be overwritten by an editor that does not show it yet. Typing is saved by the
  // editor in its time.
  const behind =
    textOf(asEdited(note.disk)) !== textOf(before) && (!dirty || world.fileText(note) !== textOf(note.disk));
  if (behind)
    throw new WrongByte(
      `“${note.path}” was written in an editor that did not show its file:\n${JSON.stringify(textOf(before))}\ninstead of\n${JSON.stringify(textOf(note.disk))}`,
    );
  const typed = world
    .viewsOf(note)
    .find(
      (pane) => world.buffers.get(pane)!.dirty && textOf(world.buffers.get(pane)!.text) !== textOf(asEdited(note.disk)),
    );
  if (typed !== undefined && changed.some((pane) => pane.dirty && !world.buffers.get(pane)!.dirty))
    throw new WrongByte(`“${note.path}” was written in a pane beside the one with unsaved typing`);
  changed.forEach((one) => world.hold(one, text));
  return lines;
}

/** In how many lines a text differs from the note; all of them where lines came or went. */
function differences(note: NoteText, actual: string): number {
  return isFramed(note, actual)
    ? splitText(actual).filter(({ text }, at) => text !== note.lines[at]!.text).length
    : Number.MAX_SAFE_INTEGER;
}

/** Whether a text has as many lines as the note, and the same ends. */
function isFramed({ mark, lines }: NoteText, actual: string): boolean {
  const read = splitText(actual);
  return (
    read.length === lines.length &&
    read.every(({ end }, at) => end === lines[at]!.end) &&
    actual.startsWith('\ufeff') === (mark !== '')
  );
}

function explain(
  note: ModelNote,
  now: NoteText,
  actual: string,
  asked: readonly Request[],
): { readonly text: NoteText; readonly written: readonly WrittenLine[] } {
  const lines = splitText(actual);
  const wrong = (what: string): WrongByte =>
    new WrongByte(`“${note.path}”: ${what}\nbefore ${JSON.stringify(textOf(now))}\nafter  ${JSON.stringify(actual)}`);
  if (!isFramed(now, actual)) throw wrong('lines or line ends were added or lost');
  const changed = lines.flatMap((line, at) => {
    const { text: before } = now.lines[at]!;
    if (line.text === before) return [];
    const fitting = asked.filter((request) => request.before === before && request.after === line.text);
    if (fitting.length === 0) throw wrong(`line ${at + 1} changed, but nobody asked for that`);
    const told = fitting.flatMap((request): Told[] => {
      const sameness = sameLine(request.then, request.index, now, at);
      return sameness === null ? [] : [{ request, sameness, index: at }];
    });
    // The very line first, so that the others are asked about only where it has to be.
    return [
      {
        at,
        fitting,
        told: [
          ...told.filter(({ sameness }) => sameness === 'itself'),
          ...told.filter(({ sameness }) => sameness !== 'itself'),
        ],
      },
    ];
  });
  const written = eachItsOwn(changed.map(({ told }) => told));
  if (written === null) {
    const { at, fitting } = changed.find(({ told }) => told.length === 0) ?? changed[0]!;
    const { then, index } = fitting[0]!;
    throw wrong(
      `line ${at + 1} was written, but another line of the same text was meant: line ${index + 1} of ${JSON.stringify(textOf(then))}`,
    );
  }
  const text = written.reduce((retyped, { index }) => retypeLine(retyped, index, lines[index]!.text), now);
  return { text, written: written.map((line) => ({ ...line, then: text })) };
}

type Told = Omit<WrittenLine, 'then'>;

/** One of the choices for each line, no request twice; null where there is no such choice. */
function eachItsOwn(
  choices: readonly (readonly Told[])[],
  taken: ReadonlySet<Request> = new Set(),
): readonly Told[] | null {
  const [first, ...rest] = choices;
  if (first === undefined) return [];
  for (const told of first) {
    if (taken.has(told.request)) continue;
    const others = eachItsOwn(rest, new Set([...taken, told.request]));
    if (others !== null) return [told, ...others];
  }
  return null;
}
