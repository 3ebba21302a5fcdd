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
export type PaneAction = 'select-all' | 'filter' | 'undo' | 'next-split' | 'previous-split' | 'help';

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

interface KeyLine {
  readonly action: KeyAction;
  readonly keys: readonly string[];
  readonly letter: boolean;
  readonly words: string;
}

/** The keys, as the sheet of keys shows them. The ones marked as letters can be switched off. */
export const KEYS: readonly KeyLine[] = [
  { action: 'next', keys: ['ArrowDown'], letter: false, words: words.keys['next'] },
  { action: 'previous', keys: ['ArrowUp'], letter: false, words: words.keys['previous'] },
  { action: 'next', keys: ['j'], letter: true, words: words.keys['next'] },
  { action: 'previous', keys: ['k'], letter: true, words: words.keys['previous'] },
  { action: 'first', keys: ['Home'], letter: false, words: words.keys['first'] },
  { action: 'last', keys: ['End'], letter: false, words: words.keys['last'] },
  { action: 'page-down', keys: ['PageDown'], letter: false, words: words.keys['page-down'] },
  { action: 'page-up', keys: ['PageUp'], letter: false, words: words.keys['page-up'] },
  ...VERBS.map((entry): KeyLine => ({
    action: { entry, rows: 'meant' },
    keys: entry.keys,
    letter: true,
    words: entry.label,
  })),
  ...VERBS.flatMap((entry): readonly KeyLine[] =>
    entry.sectionKey === undefined
      ? []
      : [
          {
            action: { entry, rows: 'section' },
            keys: [entry.sectionKey.key],
            letter: true,
            words: entry.sectionKey.label,
          },
        ],
  ),
  { action: 'select-all', keys: ['Mod+A'], letter: false, words: words.keys['select-all'] },
  { action: 'filter', keys: ['/'], letter: false, words: words.keys['filter'] },
  { action: 'select', keys: ['x'], letter: true, words: words.keys['select'] },
  { action: 'undo', keys: ['z'], letter: true, words: words.common.undo },
  { action: 'context', keys: [' '], letter: false, words: words.keys['context'] },
  { action: 'open', keys: ['Enter'], letter: false, words: words.keys['open'] },
  { action: 'go', keys: ['Mod+Enter'], letter: false, words: words.keys['go'] },
  { action: 'next-split', keys: ['ArrowRight'], letter: false, words: words.keys['next-split'] },
  { action: 'previous-split', keys: ['ArrowLeft'], letter: false, words: words.keys['previous-split'] },
  { action: 'help', keys: ['?'], letter: true, words: words.keys['help'] },
  { action: 'leave', keys: ['Escape'], letter: false, words: words.keys['leave'] },
];

const MOVES: readonly KeyAction[] = ['next', 'previous', 'select-next', 'select-previous', 'page-down', 'page-up'];

/**
 * What a press means, or null. Other keys with Ctrl, Cmd or Alt are Obsidian's. A key that is held down moves on, but
 * decides nothing more.
 */
export function actionOf(event: KeyboardEvent, letters: boolean): KeyAction | null {
  const action = pressedAction(event, letters);
  return event.repeat && action !== null && !MOVES.includes(action) ? null : action;
}

function pressedAction(event: KeyboardEvent, letters: boolean): KeyAction | null {
  const { key: name, shiftKey, altKey, isComposing } = event;
  if (altKey || isComposing) return null;
  if (event.ctrlKey || event.metaKey) {
    if (shiftKey || !Keymap.isModifier(event, 'Mod')) return null;
    return name === 'Enter' ? 'go' : name.toLowerCase() === 'a' ? 'select-all' : null;
  }
  if (shiftKey && name === 'ArrowDown') return 'select-next';
  if (shiftKey && name === 'ArrowUp') return 'select-previous';
  const letter = name.length === 1 ? name.toLowerCase() : name;
  // What asks for Shift is written with it; a digit or a sign may need Shift on a keyboard.
  const shifted = `Shift+${letter.toUpperCase()}`;
  const key = shiftKey && KEYS.some(({ keys }) => keys.includes(shifted)) ? shifted : letter;
  return KEYS.find((known) => known.keys.includes(key) && (letters || !known.letter))?.action ?? null;
}

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable=false])';
const PRESSED = 'button, a, summary, [role=tab], [role=button], [role=menuitem]';

/** Whether a key is for what has the focus: typing for a field; Enter and Space for what they press. */
export function isForItself({ key, target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  const element = target as Partial<Element> | null;
  if (element?.closest === undefined) return false;
  if (element.closest(FIELDS) !== null) return true;
  return (key === 'Enter' || key === ' ') && !ctrlKey && !metaKey && element.closest(PRESSED) !== null;
}

/** A key as it is written for people. */
export function keyWords(key: string): string {
  const { named } = words.keys;
  if (key.startsWith('Shift+')) return [named.shift, key.slice('Shift+'.length)].join(' ');
  return (
    {
      ArrowDown: '↓',
      ArrowUp: '↑',
      ArrowLeft: '←',
      ArrowRight: '→',
      ' ': named[' '],
      Enter: named.Enter,
      Escape: named.Escape,
      Home: named.Home,
      End: named.End,
      'Mod+Enter': [Platform.isMacOS ? '⌘' : named.mod, named.Enter].join(' '),
      'Mod+A': [Platform.isMacOS ? '⌘' : named.mod, 'A'].join(' '),
      PageDown: named.PageDown,
      PageUp: named.PageUp,
    }[key] ?? key
  );
}
