import type { Command, FuzzyMatch, Hotkey } from 'obsidian';
import type { App } from '../../obsidian/app/app';
import { renderResults } from '../../obsidian/base/search';
import { FuzzySuggestModal } from '../../obsidian/overlays/suggest-modal';

function describe({ modifiers, key }: Hotkey): string {
  return [
    ...modifiers.map((modifier) => (modifier === 'Mod' ? 'Ctrl' : modifier)),
    key.length === 1 ? key.toUpperCase() : key.replace('Arrow', ''),
  ].join(' + ');
}

/** All that can be done now, to choose from. */
export class CommandPalette extends FuzzySuggestModal<Command> {
  constructor(private readonly host: App) {
    super(host.asObsidian());
    this.setPlaceholder('Select a command...');
    this.setInstructions([
      { command: '↑↓', purpose: 'to navigate' },
      { command: '↵', purpose: 'to use' },
      { command: 'esc', purpose: 'to dismiss' },
    ]);
  }

  getItems(): Command[] {
    return this.host.commands.listCommands().sort((a, b) => a.name.localeCompare(b.name));
  }

  getItemText(command: Command): string {
    return command.name;
  }

  override renderSuggestion({ item, match }: FuzzyMatch<Command>, el: HTMLElement): void {
    el.addClass('mod-complex');
    renderResults(el.createDiv({ cls: 'suggestion-content' }).createDiv({ cls: 'suggestion-title' }), item.name, match);
    const aux = el.createDiv({ cls: 'suggestion-aux' });
    for (const hotkey of item.hotkeys ?? []) aux.createEl('kbd', { cls: 'suggestion-hotkey', text: describe(hotkey) });
  }

  onChooseItem(command: Command, event: MouseEvent | KeyboardEvent): void {
    this.host.commands.executeCommand(command, event);
  }
}
