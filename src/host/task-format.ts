import type { App } from 'obsidian';
import type { FieldFormat } from '../core/task/tasks-tail';
import type { Failure } from './failure';
import { words } from '../words/words';

const TASKS_PLUGIN = 'obsidian-tasks-plugin';

/**
 * How the Tasks plugin writes fields, as far as it is known: emoji until its settings were read, where it is not
 * installed, and where they say nothing else. It keeps its settings to itself, so what it stored is read, once the
 * layout is ready and again each time it is asked for: what somebody changes there holds from the second decision on.
 */
export function createTaskFormat(app: App, failure: Failure): () => FieldFormat {
  let format: FieldFormat = 'emoji';
  const read = (): void =>
    failure.guard(words.failures.tasksPlugin, async () => {
      const stored = await tasksPlugin(app)?.loadData?.();
      format = typeof stored === 'object' && stored?.taskFormat === 'dataview' ? 'dataview' : 'emoji';
    });
  app.workspace.onLayoutReady(read);
  return () => {
    read();
    return format;
  };
}

/** The part of the Tasks plugin that is used. Obsidian types neither it nor the list of plugins. */
interface TasksPlugin {
  readonly loadData?: () => Promise<{ readonly taskFormat?: unknown } | null | undefined>;
}

function tasksPlugin(app: App): TasksPlugin | undefined {
  const { plugins } = app as App & { plugins?: { plugins?: Readonly<Record<string, TasksPlugin | undefined>> } };
  return plugins?.plugins?.[TASKS_PLUGIN];
}
