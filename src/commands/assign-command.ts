import type { App } from 'obsidian';
import type { Store } from '../core/base/store';
import type { Graph } from '../core/graph/graph';
import type { Assign } from '../app/assign/assign';
import type { CommandActions } from './commands';

interface AssignCommandParts {
  readonly app: App;
  readonly graph: Store<Graph>;
  readonly assign: Assign;
}

/** The commands that give the note at hand an account, and that make two spellings one. */
export function assignCommands({
  app,
  graph,
  assign,
}: AssignCommandParts): Pick<CommandActions, 'canAssign' | 'assignAccount' | 'mergeAccounts'> {
  /** The path of the active note, where it is a meeting note. */
  const meeting = (): string | null => {
    const path = app.workspace.getActiveFile()?.path;
    return path !== undefined && graph.get().notes.get(path)?.kind === 'meeting' ? path : null;
  };
  return {
    canAssign: () => meeting() !== null,
    assignAccount() {
      const path = meeting();
      if (path !== null) assign.choose(path);
    },
    mergeAccounts: () => assign.merge(),
  };
}
