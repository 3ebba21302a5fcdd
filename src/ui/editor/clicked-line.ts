import { ViewPlugin } from '@codemirror/view';
import { editorInfoField, type Editor, type Plugin } from 'obsidian';
import { pathOf } from './path-of';

/**
 * Tells, while the menu of an editor is made, at which of its lines (from 0) it was asked for; null where that is not
 * known. The cursor does not tell: it follows a right click later, or not at all, as on a button.
 */
export function followClickedLine(owner: Plugin): (editor: Editor) => number | null {
  let last: { readonly editor: Editor | undefined; readonly line: number } | null = null;
  owner.registerEditorExtension(
    ViewPlugin.define((view) => {
      const remember = ({ clientX: x, clientY: y }: MouseEvent): void => {
        if (pathOf(view) === null) return;
        const { doc } = view.state;
        const clicked = {
          editor: view.state.field(editorInfoField).editor,
          line: doc.lineAt(view.posAtCoords({ x, y }, false)).number - 1,
        };
        last = clicked;
        // The menu is made while the event is handled.
        window.setTimeout(() => {
          if (last === clicked) last = null;
        });
      };
      view.dom.addEventListener('contextmenu', remember, { capture: true });
      return { destroy: () => view.dom.removeEventListener('contextmenu', remember, { capture: true }) };
    }),
  );
  return (editor) => (last?.editor === editor ? last.line : null);
}
