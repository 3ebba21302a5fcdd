import { Notice } from 'obsidian';
import { visible } from '../../core/text/inline';

/** It stays longer than others, so that a keyboard gets to its button, too. */
const NOTICE_MS = 12_000;

/** Tells what was done in a notice with a button that takes it back. */
export function tellWithUndo(words: string, undo: () => void): void {
  new Notice(createFragment((part) => {
    part.createSpan({ text: visible(words) });
    part.createEl('button', { text: 'Undo', cls: 'account-actions-notice-undo', attr: { type: 'button' } }).addEventListener('click', undo, { once: true });
  }), NOTICE_MS);
}
