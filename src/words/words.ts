import { en } from './en';
import { language, type Language } from './language';

/** What a language must have: all that English has. */
export type Words = typeof en;

const LANGUAGES: Readonly<Record<Language, Words>> = { en };

/** All that people read, in their language. */
export const words: Words = LANGUAGES[language];
