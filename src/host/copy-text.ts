import { Notice } from 'obsidian';

/** Puts a text on the clipboard, and tells `done`; where the clipboard cannot be written, `failed`. */
export async function copyText(text: string, done: string, failed: string): Promise<void> {
  let words = done;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    words = failed;
  }
  new Notice(words);
}
