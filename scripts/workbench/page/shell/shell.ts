import type { App } from '../../obsidian/app/app';
import { setIcon } from '../../obsidian/elements/icons';
import { Platform } from '../../obsidian/base/platform';
import { watchTooltips } from '../../obsidian/elements/tooltip';
import { applyTheme, AppearanceTab } from './appearance';
import { createNote } from './app-commands';
import { FileExplorer } from './file-explorer';
import { BacklinkView, OutlineView } from './side-views';
import { showWordCount } from './word-count';

/** Puts the app into the page: its window, its keys, its own views. */
export function mountShell(app: App): void {
  const { body } = document;
  body.addClasses(
    [
      'mod-windows',
      'is-hidden-frameless',
      Platform.isMobile ? 'is-mobile' : 'is-desktop',
      Platform.isPhone ? 'is-phone' : '',
      Platform.isTablet ? 'is-tablet' : '',
    ].filter(Boolean),
  );
  applyTheme(app);
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => applyTheme(app));
  document.title = `${app.vault.getName()} - Workbench`;
  const container = body.createDiv({ cls: 'app-container' });
  container.createDiv({ cls: 'horizontal-main-container' }).appendChild(app.workspace.containerEl);
  container.appendChild(app.statusBar.containerEl);
  registerViews(app);
  fillRibbon(app);
  addVaultProfile(app);
  if (Platform.isMobile) addMobileParts(app, container);
  else showWordCount(app);
  app.setting.addSettingTab(new AppearanceTab(app));
  watchTooltips(document);
  window.addEventListener('keydown', (event) => app.keymap.onKeyEvent(event), true);
  app.workspace.on('window-open', (_leaves, opened) => {
    const win = opened as Window;
    watchTooltips(win.document);
    win.addEventListener('keydown', (event) => app.keymap.onKeyEvent(event), true);
    win.addEventListener('resize', () => app.workspace.trigger('resize'));
  });
  window.addEventListener('resize', () => app.workspace.trigger('resize'));
  window.addEventListener('beforeunload', () =>
    app.workspace.trigger('quit', { add: () => undefined, addPromise: () => undefined }),
  );
}

function registerViews(app: App): void {
  const { viewRegistry } = app;
  viewRegistry.registerView('file-explorer', (leaf) => new FileExplorer(leaf as never, app) as never);
  viewRegistry.registerView('outline', (leaf) => new OutlineView(leaf as never, app) as never);
  viewRegistry.registerView('backlink', (leaf) => new BacklinkView(leaf as never, app) as never);
}

function fillRibbon(app: App): void {
  const { leftRibbon } = app.workspace;
  const run = (id: string) => (): void => {
    app.commands.executeCommandById(id);
  };
  leftRibbon.addAction('switcher:open', 'file-search', 'Open quick switcher', run('switcher:open'));
  leftRibbon.addAction('command-palette:open', 'terminal', 'Open command palette', run('command-palette:open'));
}

function addVaultProfile(app: App): void {
  const profile = app.workspace.leftSplit.containerEl.createDiv({ cls: 'workspace-sidedock-vault-profile' });
  profile.createDiv({ cls: 'workspace-drawer-vault-name', text: app.vault.getName() });
  const button = (icon: string, label: string, id: string): void => {
    const el = profile.createEl('button', { cls: 'clickable-icon', attr: { 'aria-label': label } });
    setIcon(el, icon);
    el.addEventListener('click', () => {
      app.commands.executeCommandById(id);
    });
  };
  button('sun-moon', 'Toggle light/dark mode', 'theme:toggle-light-dark');
  button('settings', 'Settings', 'app:open-settings');
}

/** On a phone the ribbon's actions stand in a menu at the foot, beside the buttons of the side bars. */
function addMobileParts(app: App, container: HTMLElement): void {
  const { workspace } = app;
  workspace.containerEl.createDiv({ cls: 'workspace-drawer-cover' }).addEventListener('click', () => {
    workspace.leftSplit.collapse();
    workspace.rightSplit.collapse();
  });
  const bar = container.createDiv({ cls: 'mobile-navbar', attr: { role: 'toolbar', 'aria-label': 'Navigation' } });
  const button = (icon: string, label: string, press: () => unknown): void => {
    const el = bar.createEl('button', { cls: 'clickable-icon', attr: { 'aria-label': label } });
    setIcon(el, icon);
    el.addEventListener('click', () => {
      void press();
    });
  };
  button('panel-left', 'Toggle left sidebar', () => workspace.leftSplit.toggle());
  button('search', 'Open quick switcher', () => app.commands.executeCommandById('switcher:open'));
  button('plus', 'New note', () => createNote(app));
  button('terminal', 'Open command palette', () => app.commands.executeCommandById('command-palette:open'));
  button('panel-right', 'Toggle right sidebar', () => workspace.rightSplit.toggle());
}
