import type * as obsidian from 'obsidian';

/** A vault path as Obsidian writes it: one slash between parts, none at the ends, plain spaces, composed letters. */
export function normalizePath(path: string): string {
  const clean = path
    .replace(/[\u00A0\u202F]/g, ' ')
    .replace(/[\\/]+/g, '/')
    .replace(/^\/+|\/+$/g, '')
    .normalize('NFC');
  return clean === '' ? '/' : clean;
}

/** Calls `callback` once, `timeout` after the first call, or after the last one where `resetTimer` is set. */
export function debounce<T extends unknown[], V>(
  callback: (...args: [...T]) => V,
  timeout = 0,
  resetTimer = false,
): obsidian.Debouncer<T, V> {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waiting: [...T] | null = null;
  const run = (): V | void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const args = waiting;
    waiting = null;
    return args ? callback(...args) : undefined;
  };
  const debounced = (...args: [...T]): unknown => {
    waiting = args;
    if (timer !== null && resetTimer) {
      clearTimeout(timer);
      timer = null;
    }
    timer ??= setTimeout(run, timeout);
    return debounced;
  };
  const cancel = (): unknown => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    waiting = null;
    return debounced;
  };
  return Object.assign(debounced, { cancel, run }) as unknown as obsidian.Debouncer<T, V>;
}

/** The language of the window. */
export function getLanguage(): string {
  return 'en';
}

/** Left out: the stand-in turns no HTML into Markdown. */
export function htmlToMarkdown(): string {
  throw new Error('The stand-in leaves out htmlToMarkdown.');
}

/** Left out: nothing here builds elements from a string. */
export function sanitizeHTMLToDom(): DocumentFragment {
  throw new Error('The stand-in leaves out sanitizeHTMLToDom.');
}
