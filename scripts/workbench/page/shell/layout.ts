import type { App } from '../../obsidian/app/app';

const KEY = 'workbench-layout';

/** Puts the layout of the last visit back, or Obsidian's first one, and keeps it from now on. */
export async function restoreLayout(app: App): Promise<void> {
  const { workspace } = app;
  await workspace.changeLayout(app.loadLocalStorage(KEY) ?? firstLayout());
  workspace.on('layout-save', () => app.saveLocalStorage(KEY, workspace.getLayout()));
}

function sideBar(
  collapsed: boolean,
  leaves: readonly { readonly type: string; readonly title: string; readonly icon: string }[],
): object {
  return {
    type: 'split',
    direction: 'horizontal',
    collapsed,
    children: [{ type: 'tabs', currentTab: 0, children: leaves.map((state) => ({ type: 'leaf', state })) }],
  };
}

function firstLayout(): object {
  return {
    left: sideBar(window.innerWidth < 700, [{ type: 'file-explorer', title: 'Files', icon: 'folder-closed' }]),
    right: sideBar(true, [
      { type: 'backlink', title: 'Backlinks', icon: 'arrow-down-left' },
      { type: 'outline', title: 'Outline', icon: 'list' },
    ]),
  };
}

/** Forgets the kept layout. */
export function forgetLayout(app: App): void {
  app.saveLocalStorage(KEY, null);
}
