import { MarkdownView, type App, type TFile } from 'obsidian';

/** The note of the active view, with its text as it stands there, unsaved typing too. */
export function activeNote(app: App): { readonly file: TFile; readonly text: string } | null {
  const view = app.workspace.getActiveViewOfType(MarkdownView);
  return view?.file == null ? null : { file: view.file, text: view.getViewData() };
}
