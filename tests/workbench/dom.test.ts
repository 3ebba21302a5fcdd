import { expect, test } from '@jest/globals';
import { addIcon, getIcon, removeIcon, setIcon, setTooltip } from '../../scripts/workbench/obsidian';

test('elements are made with class, text and attributes, where they belong', () => {
  const parent = createDiv();
  const last = parent.createSpan({ cls: 'a b', text: 'last', attr: { 'data-x': 1, hidden: null } });
  const first = parent.createEl('p', { cls: ['c'], prepend: true, title: 'hint' });
  expect(Array.from(parent.children)).toEqual([first, last]);
  expect(last.className).toBe('a b');
  expect(last.getAttr('data-x')).toBe('1');
  expect(last.hasAttribute('hidden')).toBe(false);
  expect(first.title).toBe('hint');
});

test('text is text, whatever it says', () => {
  const el = createDiv({ text: '<img src=x onerror=alert(1)>' });
  expect(el.children).toHaveLength(0);
  expect(el.getText()).toBe('<img src=x onerror=alert(1)>');
});

test('a delegated listener hears its selector until it is taken back', () => {
  const el = document.body.createDiv();
  const inner = el.createDiv('row').createSpan();
  const heard: HTMLElement[] = [];
  const listener = (_event: Event, target: HTMLElement): void => {
    heard.push(target);
  };
  el.on('click', '.row', listener);
  inner.click();
  el.off('click', '.row', listener);
  inner.click();
  expect(heard).toEqual([el.find('.row')]);
});

test('an element is shown when it is in the page and nothing above hides it', () => {
  const outer = document.body.createDiv();
  const inner = outer.createDiv();
  expect(inner.isShown()).toBe(true);
  outer.hide();
  expect(inner.isShown()).toBe(false);
  outer.show();
  expect(inner.isShown()).toBe(true);
  inner.detach();
  expect(inner.isShown()).toBe(false);
});

test('children are put in order in place: those that stay keep their element', () => {
  const el = createDiv();
  const [a, b, c] = [el.createSpan(), el.createSpan(), createSpan()];
  el.setChildrenInPlace([c, a]);
  expect(Array.from(el.children)).toEqual([c, a]);
  expect(b.isConnected).toBe(false);
});

test("icons go by their Lucide name, by Obsidian's older names, and by names that were added", () => {
  const el = createDiv();
  setIcon(el, 'lucide-check');
  expect(el.find('svg').classList.contains('lucide-check')).toBe(true);
  setIcon(el, 'no-such-icon');
  expect(el.find('svg').classList.contains('lucide-check')).toBe(true);
  expect(getIcon('checkmark')).not.toBeNull();
  expect(getIcon('no-such-icon')).toBeNull();
  addIcon('own', '<circle cx="50" cy="50" r="40"/>');
  expect(getIcon('own')?.querySelector('circle')?.getAttribute('r')).toBe('40');
  removeIcon('own');
  expect(getIcon('own')).toBeNull();
});

test('a tooltip names its element', () => {
  const el = createDiv();
  setTooltip(el, 'Accept', { placement: 'top' });
  expect(el.getAttr('aria-label')).toBe('Accept');
  setTooltip(el, '');
  expect(el.hasAttribute('aria-label')).toBe(false);
});
