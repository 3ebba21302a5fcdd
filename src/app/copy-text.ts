import type { Context } from './context';

/** Puts a text on the clipboard, and says `done`; where the clipboard cannot be written, `failed`. */
export async function copyText(
  { vault, prompts }: Pick<Context, 'vault' | 'prompts'>,
  text: string,
  done: string,
  failed: string,
): Promise<void> {
  prompts.say((await vault.copy(text)) ? done : failed);
}
