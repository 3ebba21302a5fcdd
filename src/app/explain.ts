import { explanationOf } from '../core/graph/explanation';
import type { Context } from './context';
import { words } from '../words/words';

/** Shows what was read of the note at hand, line by line, and why the rest was not. */
export interface Explain {
  readonly canExplain: () => boolean;
  readonly explainNote: () => void;
}

/** How a note is explained. */
export function createExplain({
  graph,
  settings,
  vault,
  prompts,
}: Pick<Context, 'graph' | 'settings' | 'vault' | 'prompts'>): Explain {
  return {
    canExplain: () => vault.activeNote() !== null,
    explainNote() {
      const open = vault.activeNote();
      if (open === null) return;
      const { accounts, accountOf } = graph.get().resolution;
      const belonging = accountOf.get(open.path);
      const account = belonging === undefined ? undefined : accounts.get(belonging.key);
      prompts.explain({
        title: words.explain.title(open.name),
        ...explanationOf(
          open.path,
          open.text,
          settings.get(),
          account === undefined ? null : { name: account.name, reason: belonging!.reason },
        ),
        open: (line) => vault.open({ path: open.path, line }, null),
      });
    },
  };
}
