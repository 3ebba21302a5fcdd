/** What a key does in the grid itself. */
export type GridAction =
  'next' | 'previous' | 'first' | 'last' | 'page-down' | 'page-up' | 'select' | 'context' | 'open' | 'leave';

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
  | 'undo'
  | 'next-split'
  | 'previous-split'
  | 'help';

export type KeyAction = GridAction | PaneAction;

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
  { action: 'select', keys: ['x'], letter: true, words: 'Select, or take out of the selection' },
  { action: 'undo', keys: ['z'], letter: true, words: 'Undo' },
  { action: 'context', keys: [' '], letter: false, words: 'Show its copies and what stands around it' },
  { action: 'open', keys: ['Enter'], letter: false, words: 'Open at its line' },
  { action: 'next-split', keys: ['ArrowRight'], letter: false, words: 'Next split' },
  { action: 'previous-split', keys: ['ArrowLeft'], letter: false, words: 'Previous split' },
  { action: 'help', keys: ['?'], letter: true, words: 'Show these keys' },
  { action: 'leave', keys: ['Escape'], letter: false, words: 'Close the context, clear the selection' },
];

const MOVES: readonly KeyAction[] = ['next', 'previous', 'page-down', 'page-up'];

/**
 * What a press means, or null. Keys with Ctrl, Cmd or Alt are Obsidian's. A key that is held down moves on, but decides
 * nothing more.
 */
export function actionOf(event: KeyboardEvent, letters: boolean): KeyAction | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const action = KEYS.find((known) => known.keys.includes(key) && (letters || !known.letter))?.action ?? null;
  return event.repeat && action !== null && !MOVES.includes(action) ? null : action;
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
      PageDown: 'Page down',
      PageUp: 'Page up',
    }[key] ?? key
  );
}
