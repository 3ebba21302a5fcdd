import type { MarkdownPostProcessor } from 'obsidian';

/** How long it takes to draw an item anew, in milliseconds. */
const LATE_MS = 50;

/**
 * What the Tasks plugin does to rendered tasks: some time later, an item of its own stands in the place of each. It has
 * the same marks and words, and the lists of the old one; what others put among the words is gone.
 */
export function lateItems(isOn: () => boolean): MarkdownPostProcessor {
  return (el) => {
    if (!isOn()) return;
    window.setTimeout(() => {
      for (const item of el.findAll('li.task-list-item')) if (item.closest('.internal-embed') === null) drawAnew(item);
    }, LATE_MS);
  };
}

function drawAnew(item: HTMLElement): void {
  const made = createEl('li', { cls: [...item.classList, 'plugin-tasks-list-item'] });
  for (const { name, value } of Array.from(item.attributes)) if (name !== 'class') made.setAttribute(name, value);
  const words = made.createSpan({ cls: 'tasks-list-text' });
  for (const child of Array.from(item.childNodes)) {
    if (child.nodeName === 'UL' || child.nodeName === 'OL') made.append(child);
    else if (child.nodeName === 'INPUT') made.prepend(child);
    else if (child.nodeName !== 'SPAN') words.append(child);
  }
  item.replaceWith(made);
}
