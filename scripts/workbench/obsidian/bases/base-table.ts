import '../elements/dom';
import type { App, BasesPropertyId } from 'obsidian';
import type { BasesQueryResult, BasesViewConfig } from './bases';
import type { BasesEntry } from './bases-entry';

/** Draws what a base lists as a plain table, group after group. */
export function drawBaseTable(app: App, el: HTMLElement, result: BasesQueryResult, config: BasesViewConfig): void {
  const columns = result.properties.length > 0 ? result.properties : ['file.name' as const];
  el.empty();
  const table = el.createDiv({ cls: 'markdown-rendered' }).createEl('table', { cls: 'bases-table' });
  const head = table.createEl('thead').createEl('tr');
  for (const column of columns) head.createEl('th', { text: config.getDisplayName(column) });
  for (const group of result.groupedData) {
    const body = table.createEl('tbody');
    if (group.key)
      body.createEl('tr').createEl('th', {
        text: group.hasKey() ? group.key.toString() : 'None',
        attr: { colspan: columns.length, scope: 'rowgroup' },
      });
    for (const entry of group.entries) {
      const row = body.createEl('tr');
      for (const column of columns) drawCell(app, row.createEl('td'), entry, column);
    }
  }
}

function drawCell(app: App, cell: HTMLElement, entry: BasesEntry, column: BasesPropertyId): void {
  if (column !== 'file.name') {
    entry.getValue(column)?.renderTo(cell, app.renderContext);
    return;
  }
  cell
    .createEl('a', { cls: 'internal-link', text: entry.file.basename, href: entry.file.path })
    .addEventListener('click', (event) => {
      event.preventDefault();
      void app.workspace.openLinkText(entry.file.path, '');
    });
}
