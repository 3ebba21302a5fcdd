import { hasOwn } from '../core/base/has-own';

/** The languages that there are words in, each with the locale by which its days, numbers and plurals are written. */
const LOCALES = { en: 'en-GB' } as const;

export type Language = keyof typeof LOCALES;

/** The language of everything that people read: Obsidian's, or English where there are no words in that one. */
export const language: Language = known(chosen() ?? '');

/** The locale of that language. */
export const locale: string = LOCALES[language];

/** The language that was chosen in Obsidian, where it keeps that itself; null outside of it, and where it is English. */
function chosen(): string | null {
  const { window } = globalThis as {
    readonly window?: { readonly localStorage: { getItem(key: string): string | null } };
  };
  return window?.localStorage.getItem('language') ?? null;
}

function known(code: string): Language {
  return hasOwn(LOCALES, code) ? (code as Language) : 'en';
}
