import { Keymap, Platform } from 'obsidian';
import { words } from '../../words/words';

/** What a key does in the list, apart from typing. */
export type PaletteAction = 'accept' | 'dismiss' | 'open' | 'undo' | 'next' | 'previous' | 'page-down' | 'page-up';

/** What stands at the foot of the list: each action with its key. */
export const PALETTE_KEYS: readonly {
  readonly action: keyof typeof words.triage.palette.hint & PaletteAction;
  readonly key: string;
  readonly words: string;
}[] = [
  { action: 'accept', key: '↵', words: words.common.accept },
  { action: 'dismiss', key: `${modWord()} ↵`, words: words.common.dismiss },
  { action: 'open', key: `${Platform.isMacOS ? '⌥' : words.keys.named.alt} ↵`, words: words.triage.palette.open },
  { action: 'undo', key: [modWord(), 'z'].join(' '), words: words.common.undo },
];

const MOVES: Readonly<Record<string, PaletteAction>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'page-down',
  PageUp: 'page-up',
};

/** What a press means, or null where it is typing. A key that is held down decides once. */
export function paletteActionOf(event: KeyboardEvent): PaletteAction | null {
  if (event.isComposing) return null;
  const mod = Keymap.isModifier(event, 'Mod');
  if (event.key === 'Enter')
    return event.repeat || event.shiftKey || (mod && event.altKey)
      ? null
      : mod
        ? 'dismiss'
        : event.altKey
          ? 'open'
          : 'accept';
  if (event.key.toLowerCase() === 'z') return mod && !event.repeat && !event.shiftKey && !event.altKey ? 'undo' : null;
  return mod || event.altKey || event.shiftKey ? null : (MOVES[event.key] ?? null);
}

function modWord(): string {
  return Platform.isMacOS ? '⌘' : words.keys.named.mod;
}
