import type { FuzzyMatch, TFile } from 'obsidian';
import type { App } from '../../obsidian/app/app';
import { Keymap } from '../../obsidian/base/scope';
import { renderMatches } from '../../obsidian/base/search';
import { FuzzySuggestModal } from '../../obsidian/overlays/suggest-modal';

/** All notes, the last opened first. */
export class QuickSwitcher extends FuzzySuggestModal<TFile> {
  constructor(private readonly host: App) {
    super(host.asObsidian());
    this.setPlaceholder('Find or create a note...');
    this.setInstructions([
      { command: '↑↓', purpose: 'to navigate' },
      { command: '↵', purpose: 'to open' },
      { command: 'ctrl ↵', purpose: 'to open in new tab' },
      { command: 'esc', purpose: 'to dismiss' },
    ]);
    this.scope.register(['Mod'], 'Enter', (event) => {
      this.selectActiveSuggestion(event);
      return false;
    });
  }

  getItems(): TFile[] {
    const recent = this.host.workspace.getLastOpenFiles();
    const rank = (file: TFile): number => (recent.includes(file.path) ? recent.indexOf(file.path) : recent.length);
    return [...(this.host.vault.getMarkdownFiles() as unknown as TFile[])].sort(
      (a, b) => rank(a) - rank(b) || b.stat.mtime - a.stat.mtime,
    );
  }

  getItemText(file: TFile): string {
    return file.path.replace(/\.md$/, '');
  }

  override renderSuggestion({ item, match }: FuzzyMatch<TFile>, el: HTMLElement): void {
    el.addClass('mod-complex');
    const content = el.createDiv({ cls: 'suggestion-content' });
    const start = this.getItemText(item).length - item.basename.length;
    renderMatches(content.createDiv({ cls: 'suggestion-title' }), item.basename, match.matches, start);
    const folder = item.parent && item.parent.path !== '/' ? item.parent.path : '';
    if (folder !== '') renderMatches(content.createDiv({ cls: 'suggestion-note' }), folder, match.matches);
  }

  onChooseItem(file: TFile, event: MouseEvent | KeyboardEvent): void {
    void this.host.workspace.getLeaf(Keymap.isModEvent(event)).openFile(file);
  }
}
