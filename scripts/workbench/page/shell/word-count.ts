import type { App } from '../../obsidian/app/app';
import { MarkdownView } from '../../obsidian/views/markdown-view';
import { debounce } from '../../obsidian/base/text';

/** Shows how long the active note is, as Obsidian's status bar does. */
export function showWordCount(app: App): void {
  const { workspace } = app;
  const characters = app.statusBar.addItem();
  const words = app.statusBar.addItem();
  const update = debounce(
    () => {
      const view = workspace.getActiveViewOfType(MarkdownView);
      const text = view?.getViewData() ?? '';
      words.setText(view ? `${text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0} words` : '');
      characters.setText(view ? `${text.length} characters` : '');
    },
    100,
    true,
  );
  for (const name of ['active-leaf-change', 'file-open', 'editor-change'])
    workspace.on(name, () => {
      update();
    });
}
