import { wordsOf } from '../text/words';

/** A word of a text, with what its spelling says of it. */
export interface MentionWord {
  /** As `wordsOf` gives it. */
  readonly word: string;
  /** As it stands in the text, without a possessive `'s`. */
  readonly written: string;
  /** Where it begins in the text, in UTF-16 units. */
  readonly from: number;
  /** Whether it is written as names are: with a capital or a digit, or in a script without capitals. */
  readonly named: boolean;
  /** Whether it opens a sentence, where any word has a capital. */
  readonly opens: boolean;
  /** Whether only one blank stands between it and the word before. */
  readonly joined: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}_]+(?:['’‘`´][\p{L}\p{M}\p{N}_]+)*/gu;
const SENTENCE_END = /[.!?:;|•–—][\s"“”'’()]*$/;

/** The words of a text in order. Where a text has no capital at all, each may be a name. */
export function mentionWords(text: string): readonly MentionWord[] {
  const noCapitals = text === text.toLowerCase();
  const words: MentionWord[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const between = text.slice(Math.max(end, match.index - 8), match.index);
    const written = match[0].replace(/['’‘`´]s$/i, '');
    const named = noCapitals || written !== written.toLowerCase() || written === written.toUpperCase();
    const opens = words.length === 0 || SENTENCE_END.test(between);
    const joined = !opens && between.length === 1 && /\s/.test(between);
    end = match.index + match[0].length;
    wordsOf(written).forEach((word, part) =>
      words.push({ word, written, from: match.index, named, opens: opens && part === 0, joined: part > 0 || joined }),
    );
  }
  return words;
}
