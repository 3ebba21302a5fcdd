import { Keymap, Platform } from 'obsidian';
import { VERBS, type VerbDoor, type VerbEntry } from '../../app/triage/verbs';
import { words } from '../../words/words';

/** What a key does in the grid itself. */
export type GridAction = (typeof GRID_ACTIONS)[number];

const GRID_ACTIONS = [
  'next',
  'previous',
  'select-next',
  'select-previous',
  'first',
  'last',
  'page-down',
  'page-up',
  'select',
  'context',
  'open',
  'go',
  'leave',
] as const;

/** What a key does beyond the grid, besides verbs. */
export type PaneAction =
  | 'context-down'
  | 'context-up'
  | 'same'
  | 'two'
  | 'select-all'
  | 'filter'
  | 'undo'
  | 'next-split'
  | 'previous-split'
  | 'help';

/** A verb for the selected rows or the one with the focus, or for the section that this one is in. */
export interface VerbAction {
  readonly entry: VerbEntry;
  readonly rows: 'meant' | 'section';
}

export type KeyAction = GridAction | PaneAction | VerbAction;

/** Whether a key does something in the grid itself. */
export function isGridAction(action: KeyAction): action is GridAction {
  return (GRID_ACTIONS as readonly KeyAction[]).includes(action);
}

/** Whether a key is one of a verb. */
export function isVerbAction(action: KeyAction): action is VerbAction {
  return typeof action !== 'string';
}

/** Where keys and commands go that come to a view. Nowhere while nothing is drawn. */
export interface KeyDoor {
  /** True where the view took the key. */
  press: ((event: KeyboardEvent) => boolean) | null;
  verbs: VerbDoor | null;
}

/** The groups of the sheet of keys, in their order. */
export const KEY_GROUPS = ['decide', 'move', 'select', 'view'] as const;

interface KeyLine {
  readonly action: KeyAction;
  readonly group: (typeof KEY_GROUPS)[number];
  /** As the browser names them, a letter in small, with `Shift+` or `Mod+` and then a letter in capitals. */
  readonly keys: readonly string[];
  readonly words: string;
}

/** The keys, as the sheet of keys shows them. */
export const KEYS: readonly KeyLine[] = [
  ...VERBS.map((entry): KeyLine => ({
    action: { entry, rows: 'meant' },
    group: 'decide',
    keys: entry.keys,
    words: entry.label,
  })),
  ...VERBS.flatMap((entry): readonly KeyLine[] =>
    entry.sectionKey === undefined
      ? []
      : [
          {
            action: { entry, rows: 'section' },
            group: 'decide',
            keys: [entry.sectionKey.key],
            words: entry.sectionKey.label,
          },
        ],
  ),
  ...linesOf('decide', {
    same: ['s'],
    two: ['Shift+S'],
    undo: ['z'],
  }),
  ...linesOf('move', {
    next: ['ArrowDown', 'j'],
    previous: ['ArrowUp', 'k'],
    'page-down': ['PageDown'],
    'page-up': ['PageUp'],
    first: ['Home'],
    last: ['End'],
    'next-split': ['ArrowRight'],
    'previous-split': ['ArrowLeft'],
  }),
  ...linesOf('select', {
    select: ['x'],
    'select-next': ['Shift+ArrowDown'],
    'select-previous': ['Shift+ArrowUp'],
    'select-all': ['Mod+A'],
  }),
  ...linesOf('view', {
    context: [' '],
    open: ['Enter'],
    go: ['Mod+Enter'],
    'context-down': ['Shift+PageDown', 'Shift+J'],
    'context-up': ['Shift+PageUp', 'Shift+K'],
    filter: ['/'],
    help: ['?'],
    leave: ['Escape'],
  }),
];

function linesOf(
  group: KeyLine['group'],
  keys: Partial<Readonly<Record<GridAction | PaneAction, readonly string[]>>>,
): readonly KeyLine[] {
  return (Object.entries(keys) as [GridAction | PaneAction, readonly string[]][]).map(([action, some]) => ({
    action,
    group,
    keys: some,
    words: words.keys[action],
  }));
}

/** Whether a key is one that can be switched off, because it types something. */
function isLetter(key: string): boolean {
  return key.replace('Shift+', '').length === 1 && key !== ' ' && key !== '/';
}

/** Those of some keys that are taken. */
export function takenKeys(keys: readonly string[], letters: boolean): readonly string[] {
  return letters ? keys : keys.filter((key) => !isLetter(key));
}

const MOVES: readonly KeyAction[] = [
  'context-down',
  'context-up',
  'next',
  'previous',
  'select-next',
  'select-previous',
  'page-down',
  'page-up',
];

/**
 * What a press means, or null. Other keys with Ctrl, Cmd or Alt are Obsidian's. A key that is held down moves on, but
 * decides nothing more.
 */
export function actionOf(event: KeyboardEvent, letters: boolean): KeyAction | null {
  const action = pressedAction(event, letters);
  return event.repeat && action !== null && !MOVES.includes(action) ? null : action;
}

function pressedAction(event: KeyboardEvent, letters: boolean): KeyAction | null {
  const { key: name, shiftKey, altKey, ctrlKey, metaKey, isComposing } = event;
  if (altKey || isComposing) return null;
  const capital = name.length === 1 ? name.toUpperCase() : name;
  if (ctrlKey || metaKey) return shiftKey || !Keymap.isModifier(event, 'Mod') ? null : actionAt(`Mod+${capital}`);
  // What asks for Shift is written with it; a digit or a sign may need Shift on a keyboard.
  const shifted = `Shift+${capital}`;
  const key = shiftKey && actionAt(shifted) !== null ? shifted : name.length === 1 ? name.toLowerCase() : name;
  return letters || !isLetter(key) ? actionAt(key) : null;
}

function actionAt(key: string): KeyAction | null {
  return ACTIONS.get(key) ?? null;
}

const ACTIONS = new Map(KEYS.flatMap(({ keys, action }) => keys.map((key) => [key, action] as const)));

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable=false])';
const PRESSED = 'button, a, summary, [role=tab], [role=button], [role=menuitem]';

/** Whether a key is for what has the focus: typing for a field; Enter and Space for what they press. */
export function isForItself({ key, target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const element = target as Partial<Element> | null;
  if (element?.closest === undefined) return false;
  if (element.closest(FIELDS) !== null) return true;
  return (key === 'Enter' || key === ' ') && !ctrlKey && !metaKey && element.closest(PRESSED) !== null;
}

/** A key as it is written for people: `A`, `Shift X`, `↓`. */
export function keyWords(key: string): string {
  return key
    .split('+')
    .map((part) => SIGNS[part] ?? part.toUpperCase())
    .join(' ');
}

const { named } = words.keys;

const SIGNS: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': named[' '],
  Enter: named.Enter,
  Escape: named.Escape,
  Home: named.Home,
  End: named.End,
  PageDown: named.PageDown,
  PageUp: named.PageUp,
  Mod: Platform.isMacOS ? '⌘' : named.mod,
  Shift: named.shift,
};

/** What a button or an entry of a menu is called, with the first of its keys that is taken: `Accept (A)`. */
export function withKey(label: string, keys: readonly string[], letters: boolean): string {
  const [key] = takenKeys(keys, letters);
  return key === undefined ? label : words.triage.withKey(label, keyWords(key));
}

/** The key of a button: for its tooltip, and for a screen reader. Nothing where none is taken. */
export function keyHint(
  label: string,
  keys: readonly string[],
  letters: boolean,
): { readonly tooltip?: string; readonly shortcut?: string } {
  const [key] = takenKeys(keys, letters);
  if (key === undefined) return {};
  return { tooltip: withKey(label, keys, letters), shortcut: keyWords(key).replace(' ', '+') };
}

/** The keys of an action. */
export function keysOf(action: PaneAction | GridAction): readonly string[] {
  return KEYS.find((known) => known.action === action)!.keys;
}
