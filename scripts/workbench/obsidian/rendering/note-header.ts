import '../elements/dom';
import type { TFile } from 'obsidian';
import { setIcon } from '../elements/icons';
import { getFrontMatterInfo, parseYaml } from '../metadata/yaml';

function iconFor(key: string, value: unknown): string {
  if (key === 'tags') return 'tags';
  if (key === 'aliases') return 'forward';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'boolean') return 'check-square';
  if (typeof value === 'number') return 'binary';
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? 'calendar' : 'text';
}

function drawValue(el: HTMLElement, key: string, value: unknown): void {
  if (Array.isArray(value)) {
    const box = el.createDiv({ cls: 'multi-select-container' });
    for (const entry of value)
      box
        .createDiv({ cls: ['multi-select-pill', key === 'tags' ? 'mod-tag' : ''] })
        .createDiv({ cls: 'multi-select-pill-content', text: String(entry) });
  } else if (typeof value === 'boolean') {
    el.createEl('input', {
      type: 'checkbox',
      cls: 'metadata-input-checkbox',
      attr: { disabled: true, 'aria-label': key },
    }).checked = value;
  } else {
    const text = typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value);
    el.createDiv({
      cls: ['metadata-input-longtext', text === '' ? 'is-empty' : ''],
      text: text === '' ? 'Empty' : text,
    });
  }
}

/** Draws the front matter as Obsidian's list of properties (to look at: changing it here is left out). */
export function drawProperties(parent: HTMLElement, text: string): void {
  const { exists, frontmatter } = getFrontMatterInfo(text);
  if (!exists) return;
  const container = parent.createDiv({ cls: 'metadata-container', attr: { 'data-property-count': 0 } });
  container
    .createDiv({ cls: 'metadata-properties-heading' })
    .createDiv({ cls: 'metadata-properties-title', text: 'Properties' });
  const list = container.createDiv({ cls: 'metadata-content' }).createDiv({ cls: 'metadata-properties' });
  let value: unknown;
  try {
    value = parseYaml(frontmatter);
  } catch {
    container.addClass('mod-error');
    list.createDiv({ cls: 'metadata-error-container', text: 'Invalid properties' });
    return;
  }
  for (const [key, entry] of Object.entries(typeof value === 'object' && value !== null ? value : {})) {
    const row = list.createDiv({ cls: 'metadata-property', attr: { 'data-property-key': key } });
    const name = row.createDiv({ cls: 'metadata-property-key' });
    setIcon(name.createSpan({ cls: 'metadata-property-icon' }), iconFor(key, entry));
    name.createSpan({ cls: 'metadata-property-key-input', text: key });
    drawValue(row.createDiv({ cls: 'metadata-property-value' }), key, entry);
  }
}

/** Draws what stands above a note's text: its name and its properties. */
export function drawNoteHeader(el: HTMLElement, file: TFile | null, text: string): void {
  el.empty();
  el.createDiv({ cls: 'inline-title', text: file?.basename ?? '' });
  drawProperties(el, text);
}
