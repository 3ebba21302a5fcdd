import { Notice } from 'obsidian';

/** Tells in a notice what became of a decision. */
export function tell(words: string): void {
  new Notice(words === '' ? 'Nothing was left to decide.' : words);
}
