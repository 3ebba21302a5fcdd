import type { Command } from 'obsidian';
import type { App } from '../../obsidian/app/app';
import { MarkdownView } from '../../obsidian/views/markdown-view';
import { setTheme } from './appearance';
import { CommandPalette } from './command-palette';
import { forgetLayout } from './layout';
import type { Overlay } from './overlay';
import { QuickSwitcher } from './quick-switcher';

function newNotePath(app: App): string {
  for (let number = 0; ; number += 1) {
    const path = number === 0 ? 'Untitled.md' : `Untitled ${number}.md`;
    if (!app.vault.getAbstractFileByPath(path)) return path;
  }
}

/** Makes an empty note and opens it. */
export async function createNote(app: App): Promise<void> {
  const file = await app.vault.create(newNotePath(app), '');
  await app.workspace.getLeaf(false).openFile(file);
}

/** Registers what Obsidian itself can do. */
export function addAppCommands(app: App, overlay: Overlay): void {
  const all = [...windowCommands(app), ...tabCommands(app), ...noteCommands(app), resetCommand(app, overlay)];
  for (const command of all) app.commands.addCommand(command);
}

function windowCommands(app: App): readonly Command[] {
  const { workspace } = app;
  return [
    {
      id: 'command-palette:open',
      name: 'Command palette: Open command palette',
      hotkeys: [{ modifiers: ['Mod'], key: 'p' }],
      callback: () => new CommandPalette(app).open(),
    },
    {
      id: 'switcher:open',
      name: 'Quick switcher: Open quick switcher',
      hotkeys: [{ modifiers: ['Mod'], key: 'o' }],
      callback: () => new QuickSwitcher(app).open(),
    },
    {
      id: 'app:open-settings',
      name: 'Open settings',
      hotkeys: [{ modifiers: ['Mod'], key: ',' }],
      callback: () => app.setting.open(),
    },
    {
      id: 'theme:toggle-light-dark',
      name: 'Toggle light/dark mode',
      callback: () => setTheme(app, app.isDarkMode() ? 'light' : 'dark'),
    },
    {
      id: 'app:toggle-left-sidebar',
      name: 'Toggle left sidebar',
      callback: () => workspace.leftSplit.toggle(),
    },
    {
      id: 'app:toggle-right-sidebar',
      name: 'Toggle right sidebar',
      callback: () => workspace.rightSplit.toggle(),
    },
    { id: 'file-explorer:new-file', name: 'Create new note', callback: () => createNote(app) },
  ];
}

function tabCommands({ workspace }: App): readonly Command[] {
  return [
    { id: 'workspace:new-tab', name: 'New tab', callback: () => workspace.openEmptyTab() },
    {
      id: 'workspace:close',
      name: 'Close current tab',
      callback: () => workspace.activeLeaf?.detach(),
    },
    {
      id: 'workspace:split-vertical',
      name: 'Split right',
      callback: () => {
        if (workspace.activeLeaf) void workspace.duplicateLeaf(workspace.activeLeaf, 'vertical');
      },
    },
    {
      id: 'workspace:split-horizontal',
      name: 'Split down',
      callback: () => {
        if (workspace.activeLeaf) void workspace.duplicateLeaf(workspace.activeLeaf, 'horizontal');
      },
    },
    {
      id: 'app:go-back',
      name: 'Navigate back',
      hotkeys: [{ modifiers: ['Mod', 'Alt'], key: 'ArrowLeft' }],
      callback: () => workspace.activeLeaf?.history.back(),
    },
    {
      id: 'app:go-forward',
      name: 'Navigate forward',
      hotkeys: [{ modifiers: ['Mod', 'Alt'], key: 'ArrowRight' }],
      callback: () => workspace.activeLeaf?.history.forward(),
    },
  ];
}

function noteCommands({ workspace }: App): readonly Command[] {
  const noteView = (): MarkdownView | null => workspace.getActiveViewOfType(MarkdownView);
  const onNote =
    (run: (view: MarkdownView) => unknown) =>
    (checking: boolean): boolean => {
      const view = noteView();
      if (view && !checking) run(view);
      return view !== null;
    };
  return [
    {
      id: 'markdown:toggle-preview',
      name: 'Toggle reading view',
      hotkeys: [{ modifiers: ['Mod'], key: 'e' }],
      checkCallback: onNote((view) => view.setMode(view.getMode() === 'source' ? 'preview' : 'source')),
    },
    {
      id: 'editor:toggle-source',
      name: 'Toggle Live Preview/Source mode',
      checkCallback: onNote((view) => view.setSource(view.getState()['source'] !== true)),
    },
    {
      id: 'editor:save-file',
      name: 'Save current file',
      hotkeys: [{ modifiers: ['Mod'], key: 's' }],
      checkCallback: onNote((view) => view.save()),
    },
  ];
}

function resetCommand(app: App, overlay: Overlay): Command {
  return {
    id: 'workbench:reset-vault',
    name: 'Workbench: Reset vault (forget all changes)',
    callback: async () => {
      await overlay.clear();
      forgetLayout(app);
      location.reload();
    },
  };
}
