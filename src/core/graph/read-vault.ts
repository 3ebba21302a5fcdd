import { isInFolder } from '../note/note';
import { readingRules, readNote } from '../note/read-note';
import type { Settings } from '../settings';
import { changeNotes, EMPTY_GRAPH, type Graph } from './graph';

/**
 * The graph of a whole vault that is at hand as texts by path. Files that are not Markdown, and excluded folders, are
 * left out.
 */
export function readVault(files: Iterable<readonly [path: string, text: string]>, settings: Settings): Graph {
  const rules = readingRules(settings);
  const notes = [...files]
    .filter(([path]) => isRead(path, settings))
    .map(([path, text]) => [path, readNote(path, text, rules)] as const);
  return changeNotes(EMPTY_GRAPH, new Map(notes));
}

/** Whether the file at a path is a note that is read. */
export function isRead(path: string, { excludedFolders }: Pick<Settings, 'excludedFolders'>): boolean {
  return /\.md$/i.test(path) && !isInFolder(path, excludedFolders);
}
