/** The text with each run of white space as one blank, and none at its ends. */
export function foldSpace(text: string): string {
  return / \s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim();
}

/** Whether white space (or nothing) stands at an offset of a text. */
export function isBlankAt(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 160) return unit === 32 || (unit >= 9 && unit <= 13);
  return Number.isNaN(unit) || ((unit === 160 || unit >= 0x1680) && /\s/.test(text[at]!));
}

/** Where the white space before `end` begins: `text.slice(from, trimmedEnd(text, from, end))` is trimmed at its end. */
export function trimmedEnd(text: string, from: number, end: number): number {
  let at = end;
  while (at > from && isBlankAt(text, at - 1)) at--;
  return at;
}

/** Where the white space at `from` ends. */
export function trimmedStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlankAt(text, at)) at++;
  return at;
}

/**
 * A text from its first character that `opens` to its last one that `closes`; empty where none does. Each end is looked
 * at once, where an expression for the end of a text would begin anew at each place.
 */
export function between(text: string, opens: RegExp, closes: RegExp): string {
  let start = 0;
  while (start < text.length) {
    const character = String.fromCodePoint(text.codePointAt(start)!);
    if (opens.test(character)) break;
    start += character.length;
  }
  let end = text.length;
  while (end > start) {
    const isPair = end - start > 1 && text.codePointAt(end - 2)! > 0xffff;
    const from = end - (isPair ? 2 : 1);
    if (closes.test(text.slice(from, end))) break;
    end = from;
  }
  return text.slice(start, end);
}
