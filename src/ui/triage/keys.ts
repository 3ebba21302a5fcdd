import { Keymap, Platform } from 'obsidian';

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

/** What a key does beyond the grid: with the selected rows, or the one with the focus. */
export type PaneAction =
  | 'accept'
  | 'dismiss'
  | 'done'
  | 'as-before'
  | 'snooze'
  | 'edit'
  | 'owner'
  | 'due'
  | 'priority'
  | 'accept-section'
  | 'dismiss-section'
  | 'select-all'
  | 'filter'
  | 'undo'
  | 'next-split'
  | 'previous-split'
  | 'help';

export type KeyAction = GridAction | PaneAction;

/** Whether a key does something in the grid itself. */
export function isGridAction(action: KeyAction): action is GridAction {
  return (GRID_ACTIONS as readonly KeyAction[]).includes(action);
}

/** Where keys go that come to a view; true where the view took one. None while nothing is drawn. */
export interface KeyDoor {
  press: ((event: KeyboardEvent) => boolean) | null;
}

/** The keys, as the sheet of keys shows them. The ones marked as letters can be switched off. */
export const KEYS: readonly {
  readonly action: KeyAction;
  readonly keys: readonly string[];
  readonly letter: boolean;
  readonly words: string;
}[] = [
  { action: 'next', keys: ['ArrowDown'], letter: false, words: 'Next task' },
  { action: 'previous', keys: ['ArrowUp'], letter: false, words: 'Previous task' },
  { action: 'next', keys: ['j'], letter: true, words: 'Next task' },
  { action: 'previous', keys: ['k'], letter: true, words: 'Previous task' },
  { action: 'first', keys: ['Home'], letter: false, words: 'First task' },
  { action: 'last', keys: ['End'], letter: false, words: 'Last task' },
  { action: 'page-down', keys: ['PageDown'], letter: false, words: 'Ten tasks on' },
  { action: 'page-up', keys: ['PageUp'], letter: false, words: 'Ten tasks back' },
  { action: 'accept', keys: ['a', '1'], letter: true, words: 'Accept' },
  { action: 'dismiss', keys: ['d', '2'], letter: true, words: 'Dismiss' },
  { action: 'done', keys: ['3'], letter: true, words: 'Mark done' },
  { action: 'as-before', keys: ['b'], letter: true, words: 'Settle as it was done or decided before' },
  { action: 'snooze', keys: ['h'], letter: true, words: 'Snooze' },
  { action: 'edit', keys: ['e'], letter: true, words: 'Edit the words and accept' },
  { action: 'owner', keys: ['o'], letter: true, words: 'Change the owner' },
  { action: 'due', keys: ['u'], letter: true, words: 'Change the due day' },
  { action: 'priority', keys: ['p'], letter: true, words: 'Change the priority' },
  { action: 'accept-section', keys: ['Shift+A'], letter: true, words: 'Accept the whole section' },
  { action: 'dismiss-section', keys: ['Shift+D'], letter: true, words: 'Dismiss the whole section' },
  { action: 'select-all', keys: ['Mod+A'], letter: false, words: 'Select all' },
  { action: 'filter', keys: ['/'], letter: false, words: 'Filter' },
  { action: 'select', keys: ['x'], letter: true, words: 'Select, or take out of the selection' },
  { action: 'undo', keys: ['z'], letter: true, words: 'Undo' },
  { action: 'context', keys: [' '], letter: false, words: 'Show its copies and what stands around it' },
  { action: 'open', keys: ['Enter'], letter: false, words: 'Show the note beside the list' },
  { action: 'go', keys: ['Mod+Enter'], letter: false, words: 'Go into the note' },
  { action: 'next-split', keys: ['ArrowRight'], letter: false, words: 'Next split' },
  { action: 'previous-split', keys: ['ArrowLeft'], letter: false, words: 'Previous split' },
  { action: 'help', keys: ['?'], letter: true, words: 'Show these keys' },
  { action: 'leave', keys: ['Escape'], letter: false, words: 'Close the context, clear the selection' },
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
  const key = shiftKey && /^[ad]$/.test(letter) ? `Shift+${letter.toUpperCase()}` : letter;
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
  return (
    {
      ArrowDown: '↓',
      ArrowUp: '↑',
      ArrowLeft: '←',
      ArrowRight: '→',
      ' ': 'Space',
      Escape: 'Esc',
      'Mod+Enter': Platform.isMacOS ? '⌘ Enter' : 'Ctrl Enter',
      'Mod+A': Platform.isMacOS ? '⌘ A' : 'Ctrl A',
      'Shift+A': 'Shift A',
      'Shift+D': 'Shift D',
      PageDown: 'Page down',
      PageUp: 'Page up',
    }[key] ?? key
  );
}
