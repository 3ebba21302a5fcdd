import type { MarkdownView } from '../../scripts/workbench/obsidian/views/markdown-view';
import type { Edit } from '../../src/core/change/edit';
import { DEFAULT_STATUS_SYMBOLS } from '../../src/core/task/status';
import { decideTasks } from '../../src/core/triage/verbs';
import type { HostParts } from './host-parts';
import type { VirtualTime } from './virtual-time';

/** The edits that accept every line of a text that holds `words`, as they stand in it now. */
export function accept(path: string, text: string, words = '[?]'): readonly Edit[] {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  const decisions = lines.flatMap((raw, line) =>
    raw.includes('[?]') && raw.includes(words) ? [{ line, raw, verb: { name: 'accept' } as const }] : [],
  );
  return decideTasks(path, text, decisions, { today: '2026-11-23', symbols: DEFAULT_STATUS_SYMBOLS }).map((result) => {
    if (!result.ok) throw new Error(result.error.sentence);
    return result.value;
  });
}

/** Opens a note in a tab of its own. */
export async function openNote({ app }: HostParts, time: VirtualTime, path: string): Promise<MarkdownView> {
  const leaf = app.workspace.getLeaf('tab');
  await leaf.openFile(app.vault.getFileByPath(path) as never);
  await time.idle();
  return leaf.view as unknown as MarkdownView;
}

/** Types at the end of a line. */
export function typeAt({ editor }: MarkdownView, line: number, text: string): void {
  const place = { line, ch: editor.getLine(line).length };
  editor.replaceRange(text, place, place, 'input.type');
}

/** The text of a file, as it is. */
export function fileText({ app }: HostParts, path: string): string | null {
  return app.doors.outside.read(path);
}
