import { MarkdownView, type App, type TFile } from 'obsidian';

/** A note that is open, with its text as it stands there, unsaved typing too. */
export interface OpenNote {
  readonly file: TFile;
  readonly text: string;
}

/** The note of the active view, or null. */
export function activeNote(app: App): OpenNote | null {
  const view = app.workspace.getActiveViewOfType(MarkdownView);
  return view?.file == null ? null : { file: view.file, text: view.getViewData() };
}
