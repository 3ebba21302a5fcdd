import { Keymap, Platform } from 'obsidian';
import { plainVerbs, type PlainVerb } from '../../app/triage/verbs';
import { words } from '../../words/words';

/** What a key does in the list, apart from typing and verbs. */
type PaletteMove = 'open' | 'undo' | 'next' | 'previous' | 'page-down' | 'page-up';

export type PaletteAction = PaletteMove | PlainVerb;

const VERBS = plainVerbs(({ palette }) => palette !== undefined);

/** What stands at the foot of the list: each action with its key. */
export const PALETTE_KEYS: readonly {
  readonly action: PaletteAction;
  readonly key: string;
  readonly words: string;
  readonly hint: string;
}[] = [
  ...VERBS.map((entry) => ({
    action: entry,
    key: entry.palette!.key === 'Enter' ? '↵' : `${modWord()} ↵`,
    words: entry.label,
    hint: entry.palette!.hint,
  })),
  {
    action: 'open',
    key: `${Platform.isMacOS ? '⌥' : words.keys.named.alt} ↵`,
    words: words.triage.palette.open,
    hint: words.triage.palette.hint.open,
  },
  {
    action: 'undo',
    key: [modWord(), 'z'].join(' '),
    words: words.common.undo,
    hint: words.triage.palette.hint.undo,
  },
];

const MOVES: Readonly<Record<string, PaletteMove>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'page-down',
  PageUp: 'page-up',
};

/** What a press means, or null where it is typing. A key that is held down decides once. */
export function paletteActionOf(event: KeyboardEvent): PaletteAction | null {
  if (event.isComposing) return null;
  const mod = Keymap.isModifier(event, 'Mod');
  if (event.key === 'Enter') {
    if (event.repeat || event.shiftKey || (mod && event.altKey)) return null;
    if (event.altKey) return 'open';
    return VERBS.find(({ palette }) => palette!.key === (mod ? 'Mod+Enter' : 'Enter')) ?? null;
  }
  if (event.key.toLowerCase() === 'z') return mod && !event.repeat && !event.shiftKey && !event.altKey ? 'undo' : null;
  return mod || event.altKey || event.shiftKey ? null : (MOVES[event.key] ?? null);
}

function modWord(): string {
  return Platform.isMacOS ? '⌘' : words.keys.named.mod;
}
