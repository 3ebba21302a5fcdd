import { expect, test } from '@jest/globals';
import { Keymap, Scope } from '../../scripts/workbench/obsidian/base/scope';

function press(key: string, init: KeyboardEventInit = {}): KeyboardEvent {
  return new KeyboardEvent('keydown', { key, cancelable: true, ...init });
}

function build() {
  const app = new Scope();
  const keymap = new Keymap(app);
  const seen: string[] = [];
  const note = (name: string, answer?: false) => () => {
    seen.push(name);
    return answer;
  };
  return { app, keymap, seen, note };
}

test('modifiers have to fit exactly; null takes all', () => {
  const { app, keymap, seen, note } = build();
  app.register([], 'j', note('j'));
  app.register(['Mod', 'Shift'], 'J', note('mod shift j'));
  app.register(null, 'Escape', note('escape'));
  keymap.onKeyEvent(press('j'));
  keymap.onKeyEvent(press('J', { ctrlKey: true, shiftKey: true }));
  keymap.onKeyEvent(press('j', { altKey: true }));
  keymap.onKeyEvent(press('Escape', { shiftKey: true }));
  expect(seen).toEqual(['j', 'mod shift j', 'escape']);
});

test('false ends the event; anything else lets it go on', () => {
  const { app, keymap, note } = build();
  app.register([], 'a', note('a', false));
  app.register([], 'b', note('b'));
  const [a, b] = [press('a'), press('b')];
  keymap.onKeyEvent(a);
  keymap.onKeyEvent(b);
  expect([a.defaultPrevented, b.defaultPrevented]).toEqual([true, false]);
});

test('the scope on top is asked, then its parents; a scope without a parent shuts the app off', () => {
  const { app, keymap, seen, note } = build();
  app.register([], 'x', note('app'));
  const child = new Scope(app);
  const alone = new Scope();
  child.register([], 'y', note('child'));
  keymap.pushScope(child);
  keymap.onKeyEvent(press('x'));
  keymap.onKeyEvent(press('y'));
  keymap.pushScope(alone);
  keymap.onKeyEvent(press('x'));
  keymap.popScope(alone);
  keymap.popScope(child);
  keymap.onKeyEvent(press('y'));
  expect(seen).toEqual(['app', 'child']);
});

test('with nothing pushed the view in front is asked', () => {
  const { app, keymap, seen, note } = build();
  const view = new Scope(app);
  const handler = view.register([], 'v', note('view'));
  keymap.getViewScope = () => view;
  keymap.onKeyEvent(press('v'));
  view.unregister(handler);
  keymap.onKeyEvent(press('v'));
  expect(seen).toEqual(['view']);
});

test('a key counts by its place where the layout is not Latin, and not at all while a word is composed', () => {
  const { app, keymap, seen, note } = build();
  app.register([], 'j', note('j'));
  keymap.onKeyEvent(press('о', { code: 'KeyJ' }));
  keymap.onKeyEvent(press('j', { isComposing: true }));
  expect(seen).toEqual(['j']);
});

test('a click says where to open', () => {
  const click = (init: MouseEventInit) => Keymap.isModEvent(new MouseEvent('click', init));
  expect([
    click({}),
    click({ ctrlKey: true }),
    click({ button: 1 }),
    click({ ctrlKey: true, altKey: true }),
    click({ ctrlKey: true, altKey: true, shiftKey: true }),
  ]).toEqual([false, 'tab', 'tab', 'split', 'window']);
  expect(Keymap.isModEvent(null)).toBe(false);
});
