import type { TFile } from '../../scripts/workbench/obsidian/vault/file-tree';
import type { WorkspaceLeaf } from '../../scripts/workbench/obsidian/window/workspace-leaf';
import type { MarkdownView } from '../../scripts/workbench/obsidian/views/markdown-view';
import { retypeLine, spliceLines, type NoteText } from './note-text';
import type { ModelNote, World } from './world';

const MOST_LEAVES = 6;

/** The user types in an open editor. */
export function typeInEditor(world: World, view = editors(world)[0]): void {
  const { random, pool } = world;
  if (view === undefined) return;
  const { text } = world.buffers.get(view)!;
  const at = random.below(text.lines.length);
  const line = text.lines[at]!;
  const kind = random.below(10);
  const decided = pool.decided(line.text);
  const typed = (changed: NoteText, insert: string, from: number, to: number): void => {
    const position = (ch: number): { line: number; ch: number } =>
      ch < 0 ? { line: at + 1, ch: 0 } : { line: at, ch };
    view.editor.replaceRange(insert, position(from), position(to), 'input.type');
    world.hold(view, changed);
  };
  if (kind < 4) typed(retypeLine(text, at, `${line.text}x`), 'x', line.text.length, line.text.length);
  else if (kind < 6 && /\[.\]/u.test(line.text)) typed(retypeLine(text, at, decided), decided, 0, line.text.length);
  else if (kind < 7 && at + 1 < text.lines.length && text.lines.length > 4)
    typed(spliceLines(text, at, 1, []), '', 0, -1);
  else {
    const added = random.chance(0.5) ? pool.line() : line.text;
    typed(spliceLines(text, at, 0, [{ id: pool.newId(), text: added }]), `${added}\n`, 0, 0);
  }
  world.follow();
}

/** The user presses Ctrl+Z. */
export function pressUndo(world: World): void {
  const [view] = editors(world);
  view?.editor.undo();
  world.follow(view);
}

/** The user opens, closes, splits and switches tabs. */
export async function changeTabs(world: World): Promise<void> {
  const {
    random,
    host: { app },
  } = world;
  const { workspace } = app;
  const leaves: WorkspaceLeaf[] = [];
  workspace.iterateRootLeaves((leaf) => {
    leaves.push(leaf);
  });
  const leaf = random.pick(leaves);
  const view = random.pick([undefined, ...world.views()]);
  const file = await readable(world, world.pickNote());
  const kind = random.below(10);
  if (leaves.length > MOST_LEAVES || kind < 1) leaf.detach();
  else if (kind < 3 && file !== null) await workspace.getLeaf(random.pick(['tab', 'split', false])).openFile(file);
  // A tab behind another one, whose view is not built until it is shown.
  else if (kind < 4 && file !== null)
    await workspace.getLeaf('tab').setViewState({ type: 'markdown', state: { file: file.path }, active: false });
  else if (kind < 5) workspace.setActiveLeaf(leaf, { focus: true });
  else if (kind < 7 && view !== undefined) await workspace.duplicateLeaf(view.leaf, 'vertical');
  else if (kind < 9 && view !== undefined) await view.setMode(view.getMode() === 'source' ? 'preview' : 'source');
  else await view?.save();
  await world.time.idle();
  world.follow();
}

/** The file of a note, if it can be read now. */
export async function readable(
  {
    host: {
      app: { vault },
    },
  }: World,
  { path }: ModelNote,
): Promise<TFile | null> {
  const file = vault.getFileByPath(path);
  return file === null
    ? null
    : vault.read(file).then(
        () => file,
        () => null,
      );
}

/** Somebody types in an editor of a note that is in no tab: a card on a canvas, an embed. */
export function typeElsewhere(world: World, note: ModelNote = world.pickNote()): void {
  const { vault, workspace } = world.host.app;
  workspace.trigger('editor-change', {}, { file: vault.getFileByPath(note.path) });
  world.typedElsewhere.set(note, world.time.now());
}

/** The open editors in source mode, in an order of chance. */
function editors(world: World): readonly MarkdownView[] {
  const open = world.views().filter((view) => view.getMode() === 'source' && world.buffers.has(view));
  const from = open.length === 0 ? 0 : world.random.below(open.length);
  return [...open.slice(from), ...open.slice(0, from)];
}
