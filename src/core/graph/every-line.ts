import type { Note } from '../note/note';
import { accountKeyOf, isEvidence, type Graph } from './graph';
import { byPath, glanceOf, type Viewpoint } from './select';
import { taskLines, singleTask } from './task-rows';
import type { StatementRow, TaskRow } from './rows';
import { KINDS, singleStatement, statementLines } from './statement-rows';

/** Every task of the vault, line by line, in order of path and line; evidence is told apart. */
export function selectTasks(graph: Graph, viewpoint: Viewpoint): readonly TaskRow[] {
  const glance = glanceOf(viewpoint);
  return notesInOrder(graph).flatMap((note) => {
    if (note.kind === 'other' && !isEvidence(graph, note, viewpoint.settings.readOtherProposals)) return [];
    return taskLines(note).map((line) => singleTask(line, note, accountName(graph, note), glance));
  });
}

/** Every decision or fact of the vault's customer notes, line by line, in order of path and line. */
export function selectStatements(graph: Graph, what: 'decisions' | 'facts'): readonly StatementRow[] {
  return notesInOrder(graph).flatMap((note) =>
    note.kind === 'other'
      ? []
      : statementLines(note)
          .filter(({ kind }) => kind === KINDS[what])
          .map((line) => singleStatement(line, note.title, accountName(graph, note))),
  );
}

function accountName(graph: Graph, note: Note): string | null {
  const key = note.kind === 'other' ? null : accountKeyOf(graph, note.path);
  return key === null ? null : graph.resolution.accounts.get(key)!.name;
}

function notesInOrder(graph: Graph): readonly Note[] {
  return [...graph.notes.values()].sort(byPath);
}
