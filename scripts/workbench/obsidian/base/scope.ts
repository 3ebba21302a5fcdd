import type * as obsidian from 'obsidian';
import { Platform } from './platform';

/** Keys and what they do. One scope is asked at a time, then its parent. */
export class Scope implements obsidian.Scope {
  readonly parent: obsidian.Scope | undefined;
  readonly #handlers: (obsidian.KeymapEventHandler & { readonly run: obsidian.KeymapEventListener })[] = [];

  constructor(parent?: obsidian.Scope) {
    this.parent = parent;
  }

  register(
    modifiers: obsidian.Modifier[] | null,
    key: string | null,
    run: obsidian.KeymapEventListener,
  ): obsidian.KeymapEventHandler {
    const handler = { scope: this, modifiers: modifiers && compileModifiers(modifiers), key, run };
    this.#handlers.push(handler);
    return handler;
  }

  unregister(handler: obsidian.KeymapEventHandler): void {
    const index = this.#handlers.findIndex((other) => other === handler);
    if (index >= 0) this.#handlers.splice(index, 1);
  }

  /** Gives the key to the handlers that want it, until one answers; then to the parent. */
  handleKey(event: KeyboardEvent, context: obsidian.KeymapContext): unknown {
    for (const handler of [...this.#handlers]) {
      if (!wants(handler, context)) continue;
      const answer: unknown = handler.run(event, context);
      if (answer !== undefined) return answer;
    }
    return this.parent instanceof Scope ? this.parent.handleKey(event, context) : undefined;
  }
}

/** The stack of scopes. A modal or menu puts its own on top; below all lies the app's. */
export class Keymap implements obsidian.Keymap {
  readonly #root: Scope;
  readonly #pushed: obsidian.Scope[] = [];
  /** Asked while nothing is pushed: the scope of the view in front. */
  getViewScope?: () => obsidian.Scope | null;

  constructor(root: Scope) {
    this.#root = root;
  }

  pushScope(scope: obsidian.Scope): void {
    this.popScope(scope);
    if (scope !== this.#root) this.#pushed.push(scope);
  }

  popScope(scope: obsidian.Scope): void {
    const index = this.#pushed.indexOf(scope);
    if (index >= 0) this.#pushed.splice(index, 1);
  }

  /** The window's `keydown`, before anybody else sees it. A handler that gave `false` ends it. */
  onKeyEvent(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const scope = this.#pushed.at(-1) ?? this.getViewScope?.() ?? this.#root;
    const context = { modifiers: modifiersOf(event), key: event.key, vkey: virtualKey(event) };
    if (scope instanceof Scope && scope.handleKey(event, context) === false) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  static isModifier(event: MouseEvent | TouchEvent | KeyboardEvent, modifier: obsidian.Modifier): boolean {
    switch (modifier === 'Mod' ? MOD : modifier) {
      case 'Ctrl':
        return event.ctrlKey;
      case 'Meta':
        return event.metaKey;
      case 'Alt':
        return event.altKey;
      default:
        return event.shiftKey;
    }
  }

  static isModEvent(event?: obsidian.UserEvent | null): obsidian.PaneType | boolean {
    if (!event) return false;
    const middle = 'button' in event && event.button === 1;
    if (!middle && !Keymap.isModifier(event, 'Mod')) return false;
    if (!event.altKey) return 'tab';
    return event.shiftKey ? 'window' : 'split';
  }
}

/** Whether these keys of a command are those of the event. */
export function isHotkey(hotkey: obsidian.Hotkey, context: obsidian.KeymapContext): boolean {
  return wants({ modifiers: compileModifiers(hotkey.modifiers), key: hotkey.key }, context);
}

const MOD = Platform.isMacOS ? 'Meta' : 'Ctrl';

function compileModifiers(modifiers: readonly obsidian.Modifier[]): string {
  return modifiers
    .map((modifier) => (modifier === 'Mod' ? MOD : modifier))
    .sort()
    .join(',');
}

function modifiersOf(event: KeyboardEvent): string {
  const all: obsidian.Modifier[] = ['Alt', 'Ctrl', 'Meta', 'Shift'];
  return all.filter((modifier) => Keymap.isModifier(event, modifier)).join(',');
}

/** The key's name on a Latin keyboard, whatever layout is set. */
function virtualKey(event: KeyboardEvent): string {
  const known = /^(?:Key|Digit)(.)$/.exec(event.code);
  return known?.[1] ?? event.key;
}

function wants(wanted: obsidian.KeymapInfo, context: obsidian.KeymapContext): boolean {
  if (wanted.modifiers !== null && wanted.modifiers !== context.modifiers) return false;
  if (wanted.key === null) return true;
  const key = wanted.key.toLowerCase();
  return key === context.key?.toLowerCase() || key === context.vkey.toLowerCase();
}
